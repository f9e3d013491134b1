import { Hono } from 'hono';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { requireRight } from '../forbidden.ts';
import { districtsRoutes } from './districts.tsx';
import { estatRoutes } from './estat.tsx';
import { populationImportRoutes } from './import.tsx';
import { populationIndexRoutes } from './index.tsx';
import { scenarioRoutes } from './scenarios/routes.tsx';
import { seriesRoutes } from './series.tsx';

/** 人口: /m/{code}/office/population, its series and what is made of them. */
export const populationRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  // Series and scenarios that are not public yet are drafts like those of a plan.
  app.use(requireRight(deps, 'population.view'));
  app.route('/', populationIndexRoutes(deps));
  app.route('/import', populationImportRoutes(deps));
  app.route('/estat', estatRoutes(deps));
  app.route('/series/:seriesKey', seriesRoutes(deps));
  app.route('/scenarios', scenarioRoutes(deps));
  app.route('/districts', districtsRoutes(deps));
  return app;
};
