import {
  addFractions,
  compareFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  wholeFraction,
} from '../../kernel/fraction.ts';
import type { CompiledScheme } from './compile-scheme.ts';
import { isReason } from './figure.ts';
import { groupsOf } from './group.ts';
import type { Judgeable } from './judgeable.ts';
import type { Judgement, Reason } from './judgement.ts';
import type { AlsoCount, JudgementScheme, ScoreRule } from './judgement-scheme.ts';
import { overallAxis } from './overall-axis.ts';

/** One indicator with what was said of it. */
export interface Judged {
  readonly judgeable: Judgeable;
  readonly judgement: Judgement;
}

/** Weighted points, highest possible points and weights of the entries of one group. */
export interface ScoreSum {
  readonly points: Fraction;
  readonly highest: Fraction;
  readonly weight: Fraction;
}

/** Sums of a score by group ('' where it is no mean of groups), how many entries are in it and how many could not be. */
export interface ScoreTally {
  readonly sums: ReadonlyMap<string, ScoreSum>;
  readonly entries: number;
  readonly leftOut: number;
}

/**
 * What a roll-up is made from. Tallies of parts add up to the tally of the whole (`addTallies`), so that units and
 * pillars can be tallied apart.
 */
export interface Tally {
  readonly entries: number;
  readonly withValue: number;
  /** Indicator keys by grade of the headline */
  readonly grades: ReadonlyMap<string, readonly string[]>;
  /** Of those of a grade, how many have a figure */
  readonly gradesWithValue: ReadonlyMap<string, number>;
  /** Indicator keys by reason for having no grade; '' in a scheme of figures only */
  readonly ungraded: ReadonlyMap<Reason | '', readonly string[]>;
  readonly alsoCounts: ReadonlyMap<string, number>;
  readonly scores: ReadonlyMap<string, ScoreTally>;
}

const zero = wholeFraction(0);

const push = <K>(map: Map<K, string[]>, key: K, entry: string): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [entry]);
  else known.push(entry);
};

const count = <K>(map: Map<K, number>, key: K, by: number): void => {
  map.set(key, (map.get(key) ?? 0) + by);
};

const isCounted = ({ grades, measure }: AlsoCount, { overall, measures }: Judgement): boolean => {
  if (grades !== null && !(overall?.grade != null && grades.includes(overall.grade))) return false;
  if (measure === null) return true;
  const value = measures[measure.measure];
  if (value === undefined || isReason(value)) return false;
  const reaches = measure.from === null || compareFractions(value, fractionOf(measure.from)) >= 0;
  return reaches && (measure.to === null || compareFractions(value, fractionOf(measure.to)) < 0);
};

interface ScoredAxis {
  readonly axisKey: string;
  readonly weight: Fraction;
  readonly highest: Fraction;
}

const scoredAxes = (rule: ScoreRule, scheme: JudgementScheme): readonly ScoredAxis[] => {
  const headline = overallAxis(scheme);
  const named =
    rule.axes.length > 0 || headline === null ? rule.axes : [{ axisKey: headline.axisKey, weight: '1' }];
  return named.map(({ axisKey, weight }) => {
    const grades = scheme.axes.find((axis) => axis.axisKey === axisKey)?.grades ?? [];
    const highest = grades
      .flatMap(({ points }) => (points === null ? [] : [fractionOf(points)]))
      .reduce((best, points) => (compareFractions(points, best) > 0 ? points : best), zero);
    return { axisKey, weight: fractionOf(weight), highest };
  });
};

/** Points of one entry; null where an axis gave none. */
const scoreEntry = (axes: readonly ScoredAxis[], judgement: Judgement): Omit<ScoreSum, 'weight'> | null => {
  let [points, highest] = [zero, zero];
  for (const axis of axes) {
    const judged = judgement.axes.find(({ axisKey }) => axisKey === axis.axisKey);
    if (judged === undefined || judged.points === null) return null;
    points = addFractions(points, multiplyFractions(axis.weight, fractionOf(judged.points)));
    highest = addFractions(highest, multiplyFractions(axis.weight, axis.highest));
  }
  return { points, highest };
};

