import { cell } from '../population.ts';
import { cubicSlopes } from './cubic-slopes.ts';

/**
 * 期間のあいだの年の総数の求め方. linear: 国内の通例; geometric: constant rate of change between points; monotone:
 * Hermite with the slopes of Fritsch and Carlson (no new peaks); natural and forsythe: cubic splines with no curvature
 * at the ends, and with the ends of Forsythe, Malcolm and Moler.
 */
export type Interpolation = 'linear' | 'geometric' | 'monotone' | 'natural' | 'forsythe';

/** Totals known at some years, ascending. */
export interface Series {
  readonly years: readonly number[];
  readonly values: readonly number[];
}

/** Place of the stretch that holds the year. @throws outside the series: checked before. */
const stretchOf = (years: readonly number[], year: number): number => {
  const last = years.length - 1;
  if (year < cell(years, 0) || year > cell(years, last))
    throw new Error(`interpolate requires a year within the series, not ${year}`);
  return Math.min(
    years.findLastIndex((from) => from <= year),
    last - 1,
  );
};

const hermite = (
  share: number,
  width: number,
  from: number,
  to: number,
  slopes: readonly [number, number],
): number => {
  const [s2, s3] = [share * share, share * share * share];
  return (
    (2 * s3 - 3 * s2 + 1) * from +
    (s3 - 2 * s2 + share) * width * slopes[0] +
    (3 * s2 - 2 * s3) * to +
    (s3 - s2) * width * slopes[1]
  );
};

/** The series at a year within it. A series of one year has only that year. */
export const interpolate = ({ years, values }: Series, year: number, method: Interpolation): number => {
  const known = years.indexOf(year);
  if (known >= 0) return cell(values, known);
  const at = stretchOf(years, year);
  const [from, to] = [cell(values, at), cell(values, at + 1)];
  const width = cell(years, at + 1) - cell(years, at);
  const share = (year - cell(years, at)) / width;
  if (method === 'linear') return from + (to - from) * share;
  if (method === 'geometric') return from * (to / from) ** share;
  const slopes = cubicSlopes({ years, values }, method);
  return hermite(share, width, from, to, [cell(slopes, at), cell(slopes, at + 1)]);
};
