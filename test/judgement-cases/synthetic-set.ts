import type { CompiledScheme } from '../../src/domain/indicator/judgement/compile-scheme.ts';
import { judge } from '../../src/domain/indicator/judgement/judge.ts';
import type { Judgeable } from '../../src/domain/indicator/judgement/judgeable.ts';
import type { RollUp } from '../../src/domain/indicator/judgement/roll-up.ts';
import type { Judged } from '../../src/domain/indicator/judgement/tally.ts';
import { judgeableOf } from './judgeable.ts';

/**
 * A made-up set of indicators: `count` of each kind, told apart by their keys. The towns publish how many fell into
 * each grade, not every figure; the figures here are chosen to fall there, and test the arithmetic of the aggregate.
 */
export const syntheticSet = (
  kinds: readonly (readonly [count: number, said: Partial<Judgeable>])[],
): readonly Judgeable[] =>
  kinds.flatMap(([count, said], kind) =>
    Array.from({ length: count }, (_, n) => judgeableOf({ ...said, indicatorKey: `k${kind}-${n}` })),
  );

export const judgeAll = (
  scheme: CompiledScheme,
  judgeables: readonly Judgeable[],
  fiscalYear: number,
): readonly Judged[] =>
  judgeables.map((judgeable) => ({ judgeable, judgement: judge(scheme, judgeable, fiscalYear) }));

export const countsOf = (rollUp: RollUp): Readonly<Record<string, number>> =>
  Object.fromEntries(rollUp.grades.map(({ grade, count }) => [grade.key, count]));

export const percentsOf = (rollUp: RollUp): Readonly<Record<string, string | null>> =>
  Object.fromEntries(rollUp.grades.map(({ grade, percent }) => [grade.key, percent]));
