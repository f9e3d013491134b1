import { compareDecimals } from '../kernel/decimal.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import type { Indicator } from './indicator.ts';

/** What a rule needs to know of each indicator of the town. */
export type RuleIndicator = Pick<Indicator, 'indicatorKey' | 'name' | 'unit' | 'direction' | 'computed'>;

export type KnownRules = ReadonlyMap<string, RuleIndicator>;

/** 比と人口当たり are made of two, 差 of two, 和 of any number. */
const takesTwo = { ratio: true, 'per-resident': true, difference: true, sum: false } as const;

/** Sums and differences are of figures in one unit; quotients are of any. */
const needsOneUnit = { ratio: false, 'per-resident': false, difference: true, sum: true } as const;

/** The indicators from one back to itself; null: none. @example a ÷ b, b = a + c // => ['a', 'b', 'a'] */
export const cycleFrom = (start: string, known: KnownRules): readonly string[] | null => {
  const seen = new Set<string>();
  const walk = (key: string, way: readonly string[]): readonly string[] | null => {
    for (const operand of known.get(key)?.computed?.operands ?? []) {
      if (operand === start) return [...way, operand];
      if (seen.has(operand)) continue;
      seen.add(operand);
      const found = walk(operand, [...way, operand]);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(start, [start]);
};

/** 計算の元になっている指標から見て、それを使う指標. */
export const usersOf = (indicatorKey: string, known: KnownRules): readonly RuleIndicator[] =>
  [...known.values()].filter(
    (each) => each.indicatorKey !== indicatorKey && each.computed?.operands.includes(indicatorKey) === true,
  );

/**
 * Whether the rule of one indicator can be computed among those of its town. `known`: as they will be, this one
 * included. Paths: […at, 'operands', place]. Refusals name the indicators concerned, never their keys alone.
 */
export const checkComputed = (
  { indicatorKey, unit, computed }: RuleIndicator,
  known: KnownRules,
  at: Problem['path'],
): readonly Problem[] => {
  if (computed === null) return [];
  const { operation, operands, factor } = computed;
  const nameOf = (key: string): string => known.get(key)?.name ?? key;
  const count = operands.length;
  const own = takesTwo[operation] ? count === 2 : count >= 2;
  const cycle = operands.includes(indicatorKey) ? null : cycleFrom(indicatorKey, known);
  const units = [...new Set(operands.flatMap((key) => known.get(key)?.unit ?? []))];
  const plainFactor = compareDecimals(factor, '1') === 0;
  return [
    ...(own ? [] : [errorAt('computed-operand-count', [...at, 'operands'], { operation, count })]),
    ...(compareDecimals(factor, '0') > 0
      ? []
      : [errorAt('computed-factor-not-positive', [...at, 'factor'], { factor })]),
    ...operands.flatMap((key, place): readonly Problem[] => {
      const path = [...at, 'operands', place];
      if (key === indicatorKey) return [errorAt('computed-of-itself', path, { name: nameOf(key) })];
      const operand = known.get(key);
      if (operand === undefined)
        return [errorAt('computed-operand-unknown', path, { key: key.slice(0, 80) })];
      if (operands.indexOf(key) < place)
        return [errorAt('computed-operand-twice', path, { name: operand.name })];
      return operand.direction === 'milestone'
        ? [errorAt('computed-operand-text', path, { name: operand.name })]
        : [];
    }),
    ...(cycle === null ? [] : [errorAt('computed-cycle', [...at, 'operands'], { names: cycle.map(nameOf) })]),
    ...(needsOneUnit[operation] &&
    (units.length > 1 || (units.length === 1 && plainFactor && units[0] !== unit))
      ? [
          errorAt('computed-other-unit', [...at, 'operands'], {
            unit,
            operands: operands.map((key) => `${nameOf(key)}（${known.get(key)?.unit || '単位なし'}）`),
          }),
        ]
      : []),
  ];
};

/** Those of its users that could no longer be computed: their unit does not fit any more, or it has become words. */
export const brokenUsers = (indicatorKey: string, known: KnownRules): readonly RuleIndicator[] =>
  usersOf(indicatorKey, known).filter((user) =>
    checkComputed(user, known, []).some(({ code, params }) =>
      code === 'computed-operand-text'
        ? params?.name === known.get(indicatorKey)?.name
        : code === 'computed-other-unit',
    ),
  );
