import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFractions, type Fraction, fractionOf } from '../../kernel/fraction.ts';
import { missingReasons } from '../missing-reason.ts';
import { checkBands } from './check-bands.ts';
import { compileBands } from './compile-bands.ts';
import { type CompiledScheme, compileScheme } from './compile-scheme.ts';
import { isReason } from './figure.ts';
import { judge } from './judge.ts';
import type { Judgeable, JudgeableValue } from './judgeable.ts';
import type { Axis, Band, Grade, JudgementScheme } from './judgement-scheme.ts';
import type { Measure, RequiredShare, TargetChoice } from './measure.ts';
import { rollUp, rollUpOfTally } from './roll-up.ts';
import { PreparedIndicator } from './standing.ts';
import { addTallies, tallyOf } from './tally.ts';

const decimal = fc
  .tuple(fc.integer({ min: -2000, max: 2000 }), fc.constantFrom(0, 1, 2))
  .map(([digits, places]) => (digits / 10 ** places).toFixed(places).replace(/^-(0(\.0+)?)$/, '$1'));
const year = fc.integer({ min: 2018, max: 2026 });
const behaviour = fc.constantFrom('point', 'flow', 'cumulative', 'period-total', 'period-average' as const);

const value: fc.Arbitrary<JudgeableValue> = fc
  .record({ fiscalYear: year, figure: fc.oneof({ weight: 5, arbitrary: decimal }, fc.constant(null)) })
  .chain(({ fiscalYear, figure }) =>
    fc.record({
      fiscalYear: fc.constant(fiscalYear),
      asOf: fc.constant(null),
      value: fc.constant(figure),
      text: figure === null ? fc.constantFrom(null, '策定') : fc.constant(null),
      missing: fc.constant(null),
      standardError: fc.constantFrom(null, '0', '0.5'),
      status: fc.constantFrom('provisional', 'final', 'estimated' as const),
    }),
  )
  .chain((entry) =>
    entry.value === null && entry.text === null
      ? fc.constantFrom(null, ...missingReasons).map((missing) => ({ ...entry, missing }))
      : fc.constant(entry),
  );

const judgeable: fc.Arbitrary<Judgeable> = fc.record({
  indicatorKey: fc.constant('x'),
  name: fc.constant('x'),
  unit: fc.constant(''),
  direction: fc.constantFrom(
    'up',
    'down',
    'keep-at-or-above',
    'keep-at-or-below',
    'range',
    'milestone',
    'none' as const,
  ),
  range: fc.constantFrom(null, { from: '-1', to: '10.5' }, { from: null, to: '3' }),
  kind: fc.constantFrom('outcome', 'output' as const),
  subjective: fc.boolean(),
  timeBehaviour: behaviour,
  frequency: fc.constant(''),
  tags: fc.constantFrom([], ['重点']),
  targetBasis: fc.record({ behaviour, since: fc.option(year) }),
  baseline: fc.option(
    fc.record({
      fiscalYear: year,
      value: fc.option(decimal),
      behaviour,
      standardError: fc.constantFrom(null, '0.3'),
    }),
  ),
  targets: fc.uniqueArray(
    fc.record({
      fiscalYear: year,
      value: fc.option(decimal),
      text: fc.constantFrom(null, '策定'),
      comparison: fc.constant('at-least' as const),
    }),
    { selector: (target) => target.fiscalYear, maxLength: 3 },
  ),
  path: fc.record({
    shape: fc.constantFrom('linear', 'step', 'given' as const),
    points: fc.array(fc.record({ fiscalYear: year, value: decimal }), { maxLength: 3 }),
    surveyYears: fc.array(year, { maxLength: 3 }),
  }),
  values: fc.uniqueArray(value, { selector: (entry) => entry.fiscalYear, maxLength: 6 }),
  marks: fc.array(
    fc.record({
      fiscalYear: year,
      markKey: fc.constantFrom('own', 'other'),
      mark: fc.constantFrom('良', '不', '？'),
      reason: fc.constant(''),
    }),
    { maxLength: 2 },
  ),
  unitChanges: fc.constantFrom(
    [],
    [{ fromFiscalYear: 2022, unit: '人', factor: '1000' }],
    [{ fromFiscalYear: 2022, unit: '人', factor: null }],
  ),
  groups: fc.constantFrom({}, { item: ['a'] }, { item: ['a', 'b'] }),
  weight: fc.constantFrom(null, '2', '0.5'),
});

