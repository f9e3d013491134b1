import { Hono } from 'hono';
import type { WebDeps } from '../../../deps.ts';
import type { OfficeEnv } from '../../../middleware/session.ts';
import { attachRoutes } from './attach/attach.tsx';
import { compareRoutes } from './compare/compare.tsx';
import { scenarioCsvRoutes } from './csv/csv-routes.ts';
import { scenarioEditorRoutes } from './editor/editor.tsx';
import { scenarioStepRoutes } from './editor/step-routes.tsx';
import { scenarioListRoutes } from './list.tsx';
import { scenarioStartRoutes } from './start.tsx';

/** 人口のシナリオ: /m/{code}/office/population/scenarios, made, worked on, compared, published. */
export const scenarioRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.route('/', scenarioListRoutes(deps));
  app.route('/new', scenarioStartRoutes(deps));
  app.route('/compare', compareRoutes(deps));
  app.route('/:scenarioKey', scenarioCsvRoutes(deps));
  app.route('/:scenarioKey/attach', attachRoutes(deps));
  app.route('/:scenarioKey', scenarioEditorRoutes(deps));
  app.route('/:scenarioKey', scenarioStepRoutes(deps));
  return app;
};
