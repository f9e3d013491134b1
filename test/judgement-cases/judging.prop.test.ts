import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBands } from '../../src/domain/indicator/judgement/check-bands.ts';
import { compileBands } from '../../src/domain/indicator/judgement/compile-bands.ts';
import { isReason } from '../../src/domain/indicator/judgement/figure.ts';
import { judge } from '../../src/domain/indicator/judgement/judge.ts';
import type { Judgeable } from '../../src/domain/indicator/judgement/judgeable.ts';
import type { Band } from '../../src/domain/indicator/judgement/judgement-scheme.ts';
import type { Measure } from '../../src/domain/indicator/judgement/measure.ts';
import { rollUp, rollUpOfTally } from '../../src/domain/indicator/judgement/roll-up.ts';
import { PreparedIndicator } from '../../src/domain/indicator/judgement/standing.ts';
import { addTallies, tallyOf } from '../../src/domain/indicator/judgement/tally.ts';
import { compareFractions, type Fraction, fractionOf } from '../../src/domain/kernel/fraction.ts';
import { band, combined, judgeable, schemeOf, year } from './any-judgement.ts';
import { judgeableOf } from './judgeable.ts';

describe('どんな指標と尺度でも', () => {
  it('一つの段階か、一つの理由が必ず出る。算式は言葉になり、0で割らない', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(combined, judgeable, year, (measures, indicator, fiscalYear) => {
        const judgement = judge(schemeOf(measures), indicator, fiscalYear);
        for (const { grade: given, reason, because } of judgement.axes) {
          expect(given !== null || reason !== null).toBe(true);
          if (because === 'band') expect([given === null, reason]).toEqual([false, null]);
          seen.add(because);
        }
        for (const figure of Object.values(judgement.measures)) if (isReason(figure)) seen.add(figure);
        for (const language of ['ja', 'en'] as const)
          for (const { text } of judgement.arithmetic(language)) {
            expect(text).not.toBe('');
            expect(text).not.toMatch(/undefined|NaN|Infinity|\?/);
          }
      }),
      { numRuns: 4000 },
    );
    // The property is about something: nearly every way out was taken (the rarest comes nearly twenty times).
    for (const way of [
      'band',
      'mark',
      'text',
      'missing',
      'undefined',
      'division-by-zero',
      'negative',
      'not-comparable',
      'no-direction',
      'incomplete-series',
      'outside-plan',
      'no-standard-error',
      'only-baseline',
      'target-is-baseline',
    ])
      expect(seen).toContain(way);
  });

  it('同じ入力には、いつも同じ判定', () => {
    fc.assert(
      fc.property(combined, judgeable, year, (measures, indicator, fiscalYear) => {
        const scheme = schemeOf(measures);
        const first = judge(scheme, indicator, fiscalYear);
        // Another indicator in between: what is remembered of the last one may not leak.
        judge(scheme, { ...indicator, values: [] }, fiscalYear);
        const again = judge(scheme, indicator, fiscalYear);
        expect([again.axes, again.measures, again.arithmetic()]).toEqual([
          first.axes,
          first.measures,
          first.arithmetic(),
        ]);
      }),
    );
  });
});

/** Formulas that rise with the figure wherever more is better, and fall where less is. */
const monotone: readonly Measure[] = [
  { name: 'x', formula: 'progress', target: 'final' },
  { name: 'x', formula: 'attainment', target: 'final', required: { by: 'linear', since: 'plan-start' } },
  { name: 'x', formula: 'ratio-in-direction', target: 'final', falling: 'inverse' },
  { name: 'x', formula: 'ratio-in-direction', target: 'final', falling: 'mirrored' },
  { name: 'x', formula: 'change', from: 'baseline', orientation: 'desired' },
  { name: 'x', formula: 'relative-change', from: 'baseline', orientation: 'desired' },
  { name: 'x', formula: 'difference', target: 'final', orientation: 'desired' },
  { name: 'x', formula: 'relative-difference', target: 'final', orientation: 'desired' },
  { name: 'x', formula: 'expected-ratio' },
];

it.each(monotone.map((m) => [`${m.formula}${'falling' in m ? `（${m.falling}）` : ''}`, m] as const))(
  '実績が良くなれば段階は下がらない: %s',
  (_, m) => {
    const scheme = schemeOf({ m });
    const positive = fc.integer({ min: 1, max: 5000 });
    let compared = 0;
    fc.assert(
      fc.property(positive, positive, positive, positive, fc.boolean(), (b, t, x, y, rising) => {
        // A target on the desired side of the baseline, as a plan sets it.
        fc.pre(rising ? t > b : t < b);
        const grades = [x, y].map((digits) => {
          const indicator: Judgeable = {
            ...judgeableOf({}),
            direction: rising ? 'up' : 'down',
            subjective: false,
            timeBehaviour: 'point',
            targetBasis: { behaviour: 'point', since: null },
            unitChanges: [],
            path: { shape: 'linear', points: [], surveyYears: [] },
            baseline: { fiscalYear: 2018, value: `${b / 10}`, behaviour: 'point', standardError: null },
            targets: [{ fiscalYear: 2023, value: `${t / 10}`, text: null, comparison: 'at-least' }],
            values: [
              {
                fiscalYear: 2020,
                asOf: null,
                value: `${digits / 10}`,
                text: null,
                missing: null,
                standardError: null,
                status: 'final',
              },
            ],
          };
          return Number(judge(scheme, indicator, 2020).overall?.grade);
        });
        const [first, second] = grades;
        if (first === undefined || second === undefined || Number.isNaN(first + second)) return;
        compared += 1;
        const better = rising ? x >= y : x <= y;
        if (better) expect(first).toBeGreaterThanOrEqual(second);
        else expect(first).toBeLessThanOrEqual(second);
      }),
    );
    expect(compared).toBeGreaterThan(90);
  },
);

