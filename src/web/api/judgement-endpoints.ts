import { z } from '@hono/zod-openapi';
import { readPublicJudgements, type YearJudgements } from '../../app/judgement/read-judgements.ts';
import { loadJudgementYears } from '../../db/read-judgement.ts';
import { type JudgementCsvRow, judgementCsv } from '../../documents/csv/judgement-csv.ts';
import { rollUp, rollUpBy } from '../../domain/indicator/judgement/roll-up.ts';
import { type ApiRequest, notFound, type TownEndpoint } from './endpoint.ts';
import { judgementData, judgementYearData, rollUpData } from './judgement-data.ts';
import { judgementsSchema, judgementYearSchema } from './judgement-schema.ts';

const params = {
  fiscalYear: z.string().openapi({ description: '年度（4月の西暦年）', example: '2024' }),
};

const years: TownEndpoint = {
  path: '/municipalities/{code}/judgements',
  operationId: 'listJudgementYears',
  summary: '判定を公開している年度の一覧（新しい順）',
  data: z.array(judgementYearSchema),
  answer: async ({ tx, town }) => ({
    kind: 'data',
    data: (await loadJudgementYears(tx)).map((year) => judgementYearData(town.municipality, year)),
  }),
};

/** The public year asked for, or null. */
const findYear = async ({ tx, today, param }: ApiRequest): Promise<YearJudgements | null> => {
  const town = await readPublicJudgements(tx, today);
  const year = town.years.find(({ fiscalYear }) => String(fiscalYear) === param('fiscalYear'));
  return year === undefined ? null : town.ofYear(year.fiscalYear);
};

const judgements: TownEndpoint = {
  path: '/municipalities/{code}/judgements/{fiscalYear}',
  operationId: 'getJudgements',
  summary: '一つの年度の判定、計算の過程、集計',
  params,
  data: judgementsSchema,
  answer: async (request) => {
    const year = await findYear(request);
    if (year === null) return notFound('judgement-year-not-public', request.param('fiscalYear'));
    const { compiled, indicators } = year;
    const { scheme } = compiled;
    const ways = [
      ...new Set([
        ...scheme.rollUp.groupBy,
        ...indicators.flatMap(({ judgeable }) => Object.keys(judgeable.groups)),
      ]),
    ];
    return {
      kind: 'data',
      data: {
        year: judgementYearData(request.town.municipality, year.year),
        scheme: {
          schemeKey: scheme.schemeKey,
          version: scheme.version,
          name: scheme.name,
          readings: scheme.readings,
          source: scheme.source ?? null,
        },
        rollUp: rollUpData(rollUp(compiled, indicators)),
        groups: ways.map((by) => {
          const { groups, listed, repeated, without } = rollUpBy(compiled, indicators, by);
          return {
            by,
            listed,
            repeated,
            without,
            groups: groups.map((group) => ({ groupKey: group.groupKey, rollUp: rollUpData(group.rollUp) })),
          };
        }),
        judgements: indicators.map((each) => ({
          indicatorKey: each.judgeable.indicatorKey,
          name: each.judgeable.name,
          judgement: judgementData(year, each),
        })),
      },
    };
  },
};

const csvRows = (year: YearJudgements): readonly JudgementCsvRow[] =>
  year.indicators.map((each) => ({
    fiscalYear: year.year.fiscalYear,
    scheme: year.compiled.scheme,
    judgeable: each.judgeable,
    judgement: each.judgement,
    machine: each.machine,
    human: each.human,
  }));

const judgementsAsCsv: TownEndpoint = {
  path: '/municipalities/{code}/judgements/{fiscalYear}.csv',
  operationId: 'getJudgementsCsv',
  summary: '一つの年度の判定（縦持ちのCSV、UTF-8 BOM付き）',
  params,
  data: null,
  answer: async (request) => {
    const year = await findYear(request);
    if (year === null) return notFound('judgement-year-not-public', request.param('fiscalYear'));
    const { municipality: code, name } = request.town;
    return { kind: 'csv', body: judgementCsv({ municipality: { code, name }, rows: csvRows(year) }) };
  },
};

const allAsCsv: TownEndpoint = {
  path: '/municipalities/{code}/judgements.csv',
  operationId: 'getAllJudgementsCsv',
  summary: '公開しているすべての年度の判定（縦持ちのCSV、UTF-8 BOM付き）',
  data: null,
  answer: async ({ tx, town, today }) => {
    const judged = await readPublicJudgements(tx, today);
    const rows = judged.years.flatMap(({ fiscalYear }) => {
      const year = judged.ofYear(fiscalYear);
      return year === null ? [] : csvRows(year);
    });
    return {
      kind: 'csv',
      body: judgementCsv({ municipality: { code: town.municipality, name: town.name }, rows }),
    };
  },
};

/** The files before what would read their names as a year. */
export const judgementEndpoints: readonly TownEndpoint[] = [allAsCsv, judgementsAsCsv, years, judgements];
