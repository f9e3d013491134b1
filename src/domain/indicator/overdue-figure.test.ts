import { describe, expect, it } from 'vitest';
import { overdueFigure } from './overdue-figure.ts';

const value = (fiscalYear: number, change: object = {}) => ({
  series: 'actual',
  breakdown: '',
  fiscalYear,
  value: '1' as string | null,
  text: null,
  missing: null,
  ...change,
});
const overdue = (months: number | null, values: readonly ReturnType<typeof value>[], today: string) =>
  overdueFigure({ availableAfterMonths: months }, values, today);

describe('公表の予定を過ぎた値', () => {
  it.each([
    ['予定の翌日', 6, [], '2025-10-01', { fiscalYear: 2024, expectedBy: '2025-09-30' }],
    ['予定の日まで', 6, [value(2023)], '2025-09-30', null],
    ['予定の日まで、前の年は別', 6, [], '2025-09-30', { fiscalYear: 2023, expectedBy: '2024-09-30' }],
    ['年度の終わった日', 0, [], '2025-04-01', { fiscalYear: 2024, expectedBy: '2025-03-31' }],
    ['うるう年の2月', 11, [], '2024-03-01', { fiscalYear: 2022, expectedBy: '2024-02-29' }],
    ['一年より長くかかる', 18, [value(2022)], '2025-11-01', { fiscalYear: 2023, expectedBy: '2025-09-30' }],
    ['値がある', 6, [value(2024)], '2025-10-01', null],
    ['理由がある', 6, [value(2024, { value: null, missing: 'not-surveyed' })], '2025-10-01', null],
    [
      '空の欄は、ないのと同じ',
      6,
      [value(2024, { value: null })],
      '2025-10-01',
      { fiscalYear: 2024, expectedBy: '2025-09-30' },
    ],
    [
      '内訳だけでは足りない',
      6,
      [value(2024, { breakdown: 'sex:f' })],
      '2025-10-01',
      { fiscalYear: 2024, expectedBy: '2025-09-30' },
    ],
    ['予定を言わない指標', null, [], '2025-10-01', null],
  ] as const)('%s', (_, months, values, today, expected) => {
    expect(overdue(months, values, today)).toEqual(expected);
  });
});
