import type { z } from 'zod';
import type { AgeGroups } from '../../domain/demography/age-groups.ts';
import { checkCounts } from '../../domain/demography/check/check-counts.ts';
import { sumOfAreas } from '../../domain/demography/districts/benchmark.ts';
import { type Population, sexes, totalOf } from '../../domain/demography/population.ts';
import { errorAt, type Problem, placed, warningAt } from '../../domain/kernel/problem.ts';
import type { districtsFile } from './districts-file.ts';

type DistrictsFile = z.output<typeof districtsFile>;

const checkTables = ({ districts }: DistrictsFile, ages: AgeGroups): readonly Problem[] =>
  districts.flatMap(({ earlier, base }, index) => [
    // A district that was settled since has no ratios of its own, and takes the town's.
    ...checkCounts(earlier, {}, ages)
      .filter(({ code }) => code !== 'population-empty')
      .map((problem) => placed(['districts', index, 'earlier'], problem)),
    ...checkCounts(base, {}, ages).map((problem) => placed(['districts', index, 'base'], problem)),
  ]);

const checkKeys = ({ districts }: DistrictsFile): readonly Problem[] =>
  districts.flatMap(({ key }, index) =>
    districts.findIndex((other) => other.key === key) < index
      ? [errorAt('population-district-twice', ['districts', index, 'key'], { key })]
      : [],
  );

/** Years that follow one another by the width of the age groups. */
const checkYears = (
  years: readonly number[],
  first: number,
  width: number,
  path: Problem['path'],
): readonly Problem[] =>
  years.flatMap((toYear, index) => {
    const expected = first + width * index;
    return toYear === expected
      ? []
      : [errorAt('population-step-years', [...path, index], { toYear, expected, widthYears: width })];
  });

/** A total that came rounded to whole people. */
const roundedBy = 0.5;

/** 町の総数: as many as years, and each the sum of its ages. */
const checkTownTotals = (town: NonNullable<DistrictsFile['town']>): readonly Problem[] => {
  const { total, years } = town;
  if (total === undefined) return [];
  if (total.length !== years.length)
    return [
      errorAt('population-years-length', ['town', 'total'], {
        expected: years.length,
        actual: total.length,
      }),
    ];
  return total.flatMap((stated, index) => {
    const counted = totalOf(tableAt(town, index));
    return Math.abs(stated - counted) > roundedBy
      ? [errorAt('population-total-differs', ['town', 'total', index], { total: stated, counted })]
      : [];
  });
};

const checkTown = (file: DistrictsFile, ages: AgeGroups): readonly Problem[] => {
  const { town } = file;
  if (town === undefined)
    return file.toYears === undefined ? [errorAt('population-districts-years', ['toYears'])] : [];
  const lengths = sexes.flatMap((sex) =>
    town[sex].length === town.years.length
      ? []
      : [
          errorAt('population-years-length', ['town', sex], {
            expected: town.years.length,
            actual: town[sex].length,
          }),
        ],
  );
  if (lengths.length > 0) return lengths;
  return [
    ...checkYears(town.years, file.baseYear, ages.widthYears, ['town', 'years']),
    ...checkTownTotals(town),
    ...town.years.flatMap((_, index) =>
      checkCounts(tableAt(town, index), {}, ages).map(({ path, ...problem }) => ({
        ...problem,
        path: ['town', path[0] ?? 'male', index, ...path.slice(1)],
      })),
    ),
  ];
};

/** Population of one year of a projection's output. */
export const tableAt = (town: NonNullable<DistrictsFile['town']>, index: number): Population => ({
  male: town.male[index] ?? [],
  female: town.female[index] ?? [],
});

const checkTotals = ({ districts }: DistrictsFile, steps: number): readonly Problem[] => {
  const known = districts.filter(({ totals }) => totals !== undefined).length;
  return districts.flatMap(({ totals }, index) => {
    if (totals === undefined)
      return known > 0 ? [errorAt('population-district-totals', ['districts', index])] : [];
    return totals.length === steps
      ? []
      : [
          errorAt('population-years-length', ['districts', index, 'totals'], {
            expected: steps,
            actual: totals.length,
          }),
        ];
  });
};

/** Districts that do not make up the town at the base: only said when by more than this share. */
const tolerated = 0.005;

const checkSum = ({ districts, town }: DistrictsFile): readonly Problem[] => {
  if (town === undefined) return [];
  const [sum, whole] = [totalOf(sumOfAreas(districts.map(({ base }) => base))), totalOf(tableAt(town, 0))];
  return Math.abs(sum - whole) > tolerated * whole
    ? [warningAt('population-districts-differ', ['districts'], { sum, whole })]
    : [];
};

/** 地区別推計の入力の検査; places are those of the file. */
export const checkDistricts = (file: DistrictsFile, ages: AgeGroups): readonly Problem[] => {
  const width = ages.widthYears;
  const childbearing =
    ages.childbearing === null ? [errorAt('population-childbearing-ages', ['ageGroups'])] : [];
  const tables = [...childbearing, ...checkKeys(file), ...checkTables(file, ages), ...checkTown(file, ages)];
  if (tables.some(({ severity }) => severity === 'error')) return tables;
  const toYears = file.town?.years.slice(1) ?? file.toYears ?? [];
  return [
    ...tables,
    ...checkYears([file.baseYear], file.earlierYear + width, width, []).map((problem) => ({
      ...problem,
      path: ['baseYear'],
    })),
    ...(file.toYears === undefined || file.town !== undefined
      ? []
      : checkYears(file.toYears, file.baseYear + width, width, ['toYears'])),
    ...checkTotals(file, toYears.length),
    ...checkSum(file),
  ];
};
