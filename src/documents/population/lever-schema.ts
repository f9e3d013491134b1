import { z } from 'zod';
import { eachSex, year } from './counts-schema.ts';

const wayThere = {
  fromYear: year.describe('この年まではそのまま（値は次の期間から）'),
  byYear: year.exactOptional().describe('この年に届く。書かなければすぐに'),
  shape: z.enum(['linear', 'logistic']).exactOptional().describe('届くまでの道すじ。書かなければ直線'),
};
const path = z
  .strictObject({ value: z.number().describe('届く値'), ...wayThere })
  .describe('時間とともにどう動かすか');
/** What a lever to be solved for has instead: the value is the answer. */
const openPath = z.strictObject(wayThere).describe('時間とともにどう動かすか');

const age = z.int().min(0).max(150);
const atAges = {
  fromAge: age.exactOptional().describe('期間の終わりの年齢。書かなければすべて'),
  toAge: age.exactOptional(),
  sexes: z
    .array(z.enum(['male', 'female']))
    .min(1)
    .max(2)
    .exactOptional(),
};

const profile = z
  .array(z.strictObject({ ...atAges, weight: z.number().positive() }))
  .min(1)
  .max(50)
  .describe('年齢の配分。weight の比で分け、その中の階級と男女には等しく');

const deathRates = z.strictObject({
  deathRate: z.array(z.number().positive()).min(2).max(150).describe('死亡率 m(x)'),
  yearsLived: z.array(z.number().min(0)).min(2).max(150).describe('a(x): 死亡した年に生きた年数'),
  widthYears: z.int().min(1).max(10).default(1),
});

const kinds = <T extends z.ZodType, M extends z.core.$ZodLooseShape>(path: T, more: M) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fertility'), path, ...more }).describe('出生率（子ども女性比）の倍率'),
    z
      .strictObject({
        kind: z.literal('tfr'),
        base: z.number().positive().describe('いまの値'),
        path,
        ...more,
      })
      .describe('合計特殊出生率'),
    z.strictObject({ kind: z.literal('mortality'), path, ...more }).describe('死亡ハザードの倍率'),
    z
      .strictObject({
        kind: z.literal('life-expectancy'),
        lifeTable: eachSex(deathRates),
        path,
        ...more,
      })
      .describe('平均寿命の延び（年）'),
    z
      .strictObject({ kind: z.literal('migration-scale'), ...atAges, path, ...more })
      .describe('純移動率の倍率'),
    z
      .strictObject({ kind: z.literal('out-migration-scale'), ...atAges, path, ...more })
      .describe('転出率の倍率'),
    z
      .strictObject({ kind: z.literal('in-migration-scale'), ...atAges, path, ...more })
      .describe('転入者数の倍率'),
    z
      .strictObject({ kind: z.literal('migration-rate'), ...atAges, path, ...more })
      .describe('純移動率への加算'),
    z
      .strictObject({ kind: z.literal('migration-persons'), profile, path, ...more })
      .describe('人数の加算（期間ごと）'),
  ]);

const lever = kinds(path, {});

/** 逆算で値を求めるレバー */
export const solvedLever = kinds(openPath, {
  least: z.number().describe('考えられる最小の値'),
  most: z.number().describe('考えられる最大の値'),
  weight: z.number().positive().default(1).describe('努力の重み。大きいほど動かしにくい'),
});

export const levers = z
  .strictObject({
    levers: z.array(lever).max(50).default([]),
    estates: z
      .array(
        z.strictObject({
          year,
          persons: z.number().describe('人数'),
          profile,
        }),
      )
      .max(100)
      .default([])
      .describe('一度だけの転入（住宅団地など）'),
  })
  .describe('動かすもの');
