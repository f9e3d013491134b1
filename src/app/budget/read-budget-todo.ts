import { countOpenProposals } from '../../db/read-budget.ts';
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

/** Of heads of units and divisions, by a role for a unit: one query. */
export const readBudgetTodo = async (
  tx: TenantTx,
  actor: Actor,
  ancestors: ReadonlyMap<string, readonly string[]>,
): Promise<readonly BudgetTodo[]> => {
  const own: Actor = { ...actor, grants: actor.grants.filter(({ unitKey }) => unitKey !== null) };
  if (!mayAnywhere(own, 'budget.allocate')) return [];
  const within = new Set(unitsWithin(own, 'budget.allocate', [...ancestors.keys()], ancestors) ?? []);
  const mine = (await countOpenProposals(tx)).filter(({ unitKey }) => within.has(unitKey));
  return [...Map.groupBy(mine, ({ fiscalYear }) => fiscalYear)].flatMap(([fiscalYear, units]) => {
    const sum = (of: 'drafts' | 'undecided') => units.reduce((total, each) => total + each[of], 0);
    const [first] = units;
    return first === undefined
      ? []
      : [{ fiscalYear, unitKey: first.unitKey, drafts: sum('drafts'), undecided: sum('undecided') }];
  });
};
