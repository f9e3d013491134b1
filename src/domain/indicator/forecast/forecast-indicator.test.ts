import { describe, expect, it } from 'vitest';
import { usualForecastRules } from './forecast.ts';
import { forecastIndicator } from './forecast-indicator.ts';
import { goalOfTarget } from './goal-of-target.ts';
import type { JoinedYears } from './predicted-figure.ts';
import type { Goal } from './prediction.ts';

const series = (
  values: readonly number[],
  rest: { first?: number; errors?: readonly number[]; step?: number } = {},
) => ({
  observations: values.map((value, at) => ({
    fiscalYear: (rest.first ?? 2019) + at * (rest.step ?? 1),
    value,
    standardError: rest.errors?.[at] ?? null,
  })),
  leftOut: [],
  notFinal: [],
});

const satisfaction = [6.41, 6.48, 6.55, 6.52, 6.66, 6.77];
const ask = (
  values: Parameters<typeof forecastIndicator>[0]['series'],
  targetFiscalYear: number,
  goal: Goal | 'no-target' = { from: 7, to: null },
  joined: JoinedYears | null = null,
) => forecastIndicator({ series: values, targetFiscalYear, goal, joined });

const told = (forecast: ReturnType<typeof ask>) => {
  if (forecast.kind !== 'forecast') throw new Error(`no forecast: ${forecast.reason}`);
  return forecast;
};

describe('見通し', () => {
  it('方法、使った年、区間、目標に届く確率を言う', () => {
    const forecast = told(ask(series(satisfaction), 2027));
    expect(forecast).toMatchObject({
      method: 'ols',
      choice: { because: 'straight-line' },
      n: 6,
      fiscalYears: [2019, 2020, 2021, 2022, 2023, 2024],
      reaches: false,
      noProbability: null,
      farAhead: false,
      trend: { s: 13 },
    });
    expect(forecast.probability).toBeCloseTo(0.2030114517746, 9);
    expect(forecast.interval.level).toBe(0.8);
    expect(forecast.interval.to).toBeCloseTo(7.046980118607, 9);
    expect(forecast.slopePerYear).toBeCloseTo(0.066, 9);
  });

  it('どの方法の結果も、ない理由も添える', () => {
    const forecast = told(ask(series(satisfaction), 2027));
    expect(
      forecast.methods.map((each) => ('reason' in each ? [each.method, each.reason] : each.method)),
    ).toEqual(['ols', ['wls', 'standard-errors-incomplete'], 'theil-sen', 'holt', 'damped-holt']);
  });

  it('3点では言わない。足りない数を言う', () => {
    expect(ask(series([1, 2, 3]), 2027)).toEqual({
      kind: 'none',
      reason: 'too-few-points',
      needed: 4,
      n: 3,
      fiscalYears: [2019, 2020, 2021],
      leftOut: [],
      notFinal: [],
      targetFiscalYear: 2027,
    });
  });

  it('値のない系列でも断らずに理由を返す', () => {
    expect(ask(series([]), 2027)).toMatchObject({ kind: 'none', reason: 'too-few-points', n: 0 });
  });

  it('測り終えた年は見通さない', () => {
    expect(ask(series(satisfaction), 2024)).toMatchObject({ reason: 'year-not-ahead', lastFiscalYear: 2024 });
  });

  it('一直線の値からは、確率を言わない', () => {
    const forecast = told(ask(series([0, 0, 0, 0, 0]), 2027, { from: null, to: 0 }));
    expect(forecast).toMatchObject({ probability: null, noProbability: 'no-scatter', reaches: true });
    expect(forecast.interval).toMatchObject({ from: 0, to: 0 });
  });

  it('目標がなければ、見通しだけを言う', () => {
    expect(told(ask(series(satisfaction), 2027, 'no-target'))).toMatchObject({
      probability: null,
      noProbability: 'no-target',
      reaches: null,
    });
  });

  it('使った年数より先の目標には注意を添える', () => {
    expect(told(ask(series(satisfaction), 2029)).farAhead).toBe(false);
    expect(told(ask(series(satisfaction), 2030)).farAhead).toBe(true);
  });

  it('標準誤差のある調査は重みをつけ、幅は広くなる', () => {
    const errors = satisfaction.map(() => 0.05);
    const weighted = told(ask(series(satisfaction, { errors }), 2027));
    const plain = told(ask(series(satisfaction), 2027));
    expect(weighted).toMatchObject({ method: 'wls', choice: { because: 'standard-errors-known' } });
    expect(weighted.interval.to - weighted.interval.from).toBeGreaterThan(
      plain.interval.to - plain.interval.from,
    );
  });

  it('一年だけ飛び抜けていれば Theil–Sen を公表し、その年を言う', () => {
    const forecast = told(ask(series([10, 11.1, 11.9, 13.05, 40, 15.1, 15.9, 17]), 2029));
    expect(forecast).toMatchObject({ method: 'theil-sen', choice: { because: 'outlier', fiscalYear: 2023 } });
    expect(forecast.slopePerYear).toBeCloseTo(1, 1);
  });

  it('曲がった系列は、過去をよりよく当てた減衰 Holt を公表する', () => {
    const bending = Array.from(
      { length: 14 },
      (_, at) => 60 - 40 * 0.75 ** at + (at % 2 === 0 ? 0.05 : -0.05),
    );
    const forecast = told(ask(series(bending), 2034, { from: 55, to: null }));
    expect(forecast).toMatchObject({
      method: 'damped-holt',
      choice: { because: 'smoothing-closer', tested: 8 },
    });
    if (forecast.choice.because !== 'smoothing-closer') throw new Error('smoothing expected');
    expect(forecast.choice.error).toBeLessThan(forecast.choice.lineError * 0.9);
    expect(forecast.parameters?.damping).toBeGreaterThanOrEqual(0.8);
  });

  it('まっすぐな系列は、比べたうえで線を公表する', () => {
    const straight = Array.from(
      { length: 12 },
      (_, at) => 10 + at * 2 + ([0.3, -0.4, 0.1, 0.2, -0.2][at % 5] ?? 0),
    );
    expect(told(ask(series(straight), 2034)).choice.because).toBe('smoothing-not-closer');
  });

  it('5年ごとの調査は間隔を一歩と数え、間の年には平滑化を使わない', () => {
    const censuses = series([100, 98, 95, 93, 90, 88, 84], { first: 1990, step: 5 });
    const reasonOfHolt = (year: number) => {
      const found = told(ask(censuses, year)).methods.find(({ method }) => method === 'holt');
      return found !== undefined && 'reason' in found ? found.reason : null;
    };
    expect(reasonOfHolt(2030)).toBeNull();
    expect(reasonOfHolt(2027)).toBe('years-uneven');
  });

  it('与えた係数の Holt', () => {
    const forecast = forecastIndicator(
      { series: series(satisfaction), targetFiscalYear: 2027, goal: 'no-target', joined: null },
      { ...usualForecastRules, holt: { level: 0.8, trend: 0.2, damping: 0.9 } },
    );
    const found = told(forecast).methods.find(({ method }) => method === 'damped-holt');
    expect(found !== undefined && 'prediction' in found ? found.prediction.mean : null).toBeCloseTo(
      6.885863815913,
      9,
    );
  });
});

