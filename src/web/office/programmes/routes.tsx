import { Hono } from 'hono';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { requireRight } from '../forbidden.ts';
import { bulkRoutes } from './bulk.tsx';
import { costRoutes } from './costs.tsx';
import { newProgrammeRoutes, programmeEditRoutes } from './edit.tsx';
import { programmeImportRoutes } from './import.tsx';
import { programmeListRoutes } from './list.tsx';
import { programmeMeasureRoutes } from './measures.tsx';
import { programmeOverviewRoutes } from './overview.tsx';
import { settlementRoutes } from './settlement.tsx';
import { programmeYearRoutes } from './year.tsx';

/** 事務事業: /m/{code}/office/programmes. */
export const programmeRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.use(requireRight(deps, 'programme.view'));
  app.route('/', programmeListRoutes(deps));
  app.route('/new', newProgrammeRoutes(deps));
  app.route('/bulk', bulkRoutes(deps));
  app.route('/costs', costRoutes(deps));
  app.route('/import', programmeImportRoutes(deps));
  app.route('/settlement', settlementRoutes(deps));
  app.route('/:programmeKey/edit', programmeEditRoutes(deps));
  app.route('/:programmeKey/years', programmeYearRoutes(deps));
  app.route('/:programmeKey/measures', programmeMeasureRoutes(deps));
  app.route('/:programmeKey', programmeOverviewRoutes(deps));
  return app;
};
