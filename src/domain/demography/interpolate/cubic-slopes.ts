import { cell } from '../population.ts';
import type { Series } from './interpolation.ts';

/** Widths and slopes of the straight lines between points. */
const stretches = ({ years, values }: Series): { readonly widths: number[]; readonly secants: number[] } => {
  const widths = years.slice(1).map((year, at) => year - cell(years, at));
  const secants = widths.map((width, at) => (cell(values, at + 1) - cell(values, at)) / width);
  return { widths, secants };
};

/** Fritsch and Carlson (1980): mean of the neighbouring secants, shortened until no stretch overshoots. */
const monotoneSlopes = (series: Series): readonly number[] => {
  const { secants } = stretches(series);
  const last = secants.length;
  const slopes = series.years.map((_, at) => {
    if (at === 0) return cell(secants, 0);
    if (at === last) return cell(secants, last - 1);
    const [before, after] = [cell(secants, at - 1), cell(secants, at)];
    return before * after <= 0 ? 0 : (before + after) / 2;
  });
  for (const [at, secant] of secants.entries()) {
    if (secant === 0) {
      slopes[at] = 0;
      slopes[at + 1] = 0;
      continue;
    }
    const [a, b] = [cell(slopes, at) / secant, cell(slopes, at + 1) / secant];
    const size = a * a + b * b;
    if (size <= 9) continue;
    const shrink = 3 / Math.sqrt(size);
    slopes[at] = shrink * a * secant;
    slopes[at + 1] = shrink * b * secant;
  }
  return slopes;
};

/** Tridiagonal equations by elimination from the top. */
const solveTridiagonal = (below: number[], middle: number[], above: number[], right: number[]): number[] => {
  for (let row = 1; row < middle.length; row += 1) {
    const factor = cell(below, row) / cell(middle, row - 1);
    middle[row] = cell(middle, row) - factor * cell(above, row - 1);
    right[row] = cell(right, row) - factor * cell(right, row - 1);
  }
  const solution = right.map(() => 0);
  for (let row = middle.length - 1; row >= 0; row -= 1)
    solution[row] = (cell(right, row) - cell(above, row) * (solution[row + 1] ?? 0)) / cell(middle, row);
  return solution;
};

/** Third divided difference of four points beginning at `at`. */
const thirdDifference = ({ years, values }: Series, at: number): number => {
  let differences = [0, 1, 2, 3].map((step) => cell(values, at + step));
  for (let order = 1; order <= 3; order += 1)
    differences = differences
      .slice(1)
      .map(
        (value, step) =>
          (value - cell(differences, step)) / (cell(years, at + step + order) - cell(years, at + step)),
      );
  return cell(differences, 0);
};

/**
 * Second derivatives ÷ 6 at the points. natural: nought at the ends. forsythe: at each end the third derivative of the
 * cubic through the four outermost points (Computer Methods for Mathematical Computations, 1977), natural for fewer.
 */
const curvatures = (series: Series, ends: 'natural' | 'forsythe'): readonly number[] => {
  const { widths, secants } = stretches(series);
  const last = widths.length;
  const isForsythe = ends === 'forsythe' && last >= 3;
  const inner = <T>(make: (at: number) => T, edge: T): T[] =>
    series.years.map((_, at) => (at === 0 || at === last ? edge : make(at)));
  const below = inner((at) => cell(widths, at - 1), 0);
  const above = inner((at) => cell(widths, at), 0);
  const middle = inner((at) => 2 * (cell(widths, at - 1) + cell(widths, at)), 1);
  const right = inner((at) => cell(secants, at) - cell(secants, at - 1), 0);
  if (isForsythe) {
    const [first, end] = [cell(widths, 0), cell(widths, last - 1)];
    [middle[0], above[0], right[0]] = [-first, first, first * first * thirdDifference(series, 0)];
    [middle[last], below[last], right[last]] = [-end, end, -end * end * thirdDifference(series, last - 3)];
  }
  return solveTridiagonal(below, middle, above, right);
};

/** Slopes at the points of the cubic named. Shape: one a year of the series. */
export const cubicSlopes = (
  series: Series,
  method: 'monotone' | 'natural' | 'forsythe',
): readonly number[] => {
  const { widths, secants } = stretches(series);
  if (widths.length < 2) return series.years.map(() => secants[0] ?? 0);
  if (method === 'monotone') return monotoneSlopes(series);
  const curved = curvatures(series, method);
  const last = widths.length;
  return series.years.map((_, at) => {
    const [stretch, isEnd] = [Math.min(at, last - 1), at === last];
    const [from, to] = [cell(curved, stretch), cell(curved, stretch + 1)];
    return cell(secants, stretch) + cell(widths, stretch) * (isEnd ? from + 2 * to : -(2 * from + to));
  });
};
