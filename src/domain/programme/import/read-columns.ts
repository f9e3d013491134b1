import { errorAt, type Problem, warningAt } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { MeasureKind } from '../programme.ts';
import {
  amountFields,
  type ColumnField,
  columnNames,
  type MeasurePart,
  measureParts,
} from './column-names.data.ts';
import type { AmountUnit } from './read-figure.ts';

/** What a column of the file is for. */
export type Column =
  | { readonly is: 'field'; readonly field: ColumnField; readonly unit: AmountUnit }
  | { readonly is: 'measure'; readonly kind: MeasureKind; readonly nth: number; readonly part: MeasurePart };

export interface PlacedColumn {
  readonly at: number;
  /** Heading in the file. */
  readonly heading: string;
  readonly column: Column;
}

export interface ReadColumns {
  readonly columns: readonly PlacedColumn[];
  readonly warnings: readonly Problem[];
}

/** 列の対応: heading in the file → heading of ours; '無視' for a column that is not to be read. */
export type ColumnMapping = Readonly<Record<string, string>>;

export const ignored = '無視';

const bare = (heading: string): string => heading.normalize('NFKC').replace(/[\s_・･:()[\]【】「」]/gu, '');

const units: readonly (readonly [RegExp, AmountUnit])[] = [
  [/百万円$/u, 1_000_000],
  [/千円$/u, 1000],
  [/円$/u, 1],
];

const fields = new Map<string, ColumnField>(
  (Object.keys(columnNames) as ColumnField[]).flatMap((field) =>
    [columnNames[field].heading, ...columnNames[field].also].map((name) => [bare(name), field] as const),
  ),
);

const parts = new Map<string, MeasurePart>(
  (Object.keys(measureParts) as MeasurePart[]).flatMap((part) =>
    [measureParts[part].heading, ...measureParts[part].also].map((name) => [name, part] as const),
  ),
);

const measureColumn = (name: string): Column | null => {
  const match =
    /^(活動|成果)指標(名称|名|単位|目標値|目標|計画値|実績値|実績|値|指標キー)?(\d{0,2})(.*)$/u.exec(name);
  if (match === null) return null;
  const [, kind, before = '', nth = '', after = ''] = match;
  const part = parts.get(before === '' ? after : before);
  if (part === undefined || (before !== '' && after !== '')) return null;
  return {
    is: 'measure',
    kind: kind === '活動' ? 'output' : 'outcome',
    nth: nth === '' ? 1 : Number(nth),
    part,
  };
};

/** What a heading means here; null where nobody knows. */
export const columnOf = (heading: string): Column | null => {
  const name = bare(heading);
  const measure = measureColumn(name);
  if (measure !== null) return measure;
  const plain = fields.get(name);
  if (plain !== undefined) return { is: 'field', field: plain, unit: 1000 };
  for (const [end, unit] of units) {
    const field = fields.get(name.replace(end, ''));
    if (end.test(name) && field !== undefined && amountFields.has(field)) return { is: 'field', field, unit };
  }
  return null;
};

/** The same column twice is the same text here. */
const identity = (column: Column): string =>
  column.is === 'field' ? column.field : `${column.kind} ${column.nth} ${column.part}`;

/** What each column is for. Without a name of the programme nothing can be read. */
export const readColumns = (
  header: readonly string[],
  mapping: ColumnMapping,
): Result<ReadColumns, readonly Problem[]> => {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const [from, to] of Object.entries(mapping)) {
    if (!header.includes(from))
      problems.push(errorAt('map-column-missing', ['1行目', from], { column: from }));
    if (to !== ignored && columnOf(to) === null)
      problems.push(errorAt('map-field-unknown', ['1行目', from], { field: to.slice(0, 40) }));
  }
  const seen = new Map<string, string>();
  const columns: PlacedColumn[] = [];
  for (const [at, heading] of header.entries()) {
    const meant = mapping[heading] ?? heading;
    if (heading === '' || meant === ignored) continue;
    const column = columnOf(meant);
    if (column === null) {
      if (mapping[heading] === undefined)
        warnings.push(
          warningAt('programme-column-ignored', ['1行目', heading], { column: heading.slice(0, 40) }),
        );
      continue;
    }
    const first = seen.get(identity(column));
    if (first !== undefined)
      problems.push(errorAt('programme-column-twice', ['1行目', heading], { column: heading, first }));
    seen.set(identity(column), heading);
    columns.push({ at, heading, column });
  }
  if (!seen.has('name'))
    problems.push(errorAt('csv.column-missing', ['1行目', '事業名'], { column: '事業名' }));
  return problems.length === 0 ? ok({ columns, warnings }) : refuse(problems);
};
