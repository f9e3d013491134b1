import type { RoundSheetView } from '../../../../app/evaluation/read-round-sheet.ts';
import { mayApply } from '../../../../domain/evaluation/applies.ts';
import type { EvaluationScheme, EvaluationStage } from '../../../../domain/evaluation/evaluation-scheme.ts';
import type { FieldChange } from '../../../../domain/evaluation/merge-fields.ts';
import { remarkField } from '../../../../domain/evaluation/remark-due.ts';
import type { Answers } from '../../../../domain/evaluation/sheet.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { Form } from '../../../middleware/form.ts';

const beforeName = 'before.';

/** Names of all fields the sheet of a stage can show for a type. */
const stageFields = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
): readonly string[] => [
  ...scheme.criteria
    .filter(({ key, applies }) => stage.criteria.includes(key) && mayApply(applies, typeKey))
    .flatMap(({ key, reason }) => [`criterion.${key}`, ...(reason === 'none' ? [] : [`reason.${key}`])]),
  ...scheme.texts
    .filter(({ key, applies }) => stage.texts.includes(key) && mayApply(applies, typeKey))
    .map(({ key }) => `text.${key}`),
  ...(stage.grade === 'none' ? [] : ['grade', 'grade.reason']),
  ...(stage.direction === 'none' ? [] : ['direction', 'direction.reason']),
  ...(stage.priority === 'none' ? [] : ['priority']),
];

/** Fields this person's form holds: those of the stage, and at the first stage the answers to remarks. */
export const formFields = (view: RoundSheetView): readonly string[] => {
  const { stage, scheme, subject, sheet, due } = view;
  if (stage === null) return [];
  return [
    ...stageFields(scheme, stage, subject.typeKey),
    ...(sheet.stageIndex === 0 ? due.map(({ remarkId }) => remarkField(remarkId)) : []),
  ];
};

/** What the person changed: what stood there when they saw it travels with the form. A field that was not sent is left alone. */
export const readChanges = (form: Form): readonly FieldChange[] => {
  const sent = new Map(form.entries.map(([name, value]) => [name, value]));
  return form.entries.flatMap(([name, before]): readonly FieldChange[] => {
    const field = name.startsWith(beforeName) ? name.slice(beforeName.length) : null;
    const after = field === null ? undefined : sent.get(field);
    return field === null || after === undefined ? [] : [{ field, before, after }];
  });
};

/** What the form shows, and what stands in it as seen before. */
export interface ShownForm {
  readonly answers: Answers;
  readonly before: Answers;
}

/**
 * After a refusal: what was typed stays typed over what is stored. A field somebody else changed now counts as seen
 * (both versions are told), so that saving again means choosing.
 */
export const shownAfter = (view: RoundSheetView, form: Form, problems: readonly Problem[]): ShownForm => {
  const stored = view.record?.answers ?? {};
  const met = new Set(
    problems.filter(({ code }) => code === 'evaluation-field-changed').map(({ path }) => String(path.at(-1))),
  );
  const answers: Record<string, string> = { ...stored };
  const before: Record<string, string> = { ...stored };
  for (const change of readChanges(form)) {
    answers[change.field] = change.after;
    if (!met.has(change.field)) before[change.field] = change.before;
    // What the person left alone and somebody else changed is simply shown as it is now.
    if (change.before === change.after && !met.has(change.field)) {
      answers[change.field] = stored[change.field] ?? '';
      before[change.field] = stored[change.field] ?? '';
    }
  }
  return { answers, before };
};

/** A stored answer as people read it: the label of a level, a direction, a grade. */
export const answerWords = (scheme: EvaluationScheme, field: string, answer: string): string => {
  const [kind, key] = [field.split('.')[0], field.slice(field.indexOf('.') + 1)];
  const lists = {
    criterion: scheme.criteria.find((criterion) => criterion.key === key)?.levels ?? [],
    direction: scheme.directions,
    grade: scheme.grades,
    priority: scheme.priorities,
  } as const;
  const list = field === kind || kind === 'criterion' ? lists[kind as keyof typeof lists] : undefined;
  return list?.find((each) => each.key === answer)?.label ?? (answer === '' ? '（空）' : answer);
};

/** Both versions of a field two people changed. */
export const metSentence = (scheme: EvaluationScheme, { path, params }: Problem): string => {
  const field = String(path.at(-1));
  return `ほかの職員の記入:「${answerWords(scheme, field, String(params?.theirs ?? ''))}」　あなたの記入:「${answerWords(scheme, field, String(params?.mine ?? ''))}」`;
};
