import { readAgeGroups } from '../../domain/demography/age-groups.ts';
import { looksSwapped } from '../../domain/demography/check/check-counts.ts';
import { sumOf } from '../../domain/demography/population.ts';
import { type Problem, warningAt } from '../../domain/kernel/problem.ts';
import type { RecognisedTable } from './recognised.ts';

const oldAge = 75;

/** 男女の取り違えの疑い, with the numbers that raise it. */
const swapped = (file: string, { areaName, date, counts }: RecognisedTable): readonly Problem[] => {
  const ages = readAgeGroups(counts.ages);
  if (!ages.ok || counts.male === null || counts.female === null) return [];
  if (!looksSwapped({ male: counts.male, female: counts.female }, ages.value)) return [];
  const old = (values: readonly number[]): number =>
    Math.round(sumOf(values.filter((_, index) => (ages.value.groups[index]?.from ?? 0) >= oldAge)));
  return [
    warningAt('population-file-sexes-swapped', [file, areaName, date], {
      age: oldAge,
      men: old(counts.male),
      women: old(counts.female),
    }),
  ];
};

/** Districts of one file usually stand for one day: another day in a few rows is told. */
const mixedDays = (file: string, tables: readonly RecognisedTable[]): readonly Problem[] => {
  const districts = tables.filter(({ areaKey }) => areaKey !== '');
  const areas = new Set(districts.map(({ areaKey }) => areaKey)).size;
  const byDate = [...Map.groupBy(districts, ({ date }) => date)];
  if (areas < 5 || byDate.length < 2) return [];
  const usual = Math.max(...byDate.map(([, all]) => all.length));
  return byDate
    .filter(([, all]) => all.length * 5 < usual)
    .map(([date, all]) =>
      warningAt('population-file-day-differs', [file], {
        date,
        areas: all.map(({ areaName }) => areaName).slice(0, 5),
        count: all.length,
      }),
    );
};

/** 確かめてください: what can be read and may yet be wrong, each with its evidence. Warnings, never errors. */
export const suspicionsOf = (file: string, tables: readonly RecognisedTable[]): readonly Problem[] => [
  ...tables.flatMap((table) => swapped(file, table)),
  ...mixedDays(file, tables),
];
