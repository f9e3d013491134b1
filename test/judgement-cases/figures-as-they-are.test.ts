import { describe, expect, it } from 'vitest';
import { isReason } from '../../src/domain/indicator/judgement/figure.ts';
import { judge } from '../../src/domain/indicator/judgement/judge.ts';
import type { Judgeable } from '../../src/domain/indicator/judgement/judgeable.ts';
import { exactDecimal } from '../../src/domain/kernel/fraction.ts';
import { compiledFrom } from './compiled-scheme.ts';
import { actualOf, baselineOf, judgeableOf, targetOf } from './judgeable.ts';

/** One measure, no grades. */
const measured = (measure: object, said: Partial<Judgeable>, fiscalYear: number, scheme: object = {}) => {
  const compiled = compiledFrom({
    schemeKey: 'm',
    version: '1',
    name: '尺度だけ',
    validFrom: 2000,
    measures: { m: { name: '尺度', ...measure } },
    publishedMeasures: [{ measure: 'm', name: '尺度', as: 'number', decimals: 4 }],
    ...scheme,
  });
  const judgement = judge(compiled, judgeableOf(said), fiscalYear);
  const value = judgement.measures.m ?? 'no-value';
  return {
    value: isReason(value) ? value : (exactDecimal(value) ?? judgement.published[0]?.text),
    lines: judgement.arithmetic().map(({ text }) => text),
  };
};

const progress = { formula: 'progress', target: 'final' };
const flows: Partial<Judgeable> = {
  timeBehaviour: 'flow',
  targetBasis: { behaviour: 'cumulative', since: 2020 },
  baseline: baselineOf(2019, '7', { behaviour: 'flow' }),
  targets: [targetOf(2024, '50')],
  values: [actualOf(2020, '10'), actualOf(2021, '12'), actualOf(2022, '8')],
};

describe('累計・平均と単年', () => {
  it.each<[string, Partial<Judgeable>, number, string]>([
    ['毎年の数を累計の目標と比べる', flows, 2022, '0.60'],
    ['途中の年度までの累計', flows, 2021, '0.44'],
    [
      '途中に値のない年があれば、0とせず理由を言う',
      { ...flows, values: [actualOf(2020, '10'), actualOf(2022, '8')] },
      2022,
      'incomplete-series',
    ],
    ['基準値がなくても累計は0から数える', { ...flows, baseline: null }, 2022, '0.60'],
    [
      '累計どうしは基準値を差し引く',
      {
        ...flows,
        timeBehaviour: 'cumulative',
        baseline: baselineOf(2019, '10', { behaviour: 'cumulative' }),
        values: [actualOf(2022, '30')],
      },
      2022,
      '0.50',
    ],
    [
      '期間平均の目標',
      {
        ...flows,
        targetBasis: { behaviour: 'period-average', since: 2020 },
        baseline: baselineOf(2019, '0', { behaviour: 'flow' }),
      },
      2022,
      '0.20',
    ],
    [
      '累計の値を単年の目標とは比べない',
      { ...flows, timeBehaviour: 'cumulative', targetBasis: { behaviour: 'flow', since: null } },
      2022,
      'not-comparable',
    ],
  ])('%s', (_, said, year, expected) => {
    expect(Number(measured(progress, said, year).value) || measured(progress, said, year).value).toEqual(
      Number(expected) || expected,
    );
  });

  it('合計したこと、基準値を引かないことを算式に示す', () => {
    expect(measured(progress, flows, 2022).lines).toEqual([
      '令和2年度から令和4年度までの合計 30',
      '基準値は目標値と種類が異なるため差し引かず、0から数える',
      '尺度 = (30 − 0) ÷ (50 − 0) = 0.60',
    ]);
  });

  it('種類の違う基準値からの変化は言わない', () => {
    expect(measured({ formula: 'change', from: 'baseline' }, flows, 2022).value).toBe('not-comparable');
  });
});

