import { expect, it } from 'vitest';
import { checkIndicator } from './check-indicator.ts';
import { type Indicator, type IndicatorValue, plainIndicator, plainValue } from './indicator.ts';

const indicator: Indicator = {
  indicatorKey: 'x',
  name: '幸福度の回答分布',
  unit: '%',
  direction: 'none',
  kind: 'outcome',
  subjective: true,
  timeBehaviour: 'point',
  definition: '',
  formulaText: '',
  source: null,
  frequency: '',
  decimals: 1,
  unitKey: 'kikaku',
  ...plainIndicator,
  breakdowns: [
    { key: 'age', name: '年代', categories: [{ key: '20s', name: '20歳代' }] },
    { key: 'score', name: '回答', categories: [{ key: '7', name: '7点' }] },
  ],
  position: 1,
};
const value = (change: Partial<IndicatorValue>): IndicatorValue => ({
  series: 'actual',
  fiscalYear: 2022,
  asOf: null,
  breakdown: '',
  value: '1.0',
  text: null,
  ...plainValue,
  status: 'final',
  source: null,
  note: '',
  ...change,
});
const target = {
  value: null,
  text: null,
  comparison: 'at-least',
  setOn: null,
  reason: '',
  source: null,
} as const;
const units = new Set(['kikaku']);
type Defined = Parameters<typeof checkIndicator>[0];
const found = (change: Partial<Defined>): readonly string[] =>
  checkIndicator(
    { indicator, referenceSeries: [], baseline: null, targets: [], values: [], ...change },
    units,
  ).map(({ code, path }) => `${code} ${path.slice(2).join('/')}`);

it.each(['', 'age:20s', 'score:7', 'age:20s/score:7'])('内訳「%s」は正しい', (breakdown) => {
  expect(found({ values: [value({ breakdown })] })).toEqual([]);
});

it.each(['age', 'age:90s', 'sex:f', 'score:7/age:20s', 'age:20s/age:20s', 'age:20s/', 'age:20s:x', '/'])(
  '内訳「%s」は定義にない',
  (breakdown) => {
    expect(found({ values: [value({ breakdown })] })).toEqual(['breakdown-unknown values/2022']);
  },
);

it.each<[string, Partial<Defined>, readonly string[]]>([
  ['登録のない組織', { indicator: { ...indicator, unitKey: 'zaisei' } }, ['unit-unknown unitKey']],
  ['空の名称', { indicator: { ...indicator, name: ' ' } }, ['text-missing name']],
  ['定義のない系列', { values: [value({ series: 'projection' })] }, ['series-unknown values/2022']],
  [
    'actual という名の参考系列',
    { referenceSeries: [{ series: 'actual', name: '実績', note: '' }] },
    ['key-twice referenceSeries'],
  ],
  ['二度書かれた値', { values: [value({}), value({ value: '2.0' })] }, ['value-twice values/2022']],
  [
    '二度書かれた目標',
    {
      targets: [
        { ...target, fiscalYear: 2032 },
        { ...target, fiscalYear: 2032 },
      ],
    },
    ['fiscal-year-twice targets'],
  ],
  [
    'ありえない年度',
    {
      baseline: { fiscalYear: 20, value: null, behaviour: null, note: '', source: null },
      targets: [{ ...target, fiscalYear: 2024.5 }],
      values: [value({ fiscalYear: 9999 })],
    },
    ['fiscal-year-implausible baseline', 'fiscal-year-implausible targets', 'fiscal-year-implausible values'],
  ],
  ['数と言葉の両方', { values: [value({ text: '策定' })] }, ['two-values values/2022']],
  [
    '数と、値がない理由の両方',
    { values: [value({ missing: 'suppressed' })] },
    ['missing-beside-value values/2022'],
  ],
  ['負の標準誤差', { values: [value({ standardError: '-0.1' })] }, ['standard-error-negative values/2022']],
  [
    '標準誤差だけ',
    { values: [value({ value: null, standardError: '0.1' })] },
    ['standard-error-alone values/2022'],
  ],
  [
    '計算する指標に手で入れた値',
    {
      indicator: { ...indicator, computed: { operation: 'ratio', operands: ['a', 'b'], factor: '100' } },
      values: [value({}), value({ breakdown: 'age:20s' }), value({ fiscalYear: 2023 })],
    },
    ['computed-has-figures computed'],
  ],
])('%s', (_, change, expected) => {
  expect(found(change)).toEqual(expected);
});
