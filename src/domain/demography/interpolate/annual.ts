import { cell, sumOf, totalOf } from '../population.ts';
import type { Projection } from '../project/step.ts';
import { type Interpolation, interpolate, type Series } from './interpolation.ts';

/** Totals of a projection as a series. */
export const totalsOf = ({ years, populations }: Projection, womenOnly = false): Series => ({
  years,
  values: populations.map((population) => (womenOnly ? sumOf(population.female) : totalOf(population))),
});

/** 毎年の総数: every year from the first to the last, those of no step interpolated. */
export const annualTotals = (
  projection: Projection,
  method: Interpolation,
  womenOnly: boolean,
): { readonly years: readonly number[]; readonly total: readonly number[] } => {
  const series = totalsOf(projection, womenOnly);
  const [first, last] = [cell(series.years, 0), cell(series.years, series.years.length - 1)];
  const years = Array.from({ length: last - first + 1 }, (_, passed) => first + passed);
  return { years, total: years.map((year) => interpolate(series, year, method)) };
};
