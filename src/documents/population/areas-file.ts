import { z } from 'zod';
import { eachSex, rates, ratesBySex, year } from './counts-schema.ts';
import { projectionFields } from './projection-file.ts';
import { poolStep } from './step-schema.ts';

const { $schema, title, source, ageGroups, baseYear, male, female, unknownAge, total, scenario } =
  projectionFields;

const area = z.strictObject({
  key: z.string().min(1).max(80),
  name: z.string().max(200),
  male: male.unwrap().describe('基準年の男'),
  female,
  unknownAge,
  total,
  steps: z
    .array(
      poolStep.omit({ method: true, toYear: true, inMigrants: true }).extend({
        inShare: ratesBySex.describe(
          '転入配分率: どこかの地域から出た人のうち、この地域に入る割合。全地域で1',
        ),
      }),
    )
    .max(300)
    .describe('この地域の期間ごとの仮定。外側の steps と同じ順と数'),
  scenario,
});

/** 多地域の推計のファイル: what `bin/rashin population areas --input` reads. */
export const areasFile = z.strictObject({
  $schema,
  title,
  source,
  ageGroups,
  baseYear,
  steps: z
    .array(
      z.strictObject({
        toYear: year,
        fromAbroad: eachSex(rates)
          .exactOptional()
          .describe('地域の外（国外など）からの純移動者数。転出した人と同じく配分率で分ける。書かなければ0'),
      }),
    )
    .min(1)
    .max(300)
    .describe('期間。年齢階級の幅ずつ進む'),
  areas: z.array(area).min(1).max(500).describe('たがいに人が移る地域（旧町村、生活圏、市町村など）'),
});

/** JSON Schema of the file: docs/examples/population-areas.schema.json is this, a test keeps it so. */
export const areasFileJsonSchema = (): object => ({
  ...z.toJSONSchema(areasFile, { io: 'input' }),
  title: '羅針 たがいに人が移る地域の人口推計',
});
