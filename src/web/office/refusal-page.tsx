import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebDeps } from '../deps.ts';
import type { OpenOfficeEnv } from '../middleware/session.ts';
import { renderPage } from '../render.tsx';
import { OfficeDocument } from './layout.tsx';

export interface Refused {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  /** What happened, where, and what to do. */
  readonly sentences: readonly string[];
}

interface PageProps extends Refused {
  readonly town: OpenOfficeEnv['Variables']['town'];
  readonly assets: WebDeps['assets'];
}

const RefusalPage = ({ town, assets, title, sentences }: PageProps) => (
  <OfficeDocument title={title} town={town} assets={assets}>
    <main id="main" className="wrap office-main office-main--narrow" tabIndex={-1}>
      <h1>{title}</h1>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        <a href={`/m/${town.municipality}/office`}>やること（最初のページ）へ</a>
      </p>
    </main>
  </OfficeDocument>
);

export const wantsJson = (c: Context): boolean =>
  c.req.header('accept')?.includes('application/json') === true;

/** The answer to a request that was not carried out: a page, or for an island a problem in JSON. */
export const refusePage = (c: Context<OpenOfficeEnv>, deps: WebDeps, refused: Refused): Response =>
  wantsJson(c)
    ? c.json({ title: refused.title, detail: refused.sentences.join('') }, refused.status)
    : renderPage(c, <RefusalPage {...refused} town={c.var.town} assets={deps.assets} />, refused.status);

export const forgedForm: Refused = {
  status: 403,
  title: '送信を受け付けませんでした',
  sentences: [
    'この送信は、このサイトの画面から送られたものと確かめられませんでした。何も変わっていません。',
    '前の画面に戻って読み込み直し、もう一度送ってください。繰り返すときは、ログインし直してください。',
  ],
};
