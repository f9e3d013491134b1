import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/**
 * One cookie per town, so that a person may be logged in to two towns in one browser; a token of one town is
 * looked up among the sessions of that town only. Over https the name carries __Host-, which a browser accepts
 * from this very host only; a closed network on plain http gets the same cookie without it.
 */
const cookieName = (code: string, https: boolean): string => `${https ? '__Host-' : ''}rashin-${code}`;

/** 256 random bits, URL-safe. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored: the token itself is in the cookie only. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export const readSessionCookie = (c: Context, code: string, https: boolean): string | undefined =>
  getCookie(c, cookieName(code, https));

const attributes = (https: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: https }) as const;

/** Without Max-Age: it goes with the browser, and in any case when the stored session ends. */
export const setSessionCookie = (c: Context, code: string, token: string, https: boolean): void =>
  setCookie(c, cookieName(code, https), token, attributes(https));

export const clearSessionCookie = (c: Context, code: string, https: boolean): void =>
  setCookie(c, cookieName(code, https), '', { ...attributes(https), maxAge: 0 });

const loginCookieName = (https: boolean): string => `${https ? '__Host-' : ''}rashin-login`;

/** Before there is a session: the login form carries the value its cookie carries (double submit). */
export const loginToken = (c: Context, https: boolean): string => {
  const known = getCookie(c, loginCookieName(https));
  if (known !== undefined && /^[\w-]{43}$/.test(known)) return known;
  const token = newToken();
  setCookie(c, loginCookieName(https), token, attributes(https));
  return token;
};

export const readLoginCookie = (c: Context, https: boolean): string | undefined =>
  getCookie(c, loginCookieName(https));
