import type { JudgementScheme } from '../../../../domain/indicator/judgement/judgement-scheme.ts';
import type { Entries } from '../../forms/entries.ts';
import { entriesOfRows } from '../../forms/rows.ts';
import { attributeEntries, readAttributes } from './attributes-form.ts';
import { type Branch, partOf, rowsOf, textOf } from './branch.ts';
import type { FieldReader } from './field-reader.ts';

/** 公表する数値、人の印、許容の幅. */
export const markEntries = ({ publishedMeasures, marks, tolerances, onPath }: JudgementScheme): Entries => [
  ...entriesOfRows(
    'publishedMeasures',
    publishedMeasures.map(({ decimals, ...measure }) => ({
      ...measure,
      decimals: decimals === null ? '' : String(decimals),
    })),
  ),
  ['onPath.of', onPath.of],
  ['onPath.value', onPath.value],
  ...Object.entries(marks).flatMap(
    ([key, { name, choices }], at): Entries => [
      [`marks.${at}.key`, key],
      [`marks.${at}.name`, name],
      ...entriesOfRows(
        `marks.${at}.choices`,
        choices.map((choice) => ({ ...choice })),
      ),
    ],
  ),
  ...Object.entries(tolerances).flatMap(
    ([key, rows], at): Entries => [
      [`tolerances.${at}.key`, key],
      ...rows.flatMap(
        (row, place): Entries => [
          [`tolerances.${at}.rows.${place}.value`, row.value],
          ...attributeEntries(`tolerances.${at}.rows.${place}.for`, row.for),
        ],
      ),
    ],
  ),
];

const readPublished = (row: Branch, at: number, reader: FieldReader): unknown => ({
  measure: reader.chosen(textOf(row, 'measure'), ['publishedMeasures', at, 'measure']),
  name: reader.title(textOf(row, 'name'), ['publishedMeasures', at, 'name']),
  as: textOf(row, 'as'),
  decimals: reader.whole(textOf(row, 'decimals'), ['publishedMeasures', at, 'decimals'], 10),
  rounding: textOf(row, 'rounding'),
});

export const readMarkParts = (root: Branch, reader: FieldReader): Record<string, unknown> => ({
  publishedMeasures: rowsOf(root, 'publishedMeasures').map((row, at) => readPublished(row, at, reader)),
  onPath: {
    of: textOf(partOf(root, 'onPath'), 'of') || 'absolute',
    value: reader.figure(textOf(partOf(root, 'onPath'), 'value'), ['onPath', 'value']) ?? '0',
  },
  marks: reader.table(
    rowsOf(root, 'marks').map((row) => {
      const key = textOf(row, 'key');
      const choices = rowsOf(row, 'choices').map((choice, at) => ({
        key: textOf(choice, 'key'),
        label: reader.title(textOf(choice, 'label'), ['marks', key, 'choices', at, 'label']),
      }));
      return [key, { name: reader.title(textOf(row, 'name'), ['marks', key, 'name']), choices }] as const;
    }),
    ['marks'],
  ),
  tolerances: reader.table(
    rowsOf(root, 'tolerances').map((row) => {
      const key = textOf(row, 'key').normalize('NFKC').trim();
      const rows = rowsOf(row, 'rows').map((one, at) => ({
        for: readAttributes(partOf(one, 'for')),
        value: reader.given(textOf(one, 'value'), ['tolerances', key, at, 'value']),
      }));
      return [key, rows] as const;
    }),
    ['tolerances'],
  ),
});
