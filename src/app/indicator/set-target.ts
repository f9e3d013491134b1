import { loadIndicators } from '../../db/read-indicator.ts';
import { withTenant } from '../../db/tenant.ts';
import { insertTargets } from '../../db/write-indicator.ts';
import { lockIndicator } from '../../db/write-values.ts';
import { may } from '../../domain/access/may.ts';
import { decideTarget, type TypedTarget } from '../../domain/indicator/decide-target.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

/** Sets or changes the target of a year. What held before stays, with who changed it, when and why. */
export const setTarget = (
  acting: Acting,
  indicatorKey: string,
  typed: TypedTarget,
  /** `seq` of the target the person saw for that year; 0 for none. */
  seenSeq: number,
): Promise<Result<{ readonly seq: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'indicator.define')) return refused('not-allowed', [indicatorKey]);
    const locked = await lockIndicator(tx, indicatorKey);
    if (locked === null) return refused('indicator-not-found', [indicatorKey]);
    const [stored] = await loadIndicators(tx, [indicatorKey], { breakdowns: false });
    const current = stored?.targets.find((target) => target.fiscalYear === typed.fiscalYear) ?? null;
    if ((current?.seq ?? 0) !== seenSeq) return refused('changed-meanwhile', ['fiscalYear']);
    const decided = decideTarget(typed, current, todayInJapan(acting));
    if (!decided.ok) return refusalOf(decided.error) ?? refused('not-allowed');
    const seq = (current?.seq ?? 0) + 1;
    await insertTargets(tx, [{ ...decided.value, indicatorKey, seq }], stampOf(acting));
    return ok({ seq });
  });
