import { randomUUID } from 'node:crypto';
import { loadRemarks, lockSheets } from '../../db/read-evaluation.ts';
import { withTenant } from '../../db/tenant.ts';
import { insertRemarks, updateRemarkAnswers } from '../../db/write-evaluation.ts';
import { may } from '../../domain/access/may.ts';
import { remarkLimit, remarksDue } from '../../domain/evaluation/remark-due.ts';
import { mayActAt } from '../../domain/evaluation/round-rights.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { stageOf } from './round-context.ts';
import { enterOpenRound } from './sheets-at-stage.ts';

const textRefusal = (text: string, field: string) => {
  if (text.trim() === '') return refused('evaluation-remark-missing', [field]);
  return text.length > remarkLimit
    ? refused('evaluation-remark-long', [field], { limit: remarkLimit, length: text.length })
    : null;
};

/**
 * 指摘を書く: by who acts at the stage, whatever turn it is. It waits for the next year's round, where the unit answers
 * it. 外部評価者 write for everybody to read: an internal remark of theirs would be hidden from themselves.
 */
export const addRemark = (
  acting: Acting,
  remark: {
    readonly roundKey: string;
    readonly subjectKey: string;
    readonly stageKey: string;
    readonly body: string;
    readonly audience: 'public' | 'internal';
  },
): Promise<Result<{ readonly remarkId: string }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const { roundKey, subjectKey, stageKey, audience } = remark;
    const entered = await enterOpenRound(tx, acting, roundKey);
    if (!entered.ok) return entered;
    const { round, scheme, scope } = entered.value;
    const stage = stageOf(scheme, stageKey);
    if (stage === undefined) return refused('evaluation-stage-unknown', [stageKey]);
    const [sheet] = await lockSheets(tx, roundKey, [subjectKey]);
    if (sheet === undefined) return refused('evaluation-sheet-unknown', [subjectKey]);
    if (!mayActAt(acting.actor, stage, sheet.unitKey, scope)) return refused('not-allowed', [subjectKey]);
    if (stage.actor === 'external-reviewer' && audience === 'internal')
      return refused('evaluation-remark-audience', ['audience']);
    const wrong = textRefusal(remark.body, 'body');
    if (wrong !== null) return wrong;
    const remarkId = randomUUID();
    await insertRemarks(
      tx,
      [
        {
          remarkId,
          target: round.target,
          subjectKey,
          roundKey,
          fiscalYear: round.fiscalYear,
          stageKey,
          body: remark.body.trim(),
          audience,
        },
      ],
      stampOf(acting),
    );
    return ok({ remarkId });
  });

/** Remarks are known by UUIDs; asking the database for anything else is an error there. */
const isRemarkId = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(text);

/** Answers a remark of an earlier year outside its sheet: by who acts at the sheet's first stage, or who runs the round. */
export const answerRemark = (
  acting: Acting,
  {
    roundKey,
    remarkId,
    answer,
  }: { readonly roundKey: string; readonly remarkId: string; readonly answer: string },
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const entered = await enterOpenRound(tx, acting, roundKey);
    if (!entered.ok) return entered;
    const { round, scheme, scope } = entered.value;
    const [remark] = remarksDue(
      isRemarkId(remarkId) ? await loadRemarks(tx, { target: round.target, remarkIds: [remarkId] }) : [],
      round,
    );
    if (remark === undefined) return refused('evaluation-remark-unknown', [remarkId]);
    const [sheet] = await lockSheets(tx, roundKey, [remark.subjectKey]);
    if (sheet === undefined) return refused('evaluation-sheet-unknown', [remark.subjectKey]);
    const first = stageOf(scheme, sheet.stageKeys[0] ?? '');
    const own = first !== undefined && mayActAt(acting.actor, first, sheet.unitKey, scope);
    if (!own && !may(acting.actor, 'evaluation.manage')) return refused('not-allowed', [remark.subjectKey]);
    const wrong = textRefusal(answer, 'answer');
    if (wrong !== null) return wrong;
    await updateRemarkAnswers(tx, [{ remarkId, answer: answer.trim() }], roundKey, stampOf(acting));
    return ok(null);
  });
