import { and, eq } from 'drizzle-orm';
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
  kept: Pick<KeptTyping, 'fields' | 'baseVersion'>,
  now: string,
): Promise<void> => {
  await tx.q
    .insert(autosave)
    .values({ municipality: tx.municipality, userId, formKey, ...kept, updatedAt: now })
    .onConflictDoUpdate({
      target: [autosave.municipality, autosave.userId, autosave.formKey],
      set: { fields: kept.fields, baseVersion: kept.baseVersion, updatedAt: now },
    });
};

export const deleteKeptTyping = async (tx: TenantTx, userId: string, formKey: string): Promise<void> => {
  await tx.q.delete(autosave).where(mine(tx, userId, formKey));
};
