import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { storedLabel } from './age-chain.ts';
import { type CellNumber, readCellNumber } from './cell-number.ts';
import type { FigureColumn, SheetColumns } from './columns.ts';
import type { Figure } from './figure.ts';
import { type RowColumn, wholeTownWords } from './heading-words.data.ts';
import { type Heading, plainText, readHeading, type SexOfFigure } from './read-heading.ts';
import type { TownOfFile } from './recognised.ts';
import { type DayContext, dayOfRow } from './row-day.ts';
import { cellAt, placeOf, type Sheet } from './sheet.ts';

export interface RowContext extends DayContext {
  readonly town: TownOfFile;
  /** Sex a line above this part of the table has said; null: none did */
  readonly section: SexOfFigure | null;
}

/** A row whose cells have no place in a table: what they would have gone into cannot be added up. */
export interface LostRow {
  readonly areaKey: string;
  /** null: of any day */
  readonly date: string | null;
}

export interface RowReading {
  /** Wrong cells too: they keep their places, and sums without them are checked */
  readonly figures: readonly Figure[];
  readonly problems: readonly Problem[];
  readonly lost: LostRow | null;
  /** Cells with 「-」, read as nobody */
  readonly dashes: number;
  readonly isYearOnly: boolean;
}

/** 地域階層レベル of the census: 1 the town, 2 町・字, 3 the sum of the 丁目 of one 町, 4 字・丁目. */
const [townLevel, sumLevel] = ['1', '3'];

const areaLevelOf = (sheet: Sheet, row: number, rowColumns: SheetColumns['rowColumns']): string | null => {
  const column = rowColumns.get('area-level');
  return column === undefined ? null : plainText(cellAt(sheet, row, column));
};

/** 大字・町の合計の行: its parts stand below it, and would be counted twice. */
export const isSumOfAreas = (sheet: Sheet, row: number, { rowColumns }: SheetColumns): boolean =>
  areaLevelOf(sheet, row, rowColumns) === sumLevel;

const areaOf = (
  sheet: Sheet,
  row: number,
  { rowColumns }: SheetColumns,
  town: TownOfFile,
): Pick<Figure, 'areaKey' | 'areaName'> => {
  const textIn = (kind: RowColumn): string => {
    const column = rowColumns.get(kind);
    const text = column === undefined ? '' : String(cellAt(sheet, row, column)).trim();
    return /^[-‐–—―－]+$/u.test(text) ? '' : text;
  };
  const name = textIn('area-name') + textIn('area-part');
  const code = textIn('district-code');
  const plain = plainText(name);
  const isWhole =
    (plain === '' && code === '') ||
    wholeTownWords.includes(plain) ||
    plain === plainText(town.name) ||
    areaLevelOf(sheet, row, rowColumns) === townLevel;
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

/** 男女の別の欄が空: a merged cell holds its text in its first row only; read as 男女計 it would lose a sex unseen. */
const lacksSex = (
  sheet: Sheet,
  row: number,
  { rowColumns, figures }: SheetColumns,
  section: SexOfFigure | null,
): boolean =>
  rowColumns.has('sex') &&
  section === null &&
  figures.every(
    ({ sex, ageColumn }) =>
      sex === null && (ageColumn === null || readHeading(cellAt(sheet, row, ageColumn)).sex === null),
  ) &&
  figures.some(({ column }) =>
    ['number', 'withheld'].includes(readCellNumber(cellAt(sheet, row, column)).kind),
  );

const sexOf = (...said: readonly (SexOfFigure | null | undefined)[]): SexOfFigure =>
  said.find((sex) => sex === 'male' || sex === 'female') ?? 'both';

/** What is wrong with a cell; null: it is a number, or withheld, or rightly empty. */
const problemOf = (
  cell: CellNumber,
  what: Figure['what'],
  text: string,
  placeIn: () => readonly string[],
) => {
  if (cell.kind === 'missing')
    // A total that is not told is added up; an age that is not told is nowhere else.
    return typeof what === 'object'
      ? errorAt('population-file-cell-missing', placeIn(), { age: storedLabel(what) })
      : null;
  if (cell.kind === 'text')
    return errorAt('population-file-cell-unread', placeIn(), { text: text.slice(0, 40) });
  return cell.kind === 'number' && cell.value < 0
    ? errorAt('population-file-cell-negative', placeIn(), { value: cell.value })
    : null;
};

/** 一行を読む: every cell of persons with area, day, sex and age. What is wrong is named; the rest is read on. */
export const readRow = (
  sheet: Sheet,
  row: number,
  columns: SheetColumns,
  context: RowContext,
): RowReading => {
  const { file, town, section } = context;
  const sexColumn = columns.rowColumns.get('sex');
  const sexCell = sexColumn === undefined ? '' : cellAt(sheet, row, sexColumn);
  const rowSex = plainText(sexCell) === '' ? null : readHeading(sexCell);
  const isUnread = rowSex !== null && rowSex.sex === null && rowSex.figure !== 'total';
  const area = areaOf(sheet, row, columns, town);
  if (isUnread || (rowSex === null && lacksSex(sheet, row, columns, section))) {
    const text = String(sexCell).slice(0, 40);
    const place = placeOf(file, sheet, row, sexColumn ?? 0, '性別');
    const code = isUnread ? 'population-file-sex-unread' : 'population-file-sex-missing';
    const hasYears = columns.figures.some(({ year }) => year !== null);
    return {
      figures: [],
      problems: [errorAt(code, place, { text })],
      lost: {
        areaKey: area.areaKey,
        date: hasYears ? null : dayOfRow(sheet, row, columns, null, context).date,
      },
      dashes: 0,
      isYearOnly: false,
    };
  }
  const figures: Figure[] = [];
  const problems: Problem[] = [];
  let lost: LostRow | null = null;
  let [dashes, isYearOnly] = [0, false];
  for (const column of columns.figures) {
    const label = column.ageColumn === null ? null : readHeading(cellAt(sheet, row, column.ageColumn));
    const what = whatOf(column, label);
    if (what === null) continue;
    const raw = cellAt(sheet, row, column.column);
    const cell = readCellNumber(raw);
    const wrong = problemOf(cell, what, String(raw), () =>
      placeOf(file, sheet, row, column.column, column.heading),
    );
    if (wrong !== null) problems.push(wrong);
    if (wrong === null && cell.kind === 'missing') continue;
    const day = dayOfRow(sheet, row, columns, column.year, context);
    if (day.date === null) {
      // Said once; the cells to the right are looked at all the same.
      if (lost === null) problems.push(day.problem);
      lost = { areaKey: area.areaKey, date: null };
      continue;
    }
    if (cell.kind === 'number' && cell.isDash) dashes++;
    isYearOnly ||= day.isYearOnly;
    figures.push({
      ...area,
      date: day.date,
      sex: sexOf(column.sex, rowSex?.sex, label?.sex, section),
      what,
      value: wrong === null && cell.kind === 'number' ? cell.value : null,
      isWrong: wrong !== null,
      place: { sheet, row, column: column.column, heading: column.heading },
    });
  }
  return { figures, problems, lost, dashes, isYearOnly };
};
