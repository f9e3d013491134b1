import { formatFiscalYear, isFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';

/** 65,012 */
export const persons = (value: number): string => Math.round(value).toLocaleString('ja-JP');

/** 28.4 of a share of 0–1; 0 of nobody */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1);

/** A probability as whole percent; what is not sure is never said to be. */
export const chance = (probability: number): string => {
  if (probability > 0 && probability < 0.01) return '1％未満';
  if (probability < 1 && probability > 0.99) return '99％を超える';
  return `${Math.round(100 * probability)}％`;
};

/** 2032年（令和14年）: a calendar year, of which 1 October is meant. */
export const yearWords = (year: number): string =>
  isFiscalYear(year) ? `${year}年（${formatFiscalYear(year, 'wareki').replace(/度$/u, '')}）` : `${year}年`;
