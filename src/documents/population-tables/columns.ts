import type { AgeGroup } from '../../domain/demography/age-groups.ts';
import { type HeaderRows, headingCells } from './find-header.ts';
import type { RowColumn } from './heading-words.data.ts';
import { type Heading, plainText, readHeading, type SexOfFigure } from './read-heading.ts';
import { cellAt, type Sheet, type SheetCell } from './sheet.ts';

/** A column of persons or households. */
export interface FigureColumn {
  readonly column: number;
  /** As the file writes it: the texts of its rows, joined */
  readonly heading: string;
  readonly sex: SexOfFigure | null;
  readonly age: AgeGroup | null;
  readonly figure: NonNullable<Heading['figure']> | null;
  readonly year: number | null;
  /** Where the ages of its rows stand; null: no column of ages to the left */
  readonly ageColumn: number | null;
}

export interface SheetColumns {
  readonly rowColumns: ReadonlyMap<RowColumn, number>;
  /** Columns of ages: one a block, or none */
  readonly ageColumns: readonly number[];
  readonly figures: readonly FigureColumn[];
  /** Headings of columns that are not read */
  readonly leftOut: readonly { readonly column: number; readonly heading: string }[];
}

const widthOf = (sheet: Sheet, { to }: HeaderRows): number =>
  sheet.rows.slice(0, to + 3).reduce((widest, row) => Math.max(widest, row.length), 0);

/** Rows that are looked at to see whether a column holds ages. */
const lookedAt = 40;

/** A column of labels: ages of their own heading, or ages and totals one below the other. */
const holdsAges = (sheet: Sheet, { to }: HeaderRows, column: number): boolean => {
  const texts = Array.from({ length: lookedAt }, (_, index) => cellAt(sheet, to + index, column)).filter(
    (cell): cell is string => typeof cell === 'string' && cell !== '',
  );
  const ages = texts.filter((text) => /歳|[-~～〜+]|以上/u.test(text) && readHeading(text).age !== null);
  return ages.length >= 3 && ages.length * 2 >= texts.length;
};

/**
 * What stands above a column: its own cells, and of the upper rows the nearest text to the left where its own cell is
 * empty — a heading over several columns is written once.
 */
const stackOf = (sheet: Sheet, rows: HeaderRows, column: number): readonly Heading[] => {
  const own = headingCells(sheet, rows, column);
  const last = own.findLastIndex((cell) => cell !== '');
  return own.flatMap((cell, index): Heading[] => {
    if (cell !== '') return [readHeading(cell)];
    // A row with one text only is a title, not a heading over columns; below the last own cell nothing is missing.
    const row = sheet.rows[rows.from + index] ?? [];
    if (index > last || row.filter((each) => each !== '').length < 2) return [];
    for (let left = column - 1; left >= 0; left--) {
      const text = cellAt(sheet, rows.from + index, left);
      if (text === '') continue;
      const heading = readHeading(text);
      return heading.rowColumn === null ? [heading] : [];
    }
    return [];
  });
};

type Combined = Pick<FigureColumn, 'sex' | 'age' | 'figure' | 'year'>;

const combined = (stack: readonly Heading[]): Combined | null => {
  if (stack.some(({ isLeftOut }) => isLeftOut)) return null;
  const pick = <K extends 'sex' | 'age' | 'year'>(key: K): Heading[K] | null =>
    stack.findLast((heading) => heading[key] !== null)?.[key] ?? null;
  const told = stack.map(({ figure }) => figure).filter((figure) => figure !== null);
  const age = pick('age');
  const sex = stack.find((heading) => heading.sex === 'male' || heading.sex === 'female')?.sex ?? pick('sex');
  const isBoth = sex === null && told.includes('total');
  const figure =
    (['unknown', 'households', 'total', 'count'] as const).find((kind) => told.includes(kind)) ?? null;
  const year = pick('year');
  if (sex === null && age === null && figure === null && year === null) return null;
  // Above ages 総数 means both sexes.
  return {
    sex: isBoth ? 'both' : sex,
    age,
    figure: age !== null || (year !== null && figure === 'total') ? null : figure,
    year,
  };
};

/** Numbers as headings are single ages where they count up from 0, and years elsewhere. */
const numbersAsAges = (sheet: Sheet, rows: HeaderRows): Sheet => {
  const changed = sheet.rows.slice(0, rows.to).map((cells) => {
    const numbers = cells.filter((cell) => /^\d{1,3}$/u.test(String(cell)));
    return numbers.length >= 10 && numbers.every((cell, index) => Number(cell) === index)
      ? cells.map((cell) => (/^\d{1,3}$/u.test(String(cell)) ? `${cell}歳` : cell))
      : cells;
  });
  return { ...sheet, rows: [...changed, ...sheet.rows.slice(rows.to)] };
};

/** 男女計・男・女 may stand over the ages of a block, not over its figures. */
const sexAbove = (sheet: Sheet, rows: HeaderRows, ageColumn: number | null): SexOfFigure | null =>
  ageColumn === null ? null : (combined(stackOf(sheet, rows, ageColumn))?.sex ?? null);

/** What the column says of its rows; nothing where a heading over several columns stands above one of them: 年齢 above 0-4歳. */
const rowColumnOf = (own: readonly SheetCell[]): RowColumn | undefined => {
  const headings = own.map(readHeading);
  const lowest = headings.at(-1);
  return lowest !== undefined && (lowest.age !== null || lowest.sex !== null || lowest.year !== null)
    ? undefined
    : headings.flatMap(({ rowColumn }) => rowColumn ?? [])[0];
};

/** 列の意味を見出しから読む. A heading not understood is listed, and its column is left. */
export const readColumns = (given: Sheet, rows: HeaderRows): SheetColumns => {
  const sheet = numbersAsAges(given, rows);
  const rowColumns = new Map<RowColumn, number>();
  const ageColumns: number[] = [];
  const figures: FigureColumn[] = [];
  const leftOut: { column: number; heading: string }[] = [];
  for (let column = 0; column < widthOf(sheet, rows); column++) {
    const own = headingCells(sheet, rows, column).filter((cell) => cell !== '');
    const heading = own.map(plainText).join('・');
    const named = rowColumnOf(own);
    if (named === 'age' || (named === undefined && holdsAges(sheet, rows, column))) ageColumns.push(column);
    else if (named !== undefined) {
      if (rowColumns.has(named)) leftOut.push({ column, heading });
      else rowColumns.set(named, column);
    } else if (own.length > 0) {
      const meaning = combined(stackOf(sheet, rows, column));
      if (meaning === null) leftOut.push({ column, heading });
      else figures.push({ column, heading, ...meaning, ageColumn: ageColumns.at(-1) ?? null });
    }
  }
  // One column of ages is for all figures, on whichever side it stands; of several each has those to its right.
  const [only] = ageColumns.length === 1 ? ageColumns : [];
  return {
    rowColumns,
    ageColumns,
    figures: figures.map((column) => {
      const ageColumn = only ?? column.ageColumn;
      return { ...column, ageColumn, sex: column.sex ?? sexAbove(sheet, rows, ageColumn) };
    }),
    leftOut,
  };
};
