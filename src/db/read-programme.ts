import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Funding, Programme, ProgrammeYear } from '../domain/programme/programme.ts';
import type { CycleEvent, ProgrammeType, StaffRate } from '../domain/programme/yearly-cycle.ts';
import { isoInstant } from './instant.ts';
import { programme, programmePlanItem, programmeYear, settledYear, yearlyCycle } from './schema/programme.ts';
import type { TenantTx } from './tenant.ts';

/** A programme as it is kept. */
export interface StoredProgramme extends Programme {
  /** Optimistic lock. */
  readonly version: number;
  /** ISO instant */
  readonly updatedAt: string;
}

export interface StoredProgrammeYear extends ProgrammeYear {
  /** Optimistic lock. */
  readonly version: number;
}

export interface ProgrammePlanItem {
  readonly programmeKey: string;
  readonly planKey: string;
  readonly itemKey: string;
  readonly position: number;
}

/** 年度サイクルの設定. A town that has set nothing yet has `version` 0. */
export interface StoredYearlyCycle {
  readonly programmeTypes: readonly ProgrammeType[];
  readonly staffRates: readonly StaffRate[];
  readonly calendar: readonly CycleEvent[];
  readonly version: number;
}

/** 決算の確定 */
export interface StoredSettledYear {
  readonly fiscalYear: number;
  /** ISO instant */
  readonly settledAt: string;
  readonly note: string;
}

/** In the order of the town's list. [] as `keys`: none. */
export const loadProgrammes = async (
  tx: TenantTx,
  where: { readonly keys?: readonly string[] } = {},
): Promise<readonly StoredProgramme[]> => {
  if (where.keys?.length === 0) return [];
  const rows = await tx.q
    .select({
      programmeKey: programme.programmeKey,
      number: programme.number,
      name: programme.name,
      typeKey: programme.typeKey,
      legalObligation: programme.legalObligation,
      legalBasis: programme.legalBasis,
      targetGroup: programme.targetGroup,
      means: programme.means,
      intent: programme.intent,
      unitKey: programme.unitKey,
      statedPlace: programme.statedPlace,
      expenseClass: programme.expenseClass,
      startFiscalYear: programme.startFiscalYear,
      endFiscalYear: programme.endFiscalYear,
      note: programme.note,
      source: programme.source,
      position: programme.position,
      version: programme.version,
      updatedAt: programme.updatedAt,
    })
    .from(programme)
    .where(
      and(
        eq(programme.municipality, tx.municipality),
        where.keys === undefined ? undefined : inArray(programme.programmeKey, [...where.keys]),
      ),
    )
    .orderBy(asc(programme.position), asc(programme.programmeKey));
  return rows.map((row) => ({ ...row, updatedAt: isoInstant(row.updatedAt) }));
};

/** The database keeps all five or none (0009, …_adds_up). */
const fundingOf = (
  national: number | null,
  prefecture: number | null,
  bond: number | null,
  other: number | null,
  general: number | null,
): Funding | null =>
  national === null || prefecture === null || bond === null || other === null || general === null
    ? null
    : { national, prefecture, bond, other, general };

