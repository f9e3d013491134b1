import { and, eq, gt, inArray, or, sql } from 'drizzle-orm';
import { autosave } from './schema/access.ts';
import type { TenantTx } from './tenant.ts';

/** What a person has typed into one form and not yet saved. Names and values as the form would send them. */
export interface KeptTyping {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly baseVersion: number;
  readonly updatedAt: string;
}

const mine = (tx: TenantTx, userId: string, formKey: string) =>
  and(eq(autosave.municipality, tx.municipality), eq(autosave.userId, userId), eq(autosave.formKey, formKey));

export const findKeptTyping = async (
  tx: TenantTx,
  userId: string,
  formKey: string,
): Promise<KeptTyping | null> => {
  const rows = await tx.q
    .select({ fields: autosave.fields, baseVersion: autosave.baseVersion, updatedAt: autosave.updatedAt })
    .from(autosave)
    .where(mine(tx, userId, formKey));
  const row = rows[0];
  return row === undefined ? null : { ...row, fields: row.fields as KeptTyping['fields'] };
};

export const upsertKeptTyping = async (
  tx: TenantTx,
  userId: string,
  formKey: string,
  kept: Pick<KeptTyping, 'fields' | 'baseVersion'> & { readonly characters: number },
  now: string,
): Promise<void> => {
  await tx.q
    .insert(autosave)
    .values({ municipality: tx.municipality, userId, formKey, ...kept, updatedAt: now })
    .onConflictDoUpdate({
      target: [autosave.municipality, autosave.userId, autosave.formKey],
      set: { ...kept, updatedAt: now },
    });
};

/** What one person may leave unsaved, over all forms. */
export interface TypingLimit {
  readonly forms: number;
  readonly characters: number;
}

/** Drops what was typed longest ago until the rest is within the limit; `formKey`, typed just now, stays. */
export const deleteOldestTyping = async (
  tx: TenantTx,
  userId: string,
  formKey: string,
  limit: TypingLimit,
): Promise<void> => {
  const newestFirst = sql`(ORDER BY ${autosave.formKey} = ${formKey} DESC, ${autosave.updatedAt} DESC, ${autosave.formKey})`;
  const ranked = tx.q
    .select({
      formKey: autosave.formKey,
      place: sql<number>`row_number() OVER ${newestFirst}`.as('place'),
      total: sql<number>`sum(${autosave.characters}) OVER ${newestFirst}`.as('total'),
    })
    .from(autosave)
    .where(and(eq(autosave.municipality, tx.municipality), eq(autosave.userId, userId)))
    .as('ranked');
  await tx.q.delete(autosave).where(
    and(
      eq(autosave.municipality, tx.municipality),
      eq(autosave.userId, userId),
      inArray(
        autosave.formKey,
        tx.q
          .select({ formKey: ranked.formKey })
          .from(ranked)
          .where(or(gt(ranked.place, limit.forms), gt(ranked.total, limit.characters))),
      ),
    ),
  );
};

export const deleteKeptTyping = async (tx: TenantTx, userId: string, formKey: string): Promise<void> => {
  await tx.q.delete(autosave).where(mine(tx, userId, formKey));
};
