import { timingSafeEqual } from 'node:crypto';
import { requestHost, type WayIn } from './request-source.ts';

/** Methods that change nothing. */
export const isSafeMethod = (method: string): boolean =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/**
 * True when a browser says that the form stands on another site. Browsers send Sec-Fetch-Site only over https and
 * to localhost, Origin with every POST; a program that sends neither still needs the token.
 */
export const comesFromElsewhere = (request: Request, way: WayIn): boolean => {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin';
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  // "null": a sandboxed frame or a redirect across sites.
  return !URL.canParse(origin) || new URL(origin).host !== requestHost(request, way);
};

/** Equal without telling by the time taken how far they agree. */
export const sameToken = (expected: string | undefined, given: string | undefined): boolean => {
  if (expected === undefined || given === undefined || expected === '') return false;
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
};
