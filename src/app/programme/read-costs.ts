import {
  findYearlyCycle,
  loadProgrammePlanItems,
  loadProgrammes,
  loadProgrammeYears,
  loadSettledYears,
  type StoredProgramme,
} from '../../db/read-programme.ts';
import { withTenant } from '../../db/tenant.ts';
import { type ProgrammeRow, programmeRows } from '../../domain/programme/list/programme-row.ts';
import type { Acting } from '../acting.ts';
import { loadProgrammeChoices, type ProgrammeChoices } from './read-programme-list.ts';

export interface Costs extends ProgrammeChoices {
  /** Years shown side by side, newest first. */
  readonly years: readonly {
    readonly fiscalYear: number;
    readonly isSettled: boolean;
    /** Programmes with a record of the year. */
    readonly rows: readonly ProgrammeRow<StoredProgramme>[];
  }[];
}

const sideBySide = 5;

/** Every programme with its amounts of the newest five years. */
export const readCosts = (acting: Acting): Promise<Costs> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const programmes = await loadProgrammes(tx);
    const records = await loadProgrammeYears(tx);
    const planItems = await loadProgrammePlanItems(tx);
    const { staffRates: rates } = await findYearlyCycle(tx);
    const settled = new Set((await loadSettledYears(tx)).map(({ fiscalYear }) => fiscalYear));
    const fiscalYears = [...new Set(records.map(({ fiscalYear }) => fiscalYear))]
      .sort((a, b) => b - a)
      .slice(0, sideBySide);
    return {
      ...(await loadProgrammeChoices(tx, acting)),
      years: fiscalYears.map((fiscalYear) => ({
        fiscalYear,
        isSettled: settled.has(fiscalYear),
        rows: programmeRows({ programmes, years: records, planItems, rates }, fiscalYear).filter(
          ({ year }) => year !== null,
        ),
      })),
    };
  });
