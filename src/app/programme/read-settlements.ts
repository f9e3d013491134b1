import { loadProgrammes, loadProgrammeYears, loadSettledYears } from '../../db/read-programme.ts';
import { withTenant } from '../../db/tenant.ts';
import { programmeRows } from '../../domain/programme/list/programme-row.ts';
import { type Sum, sumOf } from '../../domain/programme/list/totals.ts';
import type { Acting } from '../acting.ts';

export interface Settlement {
  readonly fiscalYear: number;
  /** Of the programmes that have a record of the year. */
  readonly sum: Sum;
  /** ISO instant; null: not settled */
  readonly settledAt: string | null;
  readonly note: string;
}

/** Years with records, newest first: what would be, or is, settled of each. */
export const readSettlements = (acting: Acting): Promise<readonly Settlement[]> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const programmes = await loadProgrammes(tx);
    const years = await loadProgrammeYears(tx);
    const settled = new Map((await loadSettledYears(tx)).map((each) => [each.fiscalYear, each]));
    const fiscalYears = [...new Set(years.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => b - a);
    return fiscalYears.map((fiscalYear) => {
      const rows = programmeRows({ programmes, years, planItems: [], rates: [] }, fiscalYear);
      return {
        fiscalYear,
        sum: sumOf(
          rows.filter(({ year }) => year !== null),
          'settled',
        ),
        settledAt: settled.get(fiscalYear)?.settledAt ?? null,
        note: settled.get(fiscalYear)?.note ?? '',
      };
    });
  });
