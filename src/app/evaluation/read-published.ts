import { loadEditions, loadEntries, loadPublications } from '../../db/read-publication.ts';
import { withTenant } from '../../db/tenant.ts';
import type { PublishedRound, PublishedSheet } from '../../domain/evaluation/publication.ts';
import type { Acting } from '../acting.ts';

export interface PublishedState {
  readonly edition: number;
  readonly content: PublishedRound;
  readonly entries: readonly PublishedSheet[];
  readonly editions: Awaited<ReturnType<typeof loadEditions>>;
}

/** The newest edition of a round, and its history; null: nothing is published. */
export const readPublished = (acting: Acting, roundKey: string): Promise<PublishedState | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const last = (await loadPublications(tx, 'evaluation')).find(({ key }) => key === roundKey);
    if (last === undefined) return null;
    return {
      edition: last.edition,
      content: last.content,
      entries: await loadEntries(tx, last),
      editions: await loadEditions(tx, { kind: 'evaluation', key: roundKey }),
    };
  });
