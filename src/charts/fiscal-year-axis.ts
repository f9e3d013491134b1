import { formatFiscalYear } from '../domain/kernel/fiscal-year.ts';
import { textWidth } from './text-width.ts';

/** 'short': R6, H30 — 'western': 2024 */
export type YearStyle = 'short' | 'western';

export interface YearTick {
  readonly fiscalYear: number;
  readonly label: string;
}

export const yearLabel = (fiscalYear: number, style: YearStyle): string =>
  style === 'short' ? formatFiscalYear(fiscalYear, 'short') : String(fiscalYear);

const steps = [1, 2, 3, 5, 10, 15, 20, 25, 50, 100];

/** As many years as fit side by side, counted from `anchor`: the year of the target, or the last. */
export const yearTicks = (
  first: number,
  last: number,
  anchor: number,
  width: number,
  fontSize: number,
  style: YearStyle,
): readonly YearTick[] => {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const widest =
    Math.max(...years.map((year) => textWidth(yearLabel(year, style), fontSize))) + fontSize * 0.7;
  const perYear = last === first ? width : width / (last - first);
  const step = steps.find((candidate) => candidate * perYear >= widest) ?? last - first + 1;
  return years
    .filter((year) => (anchor - year) % step === 0)
    .map((fiscalYear) => ({ fiscalYear, label: yearLabel(fiscalYear, style) }));
};
