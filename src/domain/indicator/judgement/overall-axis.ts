import type { Axis, JudgementScheme } from './judgement-scheme.ts';

/** The headline's axis: the one named, or the last; null for a scheme of figures only. */
export const overallAxis = ({ axes, overall }: JudgementScheme): Axis | null =>
  (overall === null ? axes.at(-1) : axes.find(({ axisKey }) => axisKey === overall)) ?? null;