describe('単位の変更', () => {
  const said = (factor: string | null): Partial<Judgeable> => ({
    baseline: baselineOf(2019, '1.0'),
    targets: [targetOf(2024, '2000')],
    values: [actualOf(2021, '1.2'), actualOf(2022, '1500')],
    unitChanges: [{ fromFiscalYear: 2022, unit: '人', factor }],
  });
  it.each([
    ['千人から人へ、変更の後', '1000', 2022, '0.5'],
    ['千人から人へ、変更の前の年度も同じ単位で比べる', '1000', 2021, '0.2'],
    ['率のない変更の前とは比べない', null, 2022, 'not-comparable'],
  ])('%s', (_, factor, year, expected) => {
    const { value } = measured(progress, said(factor), year);
    expect(Number(value) || value).toEqual(Number(expected) || expected);
  });
});

describe('道筋と必要な進捗', () => {
  const base: Partial<Judgeable> = {
    baseline: baselineOf(2019, '100'),
    targets: [targetOf(2022, '130'), targetOf(2024, '150')],
    values: [2020, 2021, 2022, 2023, 2024].map((year) => actualOf(year, '120')),
  };
  const path = (shape: 'linear' | 'step' | 'given', more: object = {}): Partial<Judgeable> => ({
    ...base,
    path: { shape, points: [], surveyYears: [], ...more },
  });
  const gap = { formula: 'difference', target: 'expected', orientation: 'as-written' };

  it.each<[string, Partial<Judgeable>, number, string]>([
    ['直線の途中', path('linear'), 2021, '0'],
    ['示された目標を通る', path('linear'), 2022, '-10'],
    ['次の目標との間', path('linear'), 2023, '-20'],
    ['調査の年にだけ進む', path('step', { surveyYears: [2022] }), 2023, '-10'],
    ['調査の前は基準値', path('step', { surveyYears: [2022] }), 2021, '20'],
    ['与えられた値', path('given', { points: [{ fiscalYear: 2021, value: '118.5' }] }), 2021, '1.5'],
    ['与えられていない年度', path('given'), 2021, 'no-expected'],
    ['目標がない', { ...path('linear'), targets: [] }, 2021, 'no-target'],
    ['基準値がない', { ...path('linear'), baseline: null }, 2021, 'no-baseline'],
  ])('%s', (_, said, year, expected) => {
    const { value } = measured(gap, said, year);
    expect(Number.isNaN(Number(value)) ? value : Number(value)).toEqual(
      Number.isNaN(Number(expected)) ? expected : Number(expected),
    );
  });

  it.each<[string, object, number, string]>([
    ['計画の初年度から等分', { by: 'linear', since: 'plan-start' }, 2021, '0.40'],
    ['目標の年度の後は全部', { by: 'linear', since: 'plan-start' }, 2024, '1'],
    ['計画の前は求めない', { by: 'linear', since: 'plan-start' }, 2019, 'outside-plan'],
    ['基準値の年度から等分', { by: 'linear', since: 'baseline' }, 2021, '0.4'],
    ['表', { by: 'table', shares: ['0.1', '0.3'] }, 2021, '0.3'],
    ['表の終わりの後は最後の率', { by: 'table', shares: ['0.1', '0.3'] }, 2024, '0.3'],
    ['道筋から', { by: 'path' }, 2022, '0.6'],
  ])('必要な進捗: %s', (_, required, year, expected) => {
    const said = { ...base, path: { shape: 'linear' as const, points: [], surveyYears: [] } };
    const { value } = measured({ formula: 'required', target: 'final', required }, said, year, {
      planStart: 2020,
    });
    expect(Number(value) || value).toEqual(Number(expected) || expected);
  });
});

