import { figureOf, type IndicatorRecord } from './asked.ts';

/**
 * 前回の値: the newest number or milestone before the two years that stand beside the cell, where neither of them has
 * one (a survey every five years). null: one of them has it, or there is none.
 */
export const lastKnownBefore = <Value extends IndicatorRecord['values'][number]>(
  values: readonly Value[],
  fiscalYear: number,
): Value | null => {
  const years = new Set(values.map((value) => value.fiscalYear).filter((year) => year < fiscalYear));
  const known = [...years]
    .toSorted((a, b) => b - a)
    .map((year) => figureOf(values, year))
    .find((value) => value !== null && (value.value !== null || value.text !== null));
  return known === undefined || known === null || known.fiscalYear >= fiscalYear - 2 ? null : known;
};
