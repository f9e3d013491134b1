import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { WebDeps } from '../deps.ts';

/** Asked for every few seconds, or many times a page. */
const quiet: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/assets/*']);

const ids = new WeakMap<Context, string>();

/** The number of this request: in the log, in X-Request-Id, and on the page of an internal error. */
export const requestIdOf = (c: Context): string => {
  const known = ids.get(c);
  if (known !== undefined) return known;
  const id = randomUUID();
  ids.set(c, id);
  return id;
};

/**
 * One line per request, without anything about a person: the pattern of the route instead of the address (which may
 * name a user or a search), no address of the client, no user agent.
 */
export const requestLog =
  (log: WebDeps['log']): MiddlewareHandler =>
  async (c, next) => {
    const id = requestIdOf(c);
    const from = performance.now();
    await next();
    c.res.headers.set('X-Request-Id', id);
    const route = routePath(c, -1);
    const town = /^\/(?:en\/)?m\/(\d{6})(?:\/|$)/.exec(c.req.path)?.[1];
    const line = {
      id,
      method: c.req.method,
      route,
      town,
      status: c.res.status,
      ms: Math.round(performance.now() - from),
    };
    if (c.res.status >= 500) log.error(line, 'request');
    else if (quiet.has(route)) log.debug(line, 'request');
    else log.info(line, 'request');
  };
