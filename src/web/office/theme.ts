import { Hono } from 'hono';
import type { OpenOfficeEnv } from '../middleware/session.ts';
import { themeCss } from '../styles/accent.ts';

/** The town's colours for office pages; `?accent=` shows one that is being tried out. */
export const themeRoute = (): Hono<OpenOfficeEnv> =>
  new Hono<OpenOfficeEnv>().get('/theme.css', (c) => {
    const tried = c.req.query('accent') ?? '';
    const colour = /^#[0-9a-f]{6}$/i.test(tried) ? tried : c.var.town.accentColour;
    return c.body(themeCss(colour), 200, { 'content-type': 'text/css; charset=utf-8' });
  });
