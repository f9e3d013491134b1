import { randomUUID } from 'node:crypto';
import { loadUserGrants } from '../../db/read-evaluation-people.ts';
import { withTenant } from '../../db/tenant.ts';
import { deleteDelegation, insertDelegation } from '../../db/write-evaluation.ts';
import { may } from '../../domain/access/may.ts';
import { reasonLimit } from '../../domain/evaluation/move-sheet.ts';
import { mayDelegate } from '../../domain/evaluation/round-rights.ts';
import { parseJapaneseDate } from '../../domain/kernel/japanese-date.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { loadRoundContext, stageOf } from './round-context.ts';

export interface TypedDelegation {
  readonly roundKey: string;
  readonly stageKey: string;
  /** null: for every unit */
  readonly unitKey: string | null;
  readonly userId: string;
  readonly reason: string;
  /** As typed; '' : as long as the round is open */
  readonly validTo: string;
}

/**
 * 代理を立てる: a head names who acts in their stead at a stage, for a unit they answer for; the planner for any. The
 * deputy's own writing is kept under the deputy's name.
 */
export const delegateStage = (
  acting: Acting,
  typed: TypedDelegation,
): Promise<Result<{ readonly delegationId: string }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const { roundKey, stageKey, unitKey, userId } = typed;
    const context = await loadRoundContext(tx, acting, roundKey, 'share');
    if (context === null) return refused('evaluation-round-unknown');
    const { round, scheme, scope, units } = context;
    if (round.state === 'closed' || round.state === 'published')
      return refused('evaluation-round-closed', [], { round: round.title });
    const stage = stageOf(scheme, stageKey);
    if (stage === undefined) return refused('evaluation-stage-unknown', ['stageKey']);
    if (unitKey !== null && !units.some((unit) => unit.unitKey === unitKey))
      return refused('evaluation-unit-unknown', ['unitKey']);
    const manages = may(acting.actor, 'evaluation.manage');
    if (!manages && !mayDelegate(acting.actor, stage, unitKey, scope.ancestors))
      return refused('not-allowed');
    const deputy = (await loadUserGrants(tx, scope.today)).find((user) => user.userId === userId);
    if (deputy === undefined) return refused('evaluation-deputy-unknown', ['userId']);
    // A stage inside the town is not given to somebody who is not: they would judge what they are to look at from outside.
    if (
      stage.actor !== 'external-reviewer' &&
      deputy.grants.every(({ role }) => role === 'external-reviewer')
    )
      return refused('evaluation-deputy-outside', ['userId'], { stage: stage.label });
    if (
      scope.deputies.some(
        (each) => each.stageKey === stageKey && each.unitKey === unitKey && each.userId === userId,
      )
    )
      return refused('evaluation-deputy-already', ['userId']);
    const reason = typed.reason.trim();
    if (reason === '') return refused('evaluation-reason-missing', ['reason']);
    if (reason.length > reasonLimit) return refused('evaluation-reason-long', ['reason']);
    const text = typed.validTo.trim();
    const day = text === '' ? null : parseJapaneseDate(text);
    if (day !== null && !day.ok) return { ok: false, error: [{ ...day.error, path: ['validTo'] }] };
    if (day !== null && day.value < scope.today) return refused('evaluation-deputy-past', ['validTo']);
    const delegationId = randomUUID();
    await insertDelegation(
      tx,
      { delegationId, roundKey, stageKey, unitKey, userId, reason, validTo: day === null ? null : day.value },
      stampOf(acting),
    );
    return ok({ delegationId });
  });

/** 代理を終える: by who may name one for the same stage and unit. */
export const endDelegation = (
  acting: Acting,
  { roundKey, delegationId }: { readonly roundKey: string; readonly delegationId: string },
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const context = await loadRoundContext(tx, acting, roundKey, 'share');
    const found = context?.deputies.find((each) => each.delegationId === delegationId);
    if (context === null || found === undefined)
      return refused('evaluation-deputy-unknown', ['delegationId']);
    const stage = stageOf(context.scheme, found.stageKey);
    const own =
      stage !== undefined && mayDelegate(acting.actor, stage, found.unitKey, context.scope.ancestors);
    if (!own && !may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    await deleteDelegation(tx, delegationId);
    return ok(null);
  });
