import { Hono } from 'hono';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { requireRight } from '../forbidden.ts';
import { allocationRoutes } from './allocation.tsx';
import { chooseRoutes } from './choose.tsx';
import { divisionRoutes } from './division.tsx';
import { movesRoutes } from './moves.tsx';
import { prioritiesRoutes } from './priorities.tsx';
import { proposalRoutes } from './proposal.tsx';
import { budgetSchemeEditorRoutes } from './scheme/editor.tsx';
import { budgetSchemeStartRoutes } from './scheme/start.tsx';
import { yearRoutes } from './year.tsx';
import { yearsRoutes } from './years.tsx';

/** 予算: /m/{code}/office/budget, its rules and its years. */
export const budgetRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.use(requireRight(deps, 'budget.view'));
  app.route('/', yearsRoutes(deps));
  app.route('/schemes/new', budgetSchemeStartRoutes(deps));
  app.route('/schemes/:schemeKey/:schemeVersion', budgetSchemeEditorRoutes(deps));
  app.route('/:year', yearRoutes(deps));
  app.route('/:year/units/:unit', divisionRoutes(deps));
  app.route('/:year/proposals/:proposal', proposalRoutes(deps));
  app.route('/:year/allocation', allocationRoutes(deps));
  app.route('/:year/priorities', prioritiesRoutes(deps));
  app.route('/:year/choose', chooseRoutes(deps));
  app.route('/:year/moves', movesRoutes(deps));
  return app;
};