describe('割れない目標、方向のない指標', () => {
  const said = (
    direction: Judgeable['direction'],
    baseline: string,
    actual: string,
    target: string,
  ): Partial<Judgeable> => ({
    direction,
    baseline: baselineOf(2019, baseline),
    targets: [targetOf(2024, target)],
    values: [actualOf(2022, actual)],
  });
  it.each<[string, object, Partial<Judgeable>, string]>([
    ['目標が基準と同じ', progress, said('keep-at-or-above', '65000', '65100', '65000'), 'target-is-baseline'],
    ['目標が0の比', { formula: 'ratio', target: 'final' }, said('down', '5', '1', '0'), 'division-by-zero'],
    ['目標が負の比', { formula: 'ratio', target: 'final' }, said('up', '-9', '-4', '-2'), 'negative'],
    [
      '実績が0の逆の比',
      { formula: 'inverse-ratio', target: 'final' },
      said('down', '5', '0', '2'),
      'division-by-zero',
    ],
    [
      '方向のない指標の望ましい差',
      { formula: 'difference', target: 'final' },
      said('none', '1', '2', '3'),
      'no-direction',
    ],
    [
      '範囲の内側',
      { formula: 'difference', target: 'final' },
      { ...said('range', '1', '7', '3'), range: { from: '5', to: '10' } },
      '2',
    ],
    [
      '範囲の外',
      { formula: 'difference', target: 'final' },
      { ...said('range', '1', '11.5', '3'), range: { from: '5', to: '10' } },
      '-1.5',
    ],
    ['下降の進捗（27→25で26は半分）', progress, said('down', '27', '26', '25'), '0.5'],
    ['後退は負', progress, said('down', '27', '28', '25'), '-0.5'],
    ['2 − x ÷ t', { formula: 'mirrored-ratio', target: 'final' }, said('down', '9', '5', '4'), '0.75'],
    [
      '下降の達成率は t ÷ x',
      { formula: 'ratio-in-direction', target: 'final' },
      said('down', '9', '5', '4'),
      '0.8',
    ],
    [
      '待機児童 0を0以下に保つ',
      { formula: 'difference', target: 'final' },
      said('keep-at-or-below', '0', '0', '0'),
      '0',
    ],
    [
      '目標の文字',
      progress,
      { ...said('up', '1', '2', '3'), targets: [targetOf(2024, null, { text: '策定' })] },
      'target-text',
    ],
    [
      '実績の文字',
      progress,
      { ...said('up', '1', '2', '3'), values: [actualOf(2022, null, { text: '策定' })] },
      'not-numeric',
    ],
    ['目標は未定', progress, { ...said('up', '1', '2', '3'), targets: [targetOf(2024, null)] }, 'no-target'],
    [
      '欠測の理由',
      progress,
      { ...said('up', '1', '2', '3'), values: [actualOf(2022, null, { missing: 'suppressed' })] },
      'suppressed',
    ],
    ['入力なし', progress, { ...said('up', '1', '2', '3'), values: [] }, 'no-value'],
  ])('%s', (_, measure, indicator, expected) => {
    const { value } = measured(measure, indicator, 2022);
    expect(Number.isNaN(Number(value)) ? value : Number(value)).toEqual(
      Number.isNaN(Number(expected)) ? expected : Number(expected),
    );
  });

  it('範囲の指標の標準誤差も、疑問符のない算式になる（試験が見つけた誤り）', () => {
    const indicator: Partial<Judgeable> = {
      direction: 'range',
      range: { from: '-1', to: '10.5' },
      values: [actualOf(2022, '-124.8', { standardError: '0.5' })],
    };
    const { lines } = measured({ formula: 'standard-errors', against: { target: 'final' } }, indicator, 2022);
    expect(lines).toEqual(['尺度 = (小さいほう ((−124.8) − (−1)), (10.5 − (−124.8))) ÷ 0.5 = −247.6000']);
  });
});

describe('使う実績の選び方', () => {
  const values = [
    actualOf(2019, '1'),
    actualOf(2020, null, { missing: 'not-surveyed' }),
    actualOf(2022, '3'),
    actualOf(2023, null, { missing: 'discontinued' }),
  ];
  it.each<[string, object, number, string]>([
    ['その年度だけ', { use: 'this-year' }, 2020, 'not-surveyed'],
    ['最も新しい値', { use: 'latest' }, 2020, '1'],
    ['先の年度の値は使わない', { use: 'latest' }, 2018, 'no-value'],
    ['古すぎる値は使わない', { use: 'latest', within: 1 }, 2021, 'no-value'],
    ['近い年度', { use: 'nearest' }, 2021, '3'],
    ['廃止されたら代わりは使わない', { use: 'latest', unless: ['discontinued'] }, 2023, 'discontinued'],
  ])('%s', (_, actual, year, expected) => {
    expect(measured({ formula: 'value' }, { values }, year, { actual }).value).toBe(expected);
  });
});
