import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { reasonNames, reasonOf } from './collection/reason-names.ts';
import { typedCell } from './collection/typed-cell.ts';
import type { Indicator, IndicatorValue } from './indicator.ts';
import { parseFigure } from './parse-figure.ts';
import { implausibleYear, isSensibleYear } from './sensible-year.ts';

/** What the cells of one year have in common. */
export interface CellsOrigin {
  readonly status: string;
  readonly sourceDocument: string;
  readonly sourcePlace: string;
}

/** 内訳 of one year as typed: 6.77, 6.77±0.12 with its standard error, 秘匿, or nothing. */
export interface TypedCells extends CellsOrigin {
  readonly fiscalYear: number;
  readonly cells: readonly { readonly breakdown: string; readonly text: string }[];
}

const statuses = ['provisional', 'final', 'estimated'] as const;

/** A cell as it is shown in a table to type into; what is shown is read back as the same. */
export const cellText = (value: IndicatorValue | null): string => {
  if (value === null) return '';
  if (value.value === null) return value.text ?? (value.missing === null ? '' : reasonNames[value.missing]);
  return value.standardError === null ? value.value : `${value.value}±${value.standardError}`;
};

/** What the cells of a year have in common, as it is shown: that of the first of them. */
export const originOf = (values: readonly IndicatorValue[]): CellsOrigin => {
  const first = values.find(({ source }) => source !== null) ?? values[0];
  return {
    status: first?.status ?? 'provisional',
    sourceDocument: first?.source?.document ?? '',
    sourcePlace: first?.source?.place ?? '',
  };
};

const sameOrigin = (a: CellsOrigin, b: CellsOrigin): boolean =>
  a.status === b.status &&
  a.sourceDocument.trim() === b.sourceDocument.trim() &&
  a.sourcePlace.trim() === b.sourcePlace.trim();

type Read = Pick<IndicatorValue, 'value' | 'text' | 'missing' | 'standardError'>;

const nothing: Read = { value: null, text: null, missing: null, standardError: null };

const readCell = (
  indicator: Pick<Indicator, 'indicatorKey' | 'direction' | 'unit'>,
  typed: string,
  path: Problem['path'],
): Result<Read, Problem> => {
  const reason = reasonOf(typed);
  if (reason !== null) return ok({ ...nothing, missing: reason });
  const [figure = '', error, ...more] = typed.split('±');
  const cell = typedCell(indicator, figure, '');
  if (!cell.ok) return { ok: false, error: { ...cell.error, path } };
  const value = parseFigure(cell.value.figure, path);
  if (!value.ok) return value;
  const standardError = parseFigure(error ?? '', path);
  if (!standardError.ok) return standardError;
  if (more.length > 0 || (error !== undefined && standardError.value === null))
    return { ok: false, error: errorAt('not-a-number', path, { text: typed.slice(0, 60) }) };
  if (standardError.value?.startsWith('-') === true)
    return { ok: false, error: errorAt('standard-error-negative', path, { text: typed.slice(0, 60) }) };
  if (standardError.value !== null && value.value === null)
    return { ok: false, error: errorAt('standard-error-alone', path) };
  const { text, missing } = cell.value;
  return ok({
    value: value.value,
    text: text === '' ? null : text,
    missing: reasonOf(missing),
    standardError: standardError.value,
  });
};

/**
 * Cells of the breakdowns as typed, to actual figures; every cell of the years is returned, those left as they are
 * included. `stored`: the cells as shown. Where neither a cell nor what its year has in common was changed, it stays
 * what it is: cells brought in by import may each have a source of their own. Paths: [fiscalYear, breakdown or field].
 */
export const decideCells = (
  indicator: Pick<Indicator, 'indicatorKey' | 'direction' | 'unit'>,
  years: readonly TypedCells[],
  stored: (fiscalYear: number, breakdown: string) => IndicatorValue | null,
): Result<readonly IndicatorValue[], readonly Problem[]> => {
  const problems: Problem[] = [];
  const seen = new Set<number>();
  const values = years.flatMap((year): readonly IndicatorValue[] => {
    const { fiscalYear, cells } = year;
    if (!isSensibleYear(fiscalYear)) {
      problems.push(errorAt('fiscal-year-implausible', [fiscalYear], implausibleYear(fiscalYear)));
      return [];
    }
    if (seen.has(fiscalYear)) problems.push(errorAt('fiscal-year-twice', [fiscalYear], { fiscalYear }));
    seen.add(fiscalYear);
    const before = cells.map(({ breakdown }) => stored(fiscalYear, breakdown));
    const keepsOrigin = sameOrigin(year, originOf(before.filter((value) => value !== null)));
    const status = statuses.find((known) => known === year.status);
    if (status === undefined)
      problems.push(errorAt('unknown-choice', [fiscalYear, 'status'], { text: year.status.slice(0, 40) }));
    for (const field of ['sourceDocument', 'sourcePlace'] as const)
      if (year[field].length > 2000)
        problems.push(
          errorAt('text-too-long', [fiscalYear, field], { limit: 2000, length: year[field].length }),
        );
    const document = year.sourceDocument.trim();
    const place = year.sourcePlace.trim();
    const source = document === '' ? null : { document, ...(place === '' ? {} : { place }) };
    let needsSource = false;
    const read = cells.flatMap(({ breakdown, text }, at): readonly IndicatorValue[] => {
      const was = before[at] ?? null;
      const unchanged = text.trim() === cellText(was);
      if (unchanged && (was === null || keepsOrigin)) return was === null ? [] : [was];
      const cell = readCell(indicator, text, [fiscalYear, breakdown]);
      if (!cell.ok) {
        problems.push(cell.error);
        return [];
      }
      const isFigure = cell.value.value !== null || cell.value.text !== null;
      if (isFigure && document === '') needsSource = true;
      const says = isFigure || cell.value.missing !== null;
      return [
        {
          series: 'actual',
          fiscalYear,
          asOf: was?.asOf ?? null,
          breakdown,
          ...cell.value,
          status: status ?? 'provisional',
          source: isFigure ? source : null,
          note: says ? (was?.note ?? '') : '',
        },
      ];
    });
    if (needsSource) problems.push(errorAt('source-required', [fiscalYear, 'sourceDocument']));
    return read;
  });
  return problems.length === 0 ? ok(values) : { ok: false, error: problems };
};
