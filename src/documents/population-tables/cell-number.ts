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
const number = /^[△▲-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/iu;

/** 人数の欄を読む: 1,234 and １２３４人 too; 「-」 is nobody, as official statistics write it. △ stands before what is below zero. */
export const readCellNumber = (cell: SheetCell): CellNumber => {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? { kind: 'number', value: cell, isDash: false } : { kind: 'text' };
  const text = cell.normalize('NFKC').replaceAll(/[,\s]/gu, '').replace(/人$/u, '');
  if (text === '') return { kind: 'missing' };
  if (dash.test(text)) return { kind: 'number', value: 0, isDash: true };
  if (withheld.test(text)) return { kind: 'withheld' };
  if (!number.test(text.replace('−', '-'))) return { kind: 'text' };
  return { kind: 'number', value: Number(text.replace(/[△▲−]/u, '-')), isDash: false };
};
