import type { TypedValue } from '../decide-values.ts';
import type { Indicator } from '../indicator.ts';
import type { MissingReason } from '../missing-reason.ts';
import { parseFigure } from '../parse-figure.ts';

/** Words towns write where a figure should stand, and the reason each of them gives. */
const reasonWords: Readonly<Record<string, MissingReason>> = {
  未到来: 'not-yet-due',
  未公表: 'not-yet-due',
  未確定: 'not-yet-due',
  集計中: 'not-yet-due',
  調査中: 'not-yet-due',
  公表前: 'not-yet-due',
  未実施: 'not-surveyed',
  調査なし: 'not-surveyed',
  調査未実施: 'not-surveyed',
  調査年度外: 'not-surveyed',
  調査のない年: 'not-surveyed',
  測定不能: 'not-measurable',
  測定できない: 'not-measurable',
  測定不可: 'not-measurable',
  把握不可: 'not-measurable',
  廃止: 'discontinued',
  終了: 'discontinued',
  '廃止(終了)': 'discontinued',
  事業終了: 'discontinued',
  定義変更: 'definition-changed',
  秘匿: 'suppressed',
  非公表: 'suppressed',
  x: 'suppressed',
  概数: 'approximate-only',
  概数のみ: 'approximate-only',
};

export type TypedCell = Pick<TypedValue, 'figure' | 'text' | 'missing'>;

/** A dash says that there is no figure and leaves open why. */
const dash = /^[‐‑‒–—―ー−－ｰ-]+$/u;
export const isDash = (typed: string): boolean => dash.test(typed.trim());

/**
 * What was typed into the one cell of a figure: a number, a milestone in words, or a word that gives the reason
 * why there is none. `missing` is the reason chosen beside it, one of `missingReasons` or its name, or ''.
 */
export const typedCell = (
  indicator: Pick<Indicator, 'direction'>,
  typed: string,
  missing: string,
): TypedCell => {
  const word = typed.normalize('NFKC').trim();
  const plain = word.toLowerCase();
  const chosen = missing.trim();
  // A dash beside a reason says the same thing twice.
  if (isDash(typed)) return { figure: chosen === '' ? word : '', text: '', missing: chosen };
  const meant = Object.hasOwn(reasonWords, plain) ? reasonWords[plain] : undefined;
  if (meant !== undefined && (chosen === '' || chosen === meant))
    return { figure: '', text: '', missing: meant };
  const isNumber = word !== '' && parseFigure(word, []).ok;
  return indicator.direction === 'milestone' && !isNumber
    ? { figure: '', text: word, missing: chosen }
    : { figure: typed, text: '', missing: chosen };
};
