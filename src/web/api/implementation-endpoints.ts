import { z } from '@hono/zod-openapi';
import { loadEntries, loadPublications, type Publication } from '../../db/read-publication.ts';
import { implementationCsv } from '../../documents/csv/implementation-csv.ts';
import { type ApiRequest, notFound, type TownEndpoint } from './endpoint.ts';
import { implementationPlanData, publicationData } from './evaluation-data.ts';
import { implementationPlanSchema, publicationSchema } from './evaluation-schema.ts';

const params = {
  fiscalYear: z.string().openapi({ description: '計画の始まりの年度（4月の西暦年）', example: '2026' }),
};

const find = async ({ tx, param }: ApiRequest): Promise<Publication<'implementation-plan'> | undefined> =>
  (await loadPublications(tx, 'implementation-plan')).find(
    ({ content }) => String(content.startFiscalYear) === param('fiscalYear'),
  );

const notPublic = (request: ApiRequest) =>
  notFound('implementation-plan-not-public', request.param('fiscalYear'));

const plans: TownEndpoint = {
  path: '/municipalities/{code}/implementation-plans',
  operationId: 'listImplementationPlans',
  summary: '公表している実施計画の一覧（新しい順）',
  data: z.array(publicationSchema),
  answer: async ({ tx, town }) => ({
    kind: 'data',
    data: (await loadPublications(tx, 'implementation-plan')).map((each) =>
      publicationData(town.municipality, each),
    ),
  }),
};

const plan: TownEndpoint = {
  path: '/municipalities/{code}/implementation-plans/{fiscalYear}',
  operationId: 'getImplementationPlan',
  summary: '一つの実施計画の、事業ごと・年度ごとの事業費と補正の理由',
  params,
  data: implementationPlanSchema,
  answer: async (request) => {
    const found = await find(request);
    if (found === undefined) return notPublic(request);
    return {
      kind: 'data',
      data: implementationPlanData(request.town.municipality, found, await loadEntries(request.tx, found)),
    };
  },
};

const planAsCsv: TownEndpoint = {
  path: '/municipalities/{code}/implementation-plans/{fiscalYear}.csv',
  operationId: 'getImplementationPlanCsv',
  summary: '一つの実施計画（1行に1事業の1年度のCSV、UTF-8 BOM付き）',
  params,
  data: null,
  answer: async (request) => {
    const found = await find(request);
    if (found === undefined) return notPublic(request);
    const { municipality: code, name } = request.town;
    return {
      kind: 'csv',
      body: implementationCsv({
        municipality: { code, name },
        plan: found.content,
        lines: await loadEntries(request.tx, found),
      }),
    };
  },
};

/** 実施計画. The file before what would read its name as a year. */
export const implementationEndpoints: readonly TownEndpoint[] = [planAsCsv, plans, plan];
