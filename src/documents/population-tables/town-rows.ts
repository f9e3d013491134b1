import { municipalityCheckDigit } from '../../domain/kernel/municipality-code.ts';
import { plainText } from './read-heading.ts';
import type { TownOfFile } from './recognised.ts';
import { cellAt, type Sheet, type SheetCell } from './sheet.ts';

/**
 * What a code may stand for, as five digits: 202151 with its check digit, 20215 without, 1100 and 011002 with a leading
 * zero a spreadsheet has taken away.
 */
export const codesMeant = (cell: SheetCell): readonly string[] => {
  const digits = plainText(cell);
  if (!/^\d{4,6}$/u.test(digits)) return [];
  const six = [digits, digits.padStart(6, '0')].filter(
    (code) => code.length === 6 && municipalityCheckDigit(code.slice(0, 5)) === code.slice(5),
  );
  const five = digits.length === 6 ? [] : [digits.padStart(5, '0')];
  return [...new Set([...six.map((code) => code.slice(0, 5)), ...five])];
};

/** The same town: 塩尻市, 長野県塩尻市, 東筑摩郡山形村 for 山形村. */
export const isNameOf = (cell: SheetCell, town: TownOfFile): boolean =>
  plainText(cell).endsWith(plainText(town.name));

/** 塩尻市 for a sheet named 20215_塩尻市; null: the name holds no code. */
export const codeOfSheetName = (name: string): string | null =>
  /^(\d{4,6})(?=[_\s-]|\D)/u.exec(name.normalize('NFKC'))?.[1] ?? (/^\d{4,6}$/u.test(name) ? name : null);

export type RowOwner = 'ours' | 'other' | 'unknown';

/** Whose row it is, by its code and its name; a name that speaks against a code wins: a code may be read two ways. */
export const ownerOfRow = (
  sheet: Sheet,
  row: number,
  columns: { readonly code: number | undefined; readonly name: number | undefined },
  town: TownOfFile,
): RowOwner => {
  const code = columns.code === undefined ? '' : cellAt(sheet, row, columns.code);
  const name = columns.name === undefined ? '' : cellAt(sheet, row, columns.name);
  const named = plainText(name) !== '' && !/^[-‐–—―]+$/u.test(plainText(name));
  if (plainText(code) === '') return named ? (isNameOf(name, town) ? 'ours' : 'other') : 'unknown';
  if (!codesMeant(code).includes(town.code5)) return 'other';
  return named && !isNameOf(name, town) ? 'other' : 'ours';
};
