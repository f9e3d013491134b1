import type { LinePoint } from './line-chart.ts';

/**
 * Stretches of figures without a gap. The usual distance is the smallest between two figures, so that a census
 * every five years makes a line and a year left out of a yearly series makes a gap.
 */
export const lineRuns = (points: readonly LinePoint[], missingYears: readonly number[]): LinePoint[][] => {
  const sorted = points.toSorted((a, b) => a.fiscalYear - b.fiscalYear);
  const distances = sorted.slice(1).map((point, at) => point.fiscalYear - (sorted[at]?.fiscalYear ?? 0));
  const usual = Math.min(...distances.filter((distance) => distance > 0));
  const runs: LinePoint[][] = [];
  sorted.forEach((point, at) => {
    const before = sorted[at - 1];
    const joined =
      before !== undefined &&
      point.fiscalYear - before.fiscalYear <= usual &&
      !missingYears.some((year) => year > before.fiscalYear && year < point.fiscalYear);
    if (joined) runs.at(-1)?.push(point);
    else runs.push([point]);
  });
  return runs;
};
