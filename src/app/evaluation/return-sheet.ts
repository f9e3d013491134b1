import { randomUUID } from 'node:crypto';
import { lockSheets, type StoredSheet } from '../../db/read-evaluation.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { insertEvents, markRecords, type NewEvent, updateSheets } from '../../db/write-evaluation.ts';
import { may } from '../../domain/access/may.ts';
import { moveSheet, type SheetMove } from '../../domain/evaluation/move-sheet.ts';
import { mayActAt } from '../../domain/evaluation/round-rights.ts';
import { errorAt, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { type RoundContext, stageOf } from './round-context.ts';
import { enterOpenRound } from './sheets-at-stage.ts';

export interface SheetReference {
  readonly roundKey: string;
  readonly subjectKey: string;
  /** Version of the sheet that was looked at; null: whatever it is */
  readonly seenVersion: number | null;
}

export interface Back {
  readonly move: SheetMove;
  readonly kind: NewEvent['kind'];
  /** Stage that speaks. */
  readonly stageKey: string;
  readonly reason: string;
  readonly exemption: string;
}

/** One move of one sheet of an open round, decided under the sheet's lock. */
export const moveOne = (
  acting: Acting,
  { roundKey, subjectKey, seenVersion }: SheetReference,
  decide: (
    context: RoundContext,
    sheet: StoredSheet,
    tx: TenantTx,
  ) => Result<Back, Refusal> | Promise<Result<Back, Refusal>>,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const entered = await enterOpenRound(tx, acting, roundKey);
    if (!entered.ok) return entered;
    const [sheet] = await lockSheets(tx, roundKey, [subjectKey]);
    if (sheet === undefined) return refused('evaluation-sheet-unknown', [subjectKey]);
    if (seenVersion !== null && sheet.version !== seenVersion)
      return refused('evaluation-sheet-moved', [subjectKey], { subject: '' });
    const decided = await decide(entered.value, sheet, tx);
    if (!decided.ok) return decided;
    return apply(tx, acting, sheet, decided.value);
  });

const apply = async (
  tx: TenantTx,
  acting: Acting,
  sheet: StoredSheet,
  { move, kind, stageKey, reason, exemption }: Back,
): Promise<Result<null, Refusal>> => {
  const { roundKey, subjectKey, stageKeys } = sheet;
  const moved = moveSheet(sheet, stageKeys.length, move);
  if (!moved.ok)
    return refusalOf(moved.error.map((problem) => placed([subjectKey], problem))) ?? refused('not-allowed');
  const stamp = stampOf(acting);
  const given = moved.value.status === 'final' ? [] : stageKeys.slice(moved.value.stageIndex);
  await markRecords(tx, roundKey, [subjectKey], given, false, stamp);
  const note = reason.trim();
  const isBack = moved.value.status === 'returned';
  await updateSheets(
    tx,
    roundKey,
    [subjectKey],
    { ...moved.value, reason: isBack ? note : '', exemption },
    stamp,
  );
  await insertEvents(tx, roundKey, [{ eventId: randomUUID(), subjectKey, kind, stageKey, note }], stamp);
  return ok(null);
};

const unknownStage = (stageKey: string) =>
  ({ ok: false, error: [errorAt('evaluation-stage-unknown', [stageKey])] }) as const;

/** 差し戻し: to any stage before the one whose turn it is, by who acts there or by who runs the round. */
export const returnSheet = (
  acting: Acting,
  {
    toStageKey,
    reason,
    ...reference
  }: SheetReference & { readonly toStageKey: string; readonly reason: string },
): Promise<Result<null, Refusal>> =>
  moveOne(acting, reference, ({ scheme, scope }, sheet) => {
    const stageKey = sheet.stageKeys[sheet.stageIndex] ?? '';
    const stage = stageOf(scheme, stageKey);
    const manages = may(acting.actor, 'evaluation.manage');
    if (!manages && (stage === undefined || !mayActAt(acting.actor, stage, sheet.unitKey, scope)))
      return refused('not-allowed', [sheet.subjectKey]);
    const to = sheet.stageKeys.indexOf(toStageKey);
    const move: SheetMove = { kind: 'return', stage: sheet.stageIndex, to, reason };
    return ok({ move, kind: 'return', stageKey, reason, exemption: sheet.exemption });
  });

/** 開き直し of a final sheet; what is exempt is taken in again instead. */
export const reopenSheet = (
  acting: Acting,
  {
    toStageKey,
    reason,
    ...reference
  }: SheetReference & { readonly toStageKey: string; readonly reason: string },
): Promise<Result<null, Refusal>> =>
  moveOne(acting, reference, (_, sheet) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed', [sheet.subjectKey]);
    const to = sheet.stageKeys.indexOf(toStageKey);
    if (sheet.exemption === '' && to < 0) return unknownStage(toStageKey);
    return ok({
      move: sheet.exemption === '' ? { kind: 'reopen', to, reason } : { kind: 'include', reason },
      kind: 'reopen',
      stageKey: sheet.stageKeys[Math.max(to, 0)] ?? '',
      reason,
      exemption: '',
    });
  });

/** 対象外にする, by hand, for one of the scheme's reasons. */
export const exemptSheet = (
  acting: Acting,
  {
    exemption,
    reason,
    ...reference
  }: SheetReference & { readonly exemption: string; readonly reason: string },
): Promise<Result<null, Refusal>> =>
  moveOne(acting, reference, ({ scheme }, sheet) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed', [sheet.subjectKey]);
    const known = scheme.exemptions.some(({ key }) => key === exemption) || exemption === byHand;
    if (!known) return refused('evaluation-exemption-unknown', [sheet.subjectKey, 'exemption']);
    return ok({ move: { kind: 'exempt', reason }, kind: 'exempt', stageKey: '', reason, exemption });
  });

/** A reason that no scheme names: the words beside it say it. */
export const byHand = 'by-hand';
