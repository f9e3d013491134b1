import { expect, it } from 'vitest';
import { formatJapaneseDate, parseJapaneseDate } from './japanese-date.ts';

it.each([
  ['令和7年4月1日', '2025-04-01'],
  ['令和元年5月1日', '2019-05-01'],
  ['平成31年4月30日', '2019-04-30'],
  ['昭和64年1月7日', '1989-01-07'],
  ['平成元年1月8日', '1989-01-08'],
  ['大正15年12月24日', '1926-12-24'],
  ['昭和元年12月25日', '1926-12-25'],
  ['明治45年7月29日', '1912-07-29'],
  ['大正元年7月30日', '1912-07-30'],
  ['Ｒ７．４．１', '2025-04-01'],
  ['R7/4/1', '2025-04-01'],
  ['令7-4-1', '2025-04-01'],
  ['2025-04-01', '2025-04-01'],
  ['2025/4/1', '2025-04-01'],
  ['2025年4月1日', '2025-04-01'],
  ['2024-02-29', '2024-02-29'],
  ['令和6年2月29日', '2024-02-29'],
  ['明治6年1月1日', '1873-01-01'],
])('日付を読む: %s → %s', (text, iso) => {
  expect(parseJapaneseDate(text)).toEqual({ ok: true, value: iso });
});

it.each([
  ['2025-02-29', 'date-impossible'],
  ['令和7年2月30日', 'date-impossible'],
  ['令和7年13月1日', 'date-impossible'],
  ['令和7年4月0日', 'date-impossible'],
  ['令和0年4月1日', 'date-impossible'],
  ['1900-02-29', 'date-impossible'],
  ['明治5年12月2日', 'date-before-solar-calendar'],
  ['1868-01-25', 'date-before-solar-calendar'],
  ['', 'date-format'],
  ['令和7年4月', 'date-format'],
  ['7.4.1', 'date-format'],
  ['きのう', 'date-format'],
])('ありえない日付は断る: 「%s」', (text, code) => {
  const result = parseJapaneseDate(text);
  expect(result.ok ? result.value : result.error.code).toBe(code);
});

it.each([
  ['平成31年5月1日', '令和元年5月1日'],
  ['令和元年4月30日', '平成31年4月30日'],
  ['昭和64年1月8日', '平成元年1月8日'],
  ['平成元年1月7日', '昭和64年1月7日'],
  ['昭和100年4月1日', '令和7年4月1日'],
])('元号の日でない日付は、正しい言い方を添えて断る: %s', (text, suggestion) => {
  const result = parseJapaneseDate(text);
  expect(result.ok ? null : result.error).toMatchObject({ code: 'date-outside-era', params: { suggestion } });
});

it('元年は「元年」と書く', () => {
  expect(formatJapaneseDate('2019-05-01')).toBe('令和元年5月1日');
  expect(formatJapaneseDate('2019-04-30')).toBe('平成31年4月30日');
});

it('日付でないもの、太陽暦の前は書けない', () => {
  expect(() => formatJapaneseDate('2025-02-29')).toThrow('not 2025-02-29');
  expect(() => formatJapaneseDate('1872-12-31')).toThrow('since 1873-01-01');
});
