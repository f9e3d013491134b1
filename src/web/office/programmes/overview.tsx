import { type Context, Hono } from 'hono';
import { readProgrammeDesk } from '../../../app/programme/read-programme-desk.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { OverviewPage } from './overview-page.tsx';

const notices: Readonly<Record<string, string>> = {
  created: '事業を加えました。年度の記録と指標を入れられます。',
  saved: '保存しました。',
};

export const programmeOverviewRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c: Context<OfficeEnv>) => {
    const desk = await readProgrammeDesk(actingOf(c, deps), c.req.param('programmeKey') ?? '');
    return desk === null
      ? c.notFound()
      : renderPage(
          c,
          <OverviewPage
            town={c.var.town}
            viewer={c.var.viewer}
            desk={desk}
            notice={notices[c.req.query('done') ?? '']}
          />,
        );
  });
