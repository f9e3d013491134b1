import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { ProgrammeMissingReason } from '../programme.ts';

/** What a cell of figures says. Exactly one of `actual`, `actualText`, `missing` is not null. */
export interface StatedFigure {
  readonly actual: string | null;
  readonly actualText: string | null;
  readonly missing: ProgrammeMissingReason | null;
  /** Nothing stands in the cell: a figure that is not entered yet stays so. */
  readonly blank: boolean;
}

/** Written for "nothing is stated here" in tables of towns. */
const notStated = new Set(['', '-', '‐', '−', 'ー', '―', '—', '–', '…', 'データなし', '記載なし']);
const otherReasons: ReadonlyMap<string, ProgrammeMissingReason> = new Map([
  ['未測定', 'not-measured'],
  ['測定なし', 'not-measured'],
  ['未調査', 'not-measured'],
  ['該当なし', 'not-applicable'],
  ['対象なし', 'not-applicable'],
]);

/** Full-width signs as half-width, blanks at the ends gone. */
export const plainText = (text: string): string => text.normalize('NFKC').trim();

/** "データなし", a dash or nothing: the source does not say it. */
export const isNotStated = (text: string): boolean => notStated.has(plainText(text));

/** The text, '' where the source does not say it. */
export const statedText = (text: string): string => (isNotStated(text) ? '' : text.trim());

const grouped = /^[-△▲−]?\d{1,3}(,\d{3})+(\.\d+)?$/u;
const plain = /^[-△▲−]?\d+(\.\d+)?$/u;

/** Decimal string of a number as towns write them; null for what is none. @example ' 2,637' // => '2637' */
export const readNumber = (text: string): string | null => {
  const typed = plainText(text);
  if (!plain.test(typed) && !grouped.test(typed)) return null;
  const digits = typed.replace(/[,△▲−-]/gu, '');
  const [whole = '', fraction] = digits.split('.');
  const short = whole.replace(/^0+(?=\d)/u, '');
  if (short.length > 15 || (fraction?.length ?? 0) > 10) return null;
  const number = fraction === undefined ? short : `${short}.${fraction}`;
  return /^[-△▲−]/u.test(typed) && /[1-9]/u.test(number) ? `-${number}` : number;
};

/** A figure of a measure: a number, words, or why there is none. */
export const readFigure = (text: string): StatedFigure => {
  const typed = plainText(text);
  const reason = isNotStated(typed) ? 'not-stated' : (otherReasons.get(typed) ?? null);
  if (reason !== null) return { actual: null, actualText: null, missing: reason, blank: typed === '' };
  const actual = readNumber(text);
  return { actual, actualText: actual === null ? text.trim() : null, missing: null, blank: false };
};

/** How many thousandths of a thousand yen one of the column's unit is: 円 1, 千円 1,000, 百万円 1,000,000. */
export type AmountUnit = 1 | 1000 | 1_000_000;

/** Largest amount taken: 9,007 billion yen is nobody's programme, but a slip of the keys. */
const largest = 9_007_199_254n;

/**
 * An amount as whole thousand yen; null where the source does not state it.
 * Refusals: 'amount-not-number', 'amount-not-whole' (not a whole thousand yen), 'amount-too-large'.
 */
export const readAmount = (text: string, unit: AmountUnit): Result<number | null, string> => {
  if (isNotStated(text)) return ok(null);
  const number = readNumber(text);
  if (number === null) return refuse('amount-not-number');
  const [whole = '0', fraction = ''] = number.replace('-', '').split('.');
  const places = fraction.replace(/0+$/u, '');
  const scaled = BigInt(`${whole}${places}`) * BigInt(unit);
  const divisor = 10n ** BigInt(places.length) * 1000n;
  if (scaled % divisor !== 0n) return refuse('amount-not-whole');
  const amount = scaled / divisor;
  if (amount > largest) return refuse('amount-too-large');
  return ok(Number(number.startsWith('-') ? -amount : amount));
};

const obligations: Readonly<Record<string, 'obliged' | 'discretionary' | 'unknown'>> = {
  法定義務あり: 'obliged',
  義務あり: 'obliged',
  義務: 'obliged',
  あり: 'obliged',
  有: 'obliged',
  法定義務なし: 'discretionary',
  義務なし: 'discretionary',
  任意: 'discretionary',
  なし: 'discretionary',
  無: 'discretionary',
  判断できない: 'unknown',
  不明: 'unknown',
};

/** 法定の義務 in the words of tables; null for words nobody here knows. */
export const readObligation = (text: string): 'obliged' | 'discretionary' | 'unknown' | null =>
  isNotStated(text) ? 'unknown' : (obligations[plainText(text)] ?? null);
