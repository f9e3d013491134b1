import { describe, expect, it } from 'vitest';
import { ordinaryLine, predictOnLine, valueOnLine, weightedLine } from './line.ts';
import { intervalOf } from './prediction.ts';

const series = (values: readonly number[], standardErrors?: readonly number[]) =>
  values.map((value, at) => ({ fiscalYear: 2020 + at, value, standardError: standardErrors?.[at] ?? null }));

describe('直線', () => {
  it('一直線の値には散らばりがない', () => {
    const line = ordinaryLine(series([10, 12, 14, 16, 18]));
    expect(line.dispersion).toBe(0);
    expect(valueOnLine(line, 2030)).toBeCloseTo(30, 10);
    expect(predictOnLine(line, [2030]).scale).toBe(0);
  });

  it('丸めの誤差は散らばりではない', () => {
    expect(ordinaryLine(series([0.1, 0.2, 0.3, 0.4, 0.5])).dispersion).toBe(0);
  });

  it('重みつき最小二乗: 正規方程式を行列で解いた値', () => {
    const line = weightedLine(series([10, 12, 11, 15], [1, 2, 1, 0.5]));
    expect(line.slope).toBeCloseTo(1.7371134020618555, 12);
    expect(valueOnLine(line, 2020)).toBeCloseTo(9.47938144329897, 9);
    expect(line.dispersion).toBeCloseTo(2.311855670103094, 10);
    expect(line.samplingVariance).toBeCloseTo((1 + 4 + 1 + 0.25) / 4, 12);
    // s² x′(X′WX)⁻¹x + s² n ÷ Σw + mean SE²
    expect(predictOnLine(line, [2025]).scale).toBeCloseTo(2.36983385465553, 9);
  });

  it('回答の少ない年は線を引かない', () => {
    const wild = [10, 10, 10, 40, 10];
    const trusted = weightedLine(series(wild, [1, 1, 1, 1, 1]));
    const doubted = weightedLine(series(wild, [1, 1, 1, 30, 1]));
    expect(Math.abs(doubted.slope)).toBeLessThan(Math.abs(trusted.slope) / 100);
  });

  it('何年かの合計: 誤差は年ごと、線の誤差は共通', () => {
    const line = ordinaryLine(series([3, 5, 4, 6, 8, 7]));
    const [a, b] = [predictOnLine(line, [2026]), predictOnLine(line, [2027])];
    const both = predictOnLine(line, [2026, 2027]);
    expect(both.mean).toBeCloseTo(a.mean + b.mean, 12);
    // Independent errors only would give less, fully shared ones more.
    expect(both.scale).toBeGreaterThan(Math.hypot(a.scale, b.scale));
    expect(both.scale).toBeLessThan(a.scale + b.scale);
  });

  it('80%の区間には、およそ10回に8回入る', () => {
    let state = 12345;
    const random = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const rounds = 4000;
    let held = 0;
    for (let round = 0; round < rounds; round += 1) {
      const truth = (at: number): number => 50 + 1.5 * at + 2 * normal();
      const { from, to } = intervalOf(
        predictOnLine(ordinaryLine(series(Array.from({ length: 6 }, (_, at) => truth(at)))), [2028]),
        0.8,
      );
      const figure = truth(8);
      if (figure >= from && figure <= to) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.775);
    expect(held / rounds).toBeLessThan(0.825);
  });

  it('二つの値では散らばりが分からない', () => {
    expect(() => ordinaryLine(series([1, 2]))).toThrow('at least three figures');
    expect(() => weightedLine(series([1, 2, 3]))).toThrow('standard error above zero');
  });
});
