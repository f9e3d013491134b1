import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { mayAnywhere } from '../../../domain/access/may.ts';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { forbidden } from '../forbidden.ts';
import { delegationRoutes } from './delegation/delegation.tsx';
import { matrixRoutes } from './matrix/routes.tsx';
import { meetingRoutes } from './meeting/routes.tsx';
import { reviewRoutes } from './review/routes.tsx';
import { boardRoutes } from './rounds/board.tsx';
import { roundListRoutes } from './rounds/list.tsx';
import { publishRoutes } from './rounds/publish.tsx';
import { setupRoutes } from './rounds/setup.tsx';
import { workloadRoutes } from './rounds/workload.tsx';
import { sheetListRoutes } from './sheets/list.tsx';
import { sheetRoutes } from './sheets/sheet.tsx';

/** Everybody inside, and 外部評価者 with the sheets of their own stage. */
const mayRead = (deps: WebDeps) =>
  createMiddleware<OfficeEnv>(async (c, next) =>
    mayAnywhere(c.var.viewer.actor, 'evaluation.view') ||
    mayAnywhere(c.var.viewer.actor, 'evaluation.as-external-reviewer')
      ? next()
      : forbidden(c, deps, 'evaluation.view'),
  );

/** 評価の回とシート: /m/{code}/office/evaluation. */
export const evaluationRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.use(mayRead(deps));
  app.route('/', roundListRoutes(deps));
  app.route('/:round', boardRoutes(deps));
  app.route('/:round/setup', setupRoutes(deps));
  app.route('/:round/publish', publishRoutes(deps));
  app.route('/:round/workload', workloadRoutes(deps));
  app.route('/:round/delegation', delegationRoutes(deps));
  app.route('/:round/sheets', sheetListRoutes(deps));
  app.route('/:round/sheets/:subject', sheetRoutes(deps));
  app.route('/:round/meeting', meetingRoutes(deps));
  app.route('/:round/matrix', matrixRoutes(deps));
  app.route('/:round/review', reviewRoutes(deps));
  return app;
};
