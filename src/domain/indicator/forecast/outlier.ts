import { studentCdf } from '../../kernel/student-t.ts';
import { type Line, valueOnLine } from './line.ts';
import type { Observation } from './observation.ts';

/**
 * 外れ値: the one year that does not fit the line through the others, by the externally studentised residual with
 * Bonferroni's correction (as in R, car::outlierTest). Needs five figures. Null where none stands out.
 * Source: Cook and Weisberg, Residuals and Influence in Regression, 1982, 2.2.2.
 */
export const outlierYear = (
  observations: readonly Observation[],
  line: Line,
  significance: number,
): number | null => {
  const n = observations.length;
  if (n < 5 || line.dispersion === 0) return null;
  const tested = observations.map(({ fiscalYear, value }) => {
    const residual = value - valueOnLine(line, fiscalYear);
    const leverage = 1 / n + (fiscalYear - line.meanYear) ** 2 / line.spread;
    const without = (line.dispersion * (n - 2) - residual ** 2 / (1 - leverage)) / (n - 3);
    const t =
      without <= 1e-12 * line.dispersion
        ? Number.NEGATIVE_INFINITY
        : -Math.abs(residual) / Math.sqrt(without * (1 - leverage));
    return { fiscalYear, p: 2 * n * studentCdf(t, n - 3), residual: Math.abs(residual) };
  });
  const worst = tested.reduce((a, b) => (b.p < a.p || (b.p === a.p && b.residual > a.residual) ? b : a));
  return worst.p < significance ? worst.fiscalYear : null;
};
