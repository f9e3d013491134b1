import { studentCdf, studentQuantile } from '../../kernel/student-t.ts';

/** A forecast as a distribution: mean + scale × Student's t with `degrees` degrees of freedom. */
export interface Prediction {
  readonly mean: number;
  readonly scale: number;
  readonly degrees: number;
}

/** 予測区間 of `level` (0.8: eight of ten such forecasts hold). */
export interface Interval {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** @throws where the level is not between 0 and 1. @example intervalOf(p, 0.8) // 80 %: mean ± t(0.9) × scale */
export const intervalOf = ({ mean, scale, degrees }: Prediction, level: number): Interval => {
  const half = studentQuantile((1 + level) / 2, degrees) * scale;
  return { level, from: mean - half, to: mean + half };
};

/** Both ends belong to it; null: open. */
export interface Goal {
  readonly from: number | null;
  readonly to: number | null;
}

/** Probability that the figure lies within the goal; null where the prediction has no scatter to tell from. */
export const probabilityWithin = (
  { mean, scale, degrees }: Prediction,
  { from, to }: Goal,
): number | null => {
  if (scale === 0) return null;
  // The tail beyond each end, so that a sure thing is not 1 by subtraction only.
  const below = from === null ? 0 : studentCdf((from - mean) / scale, degrees);
  const above = to === null ? 0 : studentCdf((mean - to) / scale, degrees);
  return Math.max(0, 1 - below - above);
};

export const isWithin = (value: number, { from, to }: Goal): boolean =>
  (from === null || value >= from) && (to === null || value <= to);
