import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { TownEndpoint } from './endpoint.ts';
import { envelope } from './envelope.ts';
import { problemSchema } from './problem-answer.ts';
import { townSummarySchema } from './town-endpoint.ts';

const code = z
  .string()
  .openapi({ description: '全国地方公共団体コード（6桁、検査数字を含む）', example: '202151' });

const json = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const csv = (description: string) => ({
  description,
  content: { 'text/csv': { schema: z.string() } },
});
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});
const unchanged = { description: '前と変わっていない（If-None-Match）' };

/** The description of the API, made from the same table that serves it. */
export const openApiDocument = (endpoints: readonly TownEndpoint[]) => {
  // Used for its generator only; the routes are served by routes.ts.
  const described = new OpenAPIHono();
  const registry = described.openAPIRegistry;
  registry.registerPath({
    method: 'get',
    path: '/municipalities',
    operationId: 'listMunicipalities',
    summary: '計画を公開している団体の一覧',
    responses: { 200: json(envelope(z.array(townSummarySchema)), '団体の一覧'), 304: unchanged },
  });
  for (const { path, operationId, summary, params, query, data } of endpoints) {
    registry.registerPath({
      method: 'get',
      path,
      operationId,
      summary,
      request: {
        params: z.object({ code, ...params }),
        ...(query === undefined ? {} : { query: z.object(query) }),
      },
      responses: {
        200: data === null ? csv(summary) : json(envelope(data), summary),
        304: unchanged,
        400: problem('指定の形が正しくない'),
        404: problem('公開されていない、または存在しない'),
      },
    });
  }
  return described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: '羅針 公開API / Rashin public API',
      version: '1',
      description:
        '公開中の計画・指標を読むためのAPIです。登録や鍵は要りません。利用条件は各回答の meta.licence に示します。' +
        'Read access to everything a municipality has published; terms are given in meta.licence of each answer.',
    },
    servers: [{ url: '/api/v1' }],
  });
};
