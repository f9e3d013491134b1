import { describe, expect, it } from 'vitest';
import { type IndicatorTarget, type IndicatorValue, plainValue } from '../../domain/indicator/indicator.ts';
import { type KnownFigures, outlookOf } from '../../domain/indicator/outlook.ts';
import { findingOf } from './finding.ts';

const points = { unit: '点', decimals: 2, direction: 'keep-at-or-above', breakdowns: [] } as const;
const shares = {
  unit: '%',
  decimals: 1,
  direction: 'none',
  breakdowns: ['年代', '回答'].map((name) => ({ key: name, name, categories: [] })),
} as const;
const people = { unit: '人', decimals: 0, direction: 'keep-at-or-above', breakdowns: [] } as const;

const actual = (fiscalYear: number, value: string, rest: Partial<IndicatorValue> = {}): IndicatorValue => ({
  series: 'actual',
  fiscalYear,
  asOf: null,
  breakdown: '',
  value,
  text: null,
  ...plainValue,
  status: 'final',
  source: null,
  note: '',
  ...rest,
});
const target = (value: string | null): IndicatorTarget => ({
  fiscalYear: 2032,
  value,
  text: null,
  comparison: 'at-least',
  setOn: null,
  reason: '',
  source: null,
});
const happiness: KnownFigures = {
  baseline: { fiscalYear: 2022, value: '6.77', behaviour: null, note: '', source: null },
  targets: [target('6.77')],
  values: [actual(2022, '6.77')],
  referenceSeries: [],
};
const population: KnownFigures = {
  baseline: null,
  targets: [target('65000')],
  values: [actual(2032, '63200', { series: 'p', status: 'estimated' })],
  referenceSeries: [{ series: 'p', name: '基準推計', note: '' }],
};

describe('図の題名', () => {
  it.each([
    ['基準だけ', happiness, points, '令和4年度の6.77点を基準に、令和14年度に6.77点以上を目指す'],
    [
      '回答の分布',
      { baseline: null, targets: [], values: [actual(2022, '100.0')], referenceSeries: [] },
      shares,
      '令和4年度の、年代と回答ごとの割合',
    ],
    [
      '目標を満たす',
      { ...happiness, values: [actual(2025, '6.80')] },
      points,
      '令和7年度は6.80点。目標（6.77点以上）を満たしています',
    ],
    [
      '目標に届かない',
      { ...happiness, values: [actual(2025, '6.5')] },
      points,
      '令和7年度は6.50点。目標（6.77点以上）まで、あと0.27点',
    ],
    [
      '割合の差はポイント',
      { ...happiness, targets: [target('80')], values: [actual(2025, '78.7')] },
      { ...shares, breakdowns: [], direction: 'up' },
      '令和7年度は78.7%。目標（80.0%以上）まで、あと1.3ポイント',
    ],
    [
      '推計の割合の差もポイント',
      {
        ...population,
        targets: [target('80')],
        values: [actual(2032, '78.7', { series: 'p', status: 'estimated' })],
      },
      { ...shares, breakdowns: [], direction: 'up' },
      '基準推計では令和14年度に約78.7%。目標には1.3ポイント足りない',
    ],
    [
      '値のない基準と同じ年度の値は、基準の値ではない',
      {
        ...population,
        baseline: { fiscalYear: 2020, value: null, behaviour: null, note: '', source: null },
        values: [actual(2020, '60000')],
        referenceSeries: [],
      },
      people,
      '令和2年度は60,000人。目標（65,000人以上）まで、あと5,000人',
    ],
    [
      '推計が目標に足りない',
      population,
      people,
      '基準推計では令和14年度に約63,200人。目標には1,800人足りない',
    ],
    [
      '目標は設定中',
      { ...happiness, baseline: null, values: [], targets: [target(null)] },
      points,
      '目標値は設定中です',
    ],
    [
      '何もない',
      { ...happiness, baseline: null, values: [], targets: [] },
      points,
      '値はまだ公開されていません',
    ],
  ] as const)('%s', (_, known, indicator, expected) => {
    expect(findingOf(outlookOf(known), indicator, 'ja')).toBe(expected);
  });

  it('英語でも同じことを言う', () => {
    expect(findingOf(outlookOf(population), people, 'en')).toBe(
      '基準推計: about 63,200 people in FY2032, 1,800 people short of the target',
    );
  });
});
