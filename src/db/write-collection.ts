import { and, eq, sql } from 'drizzle-orm';
import type { CollectionSheet } from '../domain/indicator/collection/collection.ts';
import { inChunks } from './in-chunks.ts';
import { collection, collectionSheet } from './schema/collection.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

export const insertCollection = async (
  tx: TenantTx,
  made: { readonly fiscalYear: number; readonly dueOn: string; readonly note: string },
  stamp: Stamp,
): Promise<void> => {
  await tx.q.insert(collection).values({
    municipality: tx.municipality,
    ...made,
    createdAt: stamp.now,
    updatedAt: stamp.now,
    updatedBy: stamp.by,
  });
};

export const updateCollection = async (
  tx: TenantTx,
  fiscalYear: number,
  change: { readonly dueOn?: string; readonly note?: string; readonly closedAt?: string | null },
  stamp: Stamp,
): Promise<void> => {
  await tx.q
    .update(collection)
    .set({ ...change, version: sql`${collection.version} + 1`, updatedAt: stamp.now, updatedBy: stamp.by })
    .where(and(eq(collection.municipality, tx.municipality), eq(collection.fiscalYear, fiscalYear)));
};

/** Units that have a sheet already keep it as it is. */
export const insertSheets = (
  tx: TenantTx,
  fiscalYear: number,
  unitKeys: readonly string[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(unitKeys, 1000, (chunk) =>
    tx.q
      .insert(collectionSheet)
      .values(
        chunk.map((unitKey) => ({
          municipality: tx.municipality,
          fiscalYear,
          unitKey,
          state: 'open' as const,
          reason: '',
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        })),
      )
      .onConflictDoNothing(),
  );

/** Another day, or the collection's own again, for several units. One statement for 1,000. */
export const updateDueDays = (
  tx: TenantTx,
  fiscalYear: number,
  days: readonly Pick<CollectionSheet, 'unitKey' | 'dueOn'>[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(days, 1000, (chunk) =>
    tx.q.execute(sql`
      UPDATE collection_sheet s SET due_on = d.due_on::date, version = s.version + 1,
        updated_at = ${stamp.now}::timestamptz, updated_by = ${stamp.by}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(
        chunk.map(({ unitKey, dueOn }) => ({ unit_key: unitKey, due_on: dueOn })),
      )}::jsonb) AS d(unit_key text, due_on text)
      WHERE s.municipality = ${tx.municipality} AND s.fiscal_year = ${fiscalYear} AND s.unit_key = d.unit_key`),
  );

export const updateSheet = async (
  tx: TenantTx,
  at: Pick<CollectionSheet, 'fiscalYear' | 'unitKey'>,
  change: Partial<
    Pick<
      CollectionSheet,
      'state' | 'reason' | 'dueOn' | 'submittedAt' | 'submittedBy' | 'decidedAt' | 'decidedBy'
    >
  >,
  stamp: Stamp,
): Promise<void> => {
  await tx.q
    .update(collectionSheet)
    .set({
      ...change,
      version: sql`${collectionSheet.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(
      and(
        eq(collectionSheet.municipality, tx.municipality),
        eq(collectionSheet.fiscalYear, at.fiscalYear),
        eq(collectionSheet.unitKey, at.unitKey),
      ),
    );
};
