import { errorAt, type Problem, warningAt } from '../kernel/problem.ts';
import { unknownKeys } from './check-keys.ts';
import type { EvaluationScheme, EvaluationStage } from './evaluation-scheme.ts';

/** What a stage asks for must have words to choose from. */
const withoutWords = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  path: Problem['path'],
): readonly Problem[] => [
  ...(stage.direction !== 'none' && scheme.directions.length === 0
    ? [errorAt('evaluation-scheme-no-words', [...path, 'direction'], { what: '方向性のことば' })]
    : []),
  ...(stage.grade !== 'none' && scheme.grades.length === 0
    ? [errorAt('evaluation-scheme-no-words', [...path, 'grade'], { what: '総合評価の段階' })]
    : []),
  ...(stage.priority !== 'none' && scheme.priorities.length === 0
    ? [errorAt('evaluation-scheme-no-words', [...path, 'priority'], { what: '優先度のことば' })]
    : []),
];

const asksNothing = ({ criteria, texts, direction, grade, priority }: EvaluationStage): boolean =>
  criteria.length === 0 &&
  texts.length === 0 &&
  [direction, grade, priority].every((each) => each === 'none');

/** Stages: what they ask exists, each asks something, and everything is asked at one of them. */
export const checkStages = (scheme: EvaluationScheme): readonly Problem[] => {
  const { stages, criteria, texts } = scheme;
  if (stages.length === 0) return [errorAt('evaluation-scheme-no-stage', ['stages'])];
  const asked = new Set(stages.flatMap((stage) => stage.criteria));
  const askedTexts = new Set(stages.flatMap((stage) => stage.texts));
  return [
    ...stages.flatMap((stage, at): readonly Problem[] => {
      const path = ['stages', at];
      return [
        ...unknownKeys(stage.criteria, criteria, [...path, 'criteria'], '評価項目'),
        ...unknownKeys(stage.texts, texts, [...path, 'texts'], '記入欄'),
        ...withoutWords(scheme, stage, path),
        ...(asksNothing(stage)
          ? [errorAt('evaluation-scheme-asks-nothing', path, { name: stage.label })]
          : []),
        ...(at === 0 && stage.startsFrom === 'previous-stage'
          ? [errorAt('evaluation-scheme-no-stage-before', [...path, 'startsFrom'], { name: stage.label })]
          : []),
      ];
    }),
    ...criteria.flatMap(({ key, label }, at) =>
      asked.has(key) ? [] : [warningAt('evaluation-scheme-never-asked', ['criteria', at], { name: label })],
    ),
    ...texts.flatMap(({ key, label }, at) =>
      askedTexts.has(key) ? [] : [warningAt('evaluation-scheme-never-asked', ['texts', at], { name: label })],
    ),
    ...(stages[0]?.subjects === 'some'
      ? [warningAt('evaluation-scheme-first-some', ['stages', 0, 'subjects'], { name: stages[0].label })]
      : []),
  ];
};
