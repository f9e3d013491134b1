import { fiscalYearEnd } from '../../kernel/fiscal-year.ts';
import { compareFractions, fractionOf } from '../../kernel/fraction.ts';
import { type Problem, warningAt } from '../../kernel/problem.ts';
import { type NeighbourFigure, suspiciousFigure } from '../path/suspicious-figure.ts';
import { figureOf, type IndicatorRecord } from './asked.ts';

/** Figures of other years in the unit of `fiscalYear`, oldest first; a change of unit begins anew. */
const othersOf = ({ indicator, values }: IndicatorRecord, fiscalYear: number): readonly NeighbourFigure[] => {
  const changes = indicator.unitChanges.map((change) => change.fiscalYear);
  const from = Math.max(Number.NEGATIVE_INFINITY, ...changes.filter((year) => year <= fiscalYear));
  const to = Math.min(Number.POSITIVE_INFINITY, ...changes.filter((year) => year > fiscalYear));
  const years = new Set(values.map((value) => value.fiscalYear));
  return [...years]
    .filter((year) => year !== fiscalYear && year >= from && year < to)
    .toSorted((a, b) => a - b)
    .flatMap((year) => {
      const value = figureOf(values, year)?.value ?? null;
      return value === null ? [] : [{ fiscalYear: year, value }];
    });
};

/**
 * What makes a figure look mistyped; null when nothing does. It hinders nobody: the figure is corrected, explained
 * in its note, or confirmed when the sheet is sent in. `today` (ISO date) tells a cumulative figure still running.
 */
export const implausible = (
  record: IndicatorRecord,
  fiscalYear: number,
  value: string,
  today: string,
): Problem | null => {
  const { indicator } = record;
  const at = [indicator.indicatorKey, 'figure'];
  const others = othersOf(record, fiscalYear);
  const last = others.findLast((other) => other.fiscalYear < fiscalYear);
  if (
    /^[%％]$/u.test(indicator.unit) &&
    value.startsWith('-') &&
    others.every((other) => !other.value.startsWith('-'))
  )
    return warningAt('implausible-negative-share', at, { value });
  const fell = last !== undefined && compareFractions(fractionOf(value), fractionOf(last.value)) < 0;
  if (fell && indicator.timeBehaviour === 'cumulative' && today > fiscalYearEnd(fiscalYear))
    return warningAt('implausible-cumulative-fell', at, {
      value,
      last: last.value,
      lastYear: last.fiscalYear,
    });
  return suspiciousFigure(others, { fiscalYear, value }, at);
};
