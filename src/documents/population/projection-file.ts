import { z } from 'zod';
import { ageGroups, counts, eachSex, source, year } from './counts-schema.ts';
import { levers } from './lever-schema.ts';
import { step } from './step-schema.ts';

const persons = z.number().describe('人');

/** What every file of a projection begins with. */
export const projectionFields = {
  $schema: z.string().exactOptional(),
  title: z.string().max(500).exactOptional(),
  source: source.exactOptional(),
  ageGroups,
  baseYear: year,
  baseDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .exactOptional()
    .describe('基準日。年は baseYear と同じ'),
  male: counts.exactOptional().describe('基準年の男。女だけの推計では書かない'),
  female: counts.describe('基準年の女'),
  unknownAge: eachSex(persons).exactOptional().describe('年齢不詳。男女ごとに按分する'),
  total: eachSex(persons).exactOptional().describe('男女の総数。あれば、年齢の合計と合うかを確かめる'),
  steps: z.array(step).max(300).describe('期間ごとの仮定。年齢階級の幅ずつ進む'),
  scenario: levers.exactOptional(),
};

export const interpolations = ['linear', 'geometric', 'monotone', 'natural', 'forsythe'] as const;

/** 推計のファイル: what `bin/rashin population project --input` reads. */
export const projectionFile = z.strictObject({
  ...projectionFields,
  annual: z
    .enum(interpolations)
    .exactOptional()
    .describe('期間のあいだの年の総数も出す。補間の方法（linear が国内の通例）'),
  singleAgesIn: z
    .array(year)
    .max(200)
    .exactOptional()
    .describe('これらの年の人口を各歳で出す（コーホートに沿って、総数は annual の補間に合わせる）'),
  guide: z
    .strictObject({
      birthRateNow: z.number().positive().describe('いまの合計特殊出生率'),
      birthRateGoal: z.number().positive().default(2.1),
      byYear: year,
    })
    .exactOptional()
    .describe('国の手引きのシミュレーション（出生率の上昇、移動の均衡）と影響度も出す'),
  summary: z.boolean().exactOptional().describe('年少・生産年齢・老年、従属人口指数、減少段階も出す'),
});

/** JSON Schema of the file, for editors: docs/examples/population-project.schema.json is this, a test keeps it so. */
export const projectionFileJsonSchema = (): object => ({
  ...z.toJSONSchema(projectionFile, { io: 'input' }),
  title: '羅針 人口推計',
});
