import { Hono } from 'hono';
import { appliedMigrations } from '../db/migrate.ts';
import { readMigrations } from '../db/migration-files.ts';
import type { WebDeps } from './deps.ts';
import { errorForLog } from './middleware/error-for-log.ts';

/** For a load balancer: `/healthz` the process answers, `/readyz` the database does and is what the program needs. */
export const healthRoutes = (deps: Pick<WebDeps, 'db' | 'log'>): Hono => {
  const needed = readMigrations().map((migration) => migration.tag);
  const plain = { 'cache-control': 'no-store' };
  return new Hono()
    .get('/healthz', (c) => c.text('ok', 200, plain))
    .get('/readyz', async (c) => {
      try {
        const applied = (await appliedMigrations(deps.db)).map((migration) => migration.tag);
        return needed.every((tag) => applied.includes(tag))
          ? c.text('ready', 200, plain)
          : c.text('database: migrations missing', 503, plain);
      } catch (error) {
        deps.log.error({ error: errorForLog(error) }, 'database does not answer');
        return c.text('database: no answer', 503, plain);
      }
    });
};
