import type { Context } from 'hono';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type TextSize, textSizes } from '../components/frame.ts';

const cookieName = 'rashin-text-size';

const isTextSize = (text: string | undefined): text is TextSize => textSizes.some((size) => size === text);

export const readTextSize = (c: Context): TextSize => {
  const chosen = getCookie(c, cookieName);
  return isTextSize(chosen) ? chosen : 'medium';
};

/** Back to a page of ours only: one slash, then no other slash or backslash. */
const ownPath = (text: string | undefined): string =>
  text !== undefined && /^\/(?![/\\])[^\\\p{Cc}]{0,500}$/u.test(text) ? encodeURI(decodeURI(text)) : '/';

const safely = (text: string | undefined): string => {
  try {
    return ownPath(text);
  } catch {
    return '/'; // a malformed percent sequence
  }
};

/** 文字の大きさ: a link-like form, so that it works without JavaScript. Nothing but the cookie is changed. */
export const textSizeRoutes = (): Hono => {
  const routes = new Hono();
  for (const path of ['/text-size', '/en/text-size']) {
    routes.get(path, (c) => {
      const size = c.req.query('size');
      if (isTextSize(size)) {
        setCookie(c, cookieName, size, {
          path: '/',
          maxAge: 365 * 24 * 60 * 60,
          sameSite: 'Lax',
          httpOnly: true,
        });
      }
      c.header('Cache-Control', 'no-store');
      return c.redirect(safely(c.req.query('back')), 303);
    });
  }
  return routes;
};
