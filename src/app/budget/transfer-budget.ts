import { randomUUID } from 'node:crypto';
import { loadProposals } from '../../db/read-budget.ts';
import { loadTransfers } from '../../db/read-budget-moves.ts';
import { withTenant } from '../../db/tenant.ts';
import { insertTransfer } from '../../db/write-budget-moves.ts';
import { may } from '../../domain/access/may.ts';
import { checkTransfer, type Transfer } from '../../domain/budget/check-transfer.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { openYear } from './budget-context.ts';

/** 流用: after settling, within the rule, and with its trail. The allocation itself stays as it was settled. */
export const transferBudget = (
  acting: Acting,
  fiscalYear: number,
  transfer: Transfer,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const open = await openYear(tx, fiscalYear, ['settled', 'published']);
    if (!open.ok) return open;
    const { scheme, ancestors, frameUnitOf } = open.value;
    const proposals = await loadProposals(tx, fiscalYear);
    const ends = [transfer.fromProposalKey, transfer.toProposalKey].flatMap(
      (key) => proposals.find(({ proposalKey }) => proposalKey === key) ?? [],
    );
    const mine = ends.every(({ unitKey }) =>
      may(acting.actor, 'budget.allocate', { unitKeys: [unitKey], ancestors }),
    );
    if (!mine) return refused('not-allowed', ['fromProposalKey']);
    const reason = transfer.reason.trim();
    const wrong = refusalOf([
      ...checkTransfer(
        scheme.transfers,
        { ...transfer, reason },
        proposals,
        await loadTransfers(tx, fiscalYear),
        frameUnitOf,
      ),
    ]);
    if (wrong !== null) return wrong;
    if (reason.length > 2000)
      return refused('text-too-long', ['reason'], { limit: 2000, length: reason.length });
    await insertTransfer(tx, fiscalYear, { ...transfer, reason, transferId: randomUUID() }, stampOf(acting));
    return ok(null);
  });
