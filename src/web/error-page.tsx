import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { localised, type ViewFrame } from './components/frame.ts';
import { PageHead } from './components/page-head.tsx';
import { PlainLayout } from './components/plain-layout.tsx';
import type { WebDeps } from './deps.ts';
import { viewFrame } from './public/serve-page.ts';
import { renderPage } from './render.tsx';
import type { Language } from './text/text.ts';

export interface ErrorText {
  readonly title: string;
  /** What happened, where, and what to do. */
  readonly sentences: readonly string[];
}

const ErrorPage = ({ frame, title, sentences }: ErrorText & { readonly frame: ViewFrame }) => (
  <PlainLayout frame={frame} title={title} noIndex>
    <PageHead title={title} lead={sentences.join('')} />
    <p>
      <a href={localised(frame, '/')}>{frame.t.missing.directory}</a>
    </p>
  </PlainLayout>
);

/** A refusal outside any town's pages: HTML for people, Problem Details (RFC 9457) for programs. */
export const renderError = (
  c: Context,
  deps: WebDeps,
  status: ContentfulStatusCode,
  texts: Readonly<Record<Language, ErrorText>>,
): Response => {
  const language = /^\/en(\/|$)/.test(c.req.path) ? 'en' : 'ja';
  const text = texts[language];
  c.header('Cache-Control', 'no-store');
  const forProgram = c.req.path.startsWith('/api/') || c.req.header('accept')?.includes('application/json');
  if (!forProgram) return renderPage(c, <ErrorPage {...text} frame={viewFrame(deps, c, language)} />, status);
  return c.body(JSON.stringify({ status, title: text.title, detail: text.sentences.join('') }), status, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
};
