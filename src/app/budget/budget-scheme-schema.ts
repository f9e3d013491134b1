import { z } from 'zod';
import { proposalKinds } from '../../domain/budget/budget.ts';
import { commonDirections } from '../../domain/evaluation/common-direction.ts';
import { legalObligations } from '../../domain/programme/programme.ts';

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
const text = z.string().max(2000);
const title = z.string().trim().min(1).max(200);
const decimal = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?$/)
  .describe('率は文字列で: "0.97"');
/** A thousand billion yen is beyond every municipality. */
const amount = z.int().min(0).max(1_000_000_000_000).describe('千円');

const source = z
  .strictObject({
    document: title,
    publisher: text.exactOptional(),
    place: text.exactOptional(),
    date: text.exactOptional(),
    url: z.url({ protocol: /^https?$/ }).exactOptional(),
  })
  .describe('出典');

const expenseClass = z.strictObject({
  key,
  label: title,
  inFrame: z.boolean().default(true).describe('true: 枠配分経費、false: 枠配分外経費'),
  obligatory: z.boolean().default(false).describe('義務的経費: 割り落とさない'),
  meaning: text.default(''),
});

const sortingLine = z.strictObject({
  types: z.array(key).min(1).nullable().default(null).describe('事業の種類のキー'),
  legal: z.array(z.enum(legalObligations)).min(1).nullable().default(null),
  give: key.describe('経費区分のキー'),
});

const scope = {
  key,
  label: title,
  classes: z.array(key).min(1).nullable().default(null).describe('対象の経費区分。null はすべて'),
  units: z.array(key).min(1).nullable().default(null).describe('対象の組織。null はすべて'),
};

const rule = z.discriminatedUnion('by', [
  z.strictObject({ ...scope, by: z.literal('rate'), rate: decimal }),
  z.strictObject({
    ...scope,
    by: z.literal('direction'),
    rates: z.partialRecord(z.enum(commonDirections), decimal).default({}),
    otherwise: decimal.default('1'),
  }),
  z.strictObject({ ...scope, by: z.literal('zero') }),
  z.strictObject({ ...scope, by: z.literal('fixed'), amountThousandYen: amount }),
  z.strictObject({
    ...scope,
    by: z.literal('slot'),
    amountThousandYen: amount,
    directions: z.array(z.enum(commonDirections)).min(1),
  }),
  z.strictObject({ ...scope, by: z.literal('return'), share: decimal, to: key }),
  z.strictObject({ ...scope, by: z.literal('rest'), when: z.enum(['always', 'exceeded']).default('always') }),
]);

const incentive = z.strictObject({
  baseRate: decimal,
  criteria: z
    .array(
      z.strictObject({
        key,
        label: title,
        levels: z
          .array(z.strictObject({ points: z.int().min(0).max(100), label: title }))
          .min(1)
          .max(10),
      }),
    )
    .max(20)
    .default([]),
  additions: z.array(z.strictObject({ fromPoints: z.int().min(0).max(2000), rate: decimal })).default([]),
  leastRate: decimal.default('0'),
  greatestRate: decimal,
  capThousandYen: amount.nullable().default(null).describe('上限額'),
  usableYears: z.int().min(1).max(20).describe('使える年度の数（初年度を含む）'),
});

const kinds = z.array(z.enum(proposalKinds));

/** 枠配分の規則のファイル. Names are those of the domain type; what may be empty may be left out. */
export const budgetSchemeSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  schemeKey: key,
  version: z.string().min(1).max(40),
  name: title,
  source: source.exactOptional(),
  readings: z.array(text).default([]).describe('公表資料に書かれていないことと、選んだ読み方'),
  framesFor: z
    .enum(['top', 'own'])
    .default('top')
    .describe('top: いちばん上の組織（事業部）、own: 担当の組織'),
  expenseClasses: z.array(expenseClass).min(1).max(30).describe('経費区分'),
  sorting: z
    .array(sortingLine)
    .max(50)
    .default([])
    .describe('経費区分のない事業の振り分け。上から順に当てはめる'),
  otherwise: key
    .nullable()
    .default(null)
    .describe('どれにも当てはまらない事業の経費区分。null は振り分けない'),
  base: z
    .strictObject({
      of: z.enum(['budget', 'settled']).default('budget').describe('予算額か決算額か'),
      money: z.enum(['general', 'total']).default('general').describe('一般財源か事業費か'),
      unknownFunding: z.enum(['use-total', 'list']).default('list').describe('財源内訳が分からないとき'),
    })
    .default({ of: 'budget', money: 'general', unknownFunding: 'list' }),
  rules: z.array(rule).max(50).default([]).describe('上から順に計算する'),
  ceiling: z.enum(['revenue', 'none']).default('revenue'),
  rounding: z
    .strictObject({
      unitThousandYen: z.union([z.literal(1), z.literal(10), z.literal(100), z.literal(1000)]).default(1),
      mode: z.enum(['half-away', 'down']).default('half-away'),
    })
    .default({ unitThousandYen: 1, mode: 'half-away' }),
  incentive: incentive.nullable().default(null).describe('節減への還元'),
  proposals: z
    .strictObject({
      offsetFor: kinds.default([]),
      endYearFor: kinds.default([]),
      totalCostFor: kinds.default([]),
    })
    .default({ offsetFor: [], endYearFor: [], totalCostFor: [] }),
  transfers: z
    .strictObject({ acrossUnits: z.boolean().default(false), acrossClasses: z.boolean().default(false) })
    .default({ acrossUnits: false, acrossClasses: false }),
});

/** JSON Schema of the file, for editors: schemes/budget/budget-scheme.schema.json is this, a test keeps it so. */
export const budgetSchemeJsonSchema = (): object => ({
  ...z.toJSONSchema(budgetSchemeSchema, { io: 'input' }),
  title: '羅針 枠配分の規則',
});
