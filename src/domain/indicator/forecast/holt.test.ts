import { describe, expect, it } from 'vitest';
import { estimateHolt, smoothingCost } from './estimate-holt.ts';
import { predictByHolt, smoothByHolt, squaredErrors } from './holt.ts';

const noisy = [12, 15, 14, 18, 19, 23, 22, 25, 24, 28];

describe('Holt の平滑化', () => {
  it('減衰があれば、遠い見通しほど伸びが小さい', () => {
    const parameters = { level: 0.5, trend: 0.3, damping: 0.8 };
    const means = [1, 2, 3, 4].map((steps) => predictByHolt(noisy, parameters, steps, 3).mean);
    const gains = means.slice(1).map((mean, at) => mean - (means[at] ?? 0));
    expect(gains[1]).toBeCloseTo((gains[0] ?? 0) * 0.8, 12);
    expect(gains[2]).toBeCloseTo((gains[1] ?? 0) * 0.8, 12);
  });

  it('幅は先へ行くほど広がる。一つ先は誤差の標準偏差', () => {
    const parameters = { level: 0.5, trend: 0.3, damping: 0.9 };
    const { errors } = smoothByHolt(noisy, parameters);
    const scales = [1, 2, 3].map((steps) => predictByHolt(noisy, parameters, steps, 3).scale);
    expect(scales[0]).toBeCloseTo(Math.sqrt(squaredErrors(errors) / 5), 12);
    // c₁ = α + αβφ
    expect(scales[1]).toBeCloseTo((scales[0] ?? 0) * Math.sqrt(1 + (0.5 + 0.15 * 0.9) ** 2), 12);
    expect(scales[2]).toBeGreaterThan(scales[1] ?? 0);
  });

  it('推定した係数は、近くのどの係数よりも誤差が小さい', () => {
    for (const damped of [true, false]) {
      const best = estimateHolt(noisy, damped);
      const cost = (parameters: typeof best) => squaredErrors(smoothByHolt(noisy, parameters).errors);
      for (let level = 0.01; level <= 0.99; level += 0.07)
        for (let trend = 0.01; trend <= 0.99; trend += 0.07)
          for (const damping of damped ? [0.8, 0.85, 0.9, 0.95, 0.98] : [1])
            expect(cost({ level, trend, damping })).toBeGreaterThanOrEqual(cost(best) - 1e-9);
      expect(smoothingCost(noisy, best)).toBeCloseTo(cost(best), 12);
      expect(best.damping).toBeLessThanOrEqual(damped ? 0.98 : 1);
    }
  });

  it('長く一直線だった値は、そのまま延びる', () => {
    const line = Array.from({ length: 30 }, (_, at) => 2 + at * 2);
    expect(predictByHolt(line, { level: 0.8, trend: 0.2, damping: 1 }, 3, 0).mean).toBeCloseTo(66, 2);
  });

  it('動かない値には散らばりがない', () => {
    const level = [7, 7, 7, 7, 7, 7];
    const { mean, scale } = predictByHolt(level, estimateHolt(level, true), 3, 3);
    expect([mean, scale]).toEqual([7, 0]);
  });
});
