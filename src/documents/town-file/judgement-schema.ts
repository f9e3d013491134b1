import { z } from 'zod';
import { fiscalYear, key, text } from './kernel-schema.ts';

/** 判定基準 as `bin/rashin judge` reads it; what it says is checked where it is registered. */
export const judgementSchemeEntry = z.strictObject({
  schemeKey: key,
  scheme: z
    .record(z.string(), z.json())
    .describe('判定基準（schemes/judgement/judgement-scheme.schema.json）'),
});

export const judgementYearEntry = z.strictObject({
  fiscalYear,
  schemeKey: key,
  reason: text.default(''),
  publishesHuman: z.boolean().default(true).describe('人による判定も公表するか'),
});
