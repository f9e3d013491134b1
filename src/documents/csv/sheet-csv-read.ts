import type { IndicatorRecord } from '../../domain/indicator/collection/asked.ts';
import { decideRow, type TypedRow } from '../../domain/indicator/collection/decide-row.ts';
import { isUntouched, overwriteRow, shownRow } from '../../domain/indicator/collection/typed-row.ts';
import { formatFiscalYear, parseFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { decodeCsv } from './decode-csv.ts';
import { sheetCsvColumns, sheetCsvReadOnly } from './sheet-csv.ts';

/** What a spreadsheet would run got an apostrophe when it was written; it goes again. */
const unguarded = (cell: string): string => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '');

type Column = keyof typeof sheetCsvColumns;
const written = [
  'figure',
  'missing',
  'status',
  'asOf',
  'standardError',
  'sourceDocument',
  'sourcePlace',
  'note',
];

const columnOf = (heading: string): Column | null =>
  (Object.keys(sheetCsvColumns) as Column[]).find((column) => sheetCsvColumns[column] === heading) ?? null;

const headingProblems = (header: readonly string[]): readonly Problem[] => {
  const known = new Set<string>([...Object.values(sheetCsvColumns), ...sheetCsvReadOnly]);
  return [
    ...(['key', 'figure'] as const).flatMap((column) =>
      header.includes(sheetCsvColumns[column])
        ? []
        : [
            errorAt('csv.column-missing', ['1行目', sheetCsvColumns[column]], {
              column: sheetCsvColumns[column],
            }),
          ],
    ),
    ...header
      .filter((heading) => heading !== '' && !known.has(heading))
      .map((column) => errorAt('sheet-column-unknown', ['1行目', column], { column: column.slice(0, 40) })),
    ...header
      .filter((heading, at) => heading !== '' && header.indexOf(heading) !== at)
      .map((column) => errorAt('key-twice', ['1行目', column], { key: column })),
  ];
};

/**
 * The sheet's CSV, edited, as rows to be kept. UTF-8 or the Shift_JIS of Excel. Everything wrong is said at once,
 * each at ['3行目', '実績値']; a column the file does not have stays as it is stored.
 */
export const readSheetCsv = (
  bytes: Uint8Array,
  records: readonly IndicatorRecord[],
  fiscalYear: number,
): Result<readonly TypedRow[], readonly Problem[]> => {
  const table = decodeCsv(bytes);
  if (!table.ok) return table;
  const { header, rows } = table.value;
  const headings = headingProblems(header);
  if (headings.length > 0) return refuse(headings);
  if (rows.length === 0) return refuse([errorAt('sheet-rows-none', ['file'])]);
  const byKey = new Map(records.map((record) => [record.indicator.indicatorKey, record]));
  const columns = header.map(columnOf);
  const problems: Problem[] = [];
  const taken = new Map<string, number>();
  const typed = rows.flatMap(({ line, cells }): readonly TypedRow[] => {
    const cell = (column: Column): string | undefined => {
      const at = columns.indexOf(column);
      return at === -1 ? undefined : unguarded(cells[at] ?? '');
    };
    const at = (code: string, column: Column, params?: Problem['params']): void => {
      problems.push(errorAt(code, [`${line}行目`, sheetCsvColumns[column]], params));
    };
    // A comma in a note that stands in no quotation marks would lose what follows it.
    const beyond = cells.find((text, at) => text !== '' && (header[at] ?? '') === '');
    if (beyond !== undefined)
      problems.push(errorAt('sheet-cells-beyond', [`${line}行目`], { text: beyond.slice(0, 40) }));
    const yearText = cell('fiscalYear') ?? '';
    const year = yearText === '' ? ok(fiscalYear) : parseFiscalYear(yearText);
    if (!year.ok || year.value !== fiscalYear)
      at('sheet-year-other', 'fiscalYear', {
        text: yearText.slice(0, 40),
        year: formatFiscalYear(fiscalYear, 'wareki'),
      });
    const key = cell('key') ?? '';
    const record = byKey.get(key);
    if (record === undefined) {
      at('sheet-key-unknown', 'key', { key: key.slice(0, 60) });
      return [];
    }
    const first = taken.get(key);
    if (first !== undefined) at('sheet-two-values', 'figure', { first });
    taken.set(key, first ?? line);
    const shown = shownRow(record, fiscalYear);
    const given = Object.fromEntries(
      written.flatMap((column) => {
        const value = cell(column as Column);
        return value === undefined ? [] : [[column, value]];
      }),
    );
    const row = overwriteRow(shown, given);
    const decided = isUntouched(shown, row) ? ok(null) : decideRow(record, fiscalYear, row);
    if (!decided.ok)
      problems.push(
        ...decided.error.map((problem) => {
          const column = problem.path[1] as Column | undefined;
          return {
            ...problem,
            path: [
              `${line}行目`,
              ...(column === undefined ? [] : [sheetCsvColumns[column] ?? String(column)]),
            ],
          };
        }),
      );
    return [row];
  });
  return problems.length === 0 ? ok(typed) : refuse(problems);
};