const target: fc.Arbitrary<TargetChoice> = fc.constantFrom<TargetChoice[]>(
  'final',
  'this-year',
  'next-stated',
  'expected',
  {
    fiscalYear: 2022,
  } as const,
);
const from = fc.constantFrom('baseline', 'previous-year', 'previous-known' as const);
const orientation = fc.constantFrom('desired', 'as-written' as const);
const required: fc.Arbitrary<RequiredShare> = fc.constantFrom<RequiredShare[]>(
  { by: 'linear', since: 'plan-start' } as const,
  { by: 'linear', since: 'baseline' } as const,
  { by: 'table', shares: ['0.2', '0.4', '1'] } as const,
  { by: 'path' } as const,
);
const name = fc.constant('尺度');
const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({ name, formula: fc.constantFrom('value', 'expected-ratio' as const) }),
  fc.record({
    name,
    formula: fc.constantFrom('ratio', 'inverse-ratio', 'mirrored-ratio', 'progress' as const),
    target,
  }),
  fc.record({
    name,
    formula: fc.constant('ratio-in-direction' as const),
    target,
    falling: fc.constantFrom('inverse', 'mirrored' as const),
  }),
  fc.record({ name, formula: fc.constantFrom('required', 'attainment' as const), target, required }),
  fc.record({ name, formula: fc.constantFrom('change', 'relative-change' as const), from, orientation }),
  fc.record({
    name,
    formula: fc.constantFrom('difference', 'relative-difference' as const),
    target,
    orientation,
  }),
  fc.record({
    name,
    formula: fc.constant('standard-errors' as const),
    against: fc.oneof(fc.record({ target }), fc.record({ from })),
    orientation,
  }),
);

const grade = (key: string, points: string | null): Grade => ({
  key,
  label: key,
  symbol: '',
  shape: 'plain',
  meaning: '',
  class: 'fair',
  points,
});
const band = (give: string, low: string | null, high: string | null): Band => ({
  from: low,
  fromInclusive: true,
  to: high,
  toInclusive: false,
  give,
});
const bands: readonly Band[] = [band('0', null, '0.5'), band('1', '0.5', '1'), band('2', '1', null)];

const schemeOf = (measures: JudgementScheme['measures'], axis: Partial<Axis> = {}): CompiledScheme => {
  const compiled = compileScheme({
    schemeKey: 'any',
    version: '1',
    name: 'どれか',
    validFrom: 2000,
    validTo: null,
    readings: [],
    planStart: 2019,
    actual: { use: 'this-year', within: null, unless: [] },
    tolerances: {},
    measures,
    publishedMeasures: Object.keys(measures).map((key) => ({
      measure: key,
      name: key,
      as: 'percent',
      decimals: 1,
      rounding: 'half-away',
    })),
    marks: {
      own: {
        name: '自己評価',
        choices: [
          { key: '良', label: '良' },
          { key: '不', label: '不' },
        ],
      },
    },
    axes: [
      {
        axisKey: 'a',
        name: '軸',
        grades: [grade('0', '0'), grade('1', '1'), grade('2', null), grade('3', '2')],
        cases: [
          {
            for: { subjective: true, tag: ['重点'] },
            steps: [{ by: 'mark', mark: 'own', choices: { 良: '2', 不: '0' }, unmarked: null }],
          },
          {
            for: null,
            steps: [
              {
                by: 'measure',
                measure: 'm',
                bands,
                without: { 'target-is-baseline': 'next', 'not-numeric': 'next' },
              },
              { by: 'text', texts: {}, asTarget: '3', otherwise: '0' },
            ],
          },
        ],
        undefined: { 'no-target': '1' },
        missing: { discontinued: '0' },
        ...axis,
      },
    ],
    overall: null,
    rollUp: {
      counted: ['0', '1'],
      percent: { denominator: 'all', decimals: 1, rounding: 'half-away' },
      scores: [
        {
          scoreKey: 's',
          name: '点',
          of: 'points-of-max',
          axes: [],
          weights: 'given',
          among: null,
          meansOf: { group: 'item', roundedTo: null },
          decimals: 1,
          rounding: 'half-away',
        },
      ],
      alsoCount: [
        { countKey: 'c', name: 'うち', grades: null, measure: { measure: 'm', from: '1', to: null } },
      ],
      groupBy: [],
    },
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
};

const combined: fc.Arbitrary<JudgementScheme['measures']> = fc
  .tuple(measure, measure, fc.constantFrom('sum', 'mean', 'min', 'max' as const), fc.boolean())
  .map(([first, second, formula, single]): JudgementScheme['measures'] =>
    single
      ? { m: first }
      : {
          m: {
            name: '組合せ',
            formula,
            of: [
              { measure: 'one', weight: '1' },
              { measure: 'two', weight: '0.5' },
            ],
          },
          one: first,
          two: second,
        },
  );

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
    // The property is about something: nearly every way out was taken.
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
            ...(fc.sample(judgeable, { numRuns: 1, seed: 1 })[0] as Judgeable),
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
    const indicator = new PreparedIndicator(fc.sample(judgeable, { numRuns: 1, seed: 1 })[0] as Judgeable);
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
