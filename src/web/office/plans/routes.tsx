import { Hono } from 'hono';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { arrangeRoutes } from './arrange.tsx';
import { autosaveRoutes } from './autosave.tsx';
import { basicsPart } from './basics.tsx';
import { calendarPart } from './calendar.tsx';
import { checkRoutes } from './checks.tsx';
import { dataRoutes } from './data.tsx';
import { differenceRoutes } from './difference.tsx';
import { flowRoutes } from './flow.tsx';
import { headerRoutes } from './header-routes.tsx';
import { identityPart } from './identity.tsx';
import { importRoutes } from './import.tsx';
import { itemRoutes } from './item.tsx';
import { levelsPart } from './levels.tsx';
import { lineageRoutes } from './lineage.tsx';
import { planListRoutes } from './list.tsx';
import { newPlanRoutes } from './new-plan.tsx';
import { overviewRoutes } from './overview.tsx';
import { previewRoutes } from './preview.tsx';
import { rollForwardRoutes } from './roll-forward.tsx';
import { situationPart } from './situation.tsx';
import { treeRoutes } from './tree.tsx';

/** The planning office's desk: /m/{code}/office/plans. */
export const planEditingRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.route('/', planListRoutes(deps));
  app.route('/new', newPlanRoutes(deps));
  app.route('/import', importRoutes(deps));
  app.route('/autosave', autosaveRoutes(deps));
  app.route('/:slug', overviewRoutes(deps));
  app.route('/:slug/roll-forward', rollForwardRoutes(deps));
  const desk = '/:slug/revisions/:revision';
  app.route(desk, treeRoutes(deps));
  app.route(`${desk}/arrange`, arrangeRoutes(deps));
  app.route(`${desk}/items/:itemKey`, itemRoutes(deps));
  for (const part of [basicsPart, identityPart, situationPart, levelsPart, calendarPart])
    app.route(`${desk}/${part.section}`, headerRoutes(deps, part));
  app.route(`${desk}/lineage`, lineageRoutes(deps));
  app.route(`${desk}/checks`, checkRoutes(deps));
  app.route(`${desk}/difference`, differenceRoutes(deps));
  app.route(`${desk}/preview`, previewRoutes(deps));
  app.route(`${desk}/flow`, flowRoutes(deps));
  app.route(`${desk}/data`, dataRoutes(deps));
  return app;
};
