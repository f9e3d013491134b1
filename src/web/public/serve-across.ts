import type { Context } from 'hono';
import type { ReactElement } from 'react';
import { findVersionAcross } from '../../db/read-public-version.ts';
import { withDirectory } from '../../db/tenant.ts';
import { buildId } from '../build-id.ts';
import type { ViewFrame } from '../components/frame.ts';
import type { WebDeps } from '../deps.ts';
import { pageMarkup } from '../render.tsx';
import type { Language } from '../text/text.ts';
import { matchesKey, pageKey } from './entity-tag.ts';
import { MissingPage } from './missing.tsx';
import { KeptPage } from './page-cache.ts';
import {
  htmlType,
  type KeptForReaders,
  knownQuery,
  sendKept,
  sendUnchanged,
  viewFrame,
} from './serve-page.ts';

/** A page about the published figures of several towns. */
export interface AcrossPage {
  /** Choices of the reader that change the page. */
  readonly query?: readonly string[];
  /** 共通指標 the compared towns have in common; null: whatever any open town publishes. */
  readonly commonKey: (c: Context) => string | null;
  /** null: there is nothing of the kind. */
  readonly answer: (frame: ViewFrame, c: Context) => Promise<ReactElement | null>;
}

/**
 * As `servePage`, with one version for all compared towns: kept, and answered 304, until one of them publishes. The
 * version is read before the figures; a page that is newer than its version is asked for by nobody.
 */
export const serveAcross =
  (
    deps: WebDeps,
    kept: Omit<KeptForReaders, 'revisions' | 'passing'>,
    language: Language,
    page: AcrossPage,
  ) =>
  async (c: Context): Promise<Response> => {
    const frame = viewFrame(deps, c, language, knownQuery(page, c));
    const commonKey = page.commonKey(c);
    // No town's code begins like this.
    const name = `across ${commonKey ?? ''}`;
    const version =
      kept.versions.find(name) ??
      (await withDirectory(deps.db, async (q) => {
        const found = await findVersionAcross(q, commonKey);
        if (found !== null) kept.versions.remember(name, found);
        return found;
      }));
    const key = pageKey([buildId, 'across', language, frame.textSize, frame.path, version ?? '']);
    if (version !== null) {
      if (matchesKey(c.req.header('if-none-match'), key)) return sendUnchanged(c, key);
      const found = kept.pages.get(key);
      if (found !== undefined) return sendKept(c, key, found);
    }
    const element = await page.answer(frame, c);
    if (element === null) return c.html(pageMarkup(MissingPage({ frame })), 404);
    const made = new KeptPage(htmlType, pageMarkup(element));
    if (version !== null) await kept.pages.keep(key, made);
    return sendKept(c, key, made);
  };
