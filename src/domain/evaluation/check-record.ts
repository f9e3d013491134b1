import { errorAt, type Problem, warningAt } from '../kernel/problem.ts';
import { type AskedField, askedFields } from './asked-fields.ts';
import type { EvaluationScheme, EvaluationStage } from './evaluation-scheme.ts';
import { fieldLabel } from './field-label.ts';
import { gradeOf } from './grade.ts';
import type { Answers } from './sheet.ts';

/** Longest reason in words, characters. */
export const longestReason = 2000;

const fieldName =
  /^(?:(?:criterion|reason|text)\.[^.]+|direction|direction\.reason|grade|grade\.reason|priority)$/u;

const choicesOf = (
  scheme: EvaluationScheme,
  { kind, key }: AskedField,
): readonly { readonly key: string; readonly label: string }[] | null => {
  if (kind === 'criterion') return scheme.criteria.find((each) => each.key === key)?.levels ?? [];
  if (kind === 'direction') return scheme.directions;
  if (kind === 'grade') return scheme.grades;
  return kind === 'priority' ? scheme.priorities : null;
};

const unknownCodes: Partial<Readonly<Record<AskedField['kind'], string>>> = {
  criterion: 'evaluation-level-unknown',
  direction: 'evaluation-direction-unknown',
  grade: 'evaluation-grade-unknown',
  priority: 'evaluation-priority-unknown',
};

/** A choice is one of the scheme's, a text not longer than allowed. */
const typedProblems = (scheme: EvaluationScheme, field: AskedField, answer: string): readonly Problem[] => {
  const label = fieldLabel(scheme, field.name);
  const choices = choicesOf(scheme, field);
  if (choices !== null)
    return choices.some(({ key }) => key === answer)
      ? []
      : [
          errorAt(unknownCodes[field.kind] ?? 'evaluation-level-unknown', [field.name], {
            label,
            text: answer.slice(0, 40),
            choices: choices.map((choice) => choice.label),
          }),
        ];
  const limit =
    field.kind === 'text'
      ? (scheme.texts.find(({ key }) => key === field.key)?.maxLength ?? longestReason)
      : longestReason;
  // A form sends a new line as two characters; the person typed one.
  const length = [...answer.replaceAll('\r\n', '\n')].length;
  return length > limit ? [errorAt('evaluation-text-too-long', [field.name], { label, length, limit })] : [];
};

const missing = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  answers: Answers,
  field: AskedField,
): Problem => {
  const label = fieldLabel(scheme, field.name);
  if (field.kind === 'direction-reason') {
    const word = scheme.directions.find(({ key }) => key === answers.direction)?.label ?? '';
    return errorAt('evaluation-direction-reason-missing', [field.name], { label, word });
  }
  if (field.kind === 'grade-reason') {
    const machine = gradeOf(scheme, typeKey, answers, stage.criteria).grade;
    const labelOf = (wanted: string | null | undefined) =>
      scheme.grades.find(({ key }) => key === wanted)?.label ?? '';
    return errorAt('evaluation-grade-reason-missing', [field.name], {
      label,
      machine: labelOf(machine),
      human: labelOf(answers.grade),
    });
  }
  return errorAt('evaluation-answer-missing', [field.name], { label });
};

/** What is wrong with what has been typed, whether or not all is answered: a draft may be incomplete. */
export const checkTyped = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  answers: Answers,
): readonly Problem[] => {
  const asked = new Map(askedFields(scheme, stage, typeKey, answers).map((field) => [field.name, field]));
  return Object.entries(answers).flatMap(([name, answer]): readonly Problem[] => {
    const field = asked.get(name);
    if (answer === '' || name.startsWith('remark.')) return [];
    if (field !== undefined) return typedProblems(scheme, field, answer);
    return fieldName.test(name) && fieldLabel(scheme, name) !== ''
      ? [warningAt('evaluation-not-asked', [name], { label: fieldLabel(scheme, name) })]
      : [errorAt('evaluation-field-unknown', [name], { field: name.slice(0, 80) })];
  });
};

/**
 * All that stands against handing a record on: what is missing, and what `checkTyped` finds. The path of a problem is
 * the name of its field.
 */
export const checkRecord = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  answers: Answers,
): readonly Problem[] => [
  ...askedFields(scheme, stage, typeKey, answers)
    .filter(({ name, required }) => required && (answers[name] ?? '').trim() === '')
    .map((field) => missing(scheme, stage, typeKey, answers, field)),
  ...checkTyped(scheme, stage, typeKey, answers),
];
