import { z } from '@hono/zod-openapi';
import { loadEntries, loadPublications, type Publication } from '../../db/read-publication.ts';
import { budgetCsv } from '../../documents/csv/budget-csv.ts';
import { evaluationCsv } from '../../documents/csv/evaluation-csv.ts';
import { chosenRound, roundsOfYear } from '../public/evaluation/chosen-round.ts';
import { type ApiRequest, notFound, type TownEndpoint } from './endpoint.ts';
import { budgetData, evaluationsData, publicationData } from './evaluation-data.ts';
import { budgetSchema, evaluationsSchema, publicationSchema } from './evaluation-schema.ts';

const params = {
  fiscalYear: z.string().openapi({ description: '年度（4月の西暦年）', example: '2024' }),
};
const query = {
  round: z
    .string()
    .optional()
    .openapi({ description: '評価の回のキー。なければその年度の最初の回（事務事業の事後評価など）' }),
};

const evaluationYears: TownEndpoint = {
  path: '/municipalities/{code}/evaluations',
  operationId: 'listEvaluations',
  summary: '公表している事業の評価の一覧（新しい順）',
  data: z.array(publicationSchema),
  answer: async ({ tx, town }) => ({
    kind: 'data',
    data: (await loadPublications(tx, 'evaluation')).map((each) => publicationData(town.municipality, each)),
  }),
};

/** undefined where the year, or the round asked for by name, is not public. */
const findRound = async (request: ApiRequest): Promise<Publication<'evaluation'> | undefined> => {
  const all = await loadPublications(request.tx, 'evaluation');
  const rounds = roundsOfYear(all, Number(request.param('fiscalYear'))).filter(
    ({ fiscalYear }) => String(fiscalYear) === request.param('fiscalYear'),
  );
  const asked = request.query('round');
  return asked === '' ? chosenRound(rounds, undefined) : rounds.find(({ key }) => key === asked);
};

const notPublic = (request: ApiRequest) => notFound('evaluation-not-public', request.param('fiscalYear'));

const evaluations: TownEndpoint = {
  path: '/municipalities/{code}/evaluations/{fiscalYear}',
  operationId: 'getEvaluations',
  summary: '一つの年度の事業の評価と集計',
  params,
  query,
  data: evaluationsSchema,
  answer: async (request) => {
    const round = await findRound(request);
    if (round === undefined) return notPublic(request);
    return {
      kind: 'data',
      data: evaluationsData(request.town.municipality, round, await loadEntries(request.tx, round)),
    };
  },
};

const evaluationsAsCsv: TownEndpoint = {
  path: '/municipalities/{code}/evaluations/{fiscalYear}.csv',
  operationId: 'getEvaluationsCsv',
  summary: '一つの年度の事業の評価（1行に1事業のCSV、UTF-8 BOM付き）',
  params,
  query,
  data: null,
  answer: async (request) => {
    const publication = await findRound(request);
    if (publication === undefined) return notPublic(request);
    const { municipality: code, name } = request.town;
    const { fiscalYear, title, edition, content: round } = publication;
    const sheets = await loadEntries(request.tx, publication);
    return {
      kind: 'csv',
      body: evaluationCsv({
        municipality: { code, name },
        rounds: [{ fiscalYear, title, edition, round, sheets }],
      }),
    };
  },
};

const findBudget = async ({ tx, param }: ApiRequest): Promise<Publication<'budget'> | undefined> =>
  (await loadPublications(tx, 'budget')).find(({ fiscalYear }) => String(fiscalYear) === param('fiscalYear'));

const budgetYears: TownEndpoint = {
  path: '/municipalities/{code}/budgets',
  operationId: 'listBudgets',
  summary: '公表している予算（評価の反映）の一覧（新しい順）',
  data: z.array(publicationSchema),
  answer: async ({ tx, town }) => ({
    kind: 'data',
    data: (await loadPublications(tx, 'budget')).map((each) => publicationData(town.municipality, each)),
  }),
};

const budget: TownEndpoint = {
  path: '/municipalities/{code}/budgets/{fiscalYear}',
  operationId: 'getBudget',
  summary: '一つの年度の配分枠と、事業ごとの予算と評価',
  params,
  data: budgetSchema,
  answer: async (request) => {
    const found = await findBudget(request);
    if (found === undefined) return notFound('budget-not-public', request.param('fiscalYear'));
    return {
      kind: 'data',
      data: budgetData(request.town.municipality, found, await loadEntries(request.tx, found)),
    };
  },
};

const budgetAsCsv: TownEndpoint = {
  path: '/municipalities/{code}/budgets/{fiscalYear}.csv',
  operationId: 'getBudgetCsv',
  summary: '一つの年度の事業ごとの予算と評価（CSV、UTF-8 BOM付き）',
  params,
  data: null,
  answer: async (request) => {
    const found = await findBudget(request);
    if (found === undefined) return notFound('budget-not-public', request.param('fiscalYear'));
    const { municipality: code, name } = request.town;
    return {
      kind: 'csv',
      body: budgetCsv({
        municipality: { code, name },
        budget: found.content,
        lines: await loadEntries(request.tx, found),
      }),
    };
  },
};

/** The files before what would read their names as a year. */
export const evaluationEndpoints: readonly TownEndpoint[] = [
  evaluationsAsCsv,
  evaluationYears,
  evaluations,
  budgetAsCsv,
  budgetYears,
  budget,
];
