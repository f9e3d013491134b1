import { z } from 'zod';
import { measureKinds } from '../../domain/programme/programme.ts';
import {
  figure,
  fiscalYear,
  key,
  municipalityCode,
  sourceOrNull,
  text,
  title,
} from '../town-file/kernel-schema.ts';

const amount = z.int().min(-9_007_199_254).max(9_007_199_254).describe('千円');

const funding = z
  .strictObject({
    national: amount.describe('国庫支出金（千円）'),
    prefecture: amount.describe('県支出金（千円）'),
    bond: amount.describe('地方債（千円）'),
    other: amount.describe('その他（千円）'),
    general: amount.describe('一般財源（千円）'),
  })
  .nullable()
  .describe('財源内訳。合計が総額と同じであること。分からなければ null');

const fundedAmount = z.strictObject({
  totalThousandYen: amount.nullable().exactOptional().describe('総額（千円）。分からなければ null'),
  funding: funding.exactOptional(),
});

const part = z.string().max(100).default('');
const budgetCode = z.strictObject({
  account: part.describe('会計'),
  kan: part.describe('款'),
  kou: part.describe('項'),
  moku: part.describe('目'),
  jigyou: part.describe('予算事業'),
});

const programmeYear = z.strictObject({
  fiscalYear,
  unitKey: key.nullable().exactOptional().describe('その年度の担当。なければ事業の担当'),
  budget: fundedAmount.exactOptional().describe('予算額'),
  settled: fundedAmount.exactOptional().describe('決算額'),
  budgetCodes: z.array(budgetCode).max(50).exactOptional().describe('予算科目'),
  staffHours: figure.nullable().exactOptional().describe('従事時間。数は文字列で'),
  personnelIncluded: z.enum(['yes', 'no', 'unknown']).exactOptional().describe('金額に人件費を含むか'),
  note: text.exactOptional(),
  source: sourceOrNull.exactOptional(),
  statedDirection: title.exactOptional().describe('方向性（出典の記載）。取込みでは保存せず、評価に使う'),
});

const measureYear = z
  .strictObject({
    fiscalYear,
    target: figure.nullable().exactOptional(),
    actual: figure.nullable().exactOptional(),
    actualText: title.nullable().exactOptional().describe('数でない実績'),
    missing: z
      .enum(['not-stated', 'not-measured', 'not-applicable'])
      .nullable()
      .exactOptional()
      .describe('実績がない理由'),
  })
  .describe('actual・actualText・missing はどれか一つ。どれもなければ未入力');

const measure = z.strictObject({
  key: key.exactOptional().describe('同じキーの指標は、事業の間で共有する一つの指標'),
  kind: z.enum(measureKinds).describe('output: 活動指標、outcome: 成果指標'),
  name: title,
  unit: z.string().max(100).default(''),
  direction: z.enum(['up', 'down', 'none']).exactOptional(),
  indicatorKey: key.nullable().exactOptional().describe('値が町の指標のものであるとき'),
  years: z.array(measureYear).default([]),
});

const programme = z.strictObject({
  key: key.exactOptional(),
  number: z.string().max(100).default('').describe('事業番号'),
  name: title,
  type: title.nullable().exactOptional().describe('事業種別（名前かキー）'),
  legalObligation: z.enum(['obliged', 'discretionary', 'unknown']).exactOptional(),
  legalBasis: text.exactOptional(),
  targetGroup: text.exactOptional(),
  means: text.exactOptional(),
  intent: text.exactOptional(),
  unitKey: key.nullable().exactOptional(),
  unit: z
    .strictObject({ bureau: z.string().max(500).default(''), department: z.string().max(500).default('') })
    .exactOptional()
    .describe('担当の部と課の名前。unitKey があれば要らない'),
  statedPlace: z.string().max(500).exactOptional().describe('施策名など、出典での位置'),
  expenseClass: z.string().max(100).nullable().exactOptional(),
  startFiscalYear: fiscalYear.nullable().exactOptional(),
  endFiscalYear: fiscalYear.nullable().exactOptional(),
  note: text.exactOptional(),
  source: sourceOrNull.exactOptional(),
  years: z.array(programmeYear).default([]),
  measures: z.array(measure).exactOptional(),
  planItems: z.array(z.strictObject({ plan: key, item: key })).exactOptional(),
});

/** 事務事業のファイル: what `bin/rashin import programmes` reads, and what the export writes. */
export const programmeFile = z.strictObject({
  $schema: z.string().exactOptional(),
  municipality: municipalityCode.exactOptional(),
  source: sourceOrNull.exactOptional().describe('出典。事業や年度に書いたものが先'),
  notes: z.array(text).exactOptional().describe('読む人への注'),
  programmes: z.array(programme).min(1),
});

export type ProgrammeFile = z.output<typeof programmeFile>;

/** JSON Schema of the file: demo/programme-file.schema.json is this, and a test keeps it so. */
export const programmeFileJsonSchema = (): object => ({
  ...z.toJSONSchema(programmeFile, { io: 'input' }),
  title: '羅針 事務事業ファイル',
});

const stated = z.string().max(2000);

/** 公表資料からの抽出一覧, as its makers lay it out; what else they say is not taken. */
export const extractFile = z.object({
  source: stated,
  provenance: stated.optional(),
  municipality_page: stated.optional(),
  pdf: stated.optional(),
  amount_basis: stated,
  personnel_cost: stated.optional(),
  programmes: z
    .array(
      z.object({
        no: stated,
        name: stated,
        bureau: stated,
        dept: stated,
        node: stated,
        settled_thousand_yen: z.int().nullable(),
        direction_normalised_by_tool: stated,
        legal_tag_by_tool: stated,
        pdf_page: z.int().nullable().optional(),
        indicators: z.array(
          z.object({ kind: z.enum(measureKinds), name: stated, unit: stated, actual: stated.nullable() }),
        ),
      }),
    )
    .min(1),
});
