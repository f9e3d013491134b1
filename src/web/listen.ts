import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** A client that sends slowly on purpose must not hold a connection; a slow phone still gets a minute. */
const timeouts = { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 5_000 };

/** How long answers under way may take when the server is told to stop. */
const graceMs = 10_000;

export interface Listening {
  readonly port: number;
  /** Takes no new connection, lets answers under way finish, then returns. */
  readonly stop: () => Promise<void>;
}

export const listen = (
  app: Hono,
  place: { readonly host: string; readonly port: number },
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = createAdaptorServer({ fetch: app.fetch, serverOptions: timeouts }) as Server;
    const stop = () =>
      new Promise<void>((stopped) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        // A connection whose answer is done would be kept open for the next request.
        const idle = setInterval(() => server.closeIdleConnections(), 100);
        server.close(() => {
          clearTimeout(cut);
          clearInterval(idle);
          stopped();
        });
      });
    server.once('error', reject);
    server.listen(place.port, place.host, () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address !== null ? address.port : place.port, stop });
    });
  });
