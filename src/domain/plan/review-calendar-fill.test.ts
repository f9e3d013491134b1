import { expect, it } from 'vitest';
import type { ReviewRow } from './plan.ts';
import { checkReviewCalendar, reviewSymbol } from './review-calendar.ts';
import { type DrawnTermRule, fillReviewCalendar } from './review-calendar-fill.ts';

const period = { start: 2024, end: 2032 };
const names = {
  whole: '計画',
  terms: '期',
  yearly: '毎年の評価',
  review: '見直し',
  term: (number: number) => `第${number}期`,
};
const drawn = (rows: readonly ReviewRow[]) =>
  rows.map(({ label, periods, marks }) =>
    [
      label,
      ...periods.map(({ start, end, label: bar }) => `${start}-${end}${bar ?? ''}`),
      ...marks.map(({ fiscalYear, mark }) => `${reviewSymbol(mark)}${fiscalYear}`),
    ].join(' '),
  );
const fill = (rows: readonly ReviewRow[], rule: DrawnTermRule) => {
  const filled = fillReviewCalendar(rows, period, rule, names);
  if (!filled.ok) throw new Error(filled.error.code);
  expect(checkReviewCalendar(filled.value, period)).toEqual([]);
  return drawn(filled.value);
};
const everyYear = '毎年の評価 ●2024 ●2025 ●2026 ●2027 ●2028 ●2029 ●2030 ●2031 ●2032';

it.each<[string, DrawnTermRule, string, string]>([
  [
    '3年ごと',
    { rule: 'split', years: 3, leftOver: 'short-last' },
    '期 2024-2026第1期 2027-2029第2期 2030-2032第3期',
    '見直し ○2026 ○2029 ○2032',
  ],
  [
    '4年ごと、残りは短い期',
    { rule: 'split', years: 4, leftOver: 'short-last' },
    '期 2024-2027第1期 2028-2031第2期 2032-2032第3期',
    '見直し ○2027 ○2031 ○2032',
  ],
  [
    '4年ごと、残りは最後の期に足す',
    { rule: 'split', years: 4, leftOver: 'long-last' },
    '期 2024-2027第1期 2028-2032第2期',
    '見直し ○2027 ○2032',
  ],
  [
    '前期5年・後期4年',
    { rule: 'lengths', lengths: [5, 4] },
    '期 2024-2028第1期 2029-2032第2期',
    '見直し ○2028 ○2032',
  ],
])('空の表を期間から作る: %s', (_, rule, terms, review) => {
  expect(fill([], rule)).toEqual(['計画 2024-2032', terms, everyYear, review]);
});

it('町が付けた行と期の名前は残り、ほかの行もそのまま残る', () => {
  const rows: readonly ReviewRow[] = [
    { group: 'strategy', label: '長期戦略', periods: [], marks: [] },
    { group: 'strategy', label: '中期戦略', periods: [{ start: 2024, end: 2024, label: '前期' }], marks: [] },
    { group: 'strategy', label: '実施計画', periods: [{ start: 2024, end: 2026 }], marks: [] },
    { group: 'evaluation', label: '行政評価', periods: [], marks: [] },
  ];
  expect(fill(rows, { rule: 'lengths', lengths: [5, 4] })).toEqual([
    '長期戦略 2024-2032',
    '中期戦略 2024-2028前期 2029-2032第2期',
    '実施計画 2024-2026',
    everyYear.replace('毎年の評価', '行政評価'),
    '見直し ○2028 ○2032',
  ]);
});

it.each([[[5, 5]], [[3]], [[]]])('計画の9年にならない年数 %j は受け取らない', (lengths) => {
  expect(fillReviewCalendar([], period, { rule: 'lengths', lengths }, names)).toEqual({
    ok: false,
    error: { code: 'terms-not-filling', path: ['terms', 'years'], severity: 'error', params: { years: 9 } },
  });
});
