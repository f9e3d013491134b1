import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { type AgedPopulation, populationOf } from './population-of.ts';
import { type SeriesWithTables, wholeTown } from './series.ts';

/** Two days of a series with districts, five years apart. */
export interface DistrictDays {
  readonly earlierDate: string;
  readonly baseDate: string;
}

/** One district on both days. */
export interface DistrictTables {
  readonly areaKey: string;
  readonly areaName: string;
  readonly earlier: AgedPopulation;
  readonly base: AgedPopulation;
}

/** Tables of every district on both days. A district on one day only, or without ages, is named. */
export const tablesOnBoth = (
  { tables }: SeriesWithTables,
  days: DistrictDays,
): Result<readonly DistrictTables[], readonly Problem[]> => {
  const onDays = tables.filter(
    ({ areaKey, date }) => areaKey !== wholeTown && (date === days.earlierDate || date === days.baseDate),
  );
  const problems: Problem[] = [];
  const districts = [...new Map(onDays.map((table) => [table.areaKey, table.areaName]))].flatMap(
    ([areaKey, areaName]) => {
      const [earlier, base] = ([days.earlierDate, days.baseDate] as const).map((date) => {
        const table = onDays.find((one) => one.areaKey === areaKey && one.date === date);
        const aged = table === undefined ? null : populationOf(table.counts);
        if (aged === null)
          problems.push(errorAt('population-district-no-table', ['districts', areaKey], { areaName, date }));
        return aged;
      });
      return earlier && base ? [{ areaKey, areaName, earlier, base }] : [];
    },
  );
  if (onDays.length === 0) return refuse([errorAt('population-districts-none', ['districts'], { ...days })]);
  return problems.length > 0 ? refuse(problems) : ok(districts);
};
