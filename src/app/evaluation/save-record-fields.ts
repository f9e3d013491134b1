import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { updateSheets, upsertRecords } from '../../db/write-evaluation.ts';
import { checkTyped } from '../../domain/evaluation/check-record.ts';
import type { EvaluationScheme, EvaluationStage } from '../../domain/evaluation/evaluation-scheme.ts';
import { type FieldChange, mergeFields } from '../../domain/evaluation/merge-fields.ts';
import { moveSheet } from '../../domain/evaluation/move-sheet.ts';
import { afterTyping } from '../../domain/evaluation/prefill.ts';
import { remarkField, remarkLimit } from '../../domain/evaluation/remark-due.ts';
import type { Answers } from '../../domain/evaluation/sheet.ts';
import { errorAt, type Problem, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf } from '../refusal.ts';
import { enterSheets, type SheetAtStage } from './sheets-at-stage.ts';

export interface RecordReference {
  readonly roundKey: string;
  readonly subjectKey: string;
  readonly stageKey: string;
}

export interface SavedRecord {
  readonly answers: Answers;
  readonly prefilled: Readonly<Record<string, string>>;
}

const remarkProblems = (
  { remarks, stage }: SheetAtStage,
  changes: readonly FieldChange[],
): readonly Problem[] => {
  const due = new Set(stage === 0 ? remarks.map(({ remarkId }) => remarkField(remarkId)) : []);
  return changes
    .filter(({ field }) => field.startsWith('remark.'))
    .flatMap(({ field, after }): readonly Problem[] => {
      if (!due.has(field))
        return [errorAt('evaluation-field-unknown', [field], { field: field.slice(0, 80) })];
      return after.length > remarkLimit
        ? [errorAt('evaluation-remark-long', [field], { limit: remarkLimit, length: after.length })]
        : [];
    });
};

/** A draft may be incomplete; what is typed into it must be what the sheet knows. Fields left alone are not judged. */
const changedProblems = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  at: SheetAtStage,
  changes: readonly FieldChange[],
  answers: Answers,
): readonly Problem[] => {
  const touched = new Set(changes.map(({ field }) => field));
  return [
    ...remarkProblems(at, changes),
    ...checkTyped(scheme, stage, at.subject.typeKey, answers).filter(({ path }) =>
      touched.has(String(path[0])),
    ),
  ];
};

/** What the record becomes, or why nothing is saved. Pure: the sheet was locked and loaded before. */
export const decideSave = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  at: SheetAtStage,
  changes: readonly FieldChange[],
): Result<SavedRecord & { readonly changed: boolean }, Refusal> => {
  const { sheet, subject, record } = at;
  const here = (problems: readonly Problem[]): readonly Problem[] =>
    problems.map((problem) => placed([subject.subjectKey], problem));
  const moved = moveSheet(sheet, sheet.stageKeys.length, { kind: 'save', stage: at.stage });
  if (!moved.ok) return refusalOf(here(moved.error)) ?? ok({ ...nothing, changed: false });
  const before = record?.answers ?? {};
  const merged = mergeFields(before, changes);
  if (!merged.ok) return refusalOf(here(merged.error)) ?? ok({ ...nothing, changed: false });
  const answers = merged.value;
  const refusal = refusalOf(here(changedProblems(scheme, stage, at, changes, answers)));
  if (refusal !== null) return refusal;
  const names = new Set([...Object.keys(before), ...Object.keys(answers)]);
  return ok({
    answers,
    prefilled: afterTyping(record?.prefilled ?? {}, before, answers),
    changed: [...names].some((name) => (before[name] ?? '') !== (answers[name] ?? '')),
  });
};

const nothing: SavedRecord = { answers: {}, prefilled: {} };

/** Writes what `decideSave` said, and marks the sheet as begun. */
export const writeSave = async (
  tx: TenantTx,
  acting: Acting,
  reference: RecordReference,
  { sheet, record }: SheetAtStage,
  saved: SavedRecord,
): Promise<void> => {
  const stamp = stampOf(acting);
  await upsertRecords(
    tx,
    [
      {
        ...reference,
        answers: saved.answers,
        prefilled: saved.prefilled,
        firstSavedAt: record?.firstSavedAt ?? stamp.now,
        lastSavedAt: stamp.now,
      },
    ],
    stamp,
  );
  if (sheet.status === 'not-started')
    await updateSheets(tx, reference.roundKey, [reference.subjectKey], { status: 'draft' }, stamp);
};

/**
 * Keeps fields of one stage of one sheet. Two people on one sheet: different fields go together; a field somebody else
 * changed meanwhile is refused with both versions (`mine`, `theirs`), and nothing is changed. Several short
 * transactions of many people wait for each other one sheet at a time.
 */
export const saveRecordFields = (
  acting: Acting,
  { changes, ...reference }: RecordReference & { readonly changes: readonly FieldChange[] },
): Promise<Result<SavedRecord, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const { roundKey, subjectKey, stageKey } = reference;
    const entered = await enterSheets(tx, acting, roundKey, stageKey, [subjectKey]);
    if (!entered.ok) return entered;
    const { scheme, stage, sheets } = entered.value;
    const [at] = sheets;
    if (at === undefined) throw new Error('a sheet that was entered is gone');
    const decided = decideSave(scheme, stage, at, changes);
    if (!decided.ok) return decided;
    const { changed, ...saved } = decided.value;
    if (changed) await writeSave(tx, acting, reference, at, saved);
    return ok(saved);
  });
