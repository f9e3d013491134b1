import { bySex, cell, type Population } from '../population.ts';
import { fitMargins, type Table, withPseudoCounts } from './fit-margins.ts';
import { roundToSum } from './largest-remainder.ts';

/** Sex and age side by side, men first. */
const rowOf = ({ male, female }: Population): readonly number[] => [...male, ...female];
const populationOf = (row: readonly number[]): Population => ({
  male: row.slice(0, row.length / 2),
  female: row.slice(row.length / 2),
});

/**
 * 上位地域への合わせ込み: areas scaled so that every sex and age sums to the parent's; `totals` of the areas, where
 * they are known besides, are met as well (IPF). An age nobody has in any area but the parent: half a person each first.
 */
export const benchmarkTo = (
  areas: readonly Population[],
  parent: Population,
  totals: readonly number[] | null,
): readonly Population[] => {
  const columns = rowOf(parent);
  return fitMargins(withPseudoCounts(areas.map(rowOf), columns), totals, columns).map(populationOf);
};

/** Whole persons, by sex and age summing over the areas to the parent's rounded counts (最大剰余法). */
export const wholePersons = (areas: readonly Population[]): readonly Population[] => {
  const table: Table = areas.map(rowOf);
  const columns = (table[0] ?? []).map((_, at) => roundToSum(table.map((row) => cell(row, at))));
  const rounded = table.map((row, area) => row.map((_, at) => cell(columns[at] ?? [], area)));
  return rounded.map(populationOf);
};

/** Sum of areas by sex and age. */
export const sumOfAreas = (areas: readonly Population[]): Population =>
  bySex((sex) =>
    (areas[0]?.[sex] ?? []).map((_, group) => areas.reduce((sum, area) => sum + cell(area[sex], group), 0)),
  );
