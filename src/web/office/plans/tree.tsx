import { Hono } from 'hono';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { TreePage } from './tree-page.tsx';

/** The desk of a revision begins with its tree. */
export const treeRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c) => {
    const desk = await openDesk(c, deps);
    if (desk instanceof Response) return desk;
    const notice = c.req.query('done') === 'started' ? '改定を始めました。ここからが下書きです。' : undefined;
    return renderPage(c, <TreePage desk={desk} selected={c.req.query('selected') ?? null} notice={notice} />);
  });
