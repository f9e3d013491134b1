import { Hono } from 'hono';
import { may } from '../../../domain/access/may.ts';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { DeskLayout } from './desk-layout.tsx';
import { downloadName } from './download-name.ts';
import { planFileOf } from './plan-file.ts';

/** データ: the revision as a file that can be read in again, here or elsewhere. */
export const dataRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const desk = await openDesk(c, deps);
      if (desk instanceof Response) return desk;
      const plans = `/m/${c.var.town.municipality}/office/plans`;
      return renderPage(
        c,
        <DeskLayout desk={desk} section="data" title="データ">
          <section className="section" aria-labelledby="export-title">
            <h2 id="export-title">書き出す</h2>
            <p>
              この版を、団体データファイル（JSON）にします。控えとして残し、ほかの機械に読み込めます。公開の同意がない生の声も含むため、扱いに気を付けてください。
            </p>
            <p>
              <a className="button button--quiet" href={`${desk.deskHref}/data/plan.json`}>
                この版を書き出す
              </a>
            </p>
          </section>
          {may(desk.viewer.actor, 'plan.create') && (
            <section className="section" aria-labelledby="import-title">
              <h2 id="import-title">読み込む</h2>
              <p>
                団体データファイルから、計画や改定を新しい下書きとして読み込みます。登録の前に、確かめられます。
              </p>
              <p>
                <a href={`${plans}/import`}>データを読み込む</a>
              </p>
            </section>
          )}
        </DeskLayout>,
      );
    })
    .get('/plan.json', async (c) => {
      const desk = await openDesk(c, deps, { lineage: true });
      if (desk instanceof Response) return desk;
      return c.body(`${JSON.stringify(planFileOf(desk), null, 2)}\n`, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${downloadName(desk)}"`,
      });
    });
