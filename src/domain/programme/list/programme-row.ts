import { costOf, type ProgrammeCost } from '../cost.ts';
import { nothingKnown } from '../import/overlay.ts';
import type { MeasureYear, Programme, ProgrammeYear } from '../programme.ts';
import type { StaffRate } from '../yearly-cycle.ts';

/** One programme in one fiscal year, as lists and totals have it. */
export interface ProgrammeRow<P extends Programme = Programme> {
  readonly programme: P;
  /** Null: nothing is recorded of the year. */
  readonly year: ProgrammeYear | null;
  readonly cost: ProgrammeCost;
  /** Whose it was in the year; whose it is, where the year does not say. */
  readonly unitKey: string | null;
  /** 'plan/item' */
  readonly items: readonly string[];
}

interface Recorded<P extends Programme> {
  readonly programmes: readonly P[];
  /** Of any years. */
  readonly years: readonly ProgrammeYear[];
  readonly planItems: readonly {
    readonly programmeKey: string;
    readonly planKey: string;
    readonly itemKey: string;
  }[];
  readonly rates: readonly StaffRate[];
}

const emptyYear = (programmeKey: string, fiscalYear: number): ProgrammeYear => ({
  programmeKey,
  fiscalYear,
  unitKey: null,
  budgetCodes: [],
  budget: nothingKnown,
  settled: nothingKnown,
  staffHours: null,
  personnelIncluded: 'unknown',
  note: '',
  source: null,
});

/** Every programme in that year, in the order given. `outputs`: the figure a unit cost is taken by. */
export const programmeRows = <P extends Programme>(
  { programmes, years, planItems, rates }: Recorded<P>,
  fiscalYear: number,
  outputs: ReadonlyMap<string, MeasureYear> = new Map(),
): readonly ProgrammeRow<P>[] => {
  const ofYear = new Map(
    years.filter((year) => year.fiscalYear === fiscalYear).map((year) => [year.programmeKey, year]),
  );
  const items = new Map<string, string[]>();
  for (const { programmeKey, planKey, itemKey } of planItems) {
    const list = items.get(programmeKey);
    if (list === undefined) items.set(programmeKey, [`${planKey}/${itemKey}`]);
    else list.push(`${planKey}/${itemKey}`);
  }
  return programmes.map((programme) => {
    const { programmeKey } = programme;
    const year = ofYear.get(programmeKey) ?? null;
    return {
      programme,
      year,
      cost: costOf(year ?? emptyYear(programmeKey, fiscalYear), rates, outputs.get(programmeKey) ?? null),
      unitKey: year?.unitKey ?? programme.unitKey,
      items: items.get(programmeKey) ?? [],
    };
  });
};
