import type { Context } from 'hono';
import { Hono } from 'hono';
import { renderToStaticMarkup } from 'react-dom/server';
import { previewPage } from '../../../app/plan/preview-page.ts';
import { loadRevision } from '../../../db/read-revision.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { itemPage } from '../../public/item-page.tsx';
import { loadFrame } from '../../public/load-frame.ts';
import type { PublicPage } from '../../public/page.ts';
import { planPage } from '../../public/plan-page.tsx';
import { viewFrame } from '../../public/serve-page.ts';
import { pageMarkup } from '../../render.tsx';
import { type DeskPage, openDesk } from './desk.ts';
import { statusNames } from './desk-layout.tsx';

const Banner = ({ desk, back }: { readonly desk: DeskPage; readonly back: string }) => (
  <aside className="draft-banner" aria-label="この画面について">
    <span>
      {statusNames[desk.revision.status]}の見え方（{desk.revision.label}）
      {desk.revision.state === 'published' ? '' : '。まだ公開していません'}
    </span>
    <a href={back}>書く画面へ戻る</a>
  </aside>
);

/** The public page with the draft's mark, its links staying inside the preview. */
const marked = (desk: DeskPage, markup: string, back: string, stylesheet: string): string => {
  const address = `/m/${desk.town.municipality}/plans/${desk.plan.slug}`;
  const inside = new RegExp(`((?:href|action)=")${address.replaceAll('.', '\\.')}(?=["/?#])`, 'gu');
  return (
    markup
      .replace(inside, `$1${desk.deskHref}/preview`)
      .replace('<title>', `<title>${statusNames[desk.revision.status]}: `)
      .replace(
        '</head>',
        `<meta name="robots" content="noindex"><link rel="stylesheet" href="${stylesheet}"></head>`,
      )
      // After the skip link, which stays the first thing a keyboard meets.
      .replace(
        /<body[^>]*><a class="skip-link"[^>]*>[^<]*<\/a>/u,
        (start) => `${start}${renderToStaticMarkup(<Banner desk={desk} back={back} />)}`,
      )
  );
};

/** 公開画面の見え方: the public's own pages over the draft, in a transaction that is given up (db/preview.ts). */
export const previewRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const show = async (c: Context<OfficeEnv>, page: PublicPage): Promise<Response> => {
    const desk = await openDesk(c, deps);
    if (desk instanceof Response) return desk;
    const key = c.req.param('key');
    const query = new Map(
      (page.query ?? []).flatMap((name) => {
        const text = (c.req.query(name) ?? '').normalize('NFC').trim().slice(0, 100);
        return text === '' ? [] : [[name, text] as const];
      }),
    );
    const { status, revision } = desk.revision;
    if (status === 'superseded') query.set('revision', String(revision));
    const path = `/m/${desk.town.municipality}/plans/${desk.plan.slug}`;
    const view = { ...viewFrame(deps, c, 'ja', query), path };
    // A revision that waits for its 施行日 is seen as on that day.
    const today = status === 'scheduled' ? (desk.revision.effectiveOn ?? desk.today) : desk.today;
    const answer = await previewPage(actingOf(c, deps), desk.at, today, async (tx) => {
      const frame = await loadFrame(tx, view, today);
      const param = (name: string): string => (name === 'slug' ? desk.plan.slug : (key ?? ''));
      return frame === null
        ? null
        : page.answer({
            tx,
            frame,
            // What is previewed is not public: it is never kept.
            revision: (planKey, number) => loadRevision(tx, planKey, number),
            param,
            query,
          });
    });
    if (answer === null || answer.kind !== 'page') return c.notFound();
    const back = key === undefined ? desk.deskHref : `${desk.deskHref}/items/${encodeURIComponent(key)}`;
    const markup = marked(desk, pageMarkup(answer.element), back, deps.assets('office.css'));
    return c.body(markup, 200, { 'content-type': 'text/html; charset=utf-8' });
  };
  return new Hono<OfficeEnv>()
    .get('/', (c) => show(c, planPage))
    .get('/items/:key', (c) => show(c, itemPage));
};
