import { errorAt, type Problem, warningAt } from '../../kernel/problem.ts';
import { missingReasons } from '../missing-reason.ts';
import { checkSteps, givenBy } from './check-steps.ts';
import type { Attributes, Axis, JudgementScheme } from './judgement-scheme.ts';

/** Whether everything that fits `narrow` fits `wide` too. */
const covers = (wide: Attributes | null, narrow: Attributes | null): boolean => {
  const wanted = Object.entries(wide ?? {}).filter(([, value]) => value !== undefined);
  return wanted.every(([attribute, value]) => {
    const given = narrow?.[attribute as keyof Attributes];
    if (given === undefined) return false;
    return Array.isArray(value) && Array.isArray(given)
      ? given.every((one) => value.includes(one))
      : value === given;
  });
};

/** The first that fits is used: the last fits all, and none stands behind one that takes its share already. */
export const checkCases = (
  cases: readonly { readonly for: Attributes | null }[],
  path: Problem['path'],
): readonly Problem[] => [
  ...(cases.at(-1)?.for === null
    ? []
    : [errorAt('case-last-conditional', [...path, Math.max(0, cases.length - 1)])]),
  ...cases.flatMap((one, at) =>
    cases.slice(0, at).some((earlier) => covers(earlier.for, one.for))
      ? [errorAt('case-unreachable', [...path, at])]
      : [],
  ),
];

export const twice = (keys: readonly string[]): readonly string[] => [
  ...new Set(keys.filter((key, at) => keys.indexOf(key) !== at)),
];

const checkTables = (axis: Axis, path: Problem['path']): readonly Problem[] => {
  const grades = axis.grades.map(({ key }) => key);
  return (['undefined', 'missing'] as const).flatMap((table) =>
    Object.entries(axis[table])
      .filter(([, grade]) => !grades.includes(grade))
      .map(([reason, grade]) => errorAt('grade-unknown', [...path, table, reason], { grade, grades })),
  );
};

const looksAtFigures = ({ cases }: Axis): boolean =>
  cases.some(({ steps }) => steps.some(({ by }) => by === 'measure' || by === 'text'));

const unlisted = (axis: Axis, path: Problem['path']): readonly Problem[] => {
  const reasons = missingReasons.filter((reason) => axis.missing[reason] === undefined);
  return reasons.length > 0 && looksAtFigures(axis)
    ? [warningAt('missing-reason-ungraded', [...path, 'missing'], { reasons })]
    : [];
};

const neverGiven = (axis: Axis, path: Problem['path']): readonly Problem[] => {
  const given = new Set([
    ...axis.cases.flatMap(({ steps }) => steps.flatMap(givenBy)).map(({ give }) => give),
    ...Object.values(axis.undefined),
    ...Object.values(axis.missing),
  ]);
  return axis.grades.flatMap(({ key }, at) =>
    given.has(key) ? [] : [warningAt('grade-never-given', [...path, 'grades', at], { grade: key })],
  );
};

const checkAxis = (axis: Axis, scheme: JudgementScheme, path: Problem['path']): readonly Problem[] => [
  ...(axis.grades.length === 0 ? [errorAt('grades-none', [...path, 'grades'])] : []),
  ...twice(axis.grades.map(({ key }) => key)).map((key) =>
    errorAt('key-twice', [...path, 'grades'], { key }),
  ),
  ...axis.grades.flatMap(({ key }, at) =>
    key === 'next' ? [errorAt('grade-key-reserved', [...path, 'grades', at, 'key'])] : [],
  ),
  ...checkCases(axis.cases, [...path, 'cases']),
  ...axis.cases.flatMap(({ steps }, at) => checkSteps(steps, scheme, axis, [...path, 'cases', at, 'steps'])),
  ...checkTables(axis, path),
  ...unlisted(axis, path),
  ...neverGiven(axis, path),
];

/** Paths: ['axes', place, …]. */
export const checkAxes = (scheme: JudgementScheme): readonly Problem[] => [
  ...twice(scheme.axes.map(({ axisKey }) => axisKey)).map((key) => errorAt('key-twice', ['axes'], { key })),
  ...(scheme.overall === null || scheme.axes.some(({ axisKey }) => axisKey === scheme.overall)
    ? []
    : [errorAt('axis-unknown', ['overall'], { axis: scheme.overall })]),
  ...scheme.axes.flatMap((axis, at) => checkAxis(axis, scheme, ['axes', at])),
];
