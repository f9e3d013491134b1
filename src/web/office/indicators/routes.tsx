import { Hono } from 'hono';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { requireRight } from '../forbidden.ts';
import { indicatorJudgementRoutes } from '../judgement/indicator-judgement.tsx';
import { breakdownRoutes } from './breakdowns.tsx';
import { cellRoutes } from './cells.tsx';
import { definitionRoutes, newIndicatorRoutes } from './definition.tsx';
import { indicatorListRoutes } from './list.tsx';
import { seriesRoutes } from './series.tsx';
import { targetRoutes } from './targets.tsx';
import { valueRoutes } from './values.tsx';

/** Indicators: /m/{code}/office/indicators. Figures are what the address of an indicator itself shows. */
export const indicatorRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  // Figures and indicators that are not public yet are drafts like those of a plan.
  app.use(requireRight(deps, 'plan.view-draft'));
  app.route('/', indicatorListRoutes(deps));
  app.route('/new', newIndicatorRoutes(deps));
  app.route('/:indicatorKey/definition', definitionRoutes(deps));
  app.route('/:indicatorKey/judgement', indicatorJudgementRoutes(deps));
  app.route('/:indicatorKey/targets', targetRoutes(deps));
  app.route('/:indicatorKey/breakdowns', breakdownRoutes(deps));
  app.route('/:indicatorKey/breakdowns/:axes', cellRoutes(deps));
  app.route('/:indicatorKey/breakdowns/:axes/:year', cellRoutes(deps));
  app.route('/:indicatorKey/series', seriesRoutes(deps));
  app.route('/:indicatorKey/series/:series', valueRoutes(deps));
  app.route('/:indicatorKey', valueRoutes(deps));
  return app;
};
