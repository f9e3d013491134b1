import { expect, it } from 'vitest';
import { checkDefinition } from './check-definition.ts';
import { type Baseline, type Indicator, type IndicatorTarget, plainIndicator } from './indicator.ts';

const indicator: Indicator = {
  indicatorKey: 'x',
  name: '満足度',
  unit: '%',
  direction: 'up',
  kind: 'outcome',
  subjective: true,
  timeBehaviour: 'point',
  definition: '',
  formulaText: '',
  source: null,
  frequency: '',
  decimals: 1,
  unitKey: null,
  ...plainIndicator,
  breakdowns: [],
  position: 1,
};
const baseline: Baseline = { fiscalYear: 2022, value: '50', behaviour: null, note: '', source: null };
const targets: readonly IndicatorTarget[] = [2025, 2028].map((fiscalYear) => ({
  fiscalYear,
  value: '60',
  text: null,
  comparison: 'at-least',
  setOn: null,
  reason: '',
  source: null,
}));
const found = (change: Partial<Indicator>, from: Baseline | null = baseline): readonly string[] =>
  checkDefinition({ ...indicator, ...change }, from, targets, (...path) => path).map(
    ({ code, path }) => `${code} ${path.join('/')}`,
  );
const point = (fiscalYear: number, value = '55') => ({ fiscalYear, value });
const given = (...points: readonly { fiscalYear: number; value: string }[]) =>
  ({ path: { shape: 'given', points, surveyYears: [] } }) as const;
const change = (fiscalYear: number, unit: string, factor: string | null) => ({ fiscalYear, unit, factor });

it.each<[string, Partial<Indicator>]>([
  ['何も言わない指標', {}],
  ['片側だけの範囲', { direction: 'range', range: { from: '10', to: null } }],
  ['上下が同じ範囲', { direction: 'range', range: { from: '10', to: '10.0' } }],
  ['基準の年度と目標の年度を含む道筋', given(point(2022), point(2028))],
  ['調査の年の段階', { path: { shape: 'step', points: [], surveyYears: [2024, 2027] } }],
  ['単位の変更', { unitChanges: [change(2020, '人', '1000'), change(2024, '%', null)] }],
  ['累計の始まり', { targetBasis: { behaviour: 'cumulative', since: 2023 } }],
  ['月数と共通指標のキー', { availableAfterMonths: 0, commonKey: 'total-fertility-rate' }],
])('%sは正しい', (_, definition) => {
  expect(found(definition)).toEqual([]);
});

it.each<[string, Partial<Indicator>, readonly string[]]>([
  ['逆の範囲', { direction: 'range', range: { from: '10', to: '9.9' } }, ['range-reversed range']],
  ['向きの違う範囲', { range: { from: '1', to: '2' } }, ['range-without-direction range']],
  ['値のない道筋', given(), ['path-points-missing path/points']],
  [
    '調査の年のない段階',
    { path: { shape: 'step', points: [], surveyYears: [] } },
    ['path-survey-years-missing path/surveyYears'],
  ],
  ['同じ年度が二つある道筋', given(point(2024), point(2024, '56')), ['fiscal-year-twice path/points']],
  [
    '基準より前と目標より後の道筋',
    given(point(2021), point(2025), point(2029)),
    ['path-year-outside path/points/0/fiscalYear', 'path-year-outside path/points/2/fiscalYear'],
  ],
  [
    '期間の外の調査の年',
    { path: { shape: 'step', points: [], surveyYears: [2024, 2030] } },
    ['path-year-outside path/surveyYears'],
  ],
  ['書き間違いの年度', given(point(2206)), ['fiscal-year-implausible path/points/0/fiscalYear']],
  [
    '書き間違いの累計の始まり',
    { targetBasis: { behaviour: 'cumulative', since: 206 } },
    ['fiscal-year-implausible targetBasis/since'],
  ],
  ['0の換算', { unitChanges: [change(2020, '%', '0')] }, ['unit-factor-not-positive unitChanges/0/factor']],
  [
    '同じ年度の二つの単位',
    { unitChanges: [change(2020, '%', null), change(2020, '%', '100')] },
    ['fiscal-year-twice unitChanges'],
  ],
  [
    'いまの単位と違う最後の単位',
    { unitChanges: [change(2020, '人', null)] },
    ['unit-change-last unitChanges'],
  ],
  ['負の月数', { availableAfterMonths: -1 }, ['available-months-range availableAfterMonths']],
  ['文字の混じるキー', { commonKey: '合計 TFR' }, ['common-key-format commonKey']],
])('%sは、場所を示して断る', (_, definition, expected) => {
  expect(found(definition)).toEqual(expected);
});

it('基準値のない指標の道筋は、目標の年度だけで確かめる', () => {
  expect(found(given(point(2001)), null)).toEqual([]);
  expect(found(given(point(2031)), null)).toEqual(['path-year-outside path/points/0/fiscalYear']);
});
