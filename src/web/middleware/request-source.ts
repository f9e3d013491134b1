import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Config } from '../../config.ts';

/** What the operator said about the way in: forwarded headers are believed only from that many proxies. */
export type WayIn = Pick<Config, 'trustedProxies' | 'baseUrl'>;

/** The entry the outermost trusted proxy added; entries before it are the client's own claims. */
const forwarded = (header: string | null | undefined, { trustedProxies }: WayIn): string | undefined =>
  trustedProxies === 0 ? undefined : header?.split(',').at(-trustedProxies)?.trim();

export const isHttps = (request: Request, way: WayIn): boolean =>
  new URL(request.url).protocol === 'https:' ||
  way.baseUrl?.startsWith('https:') === true ||
  forwarded(request.headers.get('x-forwarded-proto'), way) === 'https';

export const clientAddress = (c: Context, way: WayIn): string => {
  const told = forwarded(c.req.header('x-forwarded-for'), way);
  if (told) return told;
  // Without a socket (a test, a static export) there is no address.
  const hasSocket = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env;
  return hasSocket ? (getConnInfo(c).remote.address ?? 'unknown') : 'unknown';
};

/** The host the visitor's browser speaks to. */
export const requestHost = (request: Request, way: WayIn): string =>
  (way.baseUrl === null ? undefined : new URL(way.baseUrl).host) ??
  forwarded(request.headers.get('x-forwarded-host'), way) ??
  request.headers.get('host') ??
  new URL(request.url).host;
