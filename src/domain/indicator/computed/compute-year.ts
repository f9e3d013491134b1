import {
  addFractions,
  approximateFraction,
  divideFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  roundFraction,
  signOfFraction,
  subtractFractions,
  wholeFraction,
} from '../../kernel/fraction.ts';
import type { ComputedRule } from '../indicator.ts';
import type { JudgeableValue } from '../judgement/judgeable.ts';
import type { ComputableIndicator, ComputedYear, LackingOperand } from './computed-indicator.ts';

type Sensitivity = ReadonlyMap<string, number>;

const without = (fiscalYear: number, lacking: readonly LackingOperand[]): ComputedYear => ({
  fiscalYear,
  exact: null,
  value: null,
  lacking,
  status: 'final',
  standardError: null,
  sensitivity: new Map(),
});

const lackOf = ({ value, text, missing }: JudgeableValue): LackingOperand['reason'] =>
  value === null && text !== null ? 'not-numeric' : (missing ?? 'no-value');

/** A measured figure as an operand. `entry` undefined: nothing was entered for the year. */
export const measuredYear = (
  indicatorKey: string,
  fiscalYear: number,
  entry: JudgeableValue | undefined,
): ComputedYear => {
  if (entry === undefined) return without(fiscalYear, [{ indicatorKey, reason: 'no-value' }]);
  if (entry.value === null) return without(fiscalYear, [{ indicatorKey, reason: lackOf(entry) }]);
  return {
    fiscalYear,
    exact: fractionOf(entry.value),
    value: entry.value,
    lacking: [],
    status: entry.status,
    standardError: entry.standardError === null ? null : approximateFraction(fractionOf(entry.standardError)),
    sensitivity: new Map([[indicatorKey, 1]]),
  };
};

const joined = (parts: readonly { readonly of: Sensitivity; readonly times: number }[]): Sensitivity => {
  const all = new Map<string, number>();
  for (const { of, times } of parts)
    for (const [key, change] of of) all.set(key, (all.get(key) ?? 0) + times * change);
  return all;
};

interface Outcome {
  readonly exact: Fraction;
  readonly sensitivity: Sensitivity;
}

interface Known extends ComputedYear {
  readonly exact: Fraction;
}

const isKnown = (year: ComputedYear): year is Known => year.exact !== null;

const quotient = ([above, below]: readonly Known[], factor: Fraction): Outcome | null => {
  if (above === undefined || below === undefined) throw new Error('a ratio has two operands');
  const share = divideFractions(above.exact, below.exact);
  if (share === null) return null;
  const exact = multiplyFractions(share, factor);
  const divisor = approximateFraction(below.exact);
  return {
    exact,
    sensitivity: joined([
      { of: above.sensitivity, times: approximateFraction(factor) / divisor },
      { of: below.sensitivity, times: -approximateFraction(exact) / divisor },
    ]),
  };
};

const total = (operands: readonly Known[], signs: (at: number) => 1 | -1, factor: Fraction): Outcome => {
  const sum = operands.reduce(
    (before, { exact }, at) =>
      signs(at) === 1 ? addFractions(before, exact) : subtractFractions(before, exact),
    wholeFraction(0),
  );
  const times = approximateFraction(factor);
  return {
    exact: multiplyFractions(sum, factor),
    sensitivity: joined(
      operands.map(({ sensitivity }, at) => ({ of: sensitivity, times: signs(at) * times })),
    ),
  };
};

/** null: the divisor is zero. */
const applied = ({ operation, factor }: ComputedRule, operands: readonly Known[]): Outcome | null => {
  const times = fractionOf(factor);
  switch (operation) {
    case 'ratio':
    case 'per-resident':
      return quotient(operands, times);
    case 'sum':
      return total(operands, () => 1, times);
    case 'difference':
      return total(operands, (at) => (at === 0 ? 1 : -1), times);
  }
};

const distinct = (lacking: readonly LackingOperand[]): readonly LackingOperand[] => [
  ...new Map(lacking.map((each) => [each.indicatorKey, each])).values(),
];

const statusOf = (operands: readonly ComputedYear[]): ComputedYear['status'] =>
  (['provisional', 'estimated'] as const).find((status) => operands.some((each) => each.status === status)) ??
  'final';

/** √Σ (sensitivity × SE)² over the measured figures: one that comes in twice is counted with its whole effect. */
const errorOf = (sensitivity: Sensitivity, standardErrors: ReadonlyMap<string, number>): number | null => {
  const parts = [...sensitivity].flatMap(([key, change]) => {
    const error = standardErrors.get(key);
    return error === undefined ? [] : [change * error];
  });
  return parts.length === 0 ? null : Math.hypot(...parts);
};

/**
 * One year of a computed indicator from its operands in the order of the rule. Computed exactly and rounded once, at
 * the end, for show; a computed operand comes in unrounded. `standardErrors`: of the measured figures of the year.
 */
export const computeYear = (
  { indicatorKey, decimals }: Pick<ComputableIndicator, 'indicatorKey' | 'decimals'>,
  rule: ComputedRule,
  fiscalYear: number,
  operands: readonly ComputedYear[],
  standardErrors: ReadonlyMap<string, number>,
): ComputedYear => {
  const known = operands.filter(isKnown);
  if (known.length < operands.length)
    return without(fiscalYear, distinct(operands.flatMap(({ lacking }) => lacking)));
  const outcome = applied(rule, known);
  if (outcome === null) return without(fiscalYear, [{ indicatorKey, reason: 'division-by-zero' }]);
  const value = roundFraction(outcome.exact, decimals, 'half-away');
  return {
    fiscalYear,
    exact: outcome.exact,
    value: signOfFraction(fractionOf(value)) === 0 ? value.replace('-', '') : value,
    lacking: [],
    status: statusOf(operands),
    standardError: errorOf(outcome.sensitivity, standardErrors),
    sensitivity: outcome.sensitivity,
  };
};
