import { z } from 'zod';
import { parseFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { parseJapaneseDate } from '../../domain/kernel/japanese-date.ts';
import { parseMunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import type { Result } from '../../domain/kernel/result.ts';

/** Fields that any text column may hold; what is longer is no plan text but a mistake. */
const longestText = 20_000;

/** Reads text by a function of the domain; its refusal travels in the issue (see read-town-file.ts). */
const readBy = <T>(read: (text: string) => Result<T, Problem>) => {
  return (input: string | number, context: z.RefinementCtx): T => {
    const result = read(String(input));
    if (result.ok) return result.value;
    context.addIssue({ code: 'custom', params: { problem: result.error } });
    return z.NEVER;
  };
};

export const text = z.string().max(longestText);
export const title = z.string().trim().min(1).max(500);
/** Part of addresses and of references: lower-case letters, digits, hyphens. */
export const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
export const position = z.int().min(0).max(1_000_000);

export const municipalityCode = z
  .string()
  .transform(readBy(parseMunicipalityCode))
  .describe('全国地方公共団体コード（6桁、検査数字を含む）');

export const fiscalYear = z
  .union([z.int(), z.string()])
  .transform(readBy(parseFiscalYear))
  .describe('年度: 2024, "R6", "令和6年度" のどれでも');

export const date = z
  .string()
  .transform(readBy(parseJapaneseDate))
  .describe('日付: 2024-04-01 か 令和6年4月1日');

/** Decimal figure as text, so that no digit is lost: "6.77", "65000". */
export const figure = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,10})?$/)
  .describe('数は文字列で: "6.77"');

export const source = z
  .strictObject({
    document: title.describe('文書の題名'),
    publisher: text.exactOptional().describe('発行者'),
    place: text.exactOptional().describe('文書の中の場所'),
    date: text.exactOptional().describe('発行の年月（文書のとおり）'),
    url: z.url({ protocol: /^https?$/ }).exactOptional(),
  })
  .describe('出典');
export const sourceOrNull = source.nullable().default(null);