/** By programme and year. */
export const loadProgrammeYears = async (
  tx: TenantTx,
  where: { readonly keys?: readonly string[]; readonly fiscalYears?: readonly number[] } = {},
): Promise<readonly StoredProgrammeYear[]> => {
  if (where.keys?.length === 0 || where.fiscalYears?.length === 0) return [];
  const rows = await tx.q
    .select({
      programmeKey: programmeYear.programmeKey,
      fiscalYear: programmeYear.fiscalYear,
      unitKey: programmeYear.unitKey,
      budgetCodes: programmeYear.budgetCodes,
      budget: programmeYear.budget,
      budgetNational: programmeYear.budgetNational,
      budgetPrefecture: programmeYear.budgetPrefecture,
      budgetBond: programmeYear.budgetBond,
      budgetOther: programmeYear.budgetOther,
      budgetGeneral: programmeYear.budgetGeneral,
      settled: programmeYear.settled,
      settledNational: programmeYear.settledNational,
      settledPrefecture: programmeYear.settledPrefecture,
      settledBond: programmeYear.settledBond,
      settledOther: programmeYear.settledOther,
      settledGeneral: programmeYear.settledGeneral,
      staffHours: programmeYear.staffHours,
      personnelIncluded: programmeYear.personnelIncluded,
      note: programmeYear.note,
      source: programmeYear.source,
      version: programmeYear.version,
    })
    .from(programmeYear)
    .where(
      and(
        eq(programmeYear.municipality, tx.municipality),
        where.keys === undefined ? undefined : inArray(programmeYear.programmeKey, [...where.keys]),
        where.fiscalYears === undefined
          ? undefined
          : inArray(programmeYear.fiscalYear, [...where.fiscalYears]),
      ),
    )
    .orderBy(asc(programmeYear.programmeKey), asc(programmeYear.fiscalYear));
  return rows.map((row) => ({
    programmeKey: row.programmeKey,
    fiscalYear: row.fiscalYear,
    unitKey: row.unitKey,
    budgetCodes: row.budgetCodes,
    budget: {
      totalThousandYen: row.budget,
      funding: fundingOf(
        row.budgetNational,
        row.budgetPrefecture,
        row.budgetBond,
        row.budgetOther,
        row.budgetGeneral,
      ),
    },
    settled: {
      totalThousandYen: row.settled,
      funding: fundingOf(
        row.settledNational,
        row.settledPrefecture,
        row.settledBond,
        row.settledOther,
        row.settledGeneral,
      ),
    },
    staffHours: row.staffHours,
    personnelIncluded: row.personnelIncluded,
    note: row.note,
    source: row.source,
    version: row.version,
  }));
};

/** Links to plan items, by programme and in their order. */
export const loadProgrammePlanItems = async (
  tx: TenantTx,
  where: { readonly keys?: readonly string[] } = {},
): Promise<readonly ProgrammePlanItem[]> => {
  if (where.keys?.length === 0) return [];
  return await tx.q
    .select({
      programmeKey: programmePlanItem.programmeKey,
      planKey: programmePlanItem.planKey,
      itemKey: programmePlanItem.itemKey,
      position: programmePlanItem.position,
    })
    .from(programmePlanItem)
    .where(
      and(
        eq(programmePlanItem.municipality, tx.municipality),
        where.keys === undefined ? undefined : inArray(programmePlanItem.programmeKey, [...where.keys]),
      ),
    )
    .orderBy(asc(programmePlanItem.programmeKey), asc(programmePlanItem.position));
};

/** Types, staff rates, calendar. */
export const findYearlyCycle = async (tx: TenantTx): Promise<StoredYearlyCycle> => {
  const [row] = await tx.q
    .select({
      programmeTypes: yearlyCycle.programmeTypes,
      staffRates: yearlyCycle.staffRates,
      calendar: yearlyCycle.calendar,
      version: yearlyCycle.version,
    })
    .from(yearlyCycle)
    .where(eq(yearlyCycle.municipality, tx.municipality));
  return row ?? { programmeTypes: [], staffRates: [], calendar: [], version: 0 };
};

/** 決算を確定した年度, oldest first. */
export const loadSettledYears = async (tx: TenantTx): Promise<readonly StoredSettledYear[]> => {
  const rows = await tx.q
    .select({
      fiscalYear: settledYear.fiscalYear,
      settledAt: settledYear.settledAt,
      note: settledYear.note,
    })
    .from(settledYear)
    .where(eq(settledYear.municipality, tx.municipality))
    .orderBy(asc(settledYear.fiscalYear));
  return rows.map((row) => ({ ...row, settledAt: isoInstant(row.settledAt) }));
};
