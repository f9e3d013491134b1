import { eraOnDay, formatEraYear } from '../../kernel/era.ts';
import { formatFiscalYear, parseFiscalYear } from '../../kernel/fiscal-year.ts';
import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { NotedYear } from './value-text.ts';

const era = '(?:明治|大正|昭和|平成|令和|[明大昭平令])';
/** Before a figure only what cannot be the figure itself: 1200年間 is a number. */
const leadingYear = new RegExp(
  `^(${era} ?(?:元|\\d+) ?年度?|\\d{4} ?年度|\\d{4} ?年(?=[ :\\d約○]))末?(?:までに?|は|に|:|の)? ?`,
  'u',
);
const inBrackets = /\(([^()]+)\)$/u;
const yearInBrackets = new RegExp(
  `^(?:${era}|[MTSHR]\\.?|FY)? ?(?:元|\\d+) ?(?:年度?)?$|^\\d{4} ?(?:年度?|FY)$`,
  'iu',
);

/** '令和6年' is a calendar year; '令和6年度' and the short 'R6' are fiscal years. */
const read = (text: string): Result<NotedYear, Problem> => {
  const year = parseFiscalYear(text);
  if (!year.ok) return year;
  return ok({ of: /年$/u.test(text) ? 'calendar-year' : 'fiscal-year', year: year.value });
};

/**
 * Takes the year off a cell's text: 45.0(令和6年度) or 令和6年度45.0. `rest` is what is left; no year: null.
 * A year that cannot be (令和0年) is refused. Text in plain width.
 */
export const takeYear = (
  text: string,
): { readonly rest: string; readonly year: Result<NotedYear | null, Problem> } => {
  const bracket = inBrackets.exec(text);
  if (bracket !== null && yearInBrackets.test((bracket[1] ?? '').trim()))
    return { rest: text.slice(0, bracket.index).trim(), year: read((bracket[1] ?? '').trim()) };
  const leading = leadingYear.exec(text);
  if (leading === null) return { rest: text, year: ok(null) };
  return { rest: text.slice(leading[0].length).trim(), year: read(leading[1] ?? '') };
};

/** 令和7年度 by itself: a milestone without a word. */
export const printYearAlone = ({ of, year }: NotedYear): string => {
  if (of === 'fiscal-year') return formatFiscalYear(year, 'wareki');
  const named = eraOnDay(`${year}-07-01`);
  if (named === null) throw new Error(`a year of an era is required, not ${year}`);
  return formatEraYear(named, year);
};

/** A fiscal year by its era, a calendar year by its western number: 2019 was two eras' year. */
export const printYear = (noted: NotedYear | null): string => {
  if (noted === null) return '';
  return noted.of === 'fiscal-year' ? `（${formatFiscalYear(noted.year, 'wareki')}）` : `（${noted.year}年）`;
};