describe('帯', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 5 });

  it('線を覆う帯なら、どの値もちょうど一つに入る。順序によらない', () => {
    const indicator = new PreparedIndicator(judgeableOf({}));
    fc.assert(
      fc.property(
        cuts,
        fc.boolean(),
        fc.integer({ min: -250, max: 250 }),
        fc.infiniteStream(fc.nat()),
        (at, low, tenths, order) => {
          const sorted = at.toSorted((a, b) => a - b).map(String);
          const line = [null, ...sorted].map(
            (lower, n): Band => ({
              from: lower,
              fromInclusive: low,
              to: sorted[n] ?? null,
              toInclusive: !low,
              give: String(n),
            }),
          );
          const shuffled = line
            .map((one) => ({ one, place: order.next().value }))
            .toSorted((a, b) => a.place - b.place)
            .map(({ one }) => one);
          expect(checkBands(shuffled, {}, [])).toEqual([]);
          const figure = fractionOf((tenths / 10).toFixed(1));
          const holds = ({ from: lower, fromInclusive, to: upper, toInclusive }: Band): boolean => {
            const below = lower === null ? 1 : compareFractions(figure, fractionOf(String(lower)));
            const above = upper === null ? -1 : compareFractions(figure, fractionOf(String(upper)));
            return (
              (below > 0 || (below === 0 && fromInclusive)) && (above < 0 || (above === 0 && toInclusive))
            );
          };
          const { find, bands: ordered } = compileBands(shuffled, {});
          expect(line.filter(holds).map(({ give }) => give)).toEqual([
            ordered[find(figure, indicator)]?.give,
          ]);
        },
      ),
    );
  });

  it('一つの境を動かせば、空きか重なりとして見つかる', () => {
    fc.assert(
      fc.property(cuts, fc.nat(), fc.constantFrom(-0.5, 0.5), (at, which, shift) => {
        const sorted = at.toSorted((a, b) => a - b);
        const moved = which % sorted.length;
        const line = [null, ...sorted].map((lower, n) => {
          const upper = sorted[n];
          return band(
            '0',
            lower === null ? null : String(lower),
            upper === undefined ? null : String(n === moved ? upper + shift : upper),
          );
        });
        const [problem] = checkBands(line, {}, ['bands']);
        expect(problem?.code).toBe(shift < 0 ? 'band-gap' : 'band-overlap');
      }),
    );
  });
});

it('部分の集計を足せば全体の集計になる', () => {
  const scheme = schemeOf({ m: { name: 'x', formula: 'progress', target: 'final' } });
  const set = fc
    .array(judgeable, { maxLength: 12 })
    .map((all) => all.map((one, n) => ({ ...one, indicatorKey: `k${n}` })));
  const plain = (value: Fraction | null): string | null =>
    value === null ? null : `${value.numerator}/${value.denominator}`;
  fc.assert(
    fc.property(set, fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }), (all, parts) => {
      const judged = all.map((one) => ({ judgeable: one, judgement: judge(scheme, one, 2022) }));
      const whole = rollUp(scheme, judged);
      const tallies = [0, 1, 2].map((part) =>
        tallyOf(
          scheme,
          judged.filter((_, n) => parts[n] === part),
        ),
      );
      const joined = rollUpOfTally(scheme, tallies.reduce(addTallies));
      const comparable = (result: typeof whole) => ({
        ...result,
        grades: result.grades.map((one) => ({ ...one, indicatorKeys: [...one.indicatorKeys].sort() })),
        ungraded: result.ungraded
          .map(({ reason, indicatorKeys }) => [reason, [...indicatorKeys].sort()])
          .sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
        scores: result.scores.map((score) => ({ ...score, value: score.text === null ? null : 'exact' })),
      });
      expect(comparable(joined)).toEqual(comparable(whole));
      joined.scores.forEach(({ value: sum }, at) => {
        const other = whole.scores[at]?.value ?? null;
        expect(
          sum === null || other === null ? plain(sum) === plain(other) : compareFractions(sum, other) === 0,
        ).toBe(true);
      });
      // Every entry is somewhere, once.
      const named = [...whole.grades, ...whole.ungraded].flatMap(({ indicatorKeys }) => indicatorKeys);
      expect(named.toSorted()).toEqual(all.map(({ indicatorKey }) => indicatorKey).toSorted());
    }),
  );
});
