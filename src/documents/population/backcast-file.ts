import { z } from 'zod';
import { year } from './counts-schema.ts';
import { solvedLever } from './lever-schema.ts';
import { interpolations, projectionFields } from './projection-file.ts';

/** 逆算のファイル: what `bin/rashin population backcast --input` reads. */
export const backcastFile = z.strictObject({
  ...projectionFields,
  target: z.strictObject({ year, total: z.number().positive().describe('目標の総人口') }),
  interpolation: z.enum(interpolations).default('linear').describe('目標の年が期間のあいだにあるときの補間'),
  solveFor: z.array(solvedLever).min(1).max(6).describe('値を求めるもの'),
  curvePoints: z.int().min(2).max(101).default(11).describe('solveFor が二つのときの等目標線の点の数'),
});

/** JSON Schema of the file: docs/examples/population-backcast.schema.json is this, a test keeps it so. */
export const backcastFileJsonSchema = (): object => ({
  ...z.toJSONSchema(backcastFile, { io: 'input' }),
  title: '羅針 人口の逆算',
});
