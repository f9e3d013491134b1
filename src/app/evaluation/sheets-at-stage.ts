import {
  loadRecords,
  loadRemarks,
  lockSheets,
  type StoredRecord,
  type StoredRemark,
  type StoredSheet,
} from '../../db/read-evaluation.ts';
import type { TenantTx } from '../../db/tenant.ts';
import type { EvaluationStage } from '../../domain/evaluation/evaluation-scheme.ts';
import { remarksDue } from '../../domain/evaluation/remark-due.ts';
import { mayActAt } from '../../domain/evaluation/round-rights.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { loadRoundContext, type RoundContext, stageOf } from './round-context.ts';
import { loadSubjects, type RoundSubject } from './round-subjects.ts';

/** A sheet, locked, with what acting at a stage needs. */
export interface SheetAtStage {
  readonly sheet: StoredSheet;
  readonly subject: RoundSubject;
  /** Index of the stage among those of this sheet. */
  readonly stage: number;
  readonly record: StoredRecord | null;
  /** Remarks of earlier years this round answers. */
  readonly remarks: readonly StoredRemark[];
}

export interface SheetsAtStage extends RoundContext {
  readonly stage: EvaluationStage;
  readonly sheets: readonly SheetAtStage[];
}

const notOpen = {
  preparing: 'evaluation-round-preparing',
  closed: 'evaluation-round-closed',
  published: 'evaluation-round-published',
} as const;

/** A round in which something can be done; it stays open until the transaction ends. */
export const enterOpenRound = async (
  tx: TenantTx,
  acting: Acting,
  roundKey: string,
): Promise<Result<RoundContext, Refusal>> => {
  const context = await loadRoundContext(tx, acting, roundKey, 'share');
  if (context === null) return refused('evaluation-round-unknown');
  const { state, title } = context.round;
  return state === 'open' ? ok(context) : refused(notOpen[state], [], { round: title });
};

/**
 * Sheets of an open round, locked in the order of their keys, for a person who acts at a stage. Refused together where
 * a sheet is unknown, has no such stage, or is not the person's.
 */
export const enterSheets = async (
  tx: TenantTx,
  acting: Acting,
  roundKey: string,
  stageKey: string,
  subjectKeys: readonly string[],
): Promise<Result<SheetsAtStage, Refusal>> => {
  const entered = await enterOpenRound(tx, acting, roundKey);
  if (!entered.ok) return entered;
  const { round, scheme, scope } = entered.value;
  const stage = stageOf(scheme, stageKey);
  if (stage === undefined) return refused('evaluation-stage-unknown', [stageKey]);
  const locked = await lockSheets(tx, roundKey, subjectKeys);
  const byKey = new Map(locked.map((sheet) => [sheet.subjectKey, sheet]));
  const problems = subjectKeys.flatMap((key): readonly Problem[] => {
    const sheet = byKey.get(key);
    if (sheet === undefined) return [errorAt('evaluation-sheet-unknown', [key])];
    if (!mayActAt(acting.actor, stage, sheet.unitKey, scope))
      return [errorAt('not-allowed', [key], { stage: stage.label })];
    return sheet.stageKeys.includes(stageKey)
      ? []
      : [errorAt('evaluation-stage-not-on-sheet', [key], { stage: stage.label })];
  });
  const refusal = refusalOf(problems);
  if (refusal !== null) return refusal;
  const keys = locked.map(({ subjectKey }) => subjectKey);
  const subjects = new Map(
    (await loadSubjects(tx, round, scope.today, keys)).map((subject) => [subject.subjectKey, subject]),
  );
  const records = new Map(
    (await loadRecords(tx, roundKey, { subjectKeys: keys, stageKeys: [stageKey] })).map((record) => [
      record.subjectKey,
      record,
    ]),
  );
  const remarks = remarksDue(await loadRemarks(tx, { target: round.target, subjectKeys: keys }), round);
  return ok({
    ...entered.value,
    stage,
    sheets: locked.map((sheet) => ({
      sheet,
      subject: subjects.get(sheet.subjectKey) ?? goneSubject(sheet),
      stage: sheet.stageKeys.indexOf(stageKey),
      record: records.get(sheet.subjectKey) ?? null,
      remarks: remarks.filter(({ subjectKey }) => subjectKey === sheet.subjectKey),
    })),
  });
};

/** What is evaluated has left the list since: its sheet can still be finished. */
export const goneSubject = (sheet: StoredSheet): RoundSubject => ({
  subjectKey: sheet.subjectKey,
  number: '',
  name: sheet.subjectKey,
  unitKey: sheet.unitKey,
  typeKey: null,
  position: sheet.position,
  programme: null,
  item: null,
});
