import { randomUUID } from 'node:crypto';
import { loadIncentives } from '../../db/read-budget-moves.ts';
import { withTenant } from '../../db/tenant.ts';
import { insertIncentive, updateIncentiveUse } from '../../db/write-budget-moves.ts';
import { may } from '../../domain/access/may.ts';
import { grantIncentive, spendIncentive } from '../../domain/budget/incentive.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { beforeSettling, openYear } from './budget-context.ts';

export interface TypedIncentive {
  readonly unitKey: string;
  readonly name: string;
  readonly effectThousandYen: number;
  readonly points: Readonly<Record<string, number>>;
}

/** 還元を認める: by the rule of the year it is granted for. */
export const grantBudgetIncentive = (
  acting: Acting,
  fiscalYear: number,
  typed: TypedIncentive,
): Promise<Result<{ readonly incentiveId: string; readonly grantedThousandYen: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.manage')) return refused('not-allowed');
    const open = await openYear(tx, fiscalYear, beforeSettling);
    if (!open.ok) return open;
    const { scheme, units } = open.value;
    if (scheme.incentive === null) return refused('incentive-no-rule', ['incentive'], { name: scheme.name });
    if (!units.some(({ unitKey }) => unitKey === typed.unitKey))
      return refused('budget-unit-unknown', ['unitKey']);
    const name = typed.name.trim();
    if (name === '' || name.length > 200) return refused('proposal-name', ['name']);
    const granted = grantIncentive(scheme.incentive, typed.effectThousandYen, typed.points, fiscalYear);
    if (!granted.ok) return refusalOf(granted.error) ?? refused('not-allowed');
    const incentiveId = randomUUID();
    await insertIncentive(tx, { incentiveId, fiscalYear, ...typed, name, ...granted.value }, stampOf(acting));
    return ok({ incentiveId, grantedThousandYen: granted.value.grantedThousandYen });
  });

/** 還元を使う: it adds to the frame of the year, within the years and the amount it was granted for. */
export const spendBudgetIncentive = (
  acting: Acting,
  fiscalYear: number,
  incentiveId: string,
  amountThousandYen: number,
  seen: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const open = await openYear(tx, fiscalYear, beforeSettling);
    if (!open.ok) return open;
    const incentive = (await loadIncentives(tx, incentiveId))[0];
    if (incentive === undefined) return refused('incentive-unknown', ['incentiveId']);
    const on = { unitKeys: [incentive.unitKey], ancestors: open.value.ancestors };
    if (!may(acting.actor, 'budget.allocate', on)) return refused('not-allowed', ['incentiveId']);
    if (incentive.version !== seen) return refused('changed-meanwhile', ['incentiveId']);
    const used = spendIncentive(incentive, fiscalYear, amountThousandYen);
    if (!used.ok) return refusalOf(used.error) ?? refused('not-allowed');
    const saved = await updateIncentiveUse(tx, incentiveId, used.value, seen, stampOf(acting));
    return saved ? ok(null) : refused('changed-meanwhile', ['incentiveId']);
  });
