import { z } from 'zod';
import { ageGroups, counts, eachSex, source, year } from './counts-schema.ts';

const mostDistricts = 500;
const table = eachSex(counts);

const district = z.strictObject({
  key: z.string().min(1).max(80),
  name: z.string().max(200),
  earlier: table.describe('一期間前の人口'),
  base: table.describe('基準年の人口'),
  totals: z
    .array(z.number().min(0))
    .max(60)
    .exactOptional()
    .describe('地区の総数の見通し（住宅などから）。すべての地区に書けば、これにも合わせる'),
});

/** 地区別推計のファイル: what `bin/rashin population districts --input` reads. */
export const districtsFile = z.strictObject({
  $schema: z.string().exactOptional(),
  title: z.string().max(500).exactOptional(),
  source: source.exactOptional(),
  ageGroups,
  earlierYear: year,
  baseYear: year,
  toYears: z.array(year).min(1).max(60).exactOptional().describe('推計する年。town を書けば、その年'),
  districts: z.array(district).min(1).max(mostDistricts).describe('地区（小学校区など）'),
  kappa: z
    .number()
    .min(0)
    .max(1_000_000)
    .default(300)
    .describe('縮約の強さ: 地区の率と町の率の重みが等しくなる人数。大きいほど町の率に近づく'),
  town: z
    .strictObject({
      years: z.array(year).min(2).max(61),
      male: z.array(counts).max(61),
      female: z.array(counts).max(61),
      total: z.array(z.number()).max(61).exactOptional(),
    })
    .exactOptional()
    .describe('町の推計（population project の出力）。あれば、地区の合計を男女・年齢ごとに合わせる'),
  whole: z.boolean().default(true).describe('整数にする（最大剰余法）'),
});

/** JSON Schema of the file: docs/examples/population-districts.schema.json is this, a test keeps it so. */
export const districtsFileJsonSchema = (): object => ({
  ...z.toJSONSchema(districtsFile, { io: 'input' }),
  title: '羅針 地区別の人口推計',
});
