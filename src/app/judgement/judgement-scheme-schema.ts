import { z } from 'zod';
import { undefinedReasons } from '../../domain/indicator/judgement/judgement.ts';
import { gradeShapes } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { missingReasons } from '../../domain/indicator/missing-reason.ts';
import { firstFiscalYear, lastFiscalYear } from '../../domain/kernel/fiscal-year.ts';

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
const text = z.string().max(2000);
const title = z.string().trim().min(1).max(200);
const word = z.string().min(1).max(40);
const decimal = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,10})?$/)
  .describe('数は文字列で: "0.8"');
const fiscalYear = z.int().min(firstFiscalYear).max(lastFiscalYear).describe('年度（西暦の整数）');
const decimals = z.int().min(0).max(10);
const give = word.describe('段階の key、または "next"（次の手順へ）');
const rounding = z.enum(['half-away', 'half-even', 'down']);

const source = z
  .strictObject({
    document: title,
    publisher: text.exactOptional(),
    place: text.exactOptional(),
    date: text.exactOptional(),
    url: z.url({ protocol: /^https?$/ }).exactOptional(),
  })
  .describe('出典');

const directions = [
  'up',
  'down',
  'keep-at-or-above',
  'keep-at-or-below',
  'range',
  'milestone',
  'none',
] as const;
const kinds = ['input', 'activity', 'output', 'outcome', 'impact'] as const;
const behaviours = ['point', 'flow', 'cumulative', 'period-total', 'period-average'] as const;

const attributes = z
  .strictObject({
    direction: z.array(z.enum(directions)).min(1).exactOptional(),
    kind: z.array(z.enum(kinds)).min(1).exactOptional(),
    subjective: z.boolean().exactOptional(),
    timeBehaviour: z.array(z.enum(behaviours)).min(1).exactOptional(),
    unit: z.array(text).min(1).exactOptional(),
    targetIs: z
      .array(z.enum(['number', 'text', 'missing']))
      .min(1)
      .exactOptional(),
    frequency: z.array(text).min(1).exactOptional(),
    tag: z.array(text).min(1).exactOptional(),
  })
  .describe('すべてに当てはまる指標に限る')
  .nullable()
  .default(null);

const target = z
  .union([z.enum(['final', 'this-year', 'next-stated', 'expected']), z.strictObject({ fiscalYear })])
  .describe('比べる目標: 最終、その年度、次に示された年度、道筋の期待値、または決まった年度');
const from = z.enum(['baseline', 'previous-year', 'previous-known']);
const orientation = z
  .enum(['desired', 'as-written'])
  .default('desired')
  .describe('desired: 望ましい向きを正とする');
const required = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('linear'), since: z.enum(['plan-start', 'baseline']) }),
    z.strictObject({ by: z.literal('table'), shares: z.array(decimal).min(1).max(30) }),
    z.strictObject({ by: z.literal('path') }),
  ])
  .describe('必要到達率');

const name = title.describe('名称');
const withTarget = (formula: 'ratio' | 'inverse-ratio' | 'mirrored-ratio' | 'progress') =>
  z.strictObject({ name, formula: z.literal(formula), target });
const withRequired = (formula: 'required' | 'attainment') =>
  z.strictObject({ name, formula: z.literal(formula), target, required });
const withFrom = (formula: 'change' | 'relative-change') =>
  z.strictObject({ name, formula: z.literal(formula), from, orientation });
const apart = (formula: 'difference' | 'relative-difference') =>
  z.strictObject({ name, formula: z.literal(formula), target, orientation });
const combination = (formula: 'sum' | 'mean' | 'min' | 'max') =>
  z.strictObject({
    name,
    formula: z.literal(formula),
    of: z.array(z.strictObject({ measure: key, weight: decimal.default('1') })).min(1),
  });

const measure = z.discriminatedUnion('formula', [
  z.strictObject({ name, formula: z.literal('value') }),
  withTarget('ratio'),
  withTarget('inverse-ratio'),
  withTarget('mirrored-ratio'),
  z.strictObject({
    name,
    formula: z.literal('ratio-in-direction'),
    target,
    falling: z.enum(['inverse', 'mirrored']).default('inverse'),
  }),
  withTarget('progress'),
  withRequired('required'),
  withRequired('attainment'),
  z.strictObject({ name, formula: z.literal('expected-ratio') }),
  withFrom('change'),
  withFrom('relative-change'),
  apart('difference'),
  apart('relative-difference'),
  z.strictObject({
    name,
    formula: z.literal('standard-errors'),
    against: z.union([z.strictObject({ target }), z.strictObject({ from })]),
    orientation,
  }),
  combination('sum'),
  combination('mean'),
  combination('min'),
  combination('max'),
]);

const bound = z
  .union([decimal, z.strictObject({ tolerance: key, sign: z.enum(['+', '-']).default('+') })])
  .nullable()
  .default(null);

const band = z.strictObject({
  from: bound.describe('下の境。書かなければ限りなし'),
  fromInclusive: z.boolean().default(true),
  to: bound.describe('上の境。書かなければ限りなし'),
  toInclusive: z.boolean().default(false),
  give,
});

