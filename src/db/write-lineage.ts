import { and, eq, inArray, sql } from 'drizzle-orm';
import type { LineageLink } from '../domain/plan/lineage.ts';
import { inChunks } from './in-chunks.ts';
import { lineage } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';
import type { RevisionReference } from './write-item.ts';

/** Adds to what a draft records about its items. The revision must be locked by the caller. */
export const appendLineage = async (
  tx: TenantTx,
  at: RevisionReference,
  links: readonly LineageLink[],
  stamp: { readonly by: string | null; readonly now: string },
): Promise<void> => {
  if (links.length === 0) return;
  const last = await tx.q
    .select({ seq: sql<number>`coalesce(max(${lineage.seq}), 0)::int` })
    .from(lineage)
    .where(
      and(
        eq(lineage.municipality, tx.municipality),
        eq(lineage.planKey, at.planKey),
        eq(lineage.revision, at.revision),
      ),
    );
  const first = (last[0]?.seq ?? 0) + 1;
  const rows = links.map((link, index) => ({
    municipality: tx.municipality,
    ...at,
    seq: first + index,
    kind: link.kind,
    fromPlanKey: link.from?.planKey ?? null,
    fromItemKey: link.from?.itemKey ?? null,
    toPlanKey: link.to?.planKey ?? null,
    toItemKey: link.to?.itemKey ?? null,
    reason: link.reason,
    createdAt: stamp.now,
    createdBy: stamp.by,
  }));
  await inChunks(rows, 2000, (chunk) => tx.q.insert(lineage).values(chunk));
};

const identity = ({ kind, from, to, reason }: LineageLink): string =>
  JSON.stringify([kind, from, to, reason]);

/** Makes what a draft records `after` where it was `before`: rows that stay are not touched. */
export const replaceLineage = async (
  tx: TenantTx,
  at: RevisionReference,
  before: readonly (LineageLink & { readonly seq: number })[],
  after: readonly LineageLink[],
  stamp: { readonly by: string | null; readonly now: string },
): Promise<void> => {
  const wanted = new Set(after.map(identity));
  const had = new Set(before.map(identity));
  const gone = before.filter((link) => !wanted.has(identity(link))).map((link) => link.seq);
  if (gone.length > 0)
    await tx.q
      .delete(lineage)
      .where(
        and(
          eq(lineage.municipality, tx.municipality),
          eq(lineage.planKey, at.planKey),
          eq(lineage.revision, at.revision),
          inArray(lineage.seq, gone),
        ),
      );
  await appendLineage(
    tx,
    at,
    after.filter((link) => !had.has(identity(link))),
    stamp,
  );
};