const addSums = (a: ScoreSum | undefined, b: ScoreSum): ScoreSum =>
  a === undefined
    ? b
    : {
        points: addFractions(a.points, b.points),
        highest: addFractions(a.highest, b.highest),
        weight: addFractions(a.weight, b.weight),
      };

const tallyScore = (rule: ScoreRule, scheme: JudgementScheme, judged: readonly Judged[]): ScoreTally => {
  const axes = scoredAxes(rule, scheme);
  const sums = new Map<string, ScoreSum>();
  let [entries, leftOut] = [0, 0];
  for (const { judgeable, judgement } of judged) {
    const { among } = rule;
    if (among !== null && !groupsOf(judgeable, among.group).some((key) => among.keys.includes(key))) continue;
    const scored = scoreEntry(axes, judgement);
    const groups = rule.meansOf === null ? [''] : groupsOf(judgeable, rule.meansOf.group);
    if (scored === null || groups.length === 0) {
      leftOut += 1;
      continue;
    }
    entries += 1;
    const weight =
      rule.weights === 'given' && judgeable.weight !== null ? fractionOf(judgeable.weight) : wholeFraction(1);
    const sum: ScoreSum = {
      points: multiplyFractions(weight, scored.points),
      highest: multiplyFractions(weight, scored.highest),
      weight,
    };
    for (const group of groups) sums.set(group, addSums(sums.get(group), sum));
  }
  return { sums, entries, leftOut };
};

/** Of distinct indicators: one that is listed twice (再掲) is one entry in two groups. */
export const tallyOf = ({ scheme }: CompiledScheme, judged: readonly Judged[]): Tally => {
  const grades = new Map<string, string[]>();
  const gradesWithValue = new Map<string, number>();
  const ungraded = new Map<Reason | '', string[]>();
  const alsoCounts = new Map(scheme.rollUp.alsoCount.map(({ countKey }) => [countKey, 0]));
  let withValue = 0;
  for (const { judgement } of judged) {
    const { overall, indicatorKey, hasValue } = judgement;
    if (hasValue) withValue += 1;
    if (overall?.grade != null) {
      push(grades, overall.grade, indicatorKey);
      count(gradesWithValue, overall.grade, hasValue ? 1 : 0);
    } else push(ungraded, overall?.reason ?? '', indicatorKey);
    for (const rule of scheme.rollUp.alsoCount)
      if (isCounted(rule, judgement)) count(alsoCounts, rule.countKey, 1);
  }
  const scores = new Map(
    scheme.rollUp.scores.map((rule) => [rule.scoreKey, tallyScore(rule, scheme, judged)]),
  );
  return { entries: judged.length, withValue, grades, gradesWithValue, ungraded, alsoCounts, scores };
};

const joined = <K, V>(
  a: ReadonlyMap<K, V>,
  b: ReadonlyMap<K, V>,
  add: (x: V, y: V) => V,
): ReadonlyMap<K, V> => {
  const result = new Map(a);
  for (const [key, value] of b) {
    const known = result.get(key);
    result.set(key, known === undefined ? value : add(known, value));
  }
  return result;
};

const add = (a: number, b: number): number => a + b;
const append = (a: readonly string[], b: readonly string[]): readonly string[] => [...a, ...b];

/** The tally of two parts that share no indicator, without judging again. */
export const addTallies = (a: Tally, b: Tally): Tally => ({
  entries: a.entries + b.entries,
  withValue: a.withValue + b.withValue,
  grades: joined(a.grades, b.grades, append),
  gradesWithValue: joined(a.gradesWithValue, b.gradesWithValue, add),
  ungraded: joined(a.ungraded, b.ungraded, append),
  alsoCounts: joined(a.alsoCounts, b.alsoCounts, add),
  scores: joined(a.scores, b.scores, (x, y) => ({
    sums: joined(x.sums, y.sums, addSums),
    entries: x.entries + y.entries,
    leftOut: x.leftOut + y.leftOut,
  })),
});
