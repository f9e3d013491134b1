import { Hono } from 'hono';
import type { WebDeps } from '../../../deps.ts';
import type { OfficeEnv } from '../../../middleware/session.ts';
import { requireRight } from '../../forbidden.ts';
import { schemeEditorRoutes } from './editor/editor.tsx';
import { schemeListRoutes } from './list.tsx';
import { schemeStartRoutes } from './start.ts';

/** 評価の様式: /m/{code}/office/evaluation/schemes. */
export const evaluationSchemeRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.use(requireRight(deps, 'evaluation.view'));
  app.route('/', schemeListRoutes(deps));
  app.route('/new', schemeStartRoutes(deps));
  app.route('/:schemeKey/:schemeVersion', schemeEditorRoutes(deps));
  return app;
};
