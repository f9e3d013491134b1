import { errorAt, type Problem } from '../kernel/problem.ts';
import type { BudgetScheme } from './budget-scheme.ts';

/** Whether a scheme can be computed with: names that exist, given once, and rules that can have an effect. */
export const checkBudgetScheme = (scheme: BudgetScheme): readonly Problem[] => {
  const classes = new Map(scheme.expenseClasses.map((each) => [each.key, each]));
  const twice = <T extends { readonly key: string }>(list: readonly T[], at: string): readonly Problem[] =>
    list.flatMap(({ key }, index) =>
      list.findIndex((other) => other.key === key) === index
        ? []
        : [errorAt('budget-key-twice', [at, index, 'key'], { key })],
    );
  const known = (key: string, path: Problem['path']): readonly Problem[] =>
    classes.has(key) ? [] : [errorAt('expense-class-unknown', path, { key })];
  const inFrame = [...classes.values()].some((each) => each.inFrame);
  const rates = scheme.incentive;
  return [
    ...(inFrame ? [] : [errorAt('no-class-in-frame', ['expenseClasses'])]),
    ...twice(scheme.expenseClasses, 'expenseClasses'),
    ...twice(scheme.rules, 'rules'),
    ...scheme.sorting.flatMap(({ give }, at) => known(give, ['sorting', at, 'give'])),
    ...(scheme.otherwise === null ? [] : known(scheme.otherwise, ['otherwise'])),
    ...scheme.rules.flatMap((rule, at) => [
      ...(rule.classes ?? []).flatMap((key) => known(key, ['rules', at, 'classes'])),
      ...(rule.by === 'return' ? known(rule.to, ['rules', at, 'to']) : []),
    ]),
    ...(rates === null || Number(rates.leastRate) <= Number(rates.greatestRate)
      ? []
      : [errorAt('incentive-rates-reversed', ['incentive', 'leastRate'])]),
    ...(rates === null ? [] : twice(rates.criteria, 'incentive.criteria')),
  ];
};
