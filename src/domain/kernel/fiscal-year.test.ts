import { expect, it } from 'vitest';
import {
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  formatFiscalYear,
  parseFiscalYear,
} from './fiscal-year.ts';

it.each([
  ['令和6年度', 2024],
  ['令和元年度', 2019],
  ['令和1年度', 2019],
  ['R6', 2024],
  ['r6', 2024],
  ['令6', 2024],
  ['Ｒ６', 2024],
  ['R元', 2019],
  ['㋿6年度', 2024],
  ['令和 14 年度', 2032],
  ['令和14年', 2032],
  ['平成31年度', 2019],
  ['H31', 2019],
  ['平成27年度', 2015],
  ['昭和63年度', 1988],
  ['平成元年度', 1989],
  ['昭和元年度', 1926],
  ['大正15年度', 1926],
  ['明治45年度', 1912],
  ['2024', 2024],
  ['２０２４年度', 2024],
  ['FY2024', 2024],
  ['2019（令和元）年度', 2019],
  ['令和元（2019）年度', 2019],
  ['2015(平成27)年度', 2015],
])('年度を読む: %s → %i', (text, year) => {
  expect(parseFiscalYear(text)).toEqual({ ok: true, value: year });
});

it.each([
  ['令和0年度', 'fiscal-year-impossible'],
  ['R0', 'fiscal-year-impossible'],
  ['平成0年', 'fiscal-year-impossible'],
  ['令和999年度', 'fiscal-year-impossible'],
  ['令和1000年度', 'fiscal-year-impossible'],
  ['1867', 'fiscal-year-impossible'],
  ['2201年度', 'fiscal-year-impossible'],
  ['9999', 'fiscal-year-impossible'],
  ['令和7(2024)年度', 'fiscal-year-contradiction'],
  ['', 'fiscal-year-format'],
  ['6', 'fiscal-year-format'],
  ['24年度', 'fiscal-year-format'],
  ['令和', 'fiscal-year-format'],
  ['令和6.5年度', 'fiscal-year-format'],
  ['令和-6年度', 'fiscal-year-format'],
  ['X6', 'fiscal-year-format'],
  ['来年度', 'fiscal-year-format'],
  ['２０２４年度まで', 'fiscal-year-format'],
])('読めない年度は断る: 「%s」', (text, code) => {
  const result = parseFiscalYear(text);
  expect(result.ok ? result.value : result.error.code).toBe(code);
});

it.each([
  ['平成32年度', '平成', '令和2年度'],
  ['平成40', '平成', '令和10年度'],
  ['H35', '平成', '令和5年度'],
  ['昭和65年度', '昭和', '平成2年度'],
  ['大正16年度', '大正', '昭和2年度'],
  ['明治46年度', '明治', '大正2年度'],
])('元号が変わったあとの年度は、今の言い方を添えて断る: %s', (text, era, suggestion) => {
  const result = parseFiscalYear(text);
  expect(result.ok ? null : result.error).toMatchObject({
    code: 'fiscal-year-after-era',
    severity: 'error',
    params: { era, suggestion },
  });
});

it.each(['昭和64年度', 'S64', '昭64', '平成元(昭和64)年度'])(
  '七日で終わった昭和64年の年度はなかったと言って断る: %s',
  (text) => {
    const result = parseFiscalYear(text);
    expect(result.ok ? null : result.error).toMatchObject({
      code: 'fiscal-year-never-began',
      params: { suggestion: '平成元年度', containing: '昭和63年度' },
    });
  },
);

it.each([
  [2024, '令和6年度', 'R6', '2024年度'],
  [2019, '令和元年度', 'R1', '2019年度'],
  [2018, '平成30年度', 'H30', '2018年度'],
  [1989, '平成元年度', 'H1', '1989年度'],
  [1988, '昭和63年度', 'S63', '1988年度'],
  [1926, '大正15年度', 'T15', '1926年度'],
  [1927, '昭和2年度', 'S2', '1927年度'],
  [1912, '明治45年度', 'M45', '1912年度'],
  [1868, '明治元年度', 'M1', '1868年度'],
  [2032, '令和14年度', 'R14', '2032年度'],
])('三つの書き方: %i', (year, wareki, short, western) => {
  expect(formatFiscalYear(year, 'wareki')).toBe(wareki);
  expect(formatFiscalYear(year, 'short')).toBe(short);
  expect(formatFiscalYear(year, 'western')).toBe(western);
});

it('年度でない数を書こうとするのは誤り', () => {
  expect(() => formatFiscalYear(1867, 'wareki')).toThrow('between 1868 and 2200, not 1867');
  expect(() => formatFiscalYear(2024.5, 'short')).toThrow('not 2024.5');
});

it.each([
  ['2024-03-31', 2023],
  ['2024-04-01', 2024],
  ['2024-12-31', 2024],
  ['2025-01-01', 2024],
  ['2025-03-31T23:59:59Z', 2024],
])('日付の属する年度: %s は %i年度', (date, year) => {
  expect(fiscalYearOf(date)).toBe(year);
});

it('日付でないものに年度はない', () => {
  expect(() => fiscalYearOf('2024-13-01')).toThrow('requires an ISO date, not 2024-13-01');
});

it('年度は4月1日に始まり翌年3月31日に終わる', () => {
  expect([fiscalYearStart(2024), fiscalYearEnd(2024)]).toEqual(['2024-04-01', '2025-03-31']);
});
