import { and, desc, eq } from 'drizzle-orm';
import type { PublicationKind } from '../domain/evaluation/publication.ts';
import { inChunks } from './in-chunks.ts';
import { publication, publicationEntry } from './schema/publication.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

/** The number of the newest edition; 0: nothing is published under the key. The caller holds what it is made from locked. */
export const lastEdition = async (tx: TenantTx, kind: PublicationKind, key: string): Promise<number> => {
  const [row] = await tx.q
    .select({ edition: publication.edition })
    .from(publication)
    .where(
      and(
        eq(publication.municipality, tx.municipality),
        eq(publication.kind, kind),
        eq(publication.key, key),
      ),
    )
    .orderBy(desc(publication.edition))
    .limit(1);
  return row?.edition ?? 0;
};

export interface NewPublication {
  readonly kind: PublicationKind;
  readonly key: string;
  readonly edition: number;
  readonly fiscalYear: number;
  readonly title: string;
  /** '' for the first edition */
  readonly reason: string;
  readonly content: unknown;
}

/** One edition with its entries, in their order; a thousand entries a statement. Rows never change afterwards. */
export const insertPublication = async (
  tx: TenantTx,
  made: NewPublication,
  entries: readonly { readonly subjectKey: string; readonly content: unknown }[],
  stamp: Stamp,
): Promise<void> => {
  await tx.q
    .insert(publication)
    .values({ municipality: tx.municipality, ...made, publishedAt: stamp.now, publishedBy: stamp.by });
  const { kind, key, edition } = made;
  await inChunks(
    entries.map((entry, position) => ({
      municipality: tx.municipality,
      kind,
      key,
      edition,
      ...entry,
      position,
    })),
    1000,
    (chunk) => tx.q.insert(publicationEntry).values(chunk),
  );
};
