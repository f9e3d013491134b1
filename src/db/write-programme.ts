import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Funding, Programme, ProgrammeYear } from '../domain/programme/programme.ts';
import { inChunks } from './in-chunks.ts';
import type { ProgrammePlanItem } from './read-programme.ts';
import { programme, programmePlanItem, programmeYear, settledYear } from './schema/programme.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

/** Holds programmes until the transaction ends, and says which version each has. Keys that are not there are left out. */
export const lockProgrammes = async (
  tx: TenantTx,
  keys?: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  if (keys?.length === 0) return new Map();
  const rows = await tx.q
    .select({ programmeKey: programme.programmeKey, version: programme.version })
    .from(programme)
    .where(
      and(
        eq(programme.municipality, tx.municipality),
        keys === undefined ? undefined : inArray(programme.programmeKey, [...keys]),
      ),
    )
    // Always in the same order: two writers wait for each other, and never in a circle.
    .orderBy(programme.programmeKey)
    .for('update');
  return new Map(rows.map(({ programmeKey, version }) => [programmeKey, version]));
};

const over = (column: { readonly name: string }) => sql.raw(`excluded."${column.name}"`);

/** New programmes, and all fields of those that are there. Call `lockProgrammes` first: no version is looked at here. */
export const saveProgrammes = (tx: TenantTx, programmes: readonly Programme[], stamp: Stamp): Promise<void> =>
  inChunks(programmes, 1000, (chunk) =>
    tx.q
      .insert(programme)
      .values(
        chunk.map((each) => ({
          municipality: tx.municipality,
          programmeKey: each.programmeKey,
          number: each.number,
          name: each.name,
          typeKey: each.typeKey,
          legalObligation: each.legalObligation,
          legalBasis: each.legalBasis,
          targetGroup: each.targetGroup,
          means: each.means,
          intent: each.intent,
          unitKey: each.unitKey,
          statedPlace: each.statedPlace,
          expenseClass: each.expenseClass,
          startFiscalYear: each.startFiscalYear,
          endFiscalYear: each.endFiscalYear,
          note: each.note,
          source: each.source,
          position: each.position,
          createdAt: stamp.now,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        })),
      )
      .onConflictDoUpdate({
        target: [programme.municipality, programme.programmeKey],
        set: {
          number: over(programme.number),
          name: over(programme.name),
          typeKey: over(programme.typeKey),
          legalObligation: over(programme.legalObligation),
          legalBasis: over(programme.legalBasis),
          targetGroup: over(programme.targetGroup),
          means: over(programme.means),
          intent: over(programme.intent),
          unitKey: over(programme.unitKey),
          statedPlace: over(programme.statedPlace),
          expenseClass: over(programme.expenseClass),
          startFiscalYear: over(programme.startFiscalYear),
          endFiscalYear: over(programme.endFiscalYear),
          note: over(programme.note),
          source: over(programme.source),
          position: over(programme.position),
          version: sql`${programme.version} + 1`,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        },
      }),
  );

const columnsOf = (funding: Funding | null) => ({
  national: funding?.national ?? null,
  prefecture: funding?.prefecture ?? null,
  bond: funding?.bond ?? null,
  other: funding?.other ?? null,
  general: funding?.general ?? null,
});

/** Years new or there already, as a whole. Call `lockProgrammes` first. A settled year is refused by the database. */
export const saveProgrammeYears = (
  tx: TenantTx,
  years: readonly ProgrammeYear[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(years, 1000, (chunk) =>
    tx.q
      .insert(programmeYear)
      .values(
        chunk.map((each) => {
          const budget = columnsOf(each.budget.funding);
          const settled = columnsOf(each.settled.funding);
          return {
            municipality: tx.municipality,
            programmeKey: each.programmeKey,
            fiscalYear: each.fiscalYear,
            unitKey: each.unitKey,
            budgetCodes: each.budgetCodes,
            budget: each.budget.totalThousandYen,
            budgetNational: budget.national,
            budgetPrefecture: budget.prefecture,
            budgetBond: budget.bond,
            budgetOther: budget.other,
            budgetGeneral: budget.general,
            settled: each.settled.totalThousandYen,
            settledNational: settled.national,
            settledPrefecture: settled.prefecture,
            settledBond: settled.bond,
            settledOther: settled.other,
            settledGeneral: settled.general,
            staffHours: each.staffHours,
            personnelIncluded: each.personnelIncluded,
            note: each.note,
            source: each.source,
            updatedAt: stamp.now,
            updatedBy: stamp.by,
          };
        }),
      )
      .onConflictDoUpdate({
        target: [programmeYear.municipality, programmeYear.programmeKey, programmeYear.fiscalYear],
        set: {
          unitKey: over(programmeYear.unitKey),
          budgetCodes: over(programmeYear.budgetCodes),
          budget: over(programmeYear.budget),
          budgetNational: over(programmeYear.budgetNational),
          budgetPrefecture: over(programmeYear.budgetPrefecture),
          budgetBond: over(programmeYear.budgetBond),
          budgetOther: over(programmeYear.budgetOther),
          budgetGeneral: over(programmeYear.budgetGeneral),
          settled: over(programmeYear.settled),
          settledNational: over(programmeYear.settledNational),
          settledPrefecture: over(programmeYear.settledPrefecture),
          settledBond: over(programmeYear.settledBond),
          settledOther: over(programmeYear.settledOther),
          settledGeneral: over(programmeYear.settledGeneral),
          staffHours: over(programmeYear.staffHours),
          personnelIncluded: over(programmeYear.personnelIncluded),
          note: over(programmeYear.note),
          source: over(programmeYear.source),
          version: sql`${programmeYear.version} + 1`,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        },
      }),
  );

/** Links of these programmes to plan items, as a whole: what is not among `links` is taken away. */
export const replaceProgrammePlanItems = async (
  tx: TenantTx,
  programmeKeys: readonly string[],
  links: readonly ProgrammePlanItem[],
): Promise<void> => {
  if (programmeKeys.length === 0) return;
  await tx.q
    .delete(programmePlanItem)
    .where(
      and(
        eq(programmePlanItem.municipality, tx.municipality),
        inArray(programmePlanItem.programmeKey, [...programmeKeys]),
      ),
    );
  await inChunks(links, 5000, (chunk) =>
    tx.q.insert(programmePlanItem).values(chunk.map((link) => ({ municipality: tx.municipality, ...link }))),
  );
};

/** 決算の確定. False: the year is settled already. */
export const insertSettledYear = async (
  tx: TenantTx,
  fiscalYear: number,
  note: string,
  stamp: Stamp,
): Promise<boolean> => {
  const rows = await tx.q
    .insert(settledYear)
    .values({
      municipality: tx.municipality,
      fiscalYear,
      settledAt: stamp.now,
      settledBy: stamp.by,
      note,
    })
    .onConflictDoNothing()
    .returning({ fiscalYear: settledYear.fiscalYear });
  return rows.length === 1;
};

/** Opens a settled year again; that it was settled stays in the audit trail. False: it is not settled. */
export const deleteSettledYear = async (tx: TenantTx, fiscalYear: number): Promise<boolean> => {
  const rows = await tx.q
    .delete(settledYear)
    .where(and(eq(settledYear.municipality, tx.municipality), eq(settledYear.fiscalYear, fiscalYear)))
    .returning({ fiscalYear: settledYear.fiscalYear });
  return rows.length === 1;
};
