import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { storedLabel } from './age-chain.ts';
import { readCellNumber } from './cell-number.ts';
import type { FigureColumn, SheetColumns } from './columns.ts';
import type { Figure } from './figure.ts';
import { wholeTownWords } from './heading-words.data.ts';
import { type Heading, plainText, readHeading, type SexOfFigure, yearOf } from './read-heading.ts';
import type { TownOfFile } from './recognised.ts';
import { cellAt, placeOf, type Sheet, type SheetCell } from './sheet.ts';
import { dateOfCell } from './table-dates.ts';
import { ownerOfRow } from './town-rows.ts';

export interface FiguresOfSheet {
  readonly figures: readonly Figure[];
  readonly problems: readonly Problem[];
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

export interface SheetContext {
  readonly file: string;
  readonly town: TownOfFile;
  /** Of the whole sheet, where neither row nor column says a day */
  readonly date: string | null;
  readonly monthDay: string;
}

const mostOthers = 5;

const areaOf = (
  sheet: Sheet,
  row: number,
  { rowColumns }: SheetColumns,
  town: TownOfFile,
): { readonly areaKey: string; readonly areaName: string } => {
  const textIn = (column: number | undefined): string =>
    column === undefined ? '' : String(cellAt(sheet, row, column)).trim();
  const name = textIn(rowColumns.get('area-name'));
  const code = textIn(rowColumns.get('district-code'));
  const plain = plainText(name);
  const isWhole =
    (plain === '' && code === '') || wholeTownWords.includes(plain) || plain === plainText(town.name);
  return isWhole ? { areaKey: '', areaName: town.name } : { areaKey: code || plain, areaName: name || code };
};

/** What a figure counts, from its column and the label of its row; null: nothing that is kept. */
const whatOf = (column: FigureColumn, label: Heading | null): Figure['what'] | null => {
  if (column.figure === 'households' || column.figure === 'unknown') return column.figure;
  if (column.age !== null) return column.age;
  if (label === null) return 'total';
  if (label.isLeftOut || label.figure === 'count') return null;
  if (label.figure === 'households' || label.figure === 'unknown') return label.figure;
  return label.age ?? (label.figure === 'total' || label.sex !== null ? 'total' : null);
};

const sexOf = (...said: readonly (SexOfFigure | null | undefined)[]): SexOfFigure =>
  said.find((sex) => sex === 'male' || sex === 'female') ?? 'both';

/** シートの行を数に読む: each cell with area, day, sex and age. Wrong cells are named; the others are read on. */
export const readFigures = (
  sheet: Sheet,
  columns: SheetColumns,
  firstRow: number,
  { file, town, date: dateOfSheet, monthDay }: SheetContext,
): FiguresOfSheet => {
  const figures: Figure[] = [];
  const problems: Problem[] = [];
  const others = new Set<string>();
  let [rows, otherRows, dashes, yearsOnly] = [0, 0, 0, false];
  let section: SexOfFigure | null = null;
  const at = (row: number, column: number, heading: string) => placeOf(file, sheet, row, column, heading);
  const { rowColumns } = columns;
  const owner = { code: rowColumns.get('code'), name: rowColumns.get('town-name') };
  const cellIn = (row: number, column: number | undefined): SheetCell =>
    column === undefined ? '' : cellAt(sheet, row, column);

  const dayOf = (row: number, year: number | null): string | null => {
    const dateCell = cellIn(row, rowColumns.get('date'));
    if (plainText(dateCell) !== '') {
      const read = dateOfCell(dateCell);
      if (read === null)
        problems.push(
          errorAt('population-file-date-unread', at(row, rowColumns.get('date') ?? 0, '基準日'), {
            text: String(dateCell).slice(0, 40),
          }),
        );
      return read;
    }
    const yearCell = plainText(cellIn(row, rowColumns.get('year')));
    const stated =
      year ??
      (yearCell === '' ? null : (yearOf(yearCell) ?? (/^\d{4}$/u.test(yearCell) ? Number(yearCell) : null)));
    const whole = stated === null ? dateOfCell(yearCell) : null;
    if (whole !== null) return whole;
    if (stated === null && yearCell !== '') {
      problems.push(
        errorAt('population-file-year-unread', at(row, rowColumns.get('year') ?? 0, '年'), {
          text: yearCell.slice(0, 40),
        }),
      );
      return null;
    }
    if (stated === null) {
      if (dateOfSheet === null) problems.push(errorAt('population-file-date-missing', [file]));
      return dateOfSheet;
    }
    if (dateOfSheet?.startsWith(String(stated)) === true) return dateOfSheet;
    yearsOnly = true;
    return `${stated}-${monthDay}`;
  };

  for (let row = firstRow; row < sheet.rows.length; row++) {
    const cells = columns.figures.map(({ column }) => readCellNumber(cellAt(sheet, row, column)));
    const label = (column: number | null): Heading | null =>
      column === null ? null : readHeading(cellAt(sheet, row, column));
    const first = columns.ageColumns[0];
    if (cells.every(({ kind }) => kind === 'missing' || kind === 'text')) {
      // A row with a word of sex and no figures begins a part of the table.
      const said = first === undefined ? null : readHeading(cellAt(sheet, row, first));
      if (said !== null && said.sex !== null && said.age === null) section = said.sex;
      const isHeader = columns.figures.some(
        ({ column, heading }) => plainText(cellAt(sheet, row, column)) === heading && heading !== '',
      );
      const isRemark =
        cells.every(({ kind }) => kind === 'missing') ||
        isHeader ||
        ownerOfRow(sheet, row, owner, town) !== 'ours';
      if (isRemark) continue;
    }
    const whose = ownerOfRow(sheet, row, owner, town);
    if (whose === 'other') {
      otherRows++;
      const name = [owner.code, owner.name]
        .map((column) => plainText(cellIn(row, column)))
        .join(' ')
        .trim();
      if (others.size < mostOthers) others.add(name);
      continue;
    }
    if (whose === 'unknown' && (owner.code !== undefined || owner.name !== undefined)) continue;
    rows++;
    const sexCell = cellIn(row, rowColumns.get('sex'));
    const rowSex = plainText(sexCell) === '' ? null : readHeading(sexCell);
    if (rowSex !== null && rowSex.sex === null && rowSex.figure !== 'total') {
      problems.push(
        errorAt('population-file-sex-unread', at(row, rowColumns.get('sex') ?? 0, '性別'), {
          text: String(sexCell).slice(0, 40),
        }),
      );
      continue;
    }
    const area = areaOf(sheet, row, columns, town);
    for (const [index, column] of columns.figures.entries()) {
      const labelled = label(column.ageColumn);
      const what = whatOf(column, labelled);
      if (what === null) continue;
      const place = at(row, column.column, column.heading);
      const cell = cells[index] ?? { kind: 'missing' };
      if (cell.kind === 'missing') {
        // A total that is not told is added up; an age that is not told is nowhere else.
        if (typeof what === 'object')
          problems.push(errorAt('population-file-cell-missing', place, { age: storedLabel(what) }));
        continue;
      }
      if (cell.kind === 'text') {
        problems.push(
          errorAt('population-file-cell-unread', place, {
            text: String(cellAt(sheet, row, column.column)).slice(0, 40),
          }),
        );
        continue;
      }
      if (cell.kind === 'number' && cell.value < 0) {
        problems.push(errorAt('population-file-cell-negative', place, { value: cell.value }));
        continue;
      }
      if (cell.kind === 'number' && cell.isDash) dashes++;
      const date = dayOf(row, column.year);
      if (date === null) break;
      figures.push({
        ...area,
        date,
        sex: sexOf(column.sex, rowSex?.sex, labelled?.sex, section),
        what,
        value: cell.kind === 'withheld' ? null : cell.value,
        place: { sheet, row, column: column.column, heading: column.heading },
      });
    }
  }
  return { figures, problems: once(problems), rows, otherRows, others: [...others], dashes, yearsOnly };
};

/** A problem of the whole file is said once. */
const once = (problems: readonly Problem[]): readonly Problem[] => {
  const said = new Set<string>();
  return problems.filter(({ code, path }) => {
    const key = `${code} ${path.join(' ')}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
};
