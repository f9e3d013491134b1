import { findRound, type StoredRound } from '../../db/read-evaluation.ts';
import { withTenant } from '../../db/tenant.ts';
import { updateRound } from '../../db/write-evaluation.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, type Stamp, stampOf } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

type StateChange = Parameters<typeof updateRound>[2];

const change = (
  acting: Acting,
  roundKey: string,
  seenVersion: number | null,
  decide: (round: StoredRound, stamp: Stamp) => Result<StateChange, Refusal>,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    // Waits until everybody who is saving has finished, and keeps further ones waiting.
    const round = await findRound(tx, roundKey, 'update');
    if (round === null) return refused('evaluation-round-unknown');
    if (seenVersion !== null && round.version !== seenVersion) return refused('changed-since-seen');
    const stamp = stampOf(acting);
    const decided = decide(round, stamp);
    if (!decided.ok) return decided;
    await updateRound(tx, roundKey, decided.value, stamp);
    return ok(null);
  });

/** 締め切る: no sheet moves any more until it is opened again or published. */
export const closeRound = (acting: Acting, roundKey: string, seenVersion: number | null = null) =>
  change(acting, roundKey, seenVersion, ({ state }, stamp) =>
    state === 'open'
      ? ok({ state: 'closed', closedAt: stamp.now })
      : refused(state === 'preparing' ? 'evaluation-round-preparing' : 'evaluation-round-not-open'),
  );

/** 締め切りを取り消す */
export const reopenRound = (acting: Acting, roundKey: string, seenVersion: number | null = null) =>
  change(acting, roundKey, seenVersion, ({ state }) =>
    state === 'closed'
      ? ok({ state: 'open', closedAt: null })
      : refused(state === 'published' ? 'evaluation-round-published' : 'evaluation-round-not-closed'),
  );
