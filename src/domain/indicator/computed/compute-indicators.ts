import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { JudgeableValue } from '../judgement/judgeable.ts';
import { isMissingReason } from '../missing-reason.ts';
import { computeYear, measuredYear } from './compute-year.ts';
import type {
  ComputableIndicator,
  ComputedIndicators,
  ComputedSeries,
  ComputedYear,
} from './computed-indicator.ts';
import { computingOrder } from './computing-order.ts';

const measured = (indicator: ComputableIndicator): ComputedSeries => ({
  indicator,
  years: new Map(
    indicator.values
      .toSorted((a, b) => a.fiscalYear - b.fiscalYear)
      .map((entry) => [entry.fiscalYear, measuredYear(indicator.indicatorKey, entry.fiscalYear, entry)]),
  ),
});

/**
 * 計算する指標: every indicator with its years, computed ones from their operands' figures of the same year. A computed
 * indicator has the years in which any of its operands says something. Refusals: those of `computingOrder`.
 */
export const computeIndicators = (
  indicators: readonly ComputableIndicator[],
): Result<ComputedIndicators, readonly Problem[]> => {
  const order = computingOrder(indicators);
  if (!order.ok) return order;
  const errorsByYear = new Map<number, Map<string, number>>();
  const done = new Map<string, ComputedSeries>();
  for (const indicator of order.value) {
    const { rule, indicatorKey } = indicator;
    if (rule === null) {
      const series = measured(indicator);
      done.set(indicatorKey, series);
      for (const { fiscalYear, standardError } of series.years.values()) {
        const errors = errorsByYear.get(fiscalYear) ?? new Map<string, number>();
        if (standardError !== null) errors.set(indicatorKey, standardError);
        errorsByYear.set(fiscalYear, errors);
      }
      continue;
    }
    const operands = rule.operands.map((key) => ({ key, years: done.get(key)?.years }));
    const years = new Set(operands.flatMap((operand) => [...(operand.years?.keys() ?? [])]));
    const computed = [...years]
      .toSorted((a, b) => a - b)
      .map((fiscalYear): readonly [number, ComputedYear] => [
        fiscalYear,
        computeYear(
          indicator,
          rule,
          fiscalYear,
          operands.map(
            ({ key, years: known }) => known?.get(fiscalYear) ?? measuredYear(key, fiscalYear, undefined),
          ),
          errorsByYear.get(fiscalYear) ?? new Map(),
        ),
      ]);
    done.set(indicatorKey, { indicator, years: new Map(computed) });
  }
  return ok(done);
};

/** Standard errors keep three digits: more would say more than a sample knows. */
const printError = (error: number | null): string | null => {
  if (error === null) return null;
  if (error === 0) return '0';
  const places = Math.min(10, Math.max(0, 2 - Math.floor(Math.log10(error))));
  return error.toFixed(places);
};

/** A computed year as a figure to be judged and shown. What was not entered yet has no reason either. */
export const asValue = ({
  fiscalYear,
  value,
  lacking,
  status,
  standardError,
}: ComputedYear): JudgeableValue => {
  const reason = lacking.map((each) => each.reason).find((each) => each !== 'no-value');
  const waits = lacking.some((each) => each.reason === 'no-value');
  return {
    fiscalYear,
    asOf: null,
    value,
    text: null,
    missing: waits || reason === undefined ? null : isMissingReason(reason) ? reason : 'not-measurable',
    standardError: printError(standardError),
    status,
  };
};
