import { divideFractions, roundFraction, wholeFraction } from '../../kernel/fraction.ts';
import type { RollUpRule } from './judgement-scheme.ts';

/** Shares whose last places are handed to the largest remainders, so that they add up to 100 (最大剰余). */
const summingToHundred = (counts: readonly number[], whole: number, decimals: number): readonly string[] => {
  const units = 100 * 10 ** decimals;
  const shares = counts.map((count, at) => ({
    at,
    floor: Math.floor((count * units) / whole),
    remainder: (count * units) % whole,
  }));
  let left = Math.floor((counts.reduce((sum, count) => sum + count, 0) * units) / whole);
  for (const { floor } of shares) left -= floor;
  // Of equal remainders the earlier grade is served first.
  const served = new Set(
    shares
      .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  );
  return shares.map(({ at, floor }) => {
    const value = divideFractions(
      wholeFraction(floor + (served.has(at) ? 1 : 0)),
      wholeFraction(10 ** decimals),
    );
    return roundFraction(value ?? wholeFraction(0), decimals, 'down');
  });
};

/** Percentages of `counts` in `whole`, as decimal strings without a sign; null where there is nothing to divide by. */
export const percentagesOf = (
  counts: readonly number[],
  whole: number,
  { decimals, rounding }: Pick<RollUpRule['percent'], 'decimals' | 'rounding'>,
): readonly (string | null)[] => {
  if (whole === 0) return counts.map(() => null);
  if (rounding === 'sum-to-100') return summingToHundred(counts, whole, decimals);
  return counts.map((count) => {
    const share = divideFractions(wholeFraction(count * 100), wholeFraction(whole));
    return share === null ? null : roundFraction(share, decimals, rounding);
  });
};
