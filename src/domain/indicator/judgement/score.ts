import {
  addFractions,
  divideFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  roundFraction,
  wholeFraction,
} from '../../kernel/fraction.ts';
import type { ScoreRule } from './judgement-scheme.ts';
import type { ScoreSum, ScoreTally } from './tally.ts';

/** 点数 of a whole. `value` exact, `text` rounded as the scheme says (points-of-max: percent, with its sign). */
export interface Score {
  readonly scoreKey: string;
  readonly name: string;
  readonly value: Fraction | null;
  readonly text: string | null;
  /** How many entries it is the mean of, and how many had no points */
  readonly entries: number;
  readonly leftOut: number;
}

const zero = wholeFraction(0);
const hundred = wholeFraction(100);

const meanOf = ({ of }: ScoreRule, { points, highest, weight }: ScoreSum): Fraction | null => {
  if (of === 'points') return divideFractions(points, weight);
  const share = divideFractions(points, highest);
  return share === null ? null : multiplyFractions(share, hundred);
};

const meanOfMeans = (
  rule: ScoreRule,
  roundedTo: number | null,
  sums: readonly ScoreSum[],
): Fraction | null => {
  const means = sums.flatMap((sum) => {
    const mean = meanOf(rule, sum);
    if (mean === null) return [];
    return [roundedTo === null ? mean : fractionOf(roundFraction(mean, roundedTo, rule.rounding))];
  });
  return divideFractions(means.reduce(addFractions, zero), wholeFraction(means.length));
};

export const scoreOf = (rule: ScoreRule, tally: ScoreTally): Score => {
  const sums = [...tally.sums.values()];
  const [only] = sums;
  const value =
    rule.meansOf === null
      ? only === undefined
        ? null
        : meanOf(rule, only)
      : meanOfMeans(rule, rule.meansOf.roundedTo, sums);
  const sign = rule.of === 'points-of-max' ? '%' : '';
  return {
    scoreKey: rule.scoreKey,
    name: rule.name,
    value,
    text: value === null ? null : `${roundFraction(value, rule.decimals, rule.rounding)}${sign}`,
    entries: tally.entries,
    leftOut: tally.leftOut,
  };
};
