import type { AgeGroups } from '../demography/age-groups.ts';
import { roundToSum } from '../demography/districts/largest-remainder.ts';
import type { Population } from '../demography/population.ts';
import { summarise } from '../demography/summary.ts';
import type { ProjectedDistricts } from './scenario-districts.ts';

/** 総数と年齢三区分 of one year, whole persons; the three make up the total. */
export interface DistrictFigures {
  readonly total: number;
  readonly children: number;
  readonly workingAge: number;
  readonly aged: number;
}

/** One line of a table of districts: a district, or small ones together. */
export interface DistrictRow {
  readonly areaKeys: readonly string[];
  readonly names: readonly string[];
  /** By year */
  readonly figures: readonly DistrictFigures[];
}

/** Counted tables may hold fractions of a person once unknown ages are shared out: rounded so that the ages add up. */
export const figuresOf = (population: Population, ages: AgeGroups): DistrictFigures => {
  const summary = summarise(population, ages);
  const [children = 0, workingAge = 0, aged = 0] = roundToSum([
    summary.children,
    summary.workingAge,
    summary.aged,
  ]);
  return { total: children + workingAge + aged, children, workingAge, aged };
};

const fields = ['total', 'children', 'workingAge', 'aged'] as const;

/** Rows taken together, year by year. */
export const sumOfRows = (rows: readonly DistrictRow[]): DistrictRow => ({
  areaKeys: rows.flatMap(({ areaKeys }) => areaKeys),
  names: rows.flatMap(({ names }) => names),
  figures: (rows[0]?.figures ?? []).map((_, year) => {
    const of = (field: (typeof fields)[number]) =>
      rows.reduce((sum, { figures }) => sum + (figures[year]?.[field] ?? 0), 0);
    return {
      total: of('total'),
      children: of('children'),
      workingAge: of('workingAge'),
      aged: of('aged'),
    };
  }),
});

/** Persons of every district by broad age, one entry of `figures` a year of the projection; nothing withheld. */
export const districtRows = ({ ages, districts }: ProjectedDistricts): readonly DistrictRow[] =>
  districts.map(({ areaKey, areaName, populations }) => ({
    areaKeys: [areaKey],
    names: [areaName === '' ? areaKey : areaName],
    figures: populations.map((population) => figuresOf(population, ages)),
  }));

/** 公開画面に示す最少の人数: a figure of 1–4 persons could be somebody one knows. */
export const leastShown = 5;

const isSmall = ({ figures }: DistrictRow): boolean =>
  figures.some((figure) => fields.some((field) => figure[field] > 0 && figure[field] < leastShown));
const isEmpty = ({ figures }: DistrictRow): boolean => figures.every(({ total }) => total === 0);
const baseTotal = ({ figures }: DistrictRow): number => figures[0]?.total ?? 0;

/**
 * 少人数の秘匿: a district with 1–4 persons in any figure shown is not shown by itself but together with the others of
 * its kind, and where that is not enough with the next smallest. So no figure below five is shown, none can be had by
 * subtraction from the town's, and the rows still sum to the town. Districts without anybody hide nobody.
 */
export const withoutSmallCounts = (
  rows: readonly DistrictRow[],
): { readonly shown: readonly DistrictRow[]; readonly together: DistrictRow | null } => {
  const pool = rows.filter(isSmall);
  if (pool.length === 0) return { shown: rows, together: null };
  const rest = rows
    .filter((row) => !pool.includes(row) && !isEmpty(row))
    .toSorted((a, b) => baseTotal(a) - baseTotal(b));
  while ((pool.length < 2 || isSmall(sumOfRows(pool))) && rest.length > 0) {
    const next = rest.shift();
    if (next !== undefined) pool.push(next);
  }
  return {
    shown: rows.filter((row) => !pool.includes(row)),
    together: sumOfRows(rows.filter((row) => pool.includes(row))),
  };
};
