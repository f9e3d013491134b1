import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  wholeFraction,
} from '../kernel/fraction.ts';
import type { Criterion, EvaluationScheme, GradeRule } from './evaluation-scheme.ts';
import type { Answers } from './sheet.ts';

/** A scheme made ready for a million records: the same grades and levels as grade.ts and propose-levels.ts, without words. */
export interface CompiledEvaluation {
  /** The machine's grade; null where none follows. */
  readonly grade: (typeKey: string | null, answers: Answers) => string | null;
  /** Answers with the levels the achievement speaks for put in. */
  readonly propose: (typeKey: string | null, answers: Answers, achievement: Fraction | null) => Answers;
}

interface Ready {
  readonly field: string;
  readonly types: ReadonlySet<string> | null;
  readonly exceptTypes: ReadonlySet<string> | null;
  readonly when: readonly {
    readonly at: number;
    readonly field: string;
    readonly levels: ReadonlySet<string>;
  }[];
  /** Points by level; null: the level has none. */
  readonly points: ReadonlyMap<string, Fraction | null>;
  readonly isPointed: boolean;
  readonly isRequired: boolean;
  readonly weight: Fraction;
  readonly most: Fraction;
  readonly proposal: readonly { readonly level: string; readonly from: Fraction | null }[];
}

type Figure = (sum: Fraction, weighted: Fraction, weights: Fraction, possible: Fraction) => Fraction | null;

const zero = wholeFraction(0);
const setOrNull = (keys: readonly string[]): ReadonlySet<string> | null =>
  keys.length === 0 ? null : new Set(keys);

const ready = (criterion: Criterion, all: readonly Criterion[]): Ready => {
  const { key, applies, levels, proposal } = criterion;
  const points = new Map(
    levels.map((level) => [level.key, level.points === null ? null : fractionOf(level.points)] as const),
  );
  return {
    field: `criterion.${key}`,
    types: setOrNull(applies.types),
    exceptTypes: setOrNull(applies.exceptTypes),
    when: applies.when.map(({ criterion: other, levels: wanted }) => ({
      at: all.findIndex((each) => each.key === other),
      field: `criterion.${other}`,
      levels: new Set(wanted),
    })),
    points,
    isPointed: levels.some((level) => level.points !== null),
    isRequired: criterion.required,
    weight: fractionOf(criterion.weight),
    most: [...points.values()].reduce<Fraction>(
      (best, value) => (value !== null && compareFractions(value, best) > 0 ? value : best),
      zero,
    ),
    proposal: (proposal?.from ?? []).map((from, at) => ({
      level: levels[at]?.key ?? '',
      from: from === null ? null : fractionOf(from),
    })),
  };
};

const byType = ({ types, exceptTypes }: Ready, typeKey: string | null): boolean =>
  (types === null || (typeKey !== null && types.has(typeKey))) &&
  (exceptTypes === null || typeKey === null || !exceptTypes.has(typeKey));

/** Which criteria apply, by their place. */
const applicable = (
  criteria: readonly Ready[],
  typeKey: string | null,
  answers: Answers,
): readonly boolean[] => {
  const applied: boolean[] = [];
  for (const criterion of criteria)
    applied.push(
      byType(criterion, typeKey) &&
        criterion.when.every(
          ({ at, field, levels }) => applied[at] === true && levels.has(answers[field] ?? ''),
        ),
    );
  return applied;
};

const figureOf = (rule: Exclude<GradeRule, { by: 'hand' | 'table' }>): Figure => {
  if (rule.by === 'weight') return (_, weighted, weights) => divideFractions(weighted, weights);
  return rule.of === 'share' ? (sum, _, __, possible) => divideFractions(sum, possible) : (sum) => sum;
};

const compileBands = (criteria: readonly Ready[], rule: Exclude<GradeRule, { by: 'hand' | 'table' }>) => {
  const bands = rule.bands.map(({ grade, from }) => ({
    grade,
    from: from === null ? null : fractionOf(from),
  }));
  const figureFrom = figureOf(rule);
  const [isWeighted, isShare] = [rule.by === 'weight', rule.by === 'sum' && rule.of === 'share'];
  return (typeKey: string | null, answers: Answers): string | null => {
    const applied = applicable(criteria, typeKey, answers);
    let [sum, weighted, weights, possible, counted] = [zero, zero, zero, zero, 0];
    for (const [at, criterion] of criteria.entries()) {
      if (applied[at] !== true || !criterion.isPointed) continue;
      const points = criterion.points.get(answers[criterion.field] ?? '');
      if (points === undefined && criterion.isRequired) return null;
      if (points == null) continue;
      counted += 1;
      if (isWeighted) {
        weighted = addFractions(weighted, multiplyFractions(points, criterion.weight));
        weights = addFractions(weights, criterion.weight);
      } else sum = addFractions(sum, points);
      if (isShare) possible = addFractions(possible, criterion.most);
    }
    const figure = counted === 0 ? null : figureFrom(sum, weighted, weights, possible);
    if (figure === null) return null;
    return bands.find(({ from }) => from === null || compareFractions(figure, from) >= 0)?.grade ?? null;
  };
};

const compileTable = (
  { criteria }: EvaluationScheme,
  made: readonly Ready[],
  rule: Extract<GradeRule, { by: 'table' }>,
) => {
  const placeOf = (key: string): number => criteria.findIndex((each) => each.key === key);
  const rows = rule.rows.map(({ grade, when }) => ({
    grade,
    when: when.map(({ criterion, levels }) => ({
      at: placeOf(criterion),
      field: `criterion.${criterion}`,
      levels: new Set(levels),
    })),
  }));
  const named = new Set(rows.flatMap(({ when }) => when.map(({ at }) => at)));
  return (typeKey: string | null, answers: Answers): string | null => {
    const applied = applicable(made, typeKey, answers);
    for (const at of named) {
      const criterion = made[at];
      if (criterion === undefined || applied[at] !== true || !criterion.isRequired) continue;
      if (!criterion.points.has(answers[criterion.field] ?? '')) return null;
    }
    const row = rows.find(({ when }) =>
      when.every(({ at, field, levels }) => applied[at] === true && levels.has(answers[field] ?? '')),
    );
    return row?.grade ?? rule.otherwise;
  };
};

/** Compiles a checked scheme (check-scheme.ts). */
export const compileEvaluation = (scheme: EvaluationScheme): CompiledEvaluation => {
  const made = scheme.criteria.map((criterion) => ready(criterion, scheme.criteria));
  const proposing = made.filter(({ proposal }) => proposal.length > 0);
  const rule = scheme.gradeRule;
  return {
    grade:
      rule.by === 'hand'
        ? () => null
        : rule.by === 'table'
          ? compileTable(scheme, made, rule)
          : compileBands(made, rule),
    propose: (typeKey, answers, achievement) => {
      if (achievement === null || proposing.length === 0) return answers;
      const next: Record<string, string> = { ...answers };
      for (const criterion of proposing) {
        if (!byType(criterion, typeKey)) continue;
        const found = criterion.proposal.find(
          ({ from }) => from === null || compareFractions(achievement, from) >= 0,
        );
        if (found !== undefined) next[criterion.field] = found.level;
      }
      return next;
    },
  };
};
