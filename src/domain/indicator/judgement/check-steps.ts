import { errorAt, type Problem } from '../../kernel/problem.ts';
import { checkBands } from './check-bands.ts';
import type { Axis, GradeOrNext, JudgementScheme, Step } from './judgement-scheme.ts';

/** Everything a step may lead to, each with its place inside the step. */
export const givenBy = (
  step: Step,
): readonly { readonly give: GradeOrNext; readonly path: Problem['path'] }[] => {
  const named = (field: string, table: Readonly<Record<string, GradeOrNext | undefined>>) =>
    Object.entries(table).flatMap(([key, give]) =>
      give === undefined ? [] : [{ give, path: [field, key] }],
    );
  const single = (field: string, give: GradeOrNext | null) =>
    give === null ? [] : [{ give, path: [field] }];
  switch (step.by) {
    case 'measure':
      return [
        ...step.bands.map(({ give }, at) => ({ give, path: ['bands', at, 'give'] })),
        ...named('without', step.without),
      ];
    case 'mark':
      return [...named('choices', step.choices), ...single('unmarked', step.unmarked)];
    case 'text':
      return [
        ...named('texts', step.texts),
        ...single('asTarget', step.asTarget),
        ...single('otherwise', step.otherwise),
      ];
    case 'axes':
      return [
        ...step.table.map(({ give }, at) => ({ give, path: ['table', at, 'give'] })),
        ...single('otherwise', step.otherwise),
      ];
    case 'grade':
      return single('give', step.give);
  }
};

export const mayGoOn = (step: Step): boolean => givenBy(step).some(({ give }) => give === 'next');

const marksKnown = (
  scheme: JudgementScheme,
  markKey: string,
  choices: readonly string[],
  path: Problem['path'],
): readonly Problem[] => {
  const mark = Object.hasOwn(scheme.marks, markKey) ? scheme.marks[markKey] : undefined;
  if (mark === undefined) return [errorAt('mark-key-unknown', path, { mark: markKey })];
  const known = mark.choices.map(({ key }) => key);
  return choices
    .filter((choice) => !known.includes(choice))
    .map((choice) => errorAt('mark-choice-unknown', path, { mark: markKey, choice, choices: known }));
};

const checkMark = (
  step: Step & { by: 'mark' },
  scheme: JudgementScheme,
  path: Problem['path'],
): readonly Problem[] => {
  const choices = scheme.marks[step.mark]?.choices ?? [];
  return [
    ...marksKnown(scheme, step.mark, Object.keys(step.choices), [...path, 'choices']),
    ...choices
      .filter(({ key }) => !Object.hasOwn(step.choices, key))
      .map(({ key }) => errorAt('mark-choice-missing', [...path, 'choices'], { choice: key })),
  ];
};

const checkTable = (
  step: Step & { by: 'axes' },
  scheme: JudgementScheme,
  axis: Axis,
  path: Problem['path'],
): readonly Problem[] => {
  const before = scheme.axes.slice(0, scheme.axes.indexOf(axis));
  return step.table.flatMap((row, at) => [
    ...Object.entries(row.axes).flatMap(([axisKey, grades]) => {
      const place = [...path, 'table', at, 'axes', axisKey];
      const other = before.find((one) => one.axisKey === axisKey);
      if (other === undefined)
        return [
          errorAt(scheme.axes.some((one) => one.axisKey === axisKey) ? 'axis-later' : 'axis-unknown', place, {
            axis: axisKey,
          }),
        ];
      return grades
        .filter((grade) => !other.grades.some(({ key }) => key === grade))
        .map((grade) =>
          errorAt('grade-unknown', place, { grade, grades: other.grades.map(({ key }) => key) }),
        );
    }),
    ...Object.entries(row.marks).flatMap(([markKey, choices]) =>
      marksKnown(scheme, markKey, choices, [...path, 'table', at, 'marks', markKey]),
    ),
  ]);
};

const checkReferences = (
  step: Step,
  scheme: JudgementScheme,
  axis: Axis,
  path: Problem['path'],
): readonly Problem[] => {
  switch (step.by) {
    case 'measure':
      return [
        ...(Object.hasOwn(scheme.measures, step.measure)
          ? []
          : [errorAt('measure-unknown', [...path, 'measure'], { measure: step.measure })]),
        ...checkBands(step.bands, scheme.tolerances, [...path, 'bands']),
      ];
    case 'mark':
      return checkMark(step, scheme, path);
    case 'axes':
      return checkTable(step, scheme, axis, path);
    case 'text':
    case 'grade':
      return [];
  }
};

/** Steps of one case: all they name exists, each can be reached, and the last decides. */
export const checkSteps = (
  steps: readonly Step[],
  scheme: JudgementScheme,
  axis: Axis,
  path: Problem['path'],
): readonly Problem[] => {
  if (steps.length === 0) return [errorAt('steps-none', path)];
  const grades = axis.grades.map(({ key }) => key);
  return steps.flatMap((step, at) => {
    const place = [...path, at];
    const before = steps[at - 1];
    const isLast = at === steps.length - 1;
    return [
      ...(before !== undefined && !mayGoOn(before) ? [errorAt('step-unreachable', place)] : []),
      ...checkReferences(step, scheme, axis, place),
      ...givenBy(step).flatMap(({ give, path: within }) => {
        if (give === 'next') return isLast ? [errorAt('step-last-next', [...place, ...within])] : [];
        return grades.includes(give)
          ? []
          : [errorAt('grade-unknown', [...place, ...within], { grade: give, grades })];
      }),
    ];
  });
};
