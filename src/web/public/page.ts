import type { ReactElement } from 'react';
import type { PublicTx } from '../../db/tenant.ts';
import type { TownFrame } from '../components/frame.ts';
import type { ReadRevision } from './kept-revisions.ts';

/** One request for a public page of a town, already inside its read-only transaction. */
export interface PublicRequest {
  readonly tx: PublicTx;
  readonly frame: TownFrame;
  /** The text of a revision: read once however many pages show it. */
  readonly revision: ReadRevision;
  /** Part of the address: param('slug'). */
  readonly param: (name: string) => string;
  /** Only the keys the page names in `query`, trimmed, at most 100 characters, never empty. */
  readonly query: ReadonlyMap<string, string>;
}

export type PublicAnswer =
  | {
      readonly kind: 'page';
      readonly element: ReactElement;
      /** One of endlessly many (figures a reader enters): not to take the place of pages everybody reads. */
      readonly isPassing?: boolean;
    }
  /** 404 in the town's own frame. */
  | { readonly kind: 'missing' }
  /** Something else than HTML: feed, stylesheet. */
  | { readonly kind: 'document'; readonly contentType: string; readonly body: string };

/**
 * A public page: its address below /m/{code}, the query keys it knows (others do not count for the cache),
 * and how it answers. Served, cached and compressed by serve-page.ts, in Japanese and under /en.
 */
export interface PublicPage {
  readonly path: string;
  readonly query?: readonly string[];
  readonly answer: (request: PublicRequest) => Promise<PublicAnswer>;
}
