import { compareFractions, fractionOf, signOfFraction } from '../../kernel/fraction.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import { twice } from './check-axes.ts';
import type { AlsoCount, JudgementScheme, ScoreRule } from './judgement-scheme.ts';
import { overallAxis } from './overall-axis.ts';

const unknownGrades = (
  wanted: readonly string[] | null,
  known: readonly string[],
  path: Problem['path'],
): readonly Problem[] =>
  (wanted ?? [])
    .filter((grade) => !known.includes(grade))
    .map((grade) => errorAt('grade-unknown', path, { grade, grades: known }));

const checkScore = (score: ScoreRule, scheme: JudgementScheme, path: Problem['path']): readonly Problem[] => {
  const headline = overallAxis(scheme);
  const named = score.axes.length > 0 ? score.axes : headline === null ? [] : [{ ...headline, weight: '1' }];
  if (named.length === 0) return [errorAt('score-no-points', path)];
  return named.flatMap(({ axisKey, weight }, at) => {
    const place = [...path, 'axes', at];
    const axis = scheme.axes.find((one) => one.axisKey === axisKey);
    if (axis === undefined) return [errorAt('axis-unknown', place, { axis: axisKey })];
    return [
      ...(axis.grades.some(({ points }) => points !== null) ? [] : [errorAt('score-no-points', place)]),
      ...(signOfFraction(fractionOf(weight)) > 0 ? [] : [errorAt('weight-not-positive', place, { weight })]),
    ];
  });
};

const checkCount = (
  count: AlsoCount,
  scheme: JudgementScheme,
  known: readonly string[],
  path: Problem['path'],
): readonly Problem[] => {
  const { measure } = count;
  if (measure === null)
    return count.grades === null ? [errorAt('count-empty', path)] : unknownGrades(count.grades, known, path);
  return [
    ...unknownGrades(count.grades, known, [...path, 'grades']),
    ...(Object.hasOwn(scheme.measures, measure.measure)
      ? []
      : [errorAt('measure-unknown', [...path, 'measure'], { measure: measure.measure })]),
    ...(measure.from !== null &&
    measure.to !== null &&
    compareFractions(fractionOf(measure.from), fractionOf(measure.to)) >= 0
      ? [errorAt('band-reversed', [...path, 'measure'], { from: measure.from, to: measure.to })]
      : []),
  ];
};

/** Paths: ['rollUp', …]. */
export const checkRollUp = (scheme: JudgementScheme): readonly Problem[] => {
  const { rollUp } = scheme;
  const known = (overallAxis(scheme)?.grades ?? []).map(({ key }) => key);
  const at = (...path: (string | number)[]): Problem['path'] => ['rollUp', ...path];
  return [
    ...unknownGrades(rollUp.counted, known, at('counted')),
    ...twice(rollUp.scores.map(({ scoreKey }) => scoreKey)).map((key) =>
      errorAt('key-twice', at('scores'), { key }),
    ),
    ...twice(rollUp.alsoCount.map(({ countKey }) => countKey)).map((key) =>
      errorAt('key-twice', at('alsoCount'), { key }),
    ),
    ...rollUp.scores.flatMap((score, place) => checkScore(score, scheme, at('scores', place))),
    ...rollUp.alsoCount.flatMap((count, place) => checkCount(count, scheme, known, at('alsoCount', place))),
  ];
};
