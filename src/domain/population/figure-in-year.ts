import { type Interpolation, interpolate, type Series } from '../demography/interpolate/interpolation.ts';

/** A figure of one year and how it was found. */
export interface FigureInYear {
  readonly value: number;
  /** Years it was interpolated between; null: the series has the year itself */
  readonly between: readonly [number, number] | null;
}

/** その年の総人口: the series' own, or between its two nearest years. Null outside the series. */
export const figureInYear = (
  totals: Series,
  year: number,
  interpolation: Interpolation,
): FigureInYear | null => {
  const known = totals.values[totals.years.indexOf(year)];
  if (known !== undefined) return { value: known, between: null };
  const before = totals.years.findLast((one) => one < year);
  const after = totals.years.find((one) => one > year);
  if (before === undefined || after === undefined) return null;
  return { value: interpolate(totals, year, interpolation), between: [before, after] };
};
