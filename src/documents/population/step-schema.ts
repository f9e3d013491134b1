import { z } from 'zod';
import { rates, ratesBySex, year } from './counts-schema.ts';

const personYears = z.array(z.number().positive()).min(2).max(150);

/** 生残率: as ratios, or as nLx of a life table by the groups of the file. Unions would hide the place of an error. */
const survival = z
  .strictObject({
    male: rates.exactOptional(),
    female: rates.exactOptional(),
    personYears: z
      .strictObject({ male: personYears.exactOptional(), female: personYears })
      .exactOptional()
      .describe('生命表の nLx。年齢階級と同じ数。最後は開いた階級'),
  })
  .describe('生残率。male と female、または personYears のどちらか');

const children = {
  childWomanRatio: z.number().describe('子ども女性比。同じ年の15～49歳の女性一人あたりの0～4歳人口'),
  sexRatioAtAge0to4: z.number().describe('0～4歳の女一人あたりの男'),
};

const netStep = z.strictObject({
  method: z.literal('net').exactOptional().describe('純移動率モデル（書かないときはこれ）'),
  toYear: year,
  survival,
  netMigrationRate: ratesBySex.describe('純移動率（期間の初めの人口に対する）'),
  ...children,
});

export const poolStep = z.strictObject({
  method: z.literal('pool').describe('プールモデル: 転出は率、転入は人数'),
  toYear: year,
  survival,
  outMigrationRate: ratesBySex.describe('転出率（生き残った人に対する）'),
  inMigrants: ratesBySex.describe('転入者数（人）'),
  ...children,
});

const cohortChangeStep = z.strictObject({
  method: z.literal('cohort-change').describe('コーホート変化率法'),
  toYear: year,
  cohortChangeRatio: ratesBySex.describe('コーホート変化率'),
  ...children,
});

/** Men are left out of a projection of women alone. */
const womenAtLeast = <T extends z.ZodType>(one: T) =>
  z.strictObject({ male: one.exactOptional(), female: one });

const explicitStep = z.strictObject({
  method: z.literal('explicit-fertility').describe('国連・WPPの算式: 年齢別出生率と移動者数'),
  toYear: year,
  survivalOfBirths: womenAtLeast(z.number().min(0)).describe('出生から最初の階級までの生残率'),
  survival,
  fertilityRate: rates.describe('年齢階級別の出生率（女性一人、一年あたり）'),
  sexRatioAtBirth: z.number().describe('出生の女一人あたりの男'),
  netMigrants: womenAtLeast(rates).exactOptional().describe('期間の純移動者数（人）。書かなければ移動なし'),
  migrationTiming: z
    .enum(['even', 'even-after-births', 'end'])
    .default('even')
    .describe('移動の時期: 半分ずつ初めと終わり、終わり'),
});

export const step = z.discriminatedUnion('method', [netStep, poolStep, cohortChangeStep, explicitStep]);
export type SurvivalInput = z.output<typeof survival>;
export type StepInput = z.output<typeof step>;
