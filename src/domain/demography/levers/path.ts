/**
 * レバーの道すじ: how far a lever is pulled through time. Neutral up to `fromYear`; at `value` from `byYear` on, or at
 * once where `byYear` is absent; between them on a straight or an S-shaped (logistic) way.
 */
export interface LeverPath {
  readonly value: number;
  readonly fromYear: number;
  readonly byYear?: number;
  readonly shape?: 'linear' | 'logistic';
}

/** Steepness at which the logistic way is within 0.7 % of its ends; it is stretched to meet them. */
const steepness = 10;
const logistic = (share: number): number => 1 / (1 + Math.exp(-steepness * (share - 0.5)));
const sShape = (share: number): number => (logistic(share) - logistic(0)) / (logistic(1) - logistic(0));

/** Value of the lever for the step that ends in `year`. `neutral`: 1 for a factor, 0 for an addition. */
export const leverAt = (
  { value, fromYear, byYear, shape }: LeverPath,
  year: number,
  neutral: number,
): number => {
  if (year <= fromYear) return neutral;
  if (byYear === undefined || year >= byYear) return value;
  const share = (year - fromYear) / (byYear - fromYear);
  return neutral + (value - neutral) * (shape === 'logistic' ? sShape(share) : share);
};
