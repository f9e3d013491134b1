import { describe, expect, it } from 'vitest';
import type { Judgeable } from '../../src/domain/indicator/judgement/judgeable.ts';
import { percentagesOf } from '../../src/domain/indicator/judgement/percentages.ts';
import { rollUp, rollUpBy } from '../../src/domain/indicator/judgement/roll-up.ts';
import { compiledFrom } from './compiled-scheme.ts';
import { actualOf } from './judgeable.ts';
import { countsOf, judgeAll, percentsOf, syntheticSet } from './synthetic-set.ts';

describe('割合', () => {
  it.each([
    ['四捨五入', 'half-away', ['33.3', '33.3', '33.3']],
    ['合計100に合わせ、同じ端数は先のものへ', 'sum-to-100', ['33.4', '33.3', '33.3']],
    ['切捨て', 'down', ['33.3', '33.3', '33.3']],
  ] as const)('1/3 ずつ: %s', (_, rounding, expected) => {
    expect(percentagesOf([1, 1, 1], 3, { decimals: 1, rounding })).toEqual(expected);
  });

  it.each([
    ['half-away', ['13', '88']],
    ['half-even', ['12', '88']],
    ['down', ['12', '87']],
    ['sum-to-100', ['13', '87']],
  ] as const)('ちょうど半分（12.5と87.5）: %s', (rounding, expected) => {
    expect(percentagesOf([1, 7], 8, { decimals: 0, rounding })).toEqual(expected);
  });

  it('分母が0なら割合はない', () => {
    expect(percentagesOf([0, 0], 0, { decimals: 1, rounding: 'half-away' })).toEqual([null, null]);
    expect(percentagesOf([0], 0, { decimals: 1, rounding: 'sum-to-100' })).toEqual([null]);
  });
});

const schemeWith = (rule: object) =>
  compiledFrom({
    schemeKey: 'r',
    version: '1',
    name: '集計の試験',
    validFrom: 2000,
    measures: { x: { name: '実績', formula: 'value' } },
    axes: [
      {
        axisKey: 'a',
        name: '軸',
        grades: [
          { key: 'A', label: '良', class: 'good' },
          { key: 'B', label: '否', class: 'poor' },
          { key: '外', label: '対象外', class: 'none' },
          { key: '欠', label: '判定不能', class: 'unknown' },
        ],
        cases: [
          { for: { tag: ['対象外'] }, steps: [{ by: 'grade', give: '外' }] },
          {
            steps: [
              {
                by: 'measure',
                measure: 'x',
                bands: [
                  { from: '50', give: 'A' },
                  { to: '50', give: 'B' },
                ],
              },
            ],
          },
        ],
        missing: { discontinued: '欠' },
      },
    ],
    rollUp: rule,
  });

const having = (value: string | null, more: Partial<Judgeable> = {}): Partial<Judgeable> => ({
  values: value === null ? [] : [actualOf(2024, value)],
  ...more,
});

/** 6 good, 2 poor, 1 outside although it has a figure, 2 discontinued, 1 not entered. */
const set = syntheticSet([
  [6, having('60')],
  [2, having('40')],
  [1, having('60', { tags: ['対象外'] })],
  [2, { values: [actualOf(2024, null, { missing: 'discontinued' })] }],
  [1, having(null)],
]);

describe('分母', () => {
  it.each([
    ['all', 12, { A: '50.0', B: '16.7', 外: '8.3', 欠: '16.7' }],
    ['counted', 10, { A: '60.0', B: '20.0', 外: null, 欠: '20.0' }],
    ['judged', 8, { A: '75.0', B: '25.0', 外: null, 欠: null }],
    ['with-value', 9, { A: '66.7', B: '22.2', 外: '11.1', 欠: '0.0' }],
  ] as const)('%s', (denominator, count, percents) => {
    const scheme = schemeWith({ counted: ['A', 'B', '欠'], percent: { denominator, decimals: 1 } });
    const result = rollUp(scheme, judgeAll(scheme, set, 2024));
    expect(result.denominator).toEqual({ of: denominator, count });
    expect(percentsOf(result)).toEqual(percents);
    expect(countsOf(result)).toEqual({ A: 6, B: 2, 外: 1, 欠: 2 });
    expect([result.entries, result.counted, result.judged, result.withValue]).toEqual([12, 10, 8, 9]);
  });

  it('数えない段階と、判定のないものは名で残る', () => {
    const scheme = schemeWith({ counted: ['A', 'B', '欠'] });
    const result = rollUp(scheme, judgeAll(scheme, set, 2024));
    expect(
      result.grades.filter(({ isCounted }) => !isCounted).map(({ indicatorKeys }) => indicatorKeys),
    ).toEqual([['k2-0']]);
    expect(result.ungraded).toEqual([{ reason: 'no-value', indicatorKeys: ['k4-0'] }]);
  });

  it('判定のないものがあるとき、合計100はそれを含めた合計', () => {
    const scheme = schemeWith({ percent: { denominator: 'all', decimals: 0, rounding: 'sum-to-100' } });
    const result = rollUp(scheme, judgeAll(scheme, set, 2024));
    // 50 + 16.7 + 8.3 + 16.7 and 8.3 without a grade
    expect(percentsOf(result)).toEqual({ A: '50', B: '17', 外: '8', 欠: '17' });
  });

  it('一つもなければ、0件で割合はない', () => {
    const scheme = schemeWith({ scores: [] });
    const result = rollUp(scheme, []);
    expect(result.entries).toBe(0);
    expect(percentsOf(result)).toEqual({ A: null, B: null, 外: null, 欠: null });
  });
});

describe('うち…', () => {
  it('段階と尺度の両方でも数える（下の境を含み、上の境を含まない）', () => {
    const scheme = schemeWith({
      percent: { denominator: 'judged', decimals: 1 },
      alsoCount: [
        { countKey: 'sixty', name: '60以上70未満', measure: { measure: 'x', from: '60', to: '70' } },
        { countKey: 'below', name: '60未満', measure: { measure: 'x', to: '60' } },
        { countKey: 'good', name: '60以上の良', grades: ['A'], measure: { measure: 'x', from: '60' } },
      ],
    });
    const { alsoCounts } = rollUp(scheme, judgeAll(scheme, set, 2024));
    expect(alsoCounts.map(({ countKey, count }) => [countKey, count])).toEqual([
      ['sixty', 7],
      ['below', 2],
      ['good', 6],
    ]);
  });
});

/** 札幌市 prints 33 indicators of which 7 are repeated: 26. */
it('再掲は全体では一度だけ数え、区分ごとの掲載数と再掲数を言う（個々の数値は作ったもの）', () => {
  const scheme = schemeWith({});
  const judged = judgeAll(
    scheme,
    syntheticSet([
      [18, having('60', { groups: { field: ['子ども'] } })],
      [7, having('40', { groups: { field: ['子ども', '暮らし'] } })],
      [1, having('40', { groups: {} })],
    ]),
    2024,
  );
  expect(rollUp(scheme, judged).entries).toBe(26);
  const grouped = rollUpBy(scheme, judged, 'field');
  expect(grouped.groups.map(({ groupKey, rollUp: part }) => [groupKey, part.entries])).toEqual([
    ['子ども', 25],
    ['暮らし', 7],
  ]);
  expect([grouped.listed, grouped.repeated, grouped.without]).toEqual([32, 7, ['k2-0']]);
});
