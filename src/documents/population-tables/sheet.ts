/** A cell as read: text is trimmed, '' where there is nothing. */
export type SheetCell = string | number;

export interface Sheet {
  /** '' of a CSV */
  readonly name: string;
  /** Row 0 is the spreadsheet's row 1. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** 非表示のシート: the person does not see it */
  readonly isHidden?: boolean;
}

/** What was in the file, before anybody asks what it means. */
export interface SheetFile {
  /** Name the person knows it by. */
  readonly file: string;
  readonly encoding: string;
  readonly sheets: readonly Sheet[];
}

/** 0 → A, 25 → Z, 26 → AA. */
export const columnLetters = (column: number): string =>
  (column < 26 ? '' : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

export const cellAt = (sheet: Sheet, row: number, column: number): SheetCell =>
  sheet.rows[row]?.[column] ?? '';

/** ['人口.xlsx', 'シート「Sheet1」', 'F13'], of a CSV ['人口.csv', '13行目', '0-4歳の男性']. */
export const placeOf = (
  file: string,
  sheet: Sheet,
  row: number,
  column: number,
  heading: string,
): readonly string[] =>
  sheet.name === ''
    ? [file, `${row + 1}行目`, heading === '' ? `${columnLetters(column)}列` : heading]
    : [
        file,
        `シート「${sheet.name}」`,
        `${columnLetters(column)}${row + 1}${heading === '' ? '' : `（${heading}）`}`,
      ];
