import type { Problem } from '../../domain/kernel/problem.ts';
import { readCellNumber } from './cell-number.ts';
import type { SheetColumns } from './columns.ts';
import type { Figure } from './figure.ts';
import { plainText, readHeading, type SexOfFigure } from './read-heading.ts';
import { isSumOfAreas, type LostRow, type RowContext, readRow } from './read-row.ts';
import { cellAt, type Sheet } from './sheet.ts';
import { ownerOfRow } from './town-rows.ts';

export interface FiguresOfSheet {
  readonly figures: readonly Figure[];
  readonly problems: readonly Problem[];
  readonly lost: readonly LostRow[];
  /** Rows that were read, and rows of other towns */
  readonly rows: number;
  readonly otherRows: number;
  /** Names or codes of other towns, the first ones */
  readonly others: readonly string[];
  /** Cells with 「-」, read as nobody */
  readonly dashes: number;
  /** Years that were given the usual day of the year */
  readonly yearsOnly: boolean;
}

const mostOthers = 5;

/** A problem of the whole file is said once. */
const once = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [`${problem.code} ${problem.path.join(' ')}`, problem])).values(),
];

/** Headings again, further down. */
const repeatsHeader = (sheet: Sheet, row: number, { figures }: SheetColumns): boolean =>
  figures.some(({ column, heading }) => heading !== '' && plainText(cellAt(sheet, row, column)) === heading);

/** Whether the row says of when, where or whom its cells would be: units and remarks do not. */
const saysWhich = (sheet: Sheet, row: number, { rowColumns, ageColumns }: SheetColumns): boolean =>
  (['date', 'year', 'sex', 'area-name'] as const).some((kind) => {
    const column = rowColumns.get(kind);
    return column !== undefined && plainText(cellAt(sheet, row, column)) !== '';
  }) || ageColumns.some((column) => readHeading(cellAt(sheet, row, column)).age !== null);

/** シートの行を数に読む. Wrong cells are named; the others are read on. */
export const readFigures = (
  sheet: Sheet,
  columns: SheetColumns,
  firstRow: number,
  context: Omit<RowContext, 'section'>,
): FiguresOfSheet => {
  const { rowColumns } = columns;
  const owner = { code: rowColumns.get('code'), name: rowColumns.get('town-name') };
  const tellsOwner = owner.code !== undefined || owner.name !== undefined;
  const [labels] = columns.ageColumns;
  const figures: Figure[] = [];
  const problems: Problem[] = [];
  const lost: LostRow[] = [];
  const others = new Set<string>();
  let section: SexOfFigure | null = null;
  let [rows, otherRows, dashes, yearsOnly] = [0, 0, 0, false];
  for (let row = firstRow; row < sheet.rows.length; row++) {
    const kinds = columns.figures.map(({ column }) => readCellNumber(cellAt(sheet, row, column)).kind);
    const isEmpty = kinds.every((kind) => kind === 'missing');
    const hasFigures = kinds.some((kind) => kind === 'number' || kind === 'withheld');
    if (!hasFigures && labels !== undefined) {
      // A row with a word of sex and no figures begins a part of the table.
      const { sex, age } = readHeading(cellAt(sheet, row, labels));
      if (sex !== null && age === null) section = sex;
    }
    if (isEmpty || (!hasFigures && repeatsHeader(sheet, row, columns))) continue;
    const whose = ownerOfRow(sheet, row, owner, context.town);
    if (whose === 'other' && hasFigures) {
      otherRows++;
      const named = [owner.code, owner.name].map((column) =>
        column === undefined ? '' : plainText(cellAt(sheet, row, column)),
      );
      if (others.size < mostOthers) others.add(named.join(' ').trim());
    }
    // Remarks and sums of several towns have no owner.
    if (whose === 'other' || (whose === 'unknown' && tellsOwner)) continue;
    if (!hasFigures && !saysWhich(sheet, row, columns)) continue;
    if (isSumOfAreas(sheet, row, columns)) continue;
    rows++;
    const read = readRow(sheet, row, columns, { ...context, section });
    for (const figure of read.figures) figures.push(figure);
    problems.push(...read.problems);
    if (read.lost !== null) lost.push(read.lost);
    dashes += read.dashes;
    yearsOnly ||= read.isYearOnly;
  }
  return {
    figures,
    problems: once(problems),
    lost,
    rows,
    otherRows,
    others: [...others],
    dashes,
    yearsOnly,
  };
};
