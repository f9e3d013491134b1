import type { SheetCell } from './sheet.ts';

export type CellNumber =
  | { readonly kind: 'number'; readonly value: number; readonly isDash: boolean }
  /** Nothing there */
  | { readonly kind: 'missing' }
  /** 秘匿: X, ***, … */
  | { readonly kind: 'withheld' }
  | { readonly kind: 'text' };

const dash = /^[-‐‑–—―−ー－]+$/u;
const withheld = /^(x|χ|\*+|…+|\.{2,}|‥+|秘匿?|非公表)$/iu;
/** More people than have ever lived on the earth at one time stand in no cell. */
const mostPersons = 1e10;
const digits = /^\d{1,10}$/;
const number = /^[△▲-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/iu;

const numberOrText = (value: number): CellNumber =>
  Math.abs(value) <= mostPersons ? { kind: 'number', value, isDash: false } : { kind: 'text' };

/** 人数の欄を読む: 1,234 and １２３４人 too; 「-」 is nobody, as official statistics write it. △ stands before what is below zero. */
export const readCellNumber = (cell: SheetCell): CellNumber => {
  if (typeof cell === 'number') return numberOrText(cell);
  // What nearly all cells of a long file are; the rest below knows them too.
  if (digits.test(cell)) return numberOrText(Number(cell));
  const text = cell.normalize('NFKC').replaceAll(/[,\s]/gu, '').replace(/人$/u, '');
  if (text === '') return { kind: 'missing' };
  if (dash.test(text)) return { kind: 'number', value: 0, isDash: true };
  if (withheld.test(text)) return { kind: 'withheld' };
  if (!number.test(text.replace('−', '-'))) return { kind: 'text' };
  return numberOrText(Number(text.replace(/[△▲−]/u, '-')));
};
