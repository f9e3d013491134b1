import { formatFiscalYear, parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { ReviewRow } from '../../../domain/plan/plan.ts';

const separators = /[、,，;；\n]/u;
const ranges = /[〜～~–—-]/u;

const short = (year: number): string => formatFiscalYear(year, 'short');

interface YearRange {
  readonly start: number;
  readonly end: number;
}

const readRange = (text: string): Result<YearRange, Problem> => {
  const [first = '', last, ...more] = text.split(ranges).map((part) => part.trim());
  const start = parseFiscalYear(more.length > 0 ? text : first);
  const end = last === undefined ? start : parseFiscalYear(last);
  if (!start.ok) return start;
  if (!end.ok) return end;
  return ok({ start: start.value, end: end.value });
};

/** 'R6〜R8、R11' to years, each once, in order. */
export const readYears = (text: string): Result<readonly number[], readonly Problem[]> => {
  const parts = text.split(separators).map((part) => part.trim());
  const read = parts.filter((part) => part !== '').map(readRange);
  const wrong = read.flatMap((range) => (range.ok ? [] : [range.error]));
  if (wrong.length > 0) return { ok: false, error: wrong };
  const years = read.flatMap((range) =>
    range.ok
      ? Array.from(
          { length: Math.min(200, Math.max(1, range.value.end - range.value.start + 1)) },
          (_, index) => range.value.start + index,
        )
      : [],
  );
  return ok([...new Set(years)].sort((a, b) => a - b));
};

/** Years as people write them: neighbours joined. */
export const printYears = (years: readonly number[]): string => {
  const runs: { start: number; end: number }[] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && year === last.end + 1) last.end = year;
    else runs.push({ start: year, end: year });
  }
  return runs
    .map(({ start, end }) => (start === end ? short(start) : `${short(start)}〜${short(end)}`))
    .join('、');
};

/** 'R6〜R8 第1期、R9〜R11' to bars with their words. */
export const readBars = (text: string): Result<ReviewRow['periods'], readonly Problem[]> => {
  const read = text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [years = '', ...words] = part.split(/[\s　]+/u);
      const range = readRange(years);
      const label = words.join(' ');
      return range.ok ? ok(label === '' ? range.value : { ...range.value, label }) : range;
    });
  const wrong = read.flatMap((bar) => (bar.ok ? [] : [bar.error]));
  return wrong.length > 0
    ? { ok: false, error: wrong }
    : ok(read.flatMap((bar) => (bar.ok ? [bar.value] : [])));
};

export const printBars = (bars: ReviewRow['periods']): string =>
  bars
    .map(({ start, end, label }) => `${short(start)}〜${short(end)}${label === undefined ? '' : ` ${label}`}`)
    .join('、');
