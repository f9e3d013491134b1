import type { PopulationTable } from './series.ts';

type Table = Omit<PopulationTable, 'seriesKey'>;

const added = (ages: readonly number[] | null, unknown: number): number | null =>
  ages === null ? null : ages.reduce((sum, each) => sum + each, unknown);

/**
 * In one order: the database gives the keys of a document back in an order of its own. A total by sex that is not told
 * is the sum of its ages, an unknown age that is not told is nobody's; the whole town goes by any name.
 */
const inOrder = ({ areaKey, areaName, counts }: Table): string => {
  const unknown = counts.unknownAge ?? { male: 0, female: 0 };
  return JSON.stringify([
    areaKey === '' ? '' : areaName,
    counts.ages,
    counts.male,
    counts.female,
    counts.both,
    unknown.male,
    unknown.female,
    counts.total,
    counts.totalMale ?? added(counts.male, unknown.male),
    counts.totalFemale ?? added(counts.female, unknown.female),
    counts.households,
  ]);
};

/** Whether two tables of one area and day say the same. */
export const isSameTable = (one: Table, other: Table | undefined): boolean =>
  other !== undefined && inOrder(one) === inOrder(other);
