import { loadRecords, loadRemarks, type StoredRecord, type StoredSheet } from '../../db/read-evaluation.ts';
import { isNextBegun } from '../../domain/evaluation/next-begun.ts';
import type { EvaluationRound } from '../../domain/evaluation/round.ts';
import { mayActAt } from '../../domain/evaluation/round-rights.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { moveOne, type SheetReference } from './return-sheet.ts';
import { type RoundContext, stageOf } from './round-context.ts';

/** The stage that handed the sheet on last, where this person acts at it. */
export const stageToTakeBack = (acting: Acting, { scheme, scope }: RoundContext, sheet: StoredSheet) => {
  const stage = stageOf(scheme, sheet.stageKeys[sheet.stageIndex - 1] ?? '');
  return stage !== undefined && mayActAt(acting.actor, stage, sheet.unitKey, scope) ? stage : null;
};

/** Whether the stage whose turn it is has begun. @param records of the sheet, @param remarks on its subject */
export const hasTurnBegun = (
  { stageKeys, stageIndex }: StoredSheet,
  { roundKey }: Pick<EvaluationRound, 'roundKey'>,
  records: readonly StoredRecord[],
  remarks: readonly { readonly roundKey: string | null; readonly stageKey: string }[],
): boolean => {
  const of = (at: number) => records.find(({ stageKey }) => stageKey === stageKeys[at]) ?? null;
  const handedOnAt = of(stageIndex - 1)?.submittedAt;
  const said = remarks.filter(
    (each) => each.roundKey === roundKey && each.stageKey === stageKeys[stageIndex],
  );
  return handedOnAt != null && isNextBegun(handedOnAt, of(stageIndex), said.length);
};

/** 取り戻す: by who acts at the stage that handed on, before the next one begins. No reason is asked; the trace stays. */
export const takeBackSheet = (acting: Acting, reference: SheetReference): Promise<Result<null, Refusal>> =>
  moveOne(acting, reference, async (context, sheet, tx) => {
    const { roundKey, subjectKey, stageIndex } = sheet;
    const stage = stageToTakeBack(acting, context, sheet);
    if (stage === null) return refused('not-allowed', [subjectKey]);
    const records = await loadRecords(tx, roundKey, { subjectKeys: [subjectKey] });
    const remarks = await loadRemarks(tx, { target: context.round.target, subjectKeys: [subjectKey] });
    return ok({
      move: {
        kind: 'take-back',
        stage: stageIndex - 1,
        isNextBegun: hasTurnBegun(sheet, context.round, records, remarks),
      },
      kind: 'take-back',
      stageKey: stage.key,
      reason: '',
      exemption: sheet.exemption,
    });
  });
