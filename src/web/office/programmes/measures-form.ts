import { measureMark, type TypedMeasure } from '../../../app/programme/save-measures.ts';
import type { LoadedMeasure } from '../../../db/read-programme-measures.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../domain/kernel/result.ts';
import { plainText, readNumber } from '../../../domain/programme/import/read-figure.ts';
import { measureKinds, programmeMissingReasons } from '../../../domain/programme/programme.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { entriesOfRows, isBlankRow, rowsOf } from '../forms/rows.ts';

export const measureRowFields = [
  'key',
  'seen',
  'remove',
  'kind',
  'name',
  'unit',
  'direction',
  'indicatorKey',
  'target',
  'actual',
  'missing',
] as const;

/** Empty rows to fill below those there are. */
export const spareRows = 3;

export const measureEntries = (measures: readonly LoadedMeasure[], fiscalYear: number): Entries =>
  entriesOfRows(
    'measures',
    measures.map((measure) => {
      const figure = measure.years.find((year) => year.fiscalYear === fiscalYear);
      return {
        key: measure.measureKey,
        seen: measureMark(measure, fiscalYear),
        remove: '',
        kind: measure.kind,
        name: measure.name,
        unit: measure.unit,
        direction: measure.direction,
        indicatorKey: measure.indicatorKey ?? '',
        target: figure?.target ?? '',
        actual: figure?.actual ?? figure?.actualText ?? '',
        missing: figure?.missing ?? '',
      };
    }),
  );

/** Rows of the form; one nothing was typed into is none. A figure is a number, words or a reason, and only one of them. */
export const readMeasureRows = (form: Form): Result<readonly TypedMeasure[], readonly Problem[]> => {
  const problems: Problem[] = [];
  const rows = rowsOf(form, 'measures', measureRowFields).flatMap((row, index): readonly TypedMeasure[] => {
    if (row.key === '' && isBlankRow(row, ['kind', 'direction', 'missing', 'seen'])) return [];
    const removed = row.remove === 'yes';
    const targetText = plainText(row.target);
    const target = targetText === '' ? null : readNumber(targetText);
    if (targetText !== '' && target === null && !removed)
      problems.push(
        errorAt('measure-number-wrong', ['measures', index, 'target'], { text: row.target.slice(0, 40) }),
      );
    const text = row.actual.trim();
    const actual = text === '' ? null : readNumber(text);
    const missing = programmeMissingReasons.find((reason) => reason === row.missing) ?? null;
    if (text !== '' && missing !== null && !removed)
      problems.push(errorAt('measure-two-figures', ['measures', index, 'actual']));
    return [
      {
        measureKey: row.key === '' ? null : row.key,
        seen: row.seen,
        removed,
        measure: {
          kind: measureKinds.find((kind) => kind === row.kind) ?? 'outcome',
          name: row.name.trim(),
          unit: row.unit.trim(),
          direction: row.direction === 'up' || row.direction === 'down' ? row.direction : 'none',
          indicatorKey: row.indicatorKey === '' ? null : row.indicatorKey,
        },
        figure: { target, actual, actualText: actual === null && text !== '' ? text : null, missing },
      },
    ];
  });
  return problems.length === 0 ? ok(rows) : refuse(problems);
};
