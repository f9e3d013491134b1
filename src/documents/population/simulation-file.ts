import { z } from 'zod';
import { year } from './counts-schema.ts';
import { interpolations, projectionFields } from './projection-file.ts';

const age = z.int().min(0).max(200);

/** 不確実性のファイル: what `bin/rashin population simulate --input` reads. */
export const simulationFile = z.strictObject({
  ...projectionFields,
  draws: z.int().min(100).max(100_000).default(2000).describe('試行の数'),
  seed: z.int().min(0).max(2_147_483_647).default(1).describe('乱数の種。同じ種なら同じ結果'),
  errors: z
    .enum(['cohort-change', 'ipss'])
    .default('ipss')
    .describe('どの推計の過去の誤差に合わせるか: コーホート変化率法、社人研の推計'),
  birthsSd: z.number().min(0).max(1).exactOptional().describe('出生のゆらぎ（対数の標準偏差）'),
  hazardSd: z.number().min(0).max(1).exactOptional().describe('死亡ハザードのゆらぎ（対数の標準偏差）'),
  persistence: z.number().min(0).max(0.99).exactOptional().describe('ゆらぎが次の期間に残る割合'),
  profile: z
    .array(z.strictObject({ fromAge: age, toAge: age, weight: z.number().min(0) }))
    .min(1)
    .max(50)
    .exactOptional()
    .describe('移動のゆらぎの年齢の形（期間の終わりの年齢）'),
  interpolation: z.enum(interpolations).default('linear'),
  bandsIn: z.array(year).max(300).exactOptional().describe('幅を出す年。書かなければ期間の終わりの年'),
  targets: z
    .array(z.strictObject({ year, total: z.number().positive() }))
    .max(50)
    .default([])
    .describe('届く確率を出す目標'),
});

/** JSON Schema of the file: docs/examples/population-simulate.schema.json is this, a test keeps it so. */
export const simulationFileJsonSchema = (): object => ({
  ...z.toJSONSchema(simulationFile, { io: 'input' }),
  title: '羅針 人口の見通しの幅',
});
