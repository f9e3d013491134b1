import type { BudgetScheme } from './budget-scheme.ts';

/**
 * Whose frame the programmes of a unit are in.
 * @param ancestors units above each unit, nearest first
 */
export const frameUnit =
  ({ framesFor }: Pick<BudgetScheme, 'framesFor'>, ancestors: ReadonlyMap<string, readonly string[]>) =>
  (unitKey: string): string =>
    framesFor === 'top' ? (ancestors.get(unitKey)?.at(-1) ?? unitKey) : unitKey;
