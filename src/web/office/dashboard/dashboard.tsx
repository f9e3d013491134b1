import { Hono } from 'hono';
import { readDashboard } from '../../../app/town/read-dashboard.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { requireRight } from '../forbidden.ts';
import { DashboardPage } from './dashboard-page.tsx';

/** 本部の一枚: /m/{code}/office/dashboard. */
export const dashboardRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().use(requireRight(deps, 'plan.view-draft')).get('/', async (c) => {
    const { town, viewer } = c.var;
    const dashboard = await readDashboard(actingOf(c, deps));
    return renderPage(c, <DashboardPage town={town} viewer={viewer} dashboard={dashboard} />);
  });
