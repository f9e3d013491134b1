import { sumOf } from '../../domain/demography/population.ts';
import { type Problem, warningAt } from '../../domain/kernel/problem.ts';
import type { TableCounts } from '../../domain/population/series.ts';
import type { RecognisedTable } from './recognised.ts';

const added = (all: readonly TableCounts[]): TableCounts => {
  const [first] = all;
  const same = all.every(({ ages }) => ages.join() === first?.ages.join());
  const sexes = same && all.every(({ male, female }) => male !== null && female !== null);
  const both = same && !sexes && all.every((counts) => counts.both !== null);
  const column = (pick: (counts: TableCounts) => readonly number[] | null): readonly number[] =>
    (first?.ages ?? []).map((_, index) => sumOf(all.map((counts) => pick(counts)?.[index] ?? 0)));
  const sum = (pick: (counts: TableCounts) => number | null): number | null =>
    all.every((counts) => pick(counts) !== null) ? sumOf(all.map((counts) => pick(counts) ?? 0)) : null;
  return {
    ages: sexes || both ? (first?.ages ?? []) : [],
    male: sexes ? column(({ male }) => male) : null,
    female: sexes ? column(({ female }) => female) : null,
    both: both ? column((counts) => counts.both) : null,
    unknownAge:
      sexes && all.some(({ unknownAge }) => unknownAge !== null)
        ? {
            male: sumOf(all.map(({ unknownAge }) => unknownAge?.male ?? 0)),
            female: sumOf(all.map(({ unknownAge }) => unknownAge?.female ?? 0)),
          }
        : null,
    total: sumOf(all.map(({ total }) => total)),
    totalMale: sum(({ totalMale }) => totalMale),
    totalFemale: sum(({ totalFemale }) => totalFemale),
    households: sum(({ households }) => households),
  };
};

/**
 * 全域の表がなければ地区の合計を全域とする — said as a warning, for a file may leave districts out. Where there is one,
 * districts that do not add up to it are told.
 */
export const withWholeTown = (
  file: string,
  townName: string,
  tables: readonly RecognisedTable[],
  isIncomplete: boolean,
): { readonly tables: readonly RecognisedTable[]; readonly warnings: readonly Problem[] } => {
  const made: RecognisedTable[] = [];
  const warnings: Problem[] = [];
  for (const [date, all] of Map.groupBy(tables, (table) => table.date)) {
    const districts = all.filter(({ areaKey }) => areaKey !== '');
    const whole = all.find(({ areaKey }) => areaKey === '');
    if (districts.length === 0) continue;
    const sum = sumOf(districts.map(({ counts }) => counts.total));
    if (whole === undefined && !isIncomplete) {
      made.push({
        areaKey: '',
        areaName: townName,
        date,
        counts: added(districts.map(({ counts }) => counts)),
      });
      warnings.push(
        warningAt('population-file-whole-summed', [file], { date, count: districts.length, sum }),
      );
    } else if (whole !== undefined && Math.abs(whole.counts.total - sum) > districts.length / 2)
      warnings.push(
        warningAt('population-file-districts-differ', [file], { date, sum, whole: whole.counts.total }),
      );
  }
  return { tables: [...made, ...tables], warnings };
};
