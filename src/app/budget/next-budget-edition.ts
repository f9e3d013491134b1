import { loadEditions } from '../../db/read-publication.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Refusal, refused } from '../refusal.ts';

/** The edition a budget is published as next, with why: a further one needs its reason. */
export const nextBudgetEdition = async (
  tx: TenantTx,
  fiscalYear: number,
  given: string,
): Promise<Result<{ readonly edition: number; readonly reason: string }, Refusal>> => {
  const [newest] = await loadEditions(tx, { kind: 'budget', key: String(fiscalYear) });
  const edition = (newest?.edition ?? 0) + 1;
  const reason = given.trim();
  if (edition > 1 && reason === '') return refused('reason-required', ['reason']);
  if (reason.length > 2000)
    return refused('text-too-long', ['reason'], { limit: 2000, length: reason.length });
  return ok({ edition, reason });
};
