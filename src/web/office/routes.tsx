import { Hono, type MiddlewareHandler } from 'hono';
import type { WebDeps } from '../deps.ts';
import { isSafeMethod } from '../middleware/csrf.ts';
import { type OfficeEnv, type OpenOfficeEnv, officeSession } from '../middleware/session.ts';
import { accountRoutes } from './account/routes.tsx';
import { budgetRoutes } from './budget/routes.tsx';
import { collectionOfficeRoutes } from './collection/routes.tsx';
import { cycleRoutes } from './cycle/routes.tsx';
import { dashboardRoutes } from './dashboard/dashboard.tsx';
import { evaluationRoutes } from './evaluation/routes.tsx';
import { evaluationSchemeRoutes } from './evaluation/schemes/routes.tsx';
import { implementationRoutes } from './implementation/routes.tsx';
import { indicatorRoutes } from './indicators/routes.tsx';
import { judgementRoutes } from './judgement/routes.tsx';
import { loginRoutes } from './login.tsx';
import { planEditingRoutes } from './plans/routes.tsx';
import { populationRoutes } from './population/routes.tsx';
import { programmeRoutes } from './programmes/routes.tsx';
import { receiveForm } from './receive-form.ts';
import { wantsJson } from './refusal-page.tsx';
import { settingsRoutes } from './settings/routes.tsx';
import { themeRoute } from './theme.ts';
import { todoRoutes } from './todo.tsx';

/** From here on somebody is logged in; others are asked to, and come back to the same address. */
const requireViewer: MiddlewareHandler<OpenOfficeEnv> = async (c, next) => {
  const office = `/m/${c.var.town.municipality}/office`;
  if (c.var.viewer === null) {
    if (!isSafeMethod(c.req.method) || wantsJson(c)) {
      return c.json({ title: 'ログインし直してください', detail: 'ログインの期限が来ています。' }, 401);
    }
    const { pathname, search } = new URL(c.req.url);
    const query = new URLSearchParams({
      next: pathname + search,
      ...(c.var.ended === null ? {} : { ended: '1' }),
    });
    return c.redirect(`${office}/login?${query}`, 303);
  }
  // A password somebody else has chosen is changed before anything else.
  if (c.var.viewer.mustChangePassword && !/\/office\/(account\/password|logout)$/.test(c.req.path)) {
    return c.redirect(`${office}/account/password`, 303);
  }
  return next();
};

/**
 * The staff's side of a town: mounted at the root of the application. Parts are mounted below /m/{code}/office and
 * name their addresses from there: planEditingRoutes at /plans, indicatorRoutes at /indicators.
 */
export const officeRoutes = (deps: WebDeps): Hono<OpenOfficeEnv> => {
  const office = new Hono<OfficeEnv>();
  office.route('/', todoRoutes(deps));
  office.route('/account', accountRoutes(deps));
  office.route('/plans', planEditingRoutes(deps));
  office.route('/indicators', indicatorRoutes(deps));
  office.route('/judgement', judgementRoutes(deps));
  office.route('/dashboard', dashboardRoutes(deps));
  office.route('/collections', collectionOfficeRoutes(deps));
  office.route('/cycle', cycleRoutes(deps));
  office.route('/evaluation/schemes', evaluationSchemeRoutes(deps));
  office.route('/evaluation', evaluationRoutes(deps));
  office.route('/implementation', implementationRoutes(deps));
  office.route('/budget', budgetRoutes(deps));
  office.route('/programmes', programmeRoutes(deps));
  office.route('/population', populationRoutes(deps));
  office.route('/settings', settingsRoutes(deps));

  const app = new Hono<OpenOfficeEnv>();
  app.use('/m/:code/office/*', officeSession(deps), receiveForm(deps));
  app.route('/m/:code/office', themeRoute());
  app.route('/m/:code/office', loginRoutes(deps));
  app.use('/m/:code/office/*', requireViewer);
  // requireViewer has just made sure of what the narrower type says.
  app.route('/m/:code/office', office as unknown as Hono<OpenOfficeEnv>);
  return app;
};
