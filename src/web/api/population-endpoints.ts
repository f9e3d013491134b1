import { z } from '@hono/zod-openapi';
import { loadSeries } from '../../db/read-population.ts';
import { findPublication, loadEditions, loadEntries, loadPublications } from '../../db/read-publication.ts';
import { populationCsv } from '../../documents/csv/population-csv.ts';
import { scenarioAssumptionsCsv } from '../../documents/csv/scenario-assumptions-csv.ts';
import { scenarioCsv } from '../../documents/csv/scenario-csv.ts';
import { type ApiAnswer, type ApiRequest, malformed, notFound, type TownEndpoint } from './endpoint.ts';
import {
  populationData,
  type ScenarioPublication,
  scenarioData,
  scenarioSummary,
} from './population-data.ts';
import { populationSchema, scenarioSchema, scenarioSummarySchema } from './population-schema.ts';

const seriesQuery = {
  series: z.string().optional().openapi({ description: '系列キー。なければ公開しているすべての系列' }),
};

type Found<T> = { readonly value: T } | { readonly answer: ApiAnswer };

/** All that is public, or the one series asked for. */
const findSeries = async ({
  tx,
  query,
}: ApiRequest): Promise<Found<Awaited<ReturnType<typeof loadSeries>>>> => {
  const asked = query('series');
  if (asked === '') return { value: await loadSeries(tx) };
  const value = await loadSeries(tx, { seriesKeys: [asked] });
  return value.length === 0 ? { answer: notFound('population-series-not-public', asked) } : { value };
};

const population: TownEndpoint = {
  path: '/municipalities/{code}/population',
  operationId: 'getPopulation',
  summary: '公開している人口の系列（実績と将来推計）と、公表しているシナリオの一覧',
  query: seriesQuery,
  data: populationSchema,
  answer: async (request) => {
    const found = await findSeries(request);
    if ('answer' in found) return found.answer;
    const scenarios = await loadPublications(request.tx, 'population-scenario');
    return { kind: 'data', data: populationData(request.town.municipality, found.value, scenarios) };
  },
};

const populationAsCsv: TownEndpoint = {
  path: '/municipalities/{code}/population.csv',
  operationId: 'getPopulationCsv',
  summary: '公開している人口の系列（1行に1つの値のCSV、UTF-8 BOM付き）',
  query: seriesQuery,
  data: null,
  answer: async (request) => {
    const found = await findSeries(request);
    if ('answer' in found) return found.answer;
    const { municipality: code, name } = request.town;
    return { kind: 'csv', body: populationCsv({ municipality: { code, name }, series: found.value }) };
  },
};

const scenarios: TownEndpoint = {
  path: '/municipalities/{code}/population/scenarios',
  operationId: 'listPopulationScenarios',
  summary: '公表している人口シナリオの一覧',
  data: z.array(scenarioSummarySchema),
  answer: async ({ tx, town }) => ({
    kind: 'data',
    data: (await loadPublications(tx, 'population-scenario')).map((each) =>
      scenarioSummary(town.municipality, each),
    ),
  }),
};

const params = { key: z.string().openapi({ description: 'シナリオのキー' }) };
const query = {
  edition: z.string().optional().openapi({ description: '版の番号。なければ最新の版' }),
};

const findScenario = async ({ tx, param, query: given }: ApiRequest): Promise<Found<ScenarioPublication>> => {
  const [key, edition] = [param('key'), given('edition')];
  if (edition !== '' && !/^[1-9]\d{0,8}$/.test(edition))
    return { answer: malformed('revision-format', edition) };
  const value = await findPublication(tx, {
    kind: 'population-scenario',
    key,
    edition: edition === '' ? null : Number(edition),
  });
  return value === null ? { answer: notFound('population-scenario-not-public', key) } : { value };
};

const scenario: TownEndpoint = {
  path: '/municipalities/{code}/population/scenarios/{key}',
  operationId: 'getPopulationScenario',
  summary: '一つの人口シナリオの、前提、もとの系列、結果、予測の幅',
  params,
  query,
  data: scenarioSchema,
  answer: async (request) => {
    const found = await findScenario(request);
    if ('answer' in found) return found.answer;
    const publication = found.value;
    const years = await loadEntries(request.tx, publication);
    const editions = await loadEditions(request.tx, publication);
    return {
      kind: 'data',
      data: scenarioData(request.town.municipality, publication, years, editions),
    };
  },
};

const scenarioAsCsv: TownEndpoint = {
  path: '/municipalities/{code}/population/scenarios/{key}.csv',
  operationId: 'getPopulationScenarioCsv',
  summary: '一つの人口シナリオの結果と予測の幅（1行に1つの値のCSV、UTF-8 BOM付き）',
  params,
  query,
  data: null,
  answer: async (request) => {
    const found = await findScenario(request);
    if ('answer' in found) return found.answer;
    const { municipality: code, name } = request.town;
    const years = await loadEntries(request.tx, found.value);
    return {
      kind: 'csv',
      body: scenarioCsv({ municipality: { code, name }, publication: found.value, years }),
    };
  },
};

const assumptionsAsCsv: TownEndpoint = {
  path: '/municipalities/{code}/population/scenarios/{key}/assumptions.csv',
  operationId: 'getPopulationScenarioAssumptionsCsv',
  summary: '一つの人口シナリオの前提と根拠（1行に1つの前提のCSV、UTF-8 BOM付き）',
  params,
  query,
  data: null,
  answer: async (request) => {
    const found = await findScenario(request);
    if ('answer' in found) return found.answer;
    const { municipality: code, name } = request.town;
    return {
      kind: 'csv',
      body: scenarioAssumptionsCsv({ municipality: { code, name }, publication: found.value }),
    };
  },
};

/** 人口. The files before what would read their names as a key. */
export const populationEndpoints: readonly TownEndpoint[] = [
  populationAsCsv,
  population,
  scenarioAsCsv,
  assumptionsAsCsv,
  scenarios,
  scenario,
];
