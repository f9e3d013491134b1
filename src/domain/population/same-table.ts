import type { PopulationTable } from './series.ts';

type Table = Omit<PopulationTable, 'seriesKey'>;

/** In one order: the database gives the keys of a document back in an order of its own. */
const inOrder = ({ areaName, counts }: Table): string =>
  JSON.stringify([
    areaName,
    counts.ages,
    counts.male,
    counts.female,
    counts.both,
    counts.unknownAge?.male ?? null,
    counts.unknownAge?.female ?? null,
    counts.total,
    counts.totalMale,
    counts.totalFemale,
    counts.households,
  ]);

/** Whether two tables of one area and day say the same. */
export const isSameTable = (one: Table, other: Table | undefined): boolean =>
  other !== undefined && inOrder(one) === inOrder(other);
