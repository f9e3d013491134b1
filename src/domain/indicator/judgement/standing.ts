import type { Fraction } from '../../kernel/fraction.ts';
import { actualEntry } from './actual-entry.ts';
import { senseOf } from './direction-sense.ts';
import type { Figure } from './figure.ts';
import type { Judgeable, JudgeableValue } from './judgeable.ts';
import type { AxisJudgement, Reason } from './judgement.ts';
import type { ActualRule } from './judgement-scheme.ts';
import { accumulates, areComparable, joiningOf, joinYears } from './time-basis.ts';
import { inNewestUnit } from './unit-change.ts';

/** A target with its figure read. */
export interface KnownTarget {
  readonly fiscalYear: number;
  readonly figure: Figure;
}

const readBaseline = (judgeable: Judgeable): Figure => {
  const { baseline } = judgeable;
  if (baseline === null || baseline.value === null) return 'no-baseline';
  return inNewestUnit(judgeable, baseline.value, baseline.fiscalYear) ?? 'not-comparable';
};

const readTargets = (judgeable: Judgeable): readonly KnownTarget[] =>
  judgeable.targets
    .map(({ fiscalYear, value, text }): KnownTarget => {
      if (value === null) return { fiscalYear, figure: text === null ? 'no-target' : 'target-text' };
      return { fiscalYear, figure: inNewestUnit(judgeable, value, fiscalYear) ?? 'not-comparable' };
    })
    .sort((a, b) => a.fiscalYear - b.fiscalYear);

/** One indicator, what does not change with the year read once. */
export class PreparedIndicator {
  readonly judgeable: Judgeable;
  readonly sense: 1 | -1 | 0;
  readonly baseline: Figure;
  /** 基準値 of another kind than the target, or none under a 累計の目標: progress counts from zero. */
  readonly countsFromZero: boolean;
  readonly targets: readonly KnownTarget[];
  readonly finalTarget: KnownTarget | null;
  private readonly joining: ReturnType<typeof joiningOf>;

  constructor(judgeable: Judgeable) {
    this.judgeable = judgeable;
    this.sense = senseOf(judgeable.direction);
    this.baseline = readBaseline(judgeable);
    const { baseline, targetBasis } = judgeable;
    this.countsFromZero =
      baseline === null
        ? accumulates(targetBasis.behaviour) && targetBasis.since !== null
        : !areComparable(baseline.behaviour, targetBasis.behaviour);
    this.targets = readTargets(judgeable);
    this.finalTarget = this.targets[this.targets.length - 1] ?? null;
    this.joining = joiningOf(judgeable);
  }

  /** The entry's figure in the newest unit, on the basis of the targets. */
  figureOf(entry: JudgeableValue): Figure {
    if (entry.value === null) return entry.text === null ? (entry.missing ?? 'no-value') : 'not-numeric';
    switch (this.joining) {
      case 'as-is':
        return inNewestUnit(this.judgeable, entry.value, entry.fiscalYear) ?? 'not-comparable';
      case 'never':
        return 'not-comparable';
      default:
        return joinYears(this.judgeable, entry, this.joining);
    }
  }

  /** Standard error in the newest unit; null where the figure is no estimate or is joined of several. */
  standardErrorOf(entry: JudgeableValue): Fraction | null {
    if (entry.standardError === null || this.joining !== 'as-is') return null;
    return inNewestUnit(this.judgeable, entry.standardError, entry.fiscalYear);
  }
}

const none: readonly AxisJudgement[] = [];

/** One indicator in one year, as the measures and steps of a scheme see it. */
export class Standing {
  readonly indicator: PreparedIndicator;
  readonly fiscalYear: number;
  /** The entry judged: of the year, or the one that stands in for it. */
  readonly entry: JudgeableValue | null;
  readonly figure: Figure;
  /** Of the axes before the one being decided */
  axes: readonly AxisJudgement[] = none;

  constructor(indicator: PreparedIndicator, fiscalYear: number, rule: ActualRule) {
    this.indicator = indicator;
    this.fiscalYear = fiscalYear;
    const found: JudgeableValue | Reason = actualEntry(indicator.judgeable.values, fiscalYear, rule);
    if (typeof found === 'string') {
      this.entry = null;
      this.figure = found;
    } else {
      this.entry = found;
      this.figure = indicator.figureOf(found);
    }
  }
}
