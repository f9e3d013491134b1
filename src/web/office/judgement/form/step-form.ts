import type { Band, Bound, Step } from '../../../../domain/indicator/judgement/judgement-scheme.ts';
import { errorAt, type Problem } from '../../../../domain/kernel/problem.ts';
import { type Entries, entriesOfAll } from '../../forms/entries.ts';
import { entriesOfRows } from '../../forms/rows.ts';
import { type Branch, partOf, rowsOf, textOf } from './branch.ts';
import type { FieldReader } from './field-reader.ts';

type Path = Problem['path'];

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

/** 0.8, or +名前 / -名前 of a tolerance. */
export const boundText = (bound: Bound | null): string => {
  if (bound === null) return '';
  return typeof bound === 'string' ? bound : `${bound.sign}${bound.tolerance}`;
};

const bandFields = (band: Band): Readonly<Record<string, string>> => ({
  from: boundText(band.from),
  fromInclusive: yesNo(band.fromInclusive),
  to: boundText(band.to),
  toInclusive: yesNo(band.toInclusive),
  give: band.give,
});

export const stepEntries = (prefix: string, step: Step): Entries => {
  const field = (name: string, value: string | null): Entries => [[`${prefix}.${name}`, value ?? '']];
  const by = field('by', step.by);
  switch (step.by) {
    case 'measure':
      return [
        ...by,
        ...field('measure', step.measure),
        ...entriesOfRows(`${prefix}.bands`, step.bands.map(bandFields)),
        ...entriesOfRows(
          `${prefix}.without`,
          Object.entries(step.without).map(([reason, give]) => ({ reason, give })),
        ),
      ];
    case 'mark':
      return [
        ...by,
        ...field('mark', step.mark),
        ...entriesOfRows(
          `${prefix}.choices`,
          Object.entries(step.choices).map(([key, give]) => ({ key, give })),
        ),
        ...field('unmarked', step.unmarked),
      ];
    case 'text':
      return [
        ...by,
        ...entriesOfRows(
          `${prefix}.texts`,
          Object.entries(step.texts).map(([text, give]) => ({ text, give })),
        ),
        ...field('asTarget', step.asTarget),
        ...field('otherwise', step.otherwise),
      ];
    case 'axes':
      return [
        ...by,
        ...step.table.flatMap(
          (row, at): Entries => [
            ...Object.entries(row.axes).flatMap(([key, grades]) =>
              entriesOfAll(`${prefix}.table.${at}.axes.${key}`, grades),
            ),
            ...Object.entries(row.marks).flatMap(([key, choices]) =>
              entriesOfAll(`${prefix}.table.${at}.marks.${key}`, choices),
            ),
            [`${prefix}.table.${at}.give`, row.give],
          ],
        ),
        ...field('otherwise', step.otherwise),
      ];
    case 'grade':
      return [...by, ...field('give', step.give)];
  }
};

/** A typed bound; `undefined` where it cannot be read, with the problem told. */
export const readBound = (text: string, path: Path, reader: FieldReader): unknown => {
  const named = /^([+\-−])\s*([a-z][a-z0-9-]*)$/u.exec(text.normalize('NFKC').trim());
  if (named === null) return reader.figure(text, path);
  return { tolerance: named[2], sign: named[1] === '+' ? '+' : '-' };
};

const readBand = (row: Branch, path: Path, reader: FieldReader): unknown => ({
  from: readBound(textOf(row, 'from'), [...path, 'from'], reader),
  fromInclusive: textOf(row, 'fromInclusive') === 'yes',
  to: readBound(textOf(row, 'to'), [...path, 'to'], reader),
  toInclusive: textOf(row, 'toInclusive') === 'yes',
  give: reader.chosen(textOf(row, 'give'), [...path, 'give']),
});

const orNull = (text: string): string | null => (text === '' ? null : text);

const chosenOf = (branch: Branch): Record<string, readonly string[]> =>
  Object.fromEntries([...branch.parts].map(([key, { values }]) => [key, values]));

const readers: Readonly<Record<string, (row: Branch, path: Path, reader: FieldReader) => unknown>> = {
  measure: (row, path, reader) => ({
    by: 'measure',
    measure: reader.chosen(textOf(row, 'measure'), [...path, 'measure']),
    bands: rowsOf(row, 'bands').map((band, at) => readBand(band, [...path, 'bands', at], reader)),
    without: reader.table(
      rowsOf(row, 'without').map((each) => {
        const reason = textOf(each, 'reason');
        return [reason, reader.chosen(textOf(each, 'give'), [...path, 'without', reason])] as const;
      }),
      [...path, 'without'],
    ),
  }),
  mark: (row, path, reader) => ({
    by: 'mark',
    mark: reader.chosen(textOf(row, 'mark'), [...path, 'mark']),
    choices: reader.table(
      rowsOf(row, 'choices')
        // A choice nothing is chosen for is left to the check, which names it.
        .filter((each) => textOf(each, 'give') !== '')
        .map((each) => [textOf(each, 'key'), textOf(each, 'give')] as const),
      [...path, 'choices'],
    ),
    unmarked: orNull(textOf(row, 'unmarked')),
  }),
  text: (row, path, reader) => ({
    by: 'text',
    texts: reader.table(
      rowsOf(row, 'texts').map((each, at) => {
        const text = textOf(each, 'text').trim();
        if (text === '')
          reader.problems.push(errorAt('text-missing', [...path, 'texts', String(at), 'text']));
        return [text, reader.chosen(textOf(each, 'give'), [...path, 'texts', text])] as const;
      }),
      [...path, 'texts'],
    ),
    asTarget: orNull(textOf(row, 'asTarget')),
    otherwise: reader.chosen(textOf(row, 'otherwise'), [...path, 'otherwise']),
  }),
  axes: (row, path, reader) => ({
    by: 'axes',
    table: rowsOf(row, 'table').map((each, at) => ({
      axes: chosenOf(partOf(each, 'axes')),
      marks: chosenOf(partOf(each, 'marks')),
      give: reader.chosen(textOf(each, 'give'), [...path, 'table', at, 'give']),
    })),
    otherwise: orNull(textOf(row, 'otherwise')),
  }),
  grade: (row, path, reader) => ({
    by: 'grade',
    give: reader.chosen(textOf(row, 'give'), [...path, 'give']),
  }),
};

export const readStep = (row: Branch, path: Path, reader: FieldReader): unknown =>
  readers[textOf(row, 'by')]?.(row, path, reader) ?? { by: textOf(row, 'by') };
