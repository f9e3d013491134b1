import { absoluteDecimal, compareDecimals, subtractDecimals } from '../kernel/decimal.ts';
import { exactDecimal, roundFraction } from '../kernel/fraction.ts';
import type { Baseline, Indicator, IndicatorTarget, IndicatorValue, ReferenceSeries } from './indicator.ts';
import { judgeableOf } from './judgeable-of.ts';
import { joiningOf, joinYears } from './judgement/time-basis.ts';

/** What is known of one indicator; figures of the whole and of its breakdowns, in any order. */
export interface KnownFigures {
  /** What the targets say; where nothing is given, they say what the figures say. */
  readonly indicator?: Indicator;
  readonly baseline: Baseline | null;
  readonly targets: readonly IndicatorTarget[];
  readonly values: readonly IndicatorValue[];
  readonly referenceSeries: readonly ReferenceSeries[];
}

/** Distance to the target in the indicator's unit, as a decimal string without sign. */
export type AgainstTarget =
  | { readonly kind: 'met' }
  | { readonly kind: 'below'; readonly gap: string }
  | { readonly kind: 'above'; readonly gap: string };

/** Where an indicator stands: the facts the first sentence about it is made of. */
export interface Outlook {
  /** Newest figure of the whole, series 'actual'. */
  readonly latest: IndicatorValue | null;
  /** A later year that has the reason why it has no figure. */
  readonly without: IndicatorValue | null;
  /** Whether the newest figure is the baseline itself: nothing has been measured since. */
  readonly onlyBaseline: boolean;
  readonly baseline: Baseline | null;
  /** The last target of the period, set or still to be set. */
  readonly target: IndicatorTarget | null;
  readonly latestAgainstTarget: AgainstTarget | null;
  /** What a projection says for the year of the target. */
  readonly projection: {
    readonly series: ReferenceSeries;
    readonly value: IndicatorValue;
    readonly againstTarget: AgainstTarget | null;
  } | null;
}

const against = (value: string | null, target: IndicatorTarget | null): AgainstTarget | null => {
  if (value === null || target === null || target.value === null) return null;
  const order = compareDecimals(value, target.value);
  const gap = absoluteDecimal(subtractDecimals(value, target.value));
  if (order === 0) return { kind: 'met' };
  if (order < 0) return target.comparison === 'at-most' ? { kind: 'met' } : { kind: 'below', gap };
  return target.comparison === 'at-least' ? { kind: 'met' } : { kind: 'above', gap };
};

/**
 * The newest figure as what the target is: 累計 of the yearly figures, mean of the years. null where a year is missing, or
 * where the two cannot be compared at all.
 */
const onTargetBasis = (
  { indicator, ...figures }: KnownFigures,
  latest: IndicatorValue | null,
): string | null => {
  if (latest === null || latest.value === null || indicator === undefined) return latest?.value ?? null;
  const judgeable = judgeableOf({ indicator, ...figures }, [], {});
  const joining = joiningOf(judgeable);
  if (joining === 'as-is') return latest.value;
  const joined = joining === 'never' ? 'not-comparable' : joinYears(judgeable, latest, joining);
  if (typeof joined === 'string') return null;
  return exactDecimal(joined) ?? roundFraction(joined, 10, 'half-away');
};

const newest = <T extends { readonly fiscalYear: number }>(entries: readonly T[]): T | null =>
  entries.reduce<T | null>(
    (best, entry) => (best === null || entry.fiscalYear > best.fiscalYear ? entry : best),
    null,
  );

const isKnown = (value: IndicatorValue): boolean => value.value !== null || value.text !== null;

export const outlookOf = (known: KnownFigures): Outlook => {
  const whole = known.values.filter((value) => value.breakdown === '' && isKnown(value));
  const latest = newest(whole.filter((value) => value.series === 'actual'));
  const target = newest(known.targets);
  const { baseline } = known;
  const projected = known.referenceSeries.flatMap((series) => {
    const value = whole.find(
      (entry) => entry.series === series.series && entry.fiscalYear === target?.fiscalYear,
    );
    return value === undefined ? [] : [{ series, value, againstTarget: against(value.value, target) }];
  });
  return {
    latest,
    without: newest(
      known.values.filter(
        (value) =>
          value.series === 'actual' &&
          value.breakdown === '' &&
          value.missing !== null &&
          value.fiscalYear > (latest?.fiscalYear ?? Number.NEGATIVE_INFINITY),
      ),
    ),
    onlyBaseline: latest !== null && baseline !== null && latest.fiscalYear <= baseline.fiscalYear,
    baseline,
    target,
    latestAgainstTarget: against(onTargetBasis(known, latest), target),
    // One that misses the target says more than the prospect the target was made from.
    projection: projected.find((entry) => entry.againstTarget?.kind !== 'met') ?? projected[0] ?? null,
  };
};
