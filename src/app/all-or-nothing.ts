import { type TenantTx, withTenant } from '../db/tenant.ts';
import type { Result } from '../domain/kernel/result.ts';
import type { Acting } from './acting.ts';
import type { Refusal } from './refusal.ts';

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('refused');
    this.refusal = refusal;
  }
}

/** One transaction for several steps: when any of them is refused, nothing of the others stays. */
export const allOrNothing = async <T>(
  acting: Pick<Acting, 'db' | 'as'>,
  steps: (tx: TenantTx) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> => {
  try {
    return await withTenant(acting.db, acting.as, async (tx) => {
      const result = await steps(tx);
      if (!result.ok) throw new Refused(result.error);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.refusal };
    throw error;
  }
};
