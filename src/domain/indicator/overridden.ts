import type { AxisJudgement, Judgement } from './judgement/judgement.ts';
import type { JudgementScheme } from './judgement/judgement-scheme.ts';
import { overallAxis } from './judgement/overall-axis.ts';

/** Another grade than the machine's, given by people. */
export interface Override {
  readonly axisKey: string;
  readonly grade: string;
}

/**
 * 判定の結果 with what people decided in the place of what the machine found. The machine's own judgement stays with
 * the caller; overrides of axes or grades the scheme does not know change nothing.
 */
export const overridden = (
  scheme: JudgementScheme,
  judgement: Judgement,
  overrides: readonly Override[],
): Judgement => {
  const axes = judgement.axes.map((axis): AxisJudgement => {
    const wanted = overrides.find((each) => each.axisKey === axis.axisKey)?.grade;
    const grade = scheme.axes
      .find(({ axisKey }) => axisKey === axis.axisKey)
      ?.grades.find(({ key }) => key === wanted);
    return grade === undefined
      ? axis
      : { axisKey: axis.axisKey, grade: grade.key, because: 'given', reason: null, points: grade.points };
  });
  if (axes.every((axis, at) => axis === judgement.axes[at])) return judgement;
  const headline = overallAxis(scheme)?.axisKey;
  return {
    indicatorKey: judgement.indicatorKey,
    fiscalYear: judgement.fiscalYear,
    schemeKey: judgement.schemeKey,
    schemeVersion: judgement.schemeVersion,
    axes,
    overall: axes.find(({ axisKey }) => axisKey === headline) ?? null,
    hasValue: judgement.hasValue,
    measures: judgement.measures,
    published: judgement.published,
    arithmetic: (language) => judgement.arithmetic(language),
  };
};
