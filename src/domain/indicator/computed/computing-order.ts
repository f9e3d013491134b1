import { readFraction, signOfFraction } from '../../kernel/fraction.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { ComputedRule } from '../indicator.ts';
import type { ComputableIndicator } from './computed-indicator.ts';

type Rules = ReadonlyMap<string, ComputableIndicator>;

const operandsOf = ({ rule }: ComputableIndicator): readonly string[] => rule?.operands ?? [];

const takes: Readonly<Record<ComputedRule['operation'], { readonly least: number; readonly most: number }>> =
  {
    ratio: { least: 2, most: 2 },
    'per-resident': { least: 2, most: 2 },
    difference: { least: 2, most: 2 },
    sum: { least: 1, most: 100 },
  };

const ruleProblems = (indicator: ComputableIndicator, known: Rules): readonly Problem[] => {
  const { rule, indicatorKey, name } = indicator;
  if (rule === null) return [];
  const at = (...field: string[]): Problem['path'] => ['indicators', indicatorKey, 'computed', ...field];
  const { least, most } = takes[rule.operation];
  const count = rule.operands.length;
  const factor = readFraction(rule.factor);
  return [
    ...(count < least || count > most
      ? [errorAt('operand-count', at('operands'), { name, operation: rule.operation, least, most, count })]
      : []),
    ...rule.operands
      .filter((key) => !known.has(key))
      .map((key) => errorAt('operand-unknown', at('operands'), { name, key: key.slice(0, 80) })),
    ...(factor === null || signOfFraction(factor) !== 1
      ? [errorAt('computed-factor', at('factor'), { name, text: rule.factor.slice(0, 40) })]
      : []),
  ];
};

/** What cannot be ordered goes round in a circle, or stands on one that does. */
const circles = (left: Rules): readonly (readonly string[])[] => {
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const start of left.keys()) {
    const walked: string[] = [];
    let key: string | undefined = start;
    while (key !== undefined && !done.has(key)) {
      done.add(key);
      walked.push(key);
      const here = left.get(key);
      key = here === undefined ? undefined : operandsOf(here).find((operand) => left.has(operand));
    }
    const back = key === undefined ? -1 : walked.indexOf(key);
    if (back >= 0) found.push(walked.slice(back));
  }
  return found;
};

const circleProblem = (circle: readonly string[], known: Rules): Problem => {
  const names = [...circle, ...circle.slice(0, 1)].map((key) => known.get(key)?.name ?? key);
  return errorAt('computed-cycle', ['indicators', circle[0] ?? '', 'computed'], { cycle: names });
};

/**
 * The indicators with every operand before what is made of it; otherwise in the order given. Refused: operands that do
 * not exist or are too many or too few, a factor that is no number above zero, and circles, each by the names along it.
 */
export const computingOrder = (
  indicators: readonly ComputableIndicator[],
): Result<readonly ComputableIndicator[], readonly Problem[]> => {
  const known: Rules = new Map(indicators.map((indicator) => [indicator.indicatorKey, indicator]));
  const problems = indicators.flatMap((indicator) => ruleProblems(indicator, known));
  if (problems.length > 0) return { ok: false, error: problems };
  const users = new Map<string, ComputableIndicator[]>();
  const waiting = new Map<string, number>();
  for (const indicator of indicators) {
    const operands = new Set(operandsOf(indicator));
    waiting.set(indicator.indicatorKey, operands.size);
    for (const operand of operands) users.set(operand, [...(users.get(operand) ?? []), indicator]);
  }
  const order = indicators.filter(({ indicatorKey }) => waiting.get(indicatorKey) === 0);
  // Grows while it is walked: what becomes ready is appended.
  for (const { indicatorKey } of order)
    for (const user of users.get(indicatorKey) ?? []) {
      const rest = (waiting.get(user.indicatorKey) ?? 0) - 1;
      waiting.set(user.indicatorKey, rest);
      if (rest === 0) order.push(user);
    }
  if (order.length === known.size) return ok(order);
  const ready = new Set(order.map(({ indicatorKey }) => indicatorKey));
  const left: Rules = new Map([...known].filter(([key]) => !ready.has(key)));
  return { ok: false, error: circles(left).map((circle) => circleProblem(circle, known)) };
};
