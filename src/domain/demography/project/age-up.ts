import { cell } from '../population.ts';

/**
 * One step up the ages: place i moves to i+1 by `rate[i]`. With one rate less than groups, the last moves the two
 * oldest together into the open group; with as many, the open group has its own. Place 0 is left at nought: births.
 */
export const ageUp = (counts: readonly number[], rate: readonly number[]): number[] => {
  const last = counts.length - 1;
  const next = counts.map((_, index) => (index === 0 ? 0 : cell(counts, index - 1) * cell(rate, index - 1)));
  next[last] =
    rate.length > last
      ? cell(next, last) + cell(counts, last) * cell(rate, last)
      : (cell(counts, last - 1) + cell(counts, last)) * cell(rate, last - 1);
  return next;
};
