import fc from 'fast-check';
import { type CompiledScheme, compileScheme } from '../../src/domain/indicator/judgement/compile-scheme.ts';
import type { Judgeable, JudgeableValue } from '../../src/domain/indicator/judgement/judgeable.ts';
import type {
  Axis,
  Band,
  Grade,
  JudgementScheme,
} from '../../src/domain/indicator/judgement/judgement-scheme.ts';
import type { Measure, RequiredShare, TargetChoice } from '../../src/domain/indicator/judgement/measure.ts';
import { missingReasons } from '../../src/domain/indicator/missing-reason.ts';

const decimal = fc
  .tuple(fc.integer({ min: -2000, max: 2000 }), fc.constantFrom(0, 1, 2))
  .map(([digits, places]) => (digits / 10 ** places).toFixed(places).replace(/^-(0(\.0+)?)$/, '$1'));
export const year = fc.integer({ min: 2018, max: 2026 });
/** Mostly alike: where a target, its baseline and the figures differ in kind, nothing is compared and nothing more is met. */
const behaviour = fc.oneof(
  { weight: 3, arbitrary: fc.constant('point' as const) },
  fc.constantFrom('flow', 'cumulative', 'period-total', 'period-average' as const),
);

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

const valuesOf = (minLength: number, maxLength: number) =>
  fc.uniqueArray(value, { selector: (entry) => entry.fiscalYear, minLength, maxLength });

const unlike: fc.Arbitrary<Judgeable> = fc.record({
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
  // Every other indicator has figures for most of its years: with few, nearly all judgements end in 'no-value'.
  values: fc.oneof(valuesOf(0, 6), valuesOf(7, 9)),
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

/** Any indicator, sensible or not: every field takes every form it can. Now and then what is reached for is what there was. */
export const judgeable: fc.Arbitrary<Judgeable> = fc
  .tuple(unlike, fc.integer({ min: 0, max: 4 }))
  .map(([indicator, turn]) => {
    const stood = indicator.baseline?.value ?? null;
    if (turn > 0 || stood === null) return indicator;
    return { ...indicator, targets: indicator.targets.map((each) => ({ ...each, value: stood })) };
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
export const band = (give: string, low: string | null, high: string | null): Band => ({
  from: low,
  fromInclusive: true,
  to: high,
  toInclusive: false,
  give,
});
const bands: readonly Band[] = [band('0', null, '0.5'), band('1', '0.5', '1'), band('2', '1', null)];

/** A scheme of four grades that takes every kind of step, judging by the measure 'm'. */
export const schemeOf = (measures: JudgementScheme['measures'], axis: Partial<Axis> = {}): CompiledScheme => {
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
    onPath: { of: 'absolute', value: '0' },
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

/** Measures of a scheme, the one judged by under the key 'm': a single formula or a combination of two. */
export const combined: fc.Arbitrary<JudgementScheme['measures']> = fc
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
