import { loadBudgetSchemes } from '../../db/read-budget.ts';
import { loadPlanItemChoices, type PlanItemChoice } from '../../db/read-plan-item-choices.ts';
import {
  findYearlyCycle,
  loadProgrammePlanItems,
  loadProgrammes,
  loadProgrammeYears,
  loadSettledYears,
  type StoredProgramme,
  type StoredSettledYear,
} from '../../db/read-programme.ts';
import { listProgrammeFiscalYears, newestYearWithAmounts } from '../../db/read-programme-years.ts';
import { listUnits } from '../../db/read-town.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { type ProgrammeRow, programmeRows } from '../../domain/programme/list/programme-row.ts';
import type { ProgrammeType } from '../../domain/programme/yearly-cycle.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { readBudgetScheme } from '../budget/read-budget-scheme.ts';

/** What programmes are sorted by, and chosen from. */
export interface ProgrammeChoices {
  readonly units: readonly OrganisationUnit[];
  readonly types: readonly ProgrammeType[];
  /** 経費区分 of the town's budget rules; [] where it has none. */
  readonly expenseClasses: readonly { readonly key: string; readonly label: string }[];
  readonly items: readonly PlanItemChoice[];
  /** ISO day */
  readonly today: string;
}

export interface ProgrammeList extends ProgrammeChoices {
  readonly fiscalYear: number;
  /** Years with any record, newest first. */
  readonly fiscalYears: readonly number[];
  readonly settled: StoredSettledYear | null;
  /** Every programme of the town. */
  readonly rows: readonly ProgrammeRow<StoredProgramme>[];
}

/** The classes of the newest version of every rule, each key once. */
const expenseClasses = async (tx: TenantTx): Promise<ProgrammeChoices['expenseClasses']> => {
  const seen = new Set<string>();
  const newest = (await loadBudgetSchemes(tx)).filter(({ schemeKey }) => {
    const first = !seen.has(schemeKey);
    seen.add(schemeKey);
    return first;
  });
  const classes = newest.flatMap(({ content }) => {
    const scheme = readBudgetScheme(content);
    return scheme.ok ? scheme.value.expenseClasses : [];
  });
  return [...new Map(classes.map(({ key, label }) => [key, { key, label }])).values()];
};

export const loadProgrammeChoices = async (tx: TenantTx, acting: Acting): Promise<ProgrammeChoices> => ({
  units: await listUnits(tx),
  types: (await findYearlyCycle(tx)).programmeTypes,
  expenseClasses: await expenseClasses(tx),
  items: await loadPlanItemChoices(tx),
  today: todayInJapan(acting),
});

/** For the form of a new programme. */
export const readProgrammeChoices = (acting: Acting): Promise<ProgrammeChoices> =>
  withTenant(acting.db, acting.as, (tx) => loadProgrammeChoices(tx, acting));

/** `fiscalYear` null: the newest year with an amount. The number of queries is the same however many programmes there are. */
export const readProgrammeList = (acting: Acting, fiscalYear: number | null): Promise<ProgrammeList> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const fiscalYears = await listProgrammeFiscalYears(tx);
    const year =
      fiscalYear ?? (await newestYearWithAmounts(tx)) ?? fiscalYears[0] ?? fiscalYearOf(todayInJapan(acting));
    const programmes = await loadProgrammes(tx);
    const years = await loadProgrammeYears(tx, { fiscalYears: [year] });
    const planItems = await loadProgrammePlanItems(tx);
    const { staffRates: rates } = await findYearlyCycle(tx);
    const settled = await loadSettledYears(tx);
    return {
      ...(await loadProgrammeChoices(tx, acting)),
      fiscalYear: year,
      fiscalYears,
      settled: settled.find((each) => each.fiscalYear === year) ?? null,
      rows: programmeRows({ programmes, years, planItems, rates }, year),
    };
  });
