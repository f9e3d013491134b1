import { expect, it } from 'vitest';
import { formatFiscalYear } from '../kernel/fiscal-year.ts';
import type { ReviewRow } from './plan.ts';
import { checkReviewCalendar, reviewCalendarOf, reviewSymbol, tabulateReview } from './review-calendar.ts';
import { splitIntoTerms } from './term-rule.ts';

const whole = { start: 2024, end: 2032 };
const shiojiri = reviewCalendarOf(
  whole,
  splitIntoTerms(whole, 3).map((term, index) => ({ ...term, label: `第${index + 1}期` })),
  { whole: '長期戦略', terms: '中期戦略', yearly: '行政評価・改善', review: '中期戦略の見直し評価' },
);

it('期間だけから、塩尻市の見直し周期 (R6–R14) ができる', () => {
  const table = tabulateReview(shiojiri, whole);
  expect(table.years.map((year) => formatFiscalYear(year, 'short'))).toEqual(
    'R6 R7 R8 R9 R10 R11 R12 R13 R14'.split(' '),
  );
  const drawn = table.rows.map(({ label, cells }) => [
    label,
    cells
      .map((cell) =>
        cell.kind === 'bar'
          ? `[${cell.span}${cell.label}]`
          : cell.kind === 'mark'
            ? reviewSymbol(cell.mark)
            : '・',
      )
      .join(''),
  ]);
  expect(drawn).toEqual([
    ['長期戦略', '[9]'],
    ['中期戦略', '[3第1期][3第2期][3第3期]'],
    ['行政評価・改善', '●●●●●●●●●'],
    ['中期戦略の見直し評価', '・・○・・○・・○'],
  ]);
  expect(checkReviewCalendar(shiojiri, whole)).toEqual([]);
});

it('どの行の幅も年数と同じ。計画をはみ出す帯は切られる', () => {
  const rows: readonly ReviewRow[] = [
    {
      group: 'strategy',
      label: '国の戦略',
      periods: [
        { start: 2022, end: 2025 },
        { start: 2031, end: 2040 },
      ],
      marks: [],
    },
  ];
  const [row] = tabulateReview(rows, whole).rows;
  expect(row?.cells.map(({ kind, span }) => [kind, span])).toEqual([
    ['bar', 2],
    ['empty', 1],
    ['empty', 1],
    ['empty', 1],
    ['empty', 1],
    ['empty', 1],
    ['bar', 2],
  ]);
});

const row = (more: Partial<ReviewRow>): ReviewRow => ({
  group: 'strategy',
  label: '行',
  periods: [],
  marks: [],
  ...more,
});

it.each<[string, Partial<ReviewRow>, string, string]>([
  ['名前がない', { label: '' }, 'review-label-missing', 'label'],
  ['帯が逆さ', { periods: [{ start: 2026, end: 2024 }] }, 'period-reversed', 'periods'],
  [
    '帯が重なる',
    {
      periods: [
        { start: 2026, end: 2028 },
        { start: 2024, end: 2026 },
      ],
    },
    'review-periods-overlap',
    'periods',
  ],
  [
    '印が期間の外',
    { marks: [{ fiscalYear: 2033, mark: 'yearly' }] },
    'review-mark-outside-period',
    'marks/yearly',
  ],
])('見直し周期の誤り: %s', (_, more, code, field) => {
  expect(checkReviewCalendar([row({}), row(more)], whole)).toMatchObject([
    { code, severity: 'error', path: ['reviewCalendar', 1, ...field.split('/')] },
  ]);
});
