import { randomUUID } from 'node:crypto';
import { listSubjectKeys, loadRecords, type StoredRecord } from '../../db/read-evaluation.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import {
  insertEvents,
  markRecords,
  type RecordToWrite,
  replaceSheets,
  updateRemarkAnswers,
  upsertRecords,
} from '../../db/write-evaluation.ts';
import { askedAnswers } from '../../domain/evaluation/asked-fields.ts';
import { checkRecord } from '../../domain/evaluation/check-record.ts';
import type { FieldChange } from '../../domain/evaluation/merge-fields.ts';
import { moveSheet } from '../../domain/evaluation/move-sheet.ts';
import { prefillFromBefore } from '../../domain/evaluation/prefill.ts';
import { remarkField } from '../../domain/evaluation/remark-due.ts';
import type { Answers } from '../../domain/evaluation/sheet.ts';
import type { SheetState } from '../../domain/evaluation/sheet-state.ts';
import { errorAt, type Problem, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, type Stamp, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { stageOf } from './round-context.ts';
import { loadFacts } from './round-subjects.ts';
import { decideSave, type SavedRecord } from './save-record-fields.ts';
import { enterSheets, type SheetAtStage, type SheetsAtStage } from './sheets-at-stage.ts';

/** One sheet to hand on: as the person saw it, with what they typed last. */
export interface SheetToHandOn {
  readonly subjectKey: string;
  /** Version of the sheet that was looked at; null: whatever it is */
  readonly seenVersion: number | null;
  readonly changes?: readonly FieldChange[];
}

interface HandedOn {
  readonly at: SheetAtStage;
  readonly state: SheetState;
  readonly record: SavedRecord;
  readonly changed: boolean;
}

const remarkProblems = ({ remarks, stage }: SheetAtStage, answers: Answers): readonly Problem[] =>
  stage > 0
    ? []
    : remarks
        .filter(({ remarkId }) => (answers[remarkField(remarkId)] ?? '').trim() === '')
        .map(({ remarkId, body }) =>
          errorAt('evaluation-remark-unanswered', [remarkField(remarkId)], { remark: body.slice(0, 40) }),
        );

/** What one sheet becomes, or all that stands against it. */
const decideOne = (
  { scheme, stage }: SheetsAtStage,
  at: SheetAtStage,
  { seenVersion, changes = [] }: SheetToHandOn,
): Result<HandedOn, readonly Problem[]> => {
  const { subjectKey, typeKey, name } = at.subject;
  const here = (problem: Problem): Problem => placed([subjectKey], problem);
  if (seenVersion !== null && at.sheet.version !== seenVersion)
    return { ok: false, error: [errorAt('evaluation-sheet-moved', [subjectKey], { subject: name })] };
  const moved = moveSheet(at.sheet, at.sheet.stageKeys.length, { kind: 'hand-on', stage: at.stage });
  if (!moved.ok) return { ok: false, error: moved.error.map(here) };
  const saved = decideSave(scheme, stage, at, changes);
  if (!saved.ok) return saved;
  const { changed, ...record } = saved.value;
  const problems = [
    ...remarkProblems(at, record.answers),
    ...checkRecord(scheme, stage, typeKey, record.answers),
  ].filter(({ severity }) => severity === 'error');
  return problems.length > 0
    ? { ok: false, error: problems.map(here) }
    : ok({ at, state: moved.value, record, changed });
};

/** What was typed before a condition fell away does not go on to the next stage. */
const handedRecords = (
  { scheme, stage, round }: SheetsAtStage,
  handed: readonly HandedOn[],
  now: string,
): readonly RecordToWrite[] =>
  handed.map(({ at, record, changed }) => ({
    roundKey: round.roundKey,
    subjectKey: at.subject.subjectKey,
    stageKey: stage.key,
    answers: askedAnswers(scheme, stage, at.subject.typeKey, record.answers),
    prefilled: record.prefilled,
    firstSavedAt: at.record?.firstSavedAt ?? now,
    lastSavedAt: changed ? now : (at.record?.lastSavedAt ?? now),
  }));

/** Records of the stages that come next, begun from what was handed on. */
const nextRecords = async (
  tx: TenantTx,
  { scheme, stage, round }: SheetsAtStage,
  handed: readonly HandedOn[],
  written: readonly RecordToWrite[],
): Promise<readonly RecordToWrite[]> => {
  const answersOf = new Map(written.map(({ subjectKey, answers }) => [subjectKey, answers]));
  const going = handed.flatMap(({ at, state }) => {
    const next = stageOf(scheme, at.sheet.stageKeys[state.stageIndex] ?? '');
    return next === undefined || next.startsFrom === 'nothing' ? [] : [{ at, next }];
  });
  if (going.length === 0) return [];
  const there = new Map<string, StoredRecord>();
  const subjectKeys = going.map(({ at }) => at.subject.subjectKey);
  for (const record of await loadRecords(tx, round.roundKey, { subjectKeys }))
    there.set(`${record.subjectKey}\n${record.stageKey}`, record);
  return going.map(({ at, next }) => {
    const { subjectKey, typeKey } = at.subject;
    const own = there.get(`${subjectKey}\n${next.key}`) ?? null;
    const before = at.sheet.stageKeys.slice(0, at.stage).map((key) => ({
      label: stageOf(scheme, key)?.label ?? key,
      answers: there.get(`${subjectKey}\n${key}`)?.answers ?? {},
    }));
    const said = { label: stage.label, answers: answersOf.get(subjectKey) ?? {} };
    return {
      roundKey: round.roundKey,
      subjectKey,
      stageKey: next.key,
      ...prefillFromBefore(scheme, next, typeKey, [said, ...before.toReversed()], own),
      firstSavedAt: own?.firstSavedAt ?? null,
      lastSavedAt: own?.lastSavedAt ?? null,
    };
  });
};

const writeHandedOn = async (
  tx: TenantTx,
  entered: SheetsAtStage,
  handed: readonly HandedOn[],
  stamp: Stamp,
): Promise<void> => {
  const { round, scheme, stage } = entered;
  const { roundKey } = round;
  const written = handedRecords(entered, handed, stamp.now);
  const next = await nextRecords(tx, entered, handed, written);
  // 承認は、そのときの数字に基づく: the figures are kept as they stand.
  const { figures } = await loadFacts(
    tx,
    round,
    scheme,
    handed.map(({ at }) => at.subject),
    await listSubjectKeys(tx, roundKey),
    stamp.now,
  );
  await upsertRecords(tx, written, stamp);
  await markRecords(
    tx,
    roundKey,
    written.map(({ subjectKey }) => subjectKey),
    [stage.key],
    true,
    stamp,
  );
  await upsertRecords(tx, next, stamp);
  await replaceSheets(
    tx,
    handed.map(({ at: { sheet, subject }, state }) => ({
      ...sheet,
      ...state,
      reason: '',
      figures: figures.get(subject.subjectKey) ?? sheet.figures,
    })),
    stamp,
  );
  await updateRemarkAnswers(
    tx,
    handed.flatMap(({ at, record }) =>
      at.stage > 0
        ? []
        : at.remarks.map(({ remarkId }) => ({
            remarkId,
            answer: (record.answers[remarkField(remarkId)] ?? '').trim(),
          })),
    ),
    roundKey,
    stamp,
  );
  await insertEvents(
    tx,
    roundKey,
    handed.map(({ at, state }) => ({
      eventId: randomUUID(),
      subjectKey: at.subject.subjectKey,
      kind:
        at.stage === 0
          ? ('submit' as const)
          : state.status === 'final'
            ? ('decide' as const)
            : ('approve' as const),
      stageKey: stage.key,
      note: '',
    })),
    stamp,
  );
};

/**
 * 提出・承認, of one sheet or of many: all of them or none. Refused where a record is not complete (with its place), a
 * remark of earlier years is not answered, or a sheet has moved since it was looked at. As many statements for one as
 * for seven hundred.
 */
export const handOnSheets = (
  acting: Acting,
  {
    roundKey,
    stageKey,
    sheets,
  }: { readonly roundKey: string; readonly stageKey: string; readonly sheets: readonly SheetToHandOn[] },
): Promise<Result<{ readonly handedOn: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const asked = new Map(sheets.map((sheet) => [sheet.subjectKey, sheet]));
    if (asked.size === 0) return refused('evaluation-nothing-chosen', ['chosen']);
    const entered = await enterSheets(tx, acting, roundKey, stageKey, [...asked.keys()]);
    if (!entered.ok) return entered;
    const decided = entered.value.sheets.map((at) => {
      const wanted = asked.get(at.subject.subjectKey);
      if (wanted === undefined) throw new Error('a sheet that was not asked for');
      return decideOne(entered.value, at, wanted);
    });
    const refusal = refusalOf(decided.flatMap((each) => (each.ok ? [] : each.error)));
    if (refusal !== null) return refusal;
    const handed = decided.flatMap((each) => (each.ok ? [each.value] : []));
    await writeHandedOn(tx, entered.value, handed, stampOf(acting));
    return ok({ handedOn: handed.length });
  });
