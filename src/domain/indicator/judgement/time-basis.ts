import { addFractions, divideFractions, type Fraction, wholeFraction } from '../../kernel/fraction.ts';
import type { TimeBehaviour } from '../indicator.ts';
import type { Judgeable, JudgeableValue } from './judgeable.ts';
import type { Reason } from './judgement.ts';
import { inNewestUnit } from './unit-change.ts';

export const accumulates = (behaviour: TimeBehaviour): boolean =>
  behaviour === 'cumulative' || behaviour === 'period-total';

/** Whether one may be subtracted from the other: 単年の基準値 is not subtracted from 累計の目標値. */
export const areComparable = (a: TimeBehaviour, b: TimeBehaviour): boolean =>
  a === b || (!accumulates(a) && !accumulates(b));

type Joining = 'as-is' | 'sum' | 'mean' | 'never';

/** How yearly values become what the target is. */
export const joiningOf = ({ timeBehaviour, targetBasis: { behaviour } }: Judgeable): Joining => {
  if (timeBehaviour === behaviour) return 'as-is';
  if (timeBehaviour === 'flow' && accumulates(behaviour)) return 'sum';
  if (!accumulates(timeBehaviour) && behaviour === 'period-average') return 'mean';
  return areComparable(timeBehaviour, behaviour) ? 'as-is' : 'never';
};

/** First year of the sum or mean; null where nothing says. */
export const joinedSince = ({ targetBasis, baseline }: Judgeable): number | null =>
  targetBasis.since ?? (baseline === null ? null : baseline.fiscalYear + 1);

/** Sum or mean of the years up to `entry`'s. One year without a figure: incomplete, never taken as zero. */
export const joinYears = (
  judgeable: Judgeable,
  entry: JudgeableValue,
  joining: 'sum' | 'mean',
): Fraction | Reason => {
  const since = joinedSince(judgeable);
  if (since === null || entry.fiscalYear < since) return 'not-comparable';
  let sum = wholeFraction(0);
  for (let year = since; year <= entry.fiscalYear; year += 1) {
    const part = judgeable.values.find(({ fiscalYear }) => fiscalYear === year);
    if (part === undefined || part.value === null) return 'incomplete-series';
    const figure = inNewestUnit(judgeable, part.value, year);
    if (figure === null) return 'not-comparable';
    sum = addFractions(sum, figure);
  }
  const years = wholeFraction(entry.fiscalYear - since + 1);
  return joining === 'sum' ? sum : (divideFractions(sum, years) ?? 'not-comparable');
};
