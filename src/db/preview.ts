import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './connection.ts';
import { lockRevision } from './lock-revision.ts';
import { municipalityTable } from './schema/organisation.ts';
import { planRevision } from './schema/plan.ts';
import { type ActingAs, type PublicTx, withTenant } from './tenant.ts';
import type { RevisionReference } from './write-item.ts';

/** Carries the result out of the transaction that is given up. */
class GivenUp<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('the preview is over');
    this.result = result;
  }
}

/**
 * What the public role would read if the revision were published today. The publication happens inside a
 * transaction that never commits: so the rules that hide drafts, voices without consent and unpublished figures
 * are the database's own, and nothing of it stays. `run` may not write.
 */
export const previewAsPublic = async <T>(
  db: Database,
  as: ActingAs,
  at: RevisionReference,
  today: string,
  run: (tx: PublicTx) => Promise<T>,
): Promise<T> => {
  try {
    return await withTenant(db, as, async (tx): Promise<T> => {
      // First of all, as every writer of a revision does: the updates below hold the audit trail, which whoever is
      // saving an item needs while holding the revision.
      await lockRevision(tx, at.planKey, at.revision, 'update');
      await tx.q
        .update(municipalityTable)
        .set({ publicSince: sql`coalesce(${municipalityTable.publicSince}, now())` })
        .where(eq(municipalityTable.municipality, tx.municipality));
      await tx.q
        .update(planRevision)
        .set({ state: 'published', effectiveOn: today, publishedAt: sql`now()` })
        .where(
          and(
            eq(planRevision.municipality, tx.municipality),
            eq(planRevision.planKey, at.planKey),
            eq(planRevision.revision, at.revision),
            sql`${planRevision.state} <> 'published'`,
          ),
        );
      await tx.q.execute(sql`SELECT rashin.preview_on(${today}::date)`);
      await tx.q.execute(sql`SET LOCAL ROLE rashin_public`);
      // The same transaction, now in the public role: `withPublic` cannot be used inside it.
      const result = await run({ municipality: tx.municipality, q: tx.q } as unknown as PublicTx);
      throw new GivenUp(result);
    });
  } catch (error) {
    if (error instanceof GivenUp) return error.result as T;
    throw error;
  }
};
