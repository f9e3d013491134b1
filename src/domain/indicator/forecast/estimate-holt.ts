import { type HoltParameters, smoothByHolt, squaredErrors } from './holt.ts';

/** Where a parameter may lie; a damped trend below 0.8 is hardly a trend. */
const bounds = { level: [0.01, 0.99], trend: [0.01, 0.99], damping: [0.8, 0.98] } as const;
type Part = keyof HoltParameters;

const clamp = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, value));

const grid = ([low, high]: readonly [number, number], points: number): readonly number[] =>
  Array.from({ length: points }, (_, at) => low + ((high - low) * at) / (points - 1));

/**
 * Parameters with the least squared one-step errors: a coarse grid, then steps halved around the best down to 1e-6.
 * No random start: the same figures give the same parameters. `damped` false keeps the damping at 1.
 */
export const estimateHolt = (values: readonly number[], damped: boolean): HoltParameters => {
  const cost = (parameters: HoltParameters): number => squaredErrors(smoothByHolt(values, parameters).errors);
  let best: HoltParameters = { level: 0.5, trend: 0.1, damping: damped ? 0.9 : 1 };
  let least = cost(best);
  const consider = (candidate: HoltParameters): boolean => {
    const found = cost(candidate);
    if (found >= least) return false;
    [best, least] = [candidate, found];
    return true;
  };
  for (const level of grid(bounds.level, 15))
    for (const trend of grid(bounds.trend, 15))
      for (const damping of damped ? grid(bounds.damping, 7) : [1]) consider({ level, trend, damping });
  const parts: readonly Part[] = damped ? ['level', 'trend', 'damping'] : ['level', 'trend'];
  for (let step = 0.04; step > 1e-6; ) {
    const moved = parts.flatMap((part) =>
      [step, -step].map((change) => consider({ ...best, [part]: clamp(best[part] + change, bounds[part]) })),
    );
    if (!moved.includes(true)) step /= 2;
  }
  return best;
};
