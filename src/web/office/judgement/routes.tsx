import { Hono } from 'hono';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { requireRight } from '../forbidden.ts';
import { schemeEditorRoutes } from './editor/editor.tsx';
import { overviewRoutes } from './overview.tsx';
import { sheetRoutes } from './sheet.tsx';
import { schemeStartRoutes } from './start.tsx';

/** 判定: /m/{code}/office/judgement, its schemes and the sheets of its years. */
export const judgementRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  // Figures and grades that are not public yet are drafts like those of a plan.
  app.use(requireRight(deps, 'plan.view-draft'));
  app.route('/', overviewRoutes(deps));
  app.route('/schemes/new', schemeStartRoutes(deps));
  app.route('/schemes/:schemeKey/:schemeVersion', schemeEditorRoutes(deps));
  app.route('/', sheetRoutes(deps));
  return app;
};
