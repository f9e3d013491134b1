import { eq, sql } from 'drizzle-orm';
import type { YearlyCycle } from '../domain/programme/yearly-cycle.ts';
import { programme, yearlyCycle } from './schema/programme.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

/** The town's settings with their row locked until the end; null: nothing is set up yet. */
export const lockYearlyCycle = async (tx: TenantTx): Promise<YearlyCycle | null> => {
  const [row] = await tx.q
    .select({
      programmeTypes: yearlyCycle.programmeTypes,
      staffRates: yearlyCycle.staffRates,
      calendar: yearlyCycle.calendar,
    })
    .from(yearlyCycle)
    .where(eq(yearlyCycle.municipality, tx.municipality))
    .for('update');
  return row ?? null;
};

/** Writes the settings anew. False: somebody else made the first row meanwhile (`isNew`). */
export const saveYearlyCycle = async (
  tx: TenantTx,
  { programmeTypes, staffRates, calendar }: YearlyCycle,
  isNew: boolean,
  stamp: Stamp,
): Promise<boolean> => {
  const columns = { programmeTypes, staffRates, calendar, updatedAt: stamp.now, updatedBy: stamp.by };
  const rows = isNew
    ? await tx.q
        .insert(yearlyCycle)
        .values({ municipality: tx.municipality, ...columns })
        .onConflictDoNothing()
        .returning({ version: yearlyCycle.version })
    : await tx.q
        .update(yearlyCycle)
        .set({ ...columns, version: sql`${yearlyCycle.version} + 1` })
        .where(eq(yearlyCycle.municipality, tx.municipality))
        .returning({ version: yearlyCycle.version });
  return rows.length === 1;
};

/** How many programmes are of each type; those without one are left out. */
export const countProgrammesByType = async (tx: TenantTx): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.q
    .select({ typeKey: programme.typeKey, count: sql<number>`count(*)::int` })
    .from(programme)
    .where(eq(programme.municipality, tx.municipality))
    .groupBy(programme.typeKey);
  return new Map(rows.flatMap(({ typeKey, count }) => (typeKey === null ? [] : [[typeKey, count]])));
};
