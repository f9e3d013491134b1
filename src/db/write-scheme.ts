import { and, eq, sql } from 'drizzle-orm';
import type { StoredScheme } from './read-scheme.ts';
import type { SchemeTable } from './schema/scheme.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

/** Which version of which scheme of a town. */
export type SchemeId = Pick<StoredScheme, 'schemeKey' | 'schemeVersion'>;
export type NewScheme = SchemeId & Pick<StoredScheme, 'name' | 'content' | 'state'>;

export const insertScheme = async (
  tx: TenantTx,
  table: SchemeTable,
  scheme: NewScheme,
  stamp: Stamp,
): Promise<void> => {
  await tx.q.insert(table).values({
    municipality: tx.municipality,
    ...scheme,
    adoptedAt: scheme.state === 'adopted' ? stamp.now : null,
    createdAt: stamp.now,
    updatedAt: stamp.now,
    updatedBy: stamp.by,
  });
};

const asSeen = (tx: TenantTx, table: SchemeTable, { schemeKey, schemeVersion }: SchemeId, expected: number) =>
  and(
    eq(table.municipality, tx.municipality),
    eq(table.schemeKey, schemeKey),
    eq(table.schemeVersion, schemeVersion),
    eq(table.version, expected),
  );

/** Saves a draft when its lock is still `expected`; false otherwise. */
export const updateScheme = async (
  tx: TenantTx,
  table: SchemeTable,
  { name, content, state, ...id }: NewScheme,
  expected: number,
  stamp: Stamp,
): Promise<boolean> => {
  const rows = await tx.q
    .update(table)
    .set({
      name,
      content,
      state,
      adoptedAt: state === 'adopted' ? stamp.now : null,
      version: sql`${table.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(asSeen(tx, table, id, expected))
    .returning({ version: table.version });
  return rows.length === 1;
};

/** Discards a draft when its lock is still `expected`; false otherwise. */
export const deleteScheme = async (
  tx: TenantTx,
  table: SchemeTable,
  id: SchemeId,
  expected: number,
): Promise<boolean> => {
  const rows = await tx.q
    .delete(table)
    .where(asSeen(tx, table, id, expected))
    .returning({ version: table.version });
  return rows.length === 1;
};
