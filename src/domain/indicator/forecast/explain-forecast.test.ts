import { describe, expect, it } from 'vitest';
import { aJudgeable, yearlyValues } from '../../../../test/factories/judgeable.ts';
import { explainForecast, trendText } from './explain-forecast.ts';
import { forecastOf } from './forecast-of.ts';
import { mannKendall } from './mann-kendall.ts';

const satisfaction = { 2019: '6.41', 2020: '6.48', 2021: '6.55', 2022: '6.52', 2023: '6.66', 2024: '6.77' };
const shown = { decimals: 2, unit: '点' };
const target = { fiscalYear: 2027, value: '7.0', text: null, comparison: 'at-least' as const };
const indicator = (rest: Parameters<typeof aJudgeable>[0] = {}) =>
  aJudgeable({ unit: '点', targets: [target], values: yearlyValues(satisfaction), ...rest });

describe('見通しの説明', () => {
  it('何から、どの方法で、どの幅で、どの確率で、なぜその方法か', () => {
    expect(explainForecast(forecastOf(indicator()), shown)).toEqual([
      '令和元年度から令和6年度までの6年分の値から、最小二乗法の直線で見通した。',
      '令和9年度の見通しは6.928点。80%の区間は6.809点から7.047点まで。',
      '目標に届く確率は20%。',
      '年数が少ないので、直線を公表する。',
    ]);
  });

  it('英語でも', () => {
    expect(explainForecast(forecastOf(indicator()), shown, 'en').slice(0, 3)).toEqual([
      'Forecast from 6 years (FY2019 to FY2024) by a straight line by least squares.',
      'FY2027: 6.928点; 80% interval 6.809点 to 7.047点.',
      'Probability of reaching the target: 20%.',
    ]);
  });

  it.each([
    ['確実とは言わない', { targets: [{ ...target, value: '5.0' }] }, '目標に届く確率は99%超。'],
    ['不可能とも言わない', { targets: [{ ...target, value: '9.0' }] }, '目標に届く確率は1%未満。'],
    ['目標が設定中', { targets: [{ ...target, value: null }] }, '目標値がないため、届く確率は言えない。'],
    [
      '遠い年',
      { targets: [{ ...target, fiscalYear: 2032 }] },
      '値のある期間より先の年を見通している。幅より大きく外れることがある。',
    ],
    [
      '速報の年',
      {
        values: [
          ...yearlyValues({ ...satisfaction }),
          ...yearlyValues({ 2025: '6.8' }, { status: 'provisional' }),
        ],
      },
      '令和7年度は確定した値ではない。',
    ],
    [
      '切れた系列',
      { unitChanges: [{ fromFiscalYear: 2020, unit: '点', factor: null }] },
      '令和2年度に定義か単位が変わったので、それより前の1年分は使わない。',
    ],
    [
      '標準誤差',
      { values: yearlyValues(satisfaction, { standardError: '0.05' }) },
      'どの年にも標準誤差があるので、誤差の小さい年を重く見る直線を公表する。',
    ],
    [
      '足りない',
      { values: yearlyValues({ 2023: '6.6', 2024: '6.7' }) },
      '比べられる値が2年分しかない。見通しには4年分が要る。',
    ],
    ['目標なし', { targets: [] }, '目標がないので、見通す年が決まらない。'],
    [
      '過ぎた目標',
      { targets: [{ ...target, fiscalYear: 2024 }] },
      '令和6年度までの値があり、見通す年が残っていない。',
    ],
  ])('%s', (_, rest, sentence) => {
    expect(explainForecast(forecastOf(indicator(rest)), shown)).toContain(sentence);
  });

  it.each([
    ['増える傾向がある', [1, 2, 3, 4, 5]],
    ['減る傾向がある', [5, 4, 3, 2, 1]],
    ['増減の傾向があるとは言えない', [1, 2, 3, 4]],
    ['増減の傾向があるとは言えない', [3, 3, 3, 3, 3]],
  ])('%s', (text, values) => {
    expect(trendText(mannKendall(values))).toBe(text);
  });
});
