import { applicableCriteria, appliesTo } from './applies.ts';
import type { EvaluationScheme, EvaluationStage } from './evaluation-scheme.ts';
import { differsFromMachine, gradeOf } from './grade.ts';
import type { Answers } from './sheet.ts';

export type AskedKind =
  | 'criterion'
  | 'reason'
  | 'text'
  | 'direction'
  | 'direction-reason'
  | 'grade'
  | 'grade-reason'
  | 'priority';

/** A field a stage is asked to fill. */
export interface AskedField {
  /** Its name among the answers (sheet.ts). */
  readonly name: string;
  readonly kind: AskedKind;
  readonly required: boolean;
  /** Key of the criterion or the question; '' for the others. */
  readonly key: string;
}

const criterionFields = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  answers: Answers,
): readonly AskedField[] =>
  applicableCriteria(scheme, typeKey, answers)
    .filter(({ key }) => stage.criteria.includes(key))
    .flatMap(({ key, required, reason }): readonly AskedField[] => [
      { name: `criterion.${key}`, kind: 'criterion', required, key },
      ...(reason === 'none'
        ? []
        : [{ name: `reason.${key}`, kind: 'reason', required: reason === 'required', key } as const]),
    ]);

const textFields = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  answers: Answers,
): readonly AskedField[] => {
  const applicable = new Set(applicableCriteria(scheme, typeKey, answers).map(({ key }) => key));
  return scheme.texts
    .filter(
      ({ key, applies }) => stage.texts.includes(key) && appliesTo(applies, typeKey, answers, applicable),
    )
    .map(({ key, required }) => ({ name: `text.${key}`, kind: 'text', required, key }));
};

const gradeFields = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  answers: Answers,
  criteria: readonly AskedField[],
): readonly AskedField[] => {
  if (stage.grade === 'none') return [];
  const machine = gradeOf(scheme, typeKey, answers, stage.criteria);
  // Where the rule gives the grade, a person's is asked only once the rule has all it needs and gives none.
  const isAnswered = criteria.every(({ name, required }) => !required || (answers[name] ?? '') !== '');
  const byHand = scheme.gradeRule.by === 'hand';
  const required = stage.grade === 'required' && (byHand || (isAnswered && machine.grade === null));
  return [
    { name: 'grade', kind: 'grade', required, key: '' },
    ...(byHand
      ? []
      : [
          {
            name: 'grade.reason',
            kind: 'grade-reason',
            required: differsFromMachine(answers.grade ?? '', machine.grade),
            key: '',
          } as const,
        ]),
  ];
};

const directionFields = (
  scheme: EvaluationScheme,
  { direction }: EvaluationStage,
  answers: Answers,
): readonly AskedField[] => {
  if (direction === 'none') return [];
  const chosen = scheme.directions.find(({ key }) => key === answers.direction);
  return [
    { name: 'direction', kind: 'direction', required: direction === 'required', key: '' },
    ...(scheme.directions.some(({ reason }) => reason)
      ? [
          {
            name: 'direction.reason',
            kind: 'direction-reason',
            required: chosen?.reason === true,
            key: '',
          } as const,
        ]
      : []),
  ];
};

/**
 * What a stage is asked of a programme of a type, in the order of the sheet, given what is answered so far: questions
 * that depend on another answer come and go with it.
 */
export const askedFields = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  answers: Answers,
): readonly AskedField[] => {
  const criteria = criterionFields(scheme, stage, typeKey, answers);
  return [
    ...criteria,
    ...textFields(scheme, stage, typeKey, answers),
    ...gradeFields(scheme, stage, typeKey, answers, criteria),
    ...directionFields(scheme, stage, answers),
    ...(stage.priority === 'none'
      ? []
      : [
          {
            name: 'priority',
            kind: 'priority',
            required: stage.priority === 'required',
            key: '',
          } as const,
        ]),
  ];
};

/** Answers to what is asked, and to remarks: what was typed before a condition fell away is left out. */
export const askedAnswers = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  answers: Answers,
): Answers => {
  const names = new Set(askedFields(scheme, stage, typeKey, answers).map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(answers).filter(([name]) => names.has(name) || name.startsWith('remark.')),
  );
};
