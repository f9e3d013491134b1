import { z } from '@hono/zod-openapi';
import type { MunicipalityRow } from '../../db/read-town.ts';

/** What every answer says about itself: whose data, under which terms. */
export const metaSchema = z
  .strictObject({
    municipality: z
      .string()
      .nullable()
      .openapi({ description: '全国地方公共団体コード（団体の一覧では null）' }),
    publisher: z.string().nullable().openapi({ description: 'データを公開する団体' }),
    licence: z
      .strictObject({ name: z.string(), nameEn: z.string(), url: z.string() })
      .nullable()
      .openapi({ description: '利用条件' }),
    source: z.string().openapi({ description: '出典として示す書き方' }),
    asOf: z.iso.date().openapi({ description: 'この内容が公開されている日（日本時間）' }),
    documentation: z.string(),
  })
  .openapi('Meta');

export const townMeta = (town: MunicipalityRow, today: string): z.infer<typeof metaSchema> => ({
  municipality: town.municipality,
  publisher: town.name,
  licence: town.settings.openData.licence,
  source: `${town.name}「オープンデータ」（/m/${town.municipality}/open-data）`,
  asOf: today,
  documentation: '/api/v1/openapi.json',
});

export const directoryMeta = (today: string): z.infer<typeof metaSchema> => ({
  municipality: null,
  publisher: null,
  licence: null,
  source: '各団体のオープンデータのページ（/m/{code}/open-data）',
  asOf: today,
  documentation: '/api/v1/openapi.json',
});

export const envelope = (data: z.ZodType) => z.strictObject({ meta: metaSchema, data });
