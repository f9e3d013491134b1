import { describe, expect, it } from 'vitest';
import { naiveDraws } from '../../bench/population/naive.ts';
import { bySex } from '../../src/domain/demography/population.ts';
import { plainArithmetic } from '../../src/domain/demography/simulate/arithmetic.ts';
import { drawShocks } from '../../src/domain/demography/simulate/chance.ts';
import { drawsRunner } from '../../src/domain/demography/simulate/run-draws.ts';
import type { ShockedTown } from '../../src/domain/demography/simulate/shocked-town.ts';
import { simdArithmetic } from '../../src/domain/demography/simulate/simd-arithmetic.ts';
import { kernelBytes } from '../../src/domain/demography/simulate/simd-kernel.ts';
import { expectNear } from './near.ts';

const groups = 19;
const along = (make: (index: number) => number, length = groups - 1) =>
  bySex((sex) => Array.from({ length }, (_, index) => make(index) * (sex === 'male' ? 1 : 1.01)));

const town = (hazard: number, arriving: number): ShockedTown => ({
  base: along((group) => 900 - 30 * group, groups),
  childbearing: { from: 3, to: 9 },
  steps: Array.from({ length: 6 }, (_, step) => ({
    rate: along((move) => 1 - 0.01 * move - 0.002 * step),
    migration: along((move) => (move >= 3 && move <= 6 ? 1 : move === 12 ? 0.2 : 0)),
    hazard: along((move) => (move > 10 ? hazard : 0)),
    arrivals: along((group) => (group % 4 === 0 ? arriving : 0), groups),
    childWomanRatio: 0.19,
    sexRatio: 1.05,
  })),
});
const shocksOf = (draws: number, hazardSd: number) =>
  drawShocks({ migrationSd: Array(6).fill(0.4), birthsSd: 0.1, hazardSd, persistence: 0.7 }, 6, draws, 5);

describe('速い計算と素の計算', () => {
  it('組み立てた WebAssembly は正しい形で、この機械で動く', () => {
    expect(WebAssembly.validate(kernelBytes())).toBe(true);
    const { slots } = simdArithmetic(3);
    // Slots of one memory: the fast path, not the fallback.
    expect(slots[0]?.buffer).toBe(slots[1]?.buffer);
  });

  it.each([
    ['移動と出生だけ', 0, 0, 1000],
    ['死亡も', -0.05, 0, 1000],
    ['転入者も', -0.05, 12, 2500],
    ['半端な試行数', -0.05, 3, 37],
    ['一つの試行', 0, 0, 1],
  ])('最後の桁まで同じ: %s', (_, hazard, arriving, draws) => {
    const shocks = shocksOf(draws, hazard === 0 ? 0 : 0.1);
    const [plain, simd] = [plainArithmetic, simdArithmetic].map((make) =>
      drawsRunner(make, groups)(town(hazard, arriving), shocks, draws),
    );
    expect(simd).toEqual(plain);
  });

  it('一つずつ計算する素朴な版とも合う', () => {
    const shocks = shocksOf(500, 0);
    const naive = naiveDraws(town(0, 0), shocks, 500);
    const run = drawsRunner(simdArithmetic, groups);
    for (const [step, totals] of run(town(0, 0), shocks, 500).entries())
      expectNear([...totals], [...(naive[step] ?? [])], 1e-12);
  });

  it('続けて別の町、別のゆらぎを計算しても、前のものが残らない', () => {
    const run = drawsRunner(simdArithmetic, groups);
    const [one, other] = [shocksOf(300, 0.1), shocksOf(200, 0)];
    const first = run(town(-0.05, 0), one, 300);
    run(town(0, 9), other, 200);
    expect(run(town(-0.05, 0), one, 300)).toEqual(first);
  });
});
