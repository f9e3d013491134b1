import { loadProposals } from '../../db/read-budget.ts';
import { withTenant } from '../../db/tenant.ts';
import { updateBudgetYear } from '../../db/write-budget.ts';
import { may } from '../../domain/access/may.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { checkYear } from './allocate.ts';
import { openYear } from './budget-context.ts';

/** 予算の確定: every proposal is decided and every frame kept. From here on only transfers move money. */
export const settleBudget = (
  acting: Acting,
  fiscalYear: number,
  seen: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.manage')) return refused('not-allowed');
    const open = await openYear(tx, fiscalYear, ['notified'], seen);
    if (!open.ok) return open;
    const proposals = await loadProposals(tx, fiscalYear);
    if (proposals.length === 0) return refused('budget-no-proposals', ['fiscalYear']);
    const undecided = proposals.filter(({ state }) => state === 'draft' || state === 'submitted');
    const problems = [
      ...(undecided.length === 0
        ? []
        : [
            errorAt('proposals-undecided', ['proposals'], {
              count: undecided.length,
              names: undecided.slice(0, 10).map(({ name }) => name),
            }),
          ]),
      ...(await checkYear(tx, open.value, proposals)),
    ];
    const wrong = refusalOf(problems);
    if (wrong !== null) return wrong;
    const stamp = stampOf(acting);
    await updateBudgetYear(tx, fiscalYear, { state: 'settled', settledAt: stamp.now }, stamp);
    return ok(null);
  });
