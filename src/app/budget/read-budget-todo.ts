import { loadBudgetYears, loadProposals } from '../../db/read-budget.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { mayAnywhere } from '../../domain/access/may.ts';
import type { Actor } from '../../domain/access/role.ts';
import { unitsWithin } from '../../domain/access/units-within.ts';

/** 枠のなかでの提案と配分が待っている. */
export interface BudgetTodo {
  readonly fiscalYear: number;
  /** A unit of theirs that has proposals; its page leads to the one of its frame. */
  readonly unitKey: string;
  /** Proposals still written. */
  readonly drafts: number;
  /** Handed in and not decided. */
  readonly undecided: number;
}

/** Of heads of units and divisions, by a role for a unit: one query, and one for each year that is notified. */
export const readBudgetTodo = async (
  tx: TenantTx,
  actor: Actor,
  ancestors: ReadonlyMap<string, readonly string[]>,
): Promise<readonly BudgetTodo[]> => {
  const own: Actor = { ...actor, grants: actor.grants.filter(({ unitKey }) => unitKey !== null) };
  if (!mayAnywhere(own, 'budget.allocate')) return [];
  const within = new Set(unitsWithin(own, 'budget.allocate', [...ancestors.keys()], ancestors) ?? []);
  const todo: BudgetTodo[] = [];
  for (const { fiscalYear } of (await loadBudgetYears(tx)).filter(({ state }) => state === 'notified')) {
    const mine = (await loadProposals(tx, fiscalYear)).filter(({ unitKey }) => within.has(unitKey));
    const drafts = mine.filter(({ state }) => state === 'draft').length;
    const undecided = mine.filter(({ state }) => state === 'submitted').length;
    const [first] = mine;
    if (first !== undefined && drafts + undecided > 0) {
      todo.push({ fiscalYear, unitKey: first.unitKey, drafts, undecided });
    }
  }
  return todo;
};
