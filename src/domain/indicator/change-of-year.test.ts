import { describe, expect, it } from 'vitest';
import { actualOf, baselineOf, judgeableOf } from '../../../test/judgement-cases/judgeable.ts';
import { exactDecimal } from '../kernel/fraction.ts';
import { changeOfYear } from './change-of-year.ts';

const two = (before: string, after: string) => [actualOf(2022, before), actualOf(2023, after)];

describe('前の値からの変化', () => {
  it.each([
    ['増やす指標が増えた', { values: two('6.77', '6.80') }, 'better', '0.03'],
    ['増やす指標が減った', { values: two('6.77', '6.7') }, 'worse', '-0.07'],
    ['減らす指標が減った', { direction: 'down' as const, values: two('20', '18') }, 'better', '-2'],
    ['変わらない', { values: two('1.0', '1.00') }, 'same', '0.00'],
    ['向きのない指標', { direction: 'none' as const, values: two('1', '2') }, 'moved', '1'],
    [
      '範囲の外から中へ',
      { direction: 'range' as const, range: { from: '10', to: '20' }, values: two('25', '18') },
      'better',
      '-7',
    ],
    [
      '範囲の中での動きは良し悪しではない',
      { direction: 'range' as const, range: { from: '10', to: '20' }, values: two('12', '18') },
      'same',
      '6',
    ],
    [
      '一年あいても、前に分かった値と比べる',
      { values: [actualOf(2019, '5'), actualOf(2023, '6')] },
      'better',
      '1',
    ],
    [
      '値のない年は前の値にならない',
      {
        values: [actualOf(2021, '5'), actualOf(2022, null, { missing: 'not-surveyed' }), actualOf(2023, '4')],
      },
      'worse',
      '-1',
    ],
    [
      '単位が変わったら、新しい単位に直す',
      { unitChanges: [{ fromFiscalYear: 2023, unit: '人', factor: '1000' }], values: two('1.2', '1300') },
      'better',
      '100.0',
    ],
    [
      '直せない単位は比べない',
      { unitChanges: [{ fromFiscalYear: 2023, unit: '点', factor: null }], values: two('1.2', '1300') },
      'not-comparable',
      null,
    ],
    [
      '定義が変わった年をまたいで比べない',
      {
        values: [
          actualOf(2021, '5'),
          actualOf(2022, null, { missing: 'definition-changed' }),
          actualOf(2023, '4'),
        ],
      },
      'not-comparable',
      null,
    ],
    ['はじめての値', { values: [actualOf(2023, '4')] }, 'first', null],
    ['基準値とは比べる', { baseline: baselineOf(2020, '3'), values: [actualOf(2023, '4')] }, 'better', '1'],
    [
      '種類の違う基準値とは比べない',
      { baseline: baselineOf(2020, '3', { behaviour: 'cumulative' }), values: [actualOf(2023, '4')] },
      'first',
      null,
    ],
    ['文字の実績', { values: [actualOf(2023, null, { text: '策定' })] }, 'text', null],
    [
      '同じ文字の実績',
      { values: [actualOf(2022, null, { text: '策定' }), actualOf(2023, null, { text: '策定' })] },
      'same',
      null,
    ],
  ])('%s', (_, said, kind, difference) => {
    const change = changeOfYear(judgeableOf(said), 2023);
    expect(change?.kind).toBe(kind);
    expect(change?.difference == null ? null : exactDecimal(change.difference)).toBe(difference);
  });

  it.each([
    ['値のない年度', [actualOf(2022, '1')]],
    ['理由だけの年度', [actualOf(2022, '1'), actualOf(2023, null, { missing: 'not-yet-due' as const })]],
  ])('変化を言わない: %s', (_, values) => {
    expect(changeOfYear(judgeableOf({ values }), 2023)).toBeNull();
  });
});
