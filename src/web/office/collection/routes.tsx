import { Hono } from 'hono';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { requireRight } from '../forbidden.ts';
import { blockRoutes } from './blocks.tsx';
import { dueDayRoutes } from './due-days.tsx';
import { collectionListRoutes } from './list.tsx';
import { collectionRoutes } from './overview.tsx';
import { sheetRoutes } from './sheet.tsx';

/** 実績の照会: /m/{code}/office/collections, and the sheets of the units below each. */
export const collectionOfficeRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  // What is entered and not approved is a draft like that of a plan.
  app.use(requireRight(deps, 'plan.view-draft'));
  app.route('/', collectionListRoutes(deps));
  app.route('/:year', collectionRoutes(deps));
  app.route('/:year/due-days', dueDayRoutes(deps));
  app.route('/:year/units/:unit', sheetRoutes(deps));
  app.route('/:year/units/:unit', blockRoutes(deps));
  return app;
};
