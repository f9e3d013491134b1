import { z } from 'zod';
import { firstFiscalYear, lastFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { cycleEventKinds } from '../../domain/programme/yearly-cycle.ts';

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);
const month = z.int().min(1).max(12).describe('月（4〜12、1〜3）');

/** A yearly cycle as a file: what `/office/cycle` gives out and takes in. */
export const cycleSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  name: z.string().trim().min(1).max(100).describe('呼び名'),
  source: z
    .strictObject({ document: z.string().min(1).max(300), url: z.url({ protocol: /^https?$/ }) })
    .nullable()
    .default(null)
    .describe('もとの資料'),
  notes: z.array(z.string().max(500)).default([]).describe('資料にないことを、どう決めたか'),
  programmeTypes: z
    .array(
      z.strictObject({
        key,
        label: z.string().max(100),
        settledIn: z
          .enum(['implementation-plan', 'budget'])
          .describe(
            'implementation-plan: 実施計画で予算を決める（ハード）、budget: 予算編成で決める（ソフト）',
          ),
      }),
    )
    .default([])
    .describe('事業の種類'),
  staffRates: z
    .array(
      z.strictObject({
        fiscalYear: z.int().min(firstFiscalYear).max(lastFiscalYear).describe('年度（西暦の整数）'),
        yenPerHour: z.int().describe('職員1時間あたりの円'),
      }),
    )
    .default([])
    .describe('人件費の単価'),
  calendar: z
    .array(
      z.strictObject({
        key,
        title: z.string().max(100),
        kind: z.enum(cycleEventKinds),
        fromMonth: month,
        toMonth: month,
        who: z.string().max(100).default(''),
        note: z.string().max(500).default(''),
      }),
    )
    .default([])
    .describe('年間の予定'),
});

export type CycleFile = Omit<z.output<typeof cycleSchema>, '$schema'>;

/** JSON Schema of the file, for editors: schemes/cycle/yearly-cycle.schema.json is this, a test keeps it so. */
export const cycleJsonSchema = (): object => ({
  ...z.toJSONSchema(cycleSchema, { io: 'input' }),
  title: '羅針 年度サイクル',
});
