import { findRound } from '../../db/read-evaluation.ts';
import { findPlanByKey } from '../../db/read-plan.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { deleteRound, insertRound, updateRound } from '../../db/write-evaluation.ts';
import { may } from '../../domain/access/may.ts';
import { decideRound, type TypedRound } from '../../domain/evaluation/round-setup.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { newKey } from '../new-key.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { findScheme } from './round-context.ts';

const decide = async (tx: TenantTx, typed: TypedRound) => {
  const found = await findScheme(tx, typed.schemeKey, typed.schemeVersion);
  if (found === null) return refused('evaluation-scheme-unknown', ['scheme']);
  if (found.state !== 'adopted') return refused('evaluation-scheme-not-adopted', ['scheme']);
  const decided = decideRound(typed, found.scheme);
  if (!decided.ok) return refusalOf(decided.error) ?? refused('not-allowed');
  const { planKey } = decided.value;
  if (planKey !== null && (await findPlanByKey(tx, planKey)) === null)
    return refused('evaluation-plan-missing', ['planKey']);
  return decided;
};

/** 評価の回を用意する: nobody is asked anything yet. */
export const prepareRound = (
  acting: Acting,
  typed: TypedRound,
  wanted?: { readonly roundKey: string },
): Promise<Result<{ readonly roundKey: string }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    const decided = await decide(tx, typed);
    if (!decided.ok) return decided;
    const roundKey = wanted?.roundKey ?? newKey();
    if ((await findRound(tx, roundKey)) !== null) return refused('evaluation-round-exists', ['roundKey']);
    await insertRound(tx, { ...decided.value, roundKey, state: 'preparing' }, stampOf(acting));
    return ok({ roundKey });
  });

/** While it is prepared, everything; once it is open, its title, its days and its note. */
export const changeRound = (
  acting: Acting,
  roundKey: string,
  typed: TypedRound,
  seenVersion: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    const round = await findRound(tx, roundKey, 'update');
    if (round === null) return refused('evaluation-round-unknown');
    if (round.version !== seenVersion) return refused('changed-since-seen');
    if (round.state === 'published') return refused('evaluation-round-published');
    const asked =
      round.state === 'preparing'
        ? typed
        : {
            ...typed,
            fiscalYear: round.fiscalYear,
            schemeKey: round.schemeKey,
            schemeVersion: round.schemeVersion,
            planKey: round.planKey,
          };
    const decided = await decide(tx, asked);
    if (!decided.ok) return decided;
    await updateRound(tx, roundKey, decided.value, stampOf(acting));
    return ok(null);
  });

/** A round that has not begun is given up. */
export const discardRound = (
  acting: Acting,
  roundKey: string,
  seenVersion: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    const round = await findRound(tx, roundKey, 'update');
    if (round === null) return refused('evaluation-round-unknown');
    if (round.version !== seenVersion) return refused('changed-since-seen');
    if (round.state !== 'preparing') return refused('evaluation-round-begun');
    await deleteRound(tx, roundKey);
    return ok(null);
  });
