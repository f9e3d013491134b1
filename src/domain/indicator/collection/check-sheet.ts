import { errorAt, type Problem } from '../../kernel/problem.ts';
import { figureOf, type IndicatorRecord, isBlankFigure } from './asked.ts';
import { implausible } from './implausible.ts';

/** What makes the figure of a row look mistyped, and whether its note says something about it. */
export const warningOf = (
  record: IndicatorRecord,
  fiscalYear: number,
  today: string,
): { readonly problem: Problem; readonly explained: boolean } | null => {
  const figure = figureOf(record.values, fiscalYear);
  if (figure === null || figure.value === null) return null;
  const problem = implausible(record, fiscalYear, figure.value, today);
  return problem === null ? null : { problem, explained: figure.note !== '' };
};

/**
 * What stands against sending a sheet in: a row with neither figure nor reason, and a figure that looks mistyped
 * and is neither explained in its note nor among `confirmed` (keys). Paths: [indicatorKey, field].
 */
export const checkSheet = (
  asked: readonly IndicatorRecord[],
  fiscalYear: number,
  confirmed: ReadonlySet<string>,
  today: string,
): readonly Problem[] =>
  asked.flatMap((record) => {
    const { indicatorKey, name } = record.indicator;
    if (isBlankFigure(figureOf(record.values, fiscalYear)))
      return [errorAt('sheet-blank', [indicatorKey, 'figure'], { title: name })];
    const warning = warningOf(record, fiscalYear, today);
    return warning === null || warning.explained || confirmed.has(indicatorKey)
      ? []
      : [errorAt('sheet-unconfirmed', [indicatorKey, 'figure'], { title: name })];
  });
