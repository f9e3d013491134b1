import { z } from '@hono/zod-openapi';
import type { TownEndpoint } from './endpoint.ts';

export const townSummarySchema = z
  .strictObject({
    code: z.string().openapi({ description: '全国地方公共団体コード（6桁）', example: '202151' }),
    name: z.string(),
    nameKana: z.string(),
    nameEn: z.string(),
    prefecture: z.string(),
    links: z.strictObject({
      self: z.string(),
      plans: z.string(),
      indicators: z.string(),
      judgements: z.string(),
      page: z.string(),
    }),
  })
  .openapi('Municipality');

interface Named {
  readonly municipality: string;
  readonly name: string;
  readonly nameKana: string;
  readonly nameEn: string;
  readonly prefecture: string;
}

export const townSummary = ({ municipality: code, name, nameKana, nameEn, prefecture }: Named) => {
  const self = `/api/v1/municipalities/${code}`;
  return {
    code,
    name,
    nameKana,
    nameEn,
    prefecture,
    links: {
      self,
      plans: `${self}/plans`,
      indicators: `${self}/indicators`,
      judgements: `${self}/judgements`,
      page: `/m/${code}`,
    },
  };
};

export const townEndpoint: TownEndpoint = {
  path: '/municipalities/{code}',
  operationId: 'getMunicipality',
  summary: '団体',
  data: townSummarySchema,
  answer: async ({ town }) => ({ kind: 'data', data: townSummary(town) }),
};