describe('何年かを合わせた目標', () => {
  const flows = series([20, 22, 21, 25, 24]);

  it('測った年の合計に、残る年の見通しを足す', () => {
    const sum = told(ask(flows, 2025, { from: 100, to: null }, { since: 2022, as: 'sum' }));
    const years = [2024, 2025].map((year) => told(ask(flows, year)).mean);
    expect(sum.mean).toBeCloseTo(25 + 24 + (years[0] ?? 0) + (years[1] ?? 0), 9);
    expect(sum).toMatchObject({ choice: { because: 'sum-of-years' }, reaches: true });
    const mean = told(ask(flows, 2025, { from: 25, to: null }, { since: 2022, as: 'mean' }));
    expect(mean.mean).toBeCloseTo(sum.mean / 4, 9);
    expect(mean.probability).toBeCloseTo(sum.probability ?? -1, 9);
  });

  it('過ぎた年の値が欠けていれば、合計は言わない', () => {
    const gap = {
      ...flows,
      observations: flows.observations.filter(({ fiscalYear }) => fiscalYear !== 2022),
    };
    expect(ask(gap, 2025, { from: 100, to: null }, { since: 2021, as: 'sum' })).toMatchObject({
      kind: 'none',
      reason: 'incomplete-series',
      fiscalYear: 2022,
    });
  });
});

describe('目標に届くとは', () => {
  const target = (value: string | null, comparison: 'at-least' | 'at-most' | 'exactly' = 'exactly') => ({
    value,
    text: null,
    comparison,
  });
  it.each([
    ['増やす', { direction: 'up', range: null }, target('50'), { from: 50, to: null }],
    ['減らす', { direction: 'down', range: null }, target('50'), { from: null, to: 50 }],
    ['以上を保つ', { direction: 'keep-at-or-above', range: null }, target('6.77'), { from: 6.77, to: null }],
    ['以下を保つ', { direction: 'keep-at-or-below', range: null }, target('0'), { from: null, to: 0 }],
    ['範囲', { direction: 'range', range: { from: '18', to: '22' } }, null, { from: 18, to: 22 }],
    ['片側だけの範囲', { direction: 'range', range: { from: null, to: '22' } }, null, { from: null, to: 22 }],
    ['目標の書き方が先', { direction: 'none', range: null }, target('5', 'at-most'), { from: null, to: 5 }],
    ['向きがない', { direction: 'none', range: null }, target('5'), 'no-direction'],
    ['文字の目標', { direction: 'up', range: null }, { ...target(null), text: '策定' }, 'target-text'],
    ['設定中', { direction: 'up', range: null }, target(null), 'no-target'],
    ['目標なし', { direction: 'up', range: null }, null, 'no-target'],
  ] as const)('%s', (_, aim, given, goal) => {
    expect(goalOfTarget(aim, given)).toEqual(goal);
  });

  it('範囲に入る確率は、両側の外を除いたもの', () => {
    const above = told(ask(series(satisfaction), 2027, { from: 6.8, to: null })).probability ?? 0;
    const beyond = told(ask(series(satisfaction), 2027, { from: 7, to: null })).probability ?? 0;
    const within = told(ask(series(satisfaction), 2027, { from: 6.8, to: 7 })).probability ?? 0;
    expect(within).toBeCloseTo(above - beyond, 12);
  });
});
