import type { PlanCell } from './cells.ts';

/** Sums of one group, by fiscal year. */
export interface PlanTotal {
  readonly key: string;
  readonly byYear: ReadonlyMap<number, number>;
  readonly totalThousandYen: number;
  /** null where 一般財源 is not known of every cell */
  readonly generalThousandYen: number | null;
  readonly programmes: number;
}

/**
 * Sums by group, in the order groups first occur; a programme of several groups counts in each (`groupsOf` says how
 * many), so only groupings of one group each add up to the whole. A programme of none is in ''.
 */
export const totalsBy = (
  cells: Iterable<PlanCell>,
  groupsOf: (programmeKey: string) => readonly string[],
): readonly PlanTotal[] => {
  const groups = new Map<
    string,
    { byYear: Map<number, number>; total: number; general: number | null; programmes: Set<string> }
  >();
  for (const { programmeKey, fiscalYear, amountThousandYen, generalThousandYen } of cells) {
    const keys = groupsOf(programmeKey);
    for (const key of keys.length === 0 ? [''] : keys) {
      const group = groups.get(key) ?? { byYear: new Map(), total: 0, general: 0, programmes: new Set() };
      group.byYear.set(fiscalYear, (group.byYear.get(fiscalYear) ?? 0) + amountThousandYen);
      group.total += amountThousandYen;
      group.general =
        group.general === null || generalThousandYen === null ? null : group.general + generalThousandYen;
      group.programmes.add(programmeKey);
      groups.set(key, group);
    }
  }
  return [...groups].map(([key, { byYear, total, general, programmes }]) => ({
    key,
    byYear,
    totalThousandYen: total,
    generalThousandYen: general,
    programmes: programmes.size,
  }));
};