const step = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('measure'),
    measure: key,
    bands: z.array(band).min(1).max(50),
    without: z
      .partialRecord(z.enum([...undefinedReasons, ...missingReasons]), give)
      .default({})
      .describe('数にならない理由 → 段階'),
  }),
  z.strictObject({
    by: z.literal('mark'),
    mark: key,
    choices: z.record(word, give),
    unmarked: give.nullable().default(null),
  }),
  z.strictObject({
    by: z.literal('text'),
    texts: z.record(z.string().min(1).max(200), give).default({}),
    asTarget: give.nullable().default(null).describe('実績の文字が目標の文字と同じとき'),
    otherwise: give,
  }),
  z.strictObject({
    by: z.literal('axes'),
    table: z
      .array(
        z.strictObject({
          axes: z.record(key, z.array(word).min(1)).default({}),
          marks: z.record(key, z.array(word).min(1)).default({}),
          give,
        }),
      )
      .min(1),
    otherwise: give.nullable().default(null),
  }),
  z.strictObject({ by: z.literal('grade'), give: word }),
]);

const grade = z.strictObject({
  key: word,
  label: title,
  labelEn: title.exactOptional(),
  symbol: z.string().max(10).default(''),
  shape: z.enum(gradeShapes).default('plain').describe('色によらず見分けるための形'),
  meaning: text.default(''),
  class: z.enum(['good', 'fair', 'poor', 'unknown', 'none']),
  points: decimal.nullable().default(null),
});

const axis = z.strictObject({
  axisKey: key,
  name,
  nameEn: title.exactOptional(),
  grades: z.array(grade).min(1).max(30),
  cases: z
    .array(z.strictObject({ for: attributes, steps: z.array(step).min(1).max(20) }))
    .min(1)
    .max(30)
    .describe('最初に当てはまるものを使う。最後は for なし'),
  undefined: z.partialRecord(z.enum(undefinedReasons), word).default({}).describe('計算できない理由 → 段階'),
  missing: z.partialRecord(z.enum(missingReasons), word).default({}).describe('欠測の理由 → 段階'),
});

const score = z.strictObject({
  scoreKey: key,
  name,
  of: z.enum(['points', 'points-of-max']),
  axes: z.array(z.strictObject({ axisKey: key, weight: decimal.default('1') })).default([]),
  weights: z.enum(['equal', 'given']).default('equal'),
  among: z
    .strictObject({ group: key, keys: z.array(title).min(1) })
    .nullable()
    .default(null),
  meansOf: z
    .strictObject({ group: key, roundedTo: decimals.nullable().default(null) })
    .nullable()
    .default(null),
  decimals,
  rounding: rounding.default('half-away'),
});

const alsoCount = z.strictObject({
  countKey: key,
  name,
  grades: z.array(word).min(1).nullable().default(null),
  measure: z
    .strictObject({
      measure: key,
      from: decimal.nullable().default(null),
      to: decimal.nullable().default(null),
    })
    .nullable()
    .default(null),
});

const rollUp = z.strictObject({
  counted: z.array(word).nullable().default(null).describe('合計に数える段階。null はすべて'),
  percent: z
    .strictObject({
      denominator: z.enum(['all', 'counted', 'judged', 'with-value']),
      decimals,
      rounding: z.enum(['half-away', 'half-even', 'down', 'sum-to-100']).default('half-away'),
    })
    .default({ denominator: 'counted', decimals: 1, rounding: 'half-away' }),
  scores: z.array(score).max(20).default([]),
  alsoCount: z.array(alsoCount).max(20).default([]),
  groupBy: z.array(key).max(10).default([]),
});

/** 判定基準のファイル. Names are those of the domain type; what may be empty may be left out. */
export const judgementSchemeSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  schemeKey: key,
  version: word,
  name,
  source: source.exactOptional(),
  validFrom: fiscalYear,
  validTo: fiscalYear.nullable().default(null),
  readings: z.array(text).default([]).describe('公表資料に書かれていないことと、選んだ読み方'),
  planStart: fiscalYear.nullable().default(null).describe('計画の初年度'),
  actual: z
    .strictObject({
      use: z.enum(['this-year', 'latest', 'nearest']),
      within: z.int().min(0).max(100).nullable().default(null),
      unless: z.array(z.enum(missingReasons)).default([]),
    })
    .default({ use: 'this-year', within: null, unless: [] }),
  tolerances: z.record(key, z.array(z.strictObject({ for: attributes, value: decimal })).min(1)).default({}),
  onPath: z
    .strictObject({ of: z.enum(['absolute', 'of-expected', 'of-way']), value: decimal })
    .default({ of: 'absolute', value: '0' })
    .describe(
      '目標への道筋のとおりとみなす幅。指標の単位・期待値に対する割合・基準値から目標までに対する割合',
    ),
  measures: z.record(key, measure).default({}),
  publishedMeasures: z
    .array(
      z.strictObject({
        measure: key,
        name,
        as: z.enum(['percent', 'number', 'points']),
        decimals: decimals.nullable().describe('null: 数値のとおり'),
        rounding: rounding.default('half-away'),
      }),
    )
    .default([]),
  marks: z
    .record(
      key,
      z.strictObject({ name, choices: z.array(z.strictObject({ key: word, label: title })).min(1) }),
    )
    .default({}),
  axes: z.array(axis).max(20).default([]).describe('なければ数値だけを示す'),
  overall: key.nullable().default(null).describe('見出しにする軸。null は最後の軸'),
  rollUp: rollUp.default({
    counted: null,
    percent: { denominator: 'counted', decimals: 1, rounding: 'half-away' },
    scores: [],
    alsoCount: [],
    groupBy: [],
  }),
});

/** JSON Schema of the file, for editors: schemes/judgement/judgement-scheme.schema.json is this, a test keeps it so. */
export const judgementSchemeJsonSchema = (): object => ({
  ...z.toJSONSchema(judgementSchemeSchema, { io: 'input' }),
  title: '羅針 判定基準',
});
