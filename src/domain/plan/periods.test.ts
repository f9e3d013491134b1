import { expect, it } from 'vitest';
import { checkPeriod, nextPeriod, periodChange } from './periods.ts';

const p = (start: number, end: number) => ({ start, end });

it.each([
  ['固定は次の期へ', 'fixed', p(2027, 2029)],
  ['ローリングは一年先へ', 'rolling', p(2025, 2027)],
  ['随時は次の期へ', 'as-needed', p(2027, 2029)],
] as const)('次の期間: %s', (_, mode, expected) => {
  expect(nextPeriod(p(2024, 2026), mode)).toEqual(expected);
});

it.each([
  ['真庭市 5年→6年', p(2015, 2019), p(2015, 2020), 'extended'],
  ['短縮', p(2015, 2020), p(2015, 2019), 'shortened'],
  ['始期が動いた', p(2015, 2019), p(2016, 2020), 'moved'],
  ['変わらない', p(2015, 2019), p(2015, 2019), 'none'],
])('期間の変更: %s', (_, from, to, kind) => {
  expect(periodChange(from, to)).toEqual({ kind, from, to });
});

it.each([
  ['逆さ', p(2026, 2024), null, 'period-reversed', 'error', 'endFiscalYear'],
  ['ありえない始期', p(6, 2024), null, 'fiscal-year-impossible', 'error', 'startFiscalYear'],
  ['ありえない終期', p(2024, 20230), null, 'fiscal-year-impossible', 'error', 'endFiscalYear'],
  ['整数でない', p(2024.5, 2026), null, 'fiscal-year-impossible', 'error', 'startFiscalYear'],
  ['長すぎる', p(2024, 2078), null, 'period-too-long', 'error', 'endFiscalYear'],
  [
    '親の期間からはみ出す (高根沢町 2020年から、後期計画は2021年から)',
    p(2020, 2025),
    p(2021, 2025),
    'period-outside-parent',
    'warning',
    'startFiscalYear',
  ],
] as const)('期間の誤り: %s', (_, period, parent, code, severity, field) => {
  expect(checkPeriod(period, parent)).toMatchObject([{ code, severity, path: [field] }]);
});

it('正しい期間には何も言わない', () => {
  expect(checkPeriod(p(2024, 2026), p(2024, 2032))).toEqual([]);
});
