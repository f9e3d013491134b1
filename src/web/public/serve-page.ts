import type { Context } from 'hono';
import { isoDateInJapan } from '../../app/japan-date.ts';
import { findPublicMoment } from '../../db/read-public-version.ts';
import { loadRevision } from '../../db/read-revision.ts';
import { withPublic } from '../../db/tenant.ts';
import { parseMunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import { buildId } from '../build-id.ts';
import type { TownFrame, ViewFrame } from '../components/frame.ts';
import type { WebDeps } from '../deps.ts';
import { pageMarkup } from '../render.tsx';
import { type Language, textOf } from '../text/text.ts';
import { chooseEncoding, entityTag, matchesKey, pageKey } from './entity-tag.ts';
import type { KeptRevisions } from './kept-revisions.ts';
import type { KnownVersions } from './known-versions.ts';
import { loadFrame } from './load-frame.ts';
import { MissingInTown, MissingPage } from './missing.tsx';
import type { PublicAnswer, PublicPage } from './page.ts';
import { KeptPage, type PageCache } from './page-cache.ts';
import { readTextSize } from './text-size.ts';

/** The choices of the reader this page knows; anything else in the query changes nothing. */
export const knownQuery = (page: Pick<PublicPage, 'query'>, c: Context): ReadonlyMap<string, string> => {
  const known = new Map<string, string>();
  for (const key of page.query ?? []) {
    const text = (c.req.query(key) ?? '').normalize('NFC').trim().slice(0, 100);
    if (text !== '') known.set(key, text);
  }
  return known;
};

/** Address without the language; the query as the page knows it. */
const pathOf = (c: Context, language: Language, query: ReadonlyMap<string, string>): string => {
  const path = language === 'en' ? c.req.path.replace(/^\/en(?=\/|$)/, '') : c.req.path;
  const search = new URLSearchParams([...query]).toString();
  return `${path === '' ? '/' : path}${search === '' ? '' : `?${search}`}`;
};

export const viewFrame = (
  deps: WebDeps,
  c: Context,
  language: Language,
  query: ReadonlyMap<string, string> = new Map(),
): ViewFrame => ({
  language,
  t: textOf(language),
  textSize: readTextSize(c),
  path: pathOf(c, language, query),
  assets: deps.assets,
});

/** What one process keeps between requests; all of it can be lost without harm. */
export interface KeptForReaders {
  readonly pages: PageCache;
  /** Pages of one reader's choices: a few, so that they never drive out the others */
  readonly passing: PageCache;
  readonly versions: KnownVersions;
  readonly revisions: KeptRevisions;
}

type Outcome =
  | { readonly kind: 'unchanged'; readonly key: string }
  | { readonly kind: 'kept'; readonly key: string; readonly page: KeptPage }
  | {
      readonly kind: 'answered';
      readonly key: string;
      readonly answer: PublicAnswer;
      readonly frame: TownFrame;
    }
  | { readonly kind: 'no-town' };

export const htmlType = 'text/html; charset=utf-8';

/** Asked again each time, answered 304 after one cheap query while nothing has changed. */
export const sendKept = async (c: Context, key: string, page: KeptPage): Promise<Response> => {
  const encoding = chooseEncoding(c.req.header('accept-encoding'));
  return c.body(await page.body(encoding), 200, {
    'Content-Type': page.contentType,
    'Cache-Control': 'public, no-cache',
    ETag: entityTag(key, encoding),
    Vary: 'Accept-Encoding, Cookie',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  });
};

export const sendUnchanged = (c: Context, key: string): Response =>
  c.body(null, 304, {
    'Cache-Control': 'public, no-cache',
    ETag: entityTag(key, chooseEncoding(c.req.header('accept-encoding'))),
    Vary: 'Accept-Encoding, Cookie',
  });

export const servePage =
  (deps: WebDeps, kept: KeptForReaders, language: Language, page: PublicPage) =>
  async (c: Context): Promise<Response> => {
    const query = knownQuery(page, c);
    const view = viewFrame(deps, c, language, query);
    const code = parseMunicipalityCode(c.req.param('code') ?? '');
    if (!code.ok) return c.html(pageMarkup(MissingPage({ frame: view })), 404);
    const today = isoDateInJapan(deps.now());

    /** What needs no more than the version: 304, or the page as it was rendered before. */
    const withoutReading = (
      version: string,
      day: string,
    ): { readonly key: string; readonly outcome: Outcome | null } => {
      const key = pageKey([buildId, language, view.textSize, view.path, version, day]);
      if (matchesKey(c.req.header('if-none-match'), key)) return { key, outcome: { kind: 'unchanged', key } };
      const found = kept.pages.get(key) ?? kept.passing.get(key);
      return { key, outcome: found === undefined ? null : { kind: 'kept', key, page: found } };
    };
    const read = () =>
      withPublic(deps.db, { municipality: code.value, today }, async (tx): Promise<Outcome> => {
        const moment = await findPublicMoment(tx);
        if (moment === null) return { kind: 'no-town' };
        kept.versions.remember(code.value, moment.version);
        // Around midnight the clocks of two machines differ: the page and its key go by the one that hides revisions.
        const { key, outcome } = withoutReading(moment.version, moment.today);
        if (outcome !== null) return outcome;
        const frame = await loadFrame(tx, view, moment.today);
        if (frame === null) return { kind: 'no-town' };
        const param = (name: string) => c.req.param(name) ?? '';
        const revision = kept.revisions.reader(code.value, moment.version, (planKey, number) =>
          loadRevision(tx, planKey, number),
        );
        return {
          kind: 'answered',
          key,
          frame,
          answer: await page.answer({ tx, frame, revision, param, query }),
        };
      });

    const version = kept.versions.find(code.value);
    const outcome = (version === null ? null : withoutReading(version, today).outcome) ?? (await read());

    switch (outcome.kind) {
      case 'no-town':
        return c.html(pageMarkup(MissingPage({ frame: view })), 404);
      case 'unchanged':
        return sendUnchanged(c, outcome.key);
      case 'kept':
        return sendKept(c, outcome.key, outcome.page);
      case 'answered': {
        const { answer, frame, key } = outcome;
        if (answer.kind === 'missing') return c.html(pageMarkup(MissingInTown({ frame })), 404);
        const made =
          answer.kind === 'page'
            ? new KeptPage(htmlType, pageMarkup(answer.element))
            : new KeptPage(answer.contentType, answer.body);
        const isPassing = answer.kind === 'page' && answer.isPassing === true;
        await (isPassing ? kept.passing : kept.pages).keep(key, made);
        return sendKept(c, key, made);
      }
      default: {
        const unknown: never = outcome;
        throw new Error(`unknown outcome ${String(unknown)}`);
      }
    }
  };
