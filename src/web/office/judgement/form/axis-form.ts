import { undefinedReasons } from '../../../../domain/indicator/judgement/judgement.ts';
import type { Axis, Grade } from '../../../../domain/indicator/judgement/judgement-scheme.ts';
import { missingReasons } from '../../../../domain/indicator/missing-reason.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { Entries } from '../../forms/entries.ts';
import { entriesOfRows } from '../../forms/rows.ts';
import { attributeEntries, readAttributes } from './attributes-form.ts';
import { type Branch, partOf, rowsOf, textOf } from './branch.ts';
import type { FieldReader } from './field-reader.ts';
import { readStep, stepEntries } from './step-form.ts';

const gradeFields = (grade: Grade): Readonly<Record<string, string>> => ({
  key: grade.key,
  label: grade.label,
  labelEn: grade.labelEn ?? '',
  symbol: grade.symbol,
  shape: grade.shape,
  class: grade.class,
  points: grade.points ?? '',
  meaning: grade.meaning,
});

/** 軸: its grades, whom which steps judge, and what a figure that is not there becomes. */
export const axisEntries = (axis: Axis, at: number): Entries => {
  const prefix = `axes.${at}`;
  return [
    [`${prefix}.axisKey`, axis.axisKey],
    [`${prefix}.name`, axis.name],
    [`${prefix}.nameEn`, axis.nameEn ?? ''],
    ...entriesOfRows(`${prefix}.grades`, axis.grades.map(gradeFields)),
    ...axis.cases.flatMap(
      (one, place): Entries => [
        ...attributeEntries(`${prefix}.cases.${place}.for`, one.for),
        ...one.steps.flatMap((step, nth) => stepEntries(`${prefix}.cases.${place}.steps.${nth}`, step)),
      ],
    ),
    ...undefinedReasons.map(
      (reason) => [`${prefix}.undefined.${reason}`, axis.undefined[reason] ?? ''] as const,
    ),
    ...missingReasons.map((reason) => [`${prefix}.missing.${reason}`, axis.missing[reason] ?? ''] as const),
  ];
};

const readGrade = (row: Branch, path: Problem['path'], reader: FieldReader): unknown => {
  const labelEn = textOf(row, 'labelEn').trim();
  return {
    key: textOf(row, 'key'),
    label: reader.title(textOf(row, 'label'), [...path, 'label']),
    ...(labelEn === '' ? {} : { labelEn }),
    symbol: textOf(row, 'symbol').trim(),
    shape: textOf(row, 'shape'),
    meaning: textOf(row, 'meaning').trim(),
    class: textOf(row, 'class'),
    points: reader.figure(textOf(row, 'points'), [...path, 'points']),
  };
};

const chosenOf = (branch: Branch): Record<string, string> =>
  Object.fromEntries(
    [...branch.parts].flatMap(([reason, { values }]) =>
      values[0] === undefined || values[0] === '' ? [] : [[reason, values[0]]],
    ),
  );

export const readAxis = (row: Branch, at: number, reader: FieldReader): unknown => {
  const path = ['axes', at] as const;
  const nameEn = textOf(row, 'nameEn').trim();
  return {
    axisKey: textOf(row, 'axisKey'),
    name: reader.title(textOf(row, 'name'), [...path, 'name']),
    ...(nameEn === '' ? {} : { nameEn }),
    grades: rowsOf(row, 'grades').map((grade, place) => readGrade(grade, [...path, 'grades', place], reader)),
    cases: rowsOf(row, 'cases').map((one, place) => ({
      for: readAttributes(partOf(one, 'for')),
      steps: rowsOf(one, 'steps').map((step, nth) =>
        readStep(step, [...path, 'cases', place, 'steps', nth], reader),
      ),
    })),
    undefined: chosenOf(partOf(row, 'undefined')),
    missing: chosenOf(partOf(row, 'missing')),
  };
};
