import type { ScenarioResult } from './scenario.ts';

/**
 * 年ごとの総数から、指標の道筋の点を作る. A total is of 1 October, which lies in the fiscal year of the same number.
 * Whole persons as decimal strings. From the year after `after`, where the path begins, to `last`; null: open.
 */
export const scenarioPath = (
  { years, total }: ScenarioResult['annual'],
  { after, last }: { readonly after: number | null; readonly last: number | null },
): readonly { readonly fiscalYear: number; readonly value: string }[] =>
  years.flatMap((fiscalYear, at) => {
    const persons = total[at];
    const isOutside = (after !== null && fiscalYear <= after) || (last !== null && fiscalYear > last);
    return persons === undefined || isOutside ? [] : [{ fiscalYear, value: String(Math.round(persons)) }];
  });
