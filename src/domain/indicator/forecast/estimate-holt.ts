import type { HoltParameters } from './holt.ts';

/** Where a parameter may lie; a damped trend below 0.8 is hardly a trend. */
const bounds = { level: [0.01, 0.99], trend: [0.01, 0.99], damping: [0.8, 0.98] } as const;
type Part = keyof HoltParameters;

const clamp = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, value));

const grid = ([low, high]: readonly [number, number], points: number): readonly number[] =>
  Array.from({ length: points }, (_, at) => low + ((high - low) * at) / (points - 1));

/** The same sum as `squaredErrors(smoothByHolt(…).errors)`, without keeping the errors: it is asked for thousands of times. */
export const smoothingCost = (values: readonly number[], parameters: HoltParameters): number => {
  const { level: alpha, trend: beta, damping } = parameters;
  const [first = 0, second = 0] = values;
  let [level, trend, cost] = [first, second - first, 0];
  for (let at = 0; at < values.length; at += 1) {
    const expected = level + damping * trend;
    const error = (values[at] ?? 0) - expected;
    const next = expected + alpha * error;
    trend = beta * (next - level) + (1 - beta) * damping * trend;
    level = next;
    if (at >= 2) cost += error * error;
  }
  return cost;
};

/**
 * Parameters with the least squared one-step errors: a coarse grid, then steps halved around the best down to 1e-6.
 * No random start: the same figures give the same parameters. `damped` false keeps the damping at 1.
 */
export const estimateHolt = (values: readonly number[], damped: boolean): HoltParameters => {
  let best: HoltParameters = { level: 0.5, trend: 0.1, damping: damped ? 0.9 : 1 };
  let least = smoothingCost(values, best);
  const consider = (candidate: HoltParameters): boolean => {
    const found = smoothingCost(values, candidate);
    if (found >= least) return false;
    [best, least] = [candidate, found];
    return true;
  };
  for (const level of grid(bounds.level, 10))
    for (const trend of grid(bounds.trend, 10))
      for (const damping of damped ? grid(bounds.damping, 4) : [1]) consider({ level, trend, damping });
  const parts: readonly Part[] = damped ? ['level', 'trend', 'damping'] : ['level', 'trend'];
  for (let step = 0.04; step > 1e-6; ) {
    const moved = parts.flatMap((part) =>
      [step, -step].map((change) => consider({ ...best, [part]: clamp(best[part] + change, bounds[part]) })),
    );
    if (!moved.includes(true)) step /= 2;
  }
  return best;
};
