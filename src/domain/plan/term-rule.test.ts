import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, periodYears, yearsOf } from './periods.ts';
import { rollingWindows, splitByLengths, splitIntoTerms, termsOf } from './term-rule.ts';

const p = (start: number, end: number) => ({ start, end });

describe('期に分ける', () => {
  it.each([
    [
      '塩尻市 R6–R14 を3年ずつ',
      p(2024, 2032),
      3,
      'short-last',
      [p(2024, 2026), p(2027, 2029), p(2030, 2032)],
    ],
    [
      '10年を3年ずつ、余りは1年の期',
      p(2011, 2020),
      3,
      'short-last',
      [p(2011, 2013), p(2014, 2016), p(2017, 2019), p(2020, 2020)],
    ],
    [
      '10年を3年ずつ、余りは最後の期に',
      p(2011, 2020),
      3,
      'long-last',
      [p(2011, 2013), p(2014, 2016), p(2017, 2020)],
    ],
    ['期より短い計画', p(2024, 2025), 3, 'long-last', [p(2024, 2025)]],
    ['一年の計画', p(2023, 2023), 1, 'short-last', [p(2023, 2023)]],
  ] as const)('%s', (_, period, years, leftOver, terms) => {
    expect(splitIntoTerms(period, years, leftOver)).toEqual(terms);
  });

  it('長さを決めて分ける。合わなければ分けない', () => {
    expect(splitByLengths(p(2021, 2029), [5, 4])).toEqual([p(2021, 2025), p(2026, 2029)]);
    expect(splitByLengths(p(2021, 2030), [5, 4])).toBeNull();
    expect(splitByLengths(p(2021, 2025), [5, 0])).toBeNull();
  });

  it('0年の期は誤り', () => {
    expect(() => splitIntoTerms(p(2024, 2032), 0)).toThrow('at least one year, not 0');
  });

  it('どう分けても、期は隙間も重なりもなく計画を埋める', () => {
    const period = fc.record({
      start: fc.integer({ min: 1900, max: 2100 }),
      length: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(
        period,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('short-last' as const, 'long-last' as const),
        ({ start, length }, years, leftOver) => {
          const whole = p(start, start + length - 1);
          const terms = splitIntoTerms(whole, years, leftOver);
          expect(terms.flatMap(yearsOf)).toEqual(yearsOf(whole));
          expect(terms.every((term) => contains(whole, term) && periodYears(term) >= 1)).toBe(true);
          const odd = terms.filter((term) => periodYears(term) !== years);
          expect(odd.length).toBeLessThanOrEqual(1);
          expect(odd.every((term) => term === terms.at(-1))).toBe(true);
        },
      ),
    );
  });
});

it('ローリングの窓は毎年進み、満了年で縮む (八尾市: 第10期は1年)', () => {
  const windows = rollingWindows(p(2011, 2020), 3);
  expect(windows).toHaveLength(10);
  expect(windows[0]).toEqual(p(2011, 2013));
  expect(windows[8]).toEqual(p(2019, 2020));
  expect(windows[9]).toEqual(p(2020, 2020));
});

it.each([
  ['分ける', { rule: 'split', years: 3, leftOver: 'long-last' }, [p(2021, 2023), p(2024, 2027)]],
  ['長さで', { rule: 'lengths', lengths: [4, 3] }, [p(2021, 2024), p(2025, 2027)]],
  ['長さが合わない', { rule: 'lengths', lengths: [4, 4] }, null],
  [
    '毎年見直し',
    { rule: 'rolling', years: 6 },
    [p(2021, 2026), p(2022, 2027), p(2023, 2027), p(2024, 2027), p(2025, 2027), p(2026, 2027), p(2027, 2027)],
  ],
] as const)('決まりのとおりに期ができる: %s', (_, rule, terms) => {
  expect(termsOf(p(2021, 2027), rule)).toEqual(terms);
});
