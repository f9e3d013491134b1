import { formatFiscalYear, parseFiscalYear } from '../kernel/fiscal-year.ts';
import { formatNumber } from './numbering.ts';
import type { Period } from './periods.ts';

/** '' is 0, so that 十 reads as 1 × 10 + 0. */
const kanjiDigit = (text: string): number => ['', ...'一二三四五六七八九'].indexOf(text);

const readKanji = (text: string): number => {
  const [before = '', after] = text.split('十');
  return after === undefined
    ? kanjiDigit(before)
    : (before === '' ? 1 : kanjiDigit(before)) * 10 + kanjiDigit(after);
};

/** The number after `text`, written in the same script: 1 → 2, １ → ２, Ⅰ → Ⅱ, 一 → 二. */
const countUp = (text: string): string => {
  if (/^\d+$/u.test(text)) return String(Number(text) + 1);
  if (/^[０-９]+$/u.test(text))
    return [...String(Number(text.normalize('NFKC')) + 1)]
      .map((digit) => String.fromCodePoint(0xff10 + Number(digit)))
      .join('');
  if (/^[Ⅰ-Ⅻ]$/u.test(text)) return formatNumber('roman', (text.codePointAt(0) ?? 0x2160) - 0x2160 + 2, '');
  return formatNumber('kanji', readKanji(text) + 1, '');
};

const counter =
  /第(\d{1,3}|[０-９]{1,3}|[Ⅰ-Ⅻ]|[一二三四五六七八九]?十?[一二三四五六七八九]|[一二三四五六七八九]?十)(?=[期次])/gu;

/** The last counter only: 第六次総合計画 第1期中期戦略 is followed by the second term of the same sixth plan. */
const countLast = (title: string): string => {
  const last = [...title.matchAll(counter)].at(-1);
  if (last?.[1] === undefined) return title;
  const start = last.index + '第'.length;
  return `${title.slice(0, start)}${countUp(last[1])}${title.slice(start + last[1].length)}`;
};

/** 前期・後期 of a plan, not 前期間 or 後期高齢者. */
const half = /([前後])期(?!間|高齢)/u;

const countTerm = (title: string): string => {
  switch (half.exec(title)?.[1]) {
    case '前':
      return title.replace(half, '後期');
    // After the second half comes the first half of the next plan, where the title counts its plans.
    case '後':
      return countLast(title) === title ? title : countLast(title).replace(half, '前期');
    default:
      return countLast(title);
  }
};

/** 令和6年度 and 2024, where they are the first or last year of the period that ends. */
const moveYears = (title: string, ended: Period, next: Period): string => {
  const moved = (year: number): number | null =>
    year === ended.start ? next.start : year === ended.end ? next.end : null;
  return title
    .replace(/(令和|平成)(元|\d{1,2})年度/gu, (text) => {
      const year = parseFiscalYear(text);
      const to = year.ok ? moved(year.value) : null;
      return to === null ? text : formatFiscalYear(to, 'wareki');
    })
    .replace(/(?<!\d)20\d\d(?!\d)/gu, (text) => String(moved(Number(text)) ?? text));
};

/**
 * 次の期の題名: 第1期 → 第2期, 前期 → 後期, 令和5年度 → 令和6年度. A title that counts nothing is given `label`, the
 * name of the term in the calendar ('' where there is none). A proposal: a person reads and corrects it.
 */
export const countUpTitle = (title: string, ended: Period, next: Period, label: string): string => {
  const counted = countTerm(moveYears(title, ended, next));
  return counted !== title || label === '' || title.includes(label) ? counted : `${title} ${label}`;
};
