import { readIsoDay } from './calendar-day.ts';
import { type Era, eraOf, eraPattern, eras, formatEraYear, readEraCount } from './era.ts';
import { errorAt, type Problem } from './problem.ts';
import { ok, type Result, refuse } from './result.ts';

/** 年度 is named by the calendar year of its April, as an integer: 令和6年度 = 2024. */
export const firstFiscalYear = 1868;
export const lastFiscalYear = 2200;

export type FiscalYearStyle = 'wareki' | 'short' | 'western';

/** The era a fiscal year is named after: that of its first day, and 令和元年度 for 2019 (閣議決定 of 2019-04-02). */
const eraOfFiscalYear = (year: number): Era => {
  const namingDay = year === 2019 ? '2019-05-01' : fiscalYearStart(year);
  const era = eras.find(({ to }) => to === null || namingDay <= to);
  if (era === undefined) throw new Error('the last era has no end');
  return era;
};

/** @example formatFiscalYear(2024, 'wareki') // => '令和6年度'; 'short' R6; 'western' 2024年度 */
export const formatFiscalYear = (year: number, style: FiscalYearStyle): string => {
  if (!isFiscalYear(year)) throw new Error(`a fiscal year lies between 1868 and 2200, not ${year}`);
  if (style === 'western') return `${year}年度`;
  const era = eraOfFiscalYear(year);
  return style === 'wareki' ? `${formatEraYear(era, year)}度` : `${era.letter}${year - era.firstYear + 1}`;
};

export const isFiscalYear = (year: number): boolean =>
  Number.isInteger(year) && year >= firstFiscalYear && year <= lastFiscalYear;

const eraYearPattern = new RegExp(`^(${eraPattern})\\.?(元|\\d+)(?:年度?)?$`);
const westernPattern = /^(?:FY)?(\d{4})(?:年度?|FY)?$/i;
/** 2019(令和元)年度, 令和元(2019)年度 */
const doublePattern = /^([^()]+)\(([^()]+)\)年度?$/;

const readEraYear = (input: string, label: string, countText: string): Result<number, Problem> => {
  const era = eraOf(label);
  const count = readEraCount(countText);
  if (era === null || count === null) return refuse(errorAt('fiscal-year-impossible', [], { input }));
  const year = era.firstYear + count - 1;
  if (year <= lastFiscalYear && (era.to === null || fiscalYearStart(year) <= era.to)) return ok(year);
  if (!isFiscalYear(year)) return refuse(errorAt('fiscal-year-impossible', [], { input }));
  const suggestion = formatFiscalYear(year, 'wareki');
  // 昭和64年 had seven days, in 昭和63年度: no fiscal year ever had its name.
  if (era.to !== null && year === Number(era.to.slice(0, 4)))
    return refuse(
      errorAt('fiscal-year-never-began', [], {
        input,
        suggestion,
        containing: formatFiscalYear(year - 1, 'wareki'),
      }),
    );
  // 平成32年度 of a document written before the change of era: say what it is called now, do not guess silently.
  return refuse(errorAt('fiscal-year-after-era', [], { input, era: era.name, suggestion }));
};

/**
 * Reads 令和6年度, 令和元年度, R6, 令6, Ｒ６, 平成31年度 (an alias of 令和元年度), 2024, 2024年度, 2019(令和元)年度.
 * Refusals: `fiscal-year-format`, `fiscal-year-impossible`, `fiscal-year-after-era`, `fiscal-year-never-began`
 * (昭和64年度), `fiscal-year-contradiction`.
 */
export const parseFiscalYear = (text: string): Result<number, Problem> => {
  const input = text.normalize('NFKC').replace(/\s+/g, '');
  const double = doublePattern.exec(input);
  if (double !== null) {
    const outer = parseFiscalYear(double[1] ?? '');
    const inner = parseFiscalYear(double[2] ?? '');
    if (!outer.ok) return outer;
    if (!inner.ok) return inner;
    return outer.value === inner.value ? outer : refuse(errorAt('fiscal-year-contradiction', [], { input }));
  }
  const eraYear = eraYearPattern.exec(input);
  if (eraYear !== null) return readEraYear(input, eraYear[1] ?? '', eraYear[2] ?? '');
  const western = westernPattern.exec(input);
  if (western === null) return refuse(errorAt('fiscal-year-format', [], { input: input.slice(0, 40) }));
  const year = Number(western[1]);
  return isFiscalYear(year) ? ok(year) : refuse(errorAt('fiscal-year-impossible', [], { input }));
};

/** April to March. @throws where the date is no possible day. */
export const fiscalYearOf = (isoDate: string): number => {
  const day = readIsoDay(isoDate.slice(0, 10));
  if (day === null) throw new Error(`fiscalYearOf requires an ISO date, not ${isoDate}`);
  return day.month >= 4 ? day.year : day.year - 1;
};

export const fiscalYearStart = (year: number): string => `${year}-04-01`;
export const fiscalYearEnd = (year: number): string => `${year + 1}-03-31`;
