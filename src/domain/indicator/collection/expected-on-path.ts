import { roundFraction } from '../../kernel/fraction.ts';
import { judgeableOf } from '../judgeable-of.ts';
import { isReason } from '../judgement/figure.ts';
import { pathYear } from '../path/target-path.ts';
import { figureOf, type IndicatorRecord } from './asked.ts';

/**
 * The figure the path expects in a fiscal year, rounded to the indicator's places; null: no path leads there, or the
 * targets are of another kind than the figures that are typed.
 */
export const expectedOnPath = (record: IndicatorRecord, fiscalYear: number): string | null => {
  const { targetBasis, timeBehaviour, decimals } = record.indicator;
  if (targetBasis.behaviour !== null && targetBasis.behaviour !== timeBehaviour) return null;
  const years = new Set(record.values.map((value) => value.fiscalYear));
  const values = [...years].flatMap((year) => figureOf(record.values, year) ?? []);
  const { expected } = pathYear(judgeableOf({ ...record, values }, [], {}), fiscalYear, 'stated-targets');
  return isReason(expected) ? null : roundFraction(expected, decimals, 'half-away');
};
