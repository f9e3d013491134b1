import { describe, expect, it } from 'vitest';
import { valueInUnit } from './value-in-unit.ts';

describe('指標の単位に直す', () => {
  it.each([
    ['同じ単位', '1234', '', '人', '人', '1234'],
    ['単位のない数はそのまま', '1234', '', '', '千人', '1234'],
    ['千人を人に', '1234', '千', '人', '人', '1234000'],
    ['人を千人に', '1234', '', '人', '千人', '1.234'],
    ['万円を百万円に', '450', '万', '円', '百万円', '4.5'],
    ['同じ位', '6.70', '百万', '円', '百万円', '6.70'],
    ['位だけ書いた', '5.2', '万', '', '人', '52000'],
    ['全角の％', '35.0', '', '%', '％', '35.0'],
  ])('%s', (_, value, scale, unit, wanted, expected) => {
    expect(valueInUnit({ value, scale, unit }, wanted, [])).toEqual({ ok: true, value: expected });
  });

  it('違う単位は断り、両方の単位を言う', () => {
    expect(valueInUnit({ value: '12', scale: '千', unit: '世帯' }, '人', ['B2'])).toEqual({
      ok: false,
      error: {
        code: 'value-unit-differs',
        path: ['B2'],
        severity: 'error',
        params: { unit: '千世帯', expected: '人' },
      },
    });
  });
});
