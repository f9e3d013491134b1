import { describe, expect, it } from 'vitest';
import { predictByHolt, smoothByHolt } from './holt.ts';
import { ordinaryLine, predictOnLine, valueOnLine, weightedLine } from './line.ts';
import { mannKendall } from './mann-kendall.ts';
import { intervalOf, probabilityWithin } from './prediction.ts';
import { theilSenLine } from './theil-sen.ts';

/** A survey's mean in six years, with reference values to twelve digits computed outside this product. */
const values = [6.41, 6.48, 6.55, 6.52, 6.66, 6.77];
const since = (first: number) =>
  values.map((value, at) => ({ fiscalYear: first + at, value, standardError: null }));

const near = (actual: number | null | undefined, expected: number): void => {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThan(1e-9);
};

describe('参照ベクトル: 6年分の満足度', () => {
  it('最小二乗法: 傾き、切片、残差の標準偏差', () => {
    const line = ordinaryLine(since(1));
    near(line.slope, 0.066);
    near(valueOnLine(line, 0), 6.334);
    near(Math.sqrt(line.dispersion), 0.04560701700397);
  });

  it.each([
    [7, 6.796, 6.700464310708, 6.891535689292],
    [8, 6.862, 6.755406059096, 6.968593940904],
    [9, 6.928, 6.809019881393, 7.046980118607],
  ])('80%%予測区間、%d年目', (year, mean, from, to) => {
    const prediction = predictOnLine(ordinaryLine(since(1)), [year]);
    near(prediction.mean, mean);
    near(intervalOf(prediction, 0.8).from, from);
    near(intervalOf(prediction, 0.8).to, to);
  });

  it('9年目に 7.0 以上となる確率', () => {
    const prediction = predictOnLine(ordinaryLine(since(1)), [9]);
    near(probabilityWithin(prediction, { from: 7, to: null }), 0.2030114517746);
    near(probabilityWithin(prediction, { from: null, to: 7 }), 1 - 0.2030114517746);
  });

  it('暦の年で数えても同じ', () => {
    const prediction = predictOnLine(ordinaryLine(since(2019)), [2027]);
    near(intervalOf(prediction, 0.8).from, 6.809019881393);
    near(probabilityWithin(prediction, { from: 7, to: null }), 0.2030114517746);
  });

  it('Theil–Sen: 傾きと切片', () => {
    const line = theilSenLine(since(1));
    near(line.slope, 0.07);
    near(line.intercept, 6.34);
    near(valueOnLine(line, 9), 6.97);
  });

  it('Mann–Kendall: S、分散、正確な p', () => {
    const test = mannKendall(values);
    expect(test).toMatchObject({ s: 13, by: 'exact' });
    near(test.variance, 28.333333333333);
    near(test.p, 0.01666666666667);
  });

  it.each([
    ['Holt', 1, 6.756601283994, 0.06899690893312, [6.825598192927, 6.89459510186, 6.963592010793]],
    ['減衰 Holt', 0.9, 6.75224712745, 0.05478339010394, [6.801552178543, 6.845926724527, 6.885863815913]],
  ])('%s α=.8 β=.2', (_, damping, level, trend, ahead) => {
    const parameters = { level: 0.8, trend: 0.2, damping };
    const state = smoothByHolt(values, parameters);
    near(state.level, level);
    near(state.trend, trend);
    ahead.forEach((mean, at) => {
      near(predictByHolt(values, parameters, at + 1, 0).mean, mean);
    });
  });

  it('標準誤差が等しければ、重みつきの線は最小二乗の線。予測の分散には標本の分散が加わる', () => {
    const plain = predictOnLine(ordinaryLine(since(1)), [9]);
    const weighted = predictOnLine(
      weightedLine(since(1).map((each) => ({ ...each, standardError: 0.05 }))),
      [9],
    );
    near(weighted.mean, plain.mean);
    near(weighted.scale ** 2, plain.scale ** 2 + 0.05 ** 2);
  });
});
