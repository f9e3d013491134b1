import type { z } from '@hono/zod-openapi';
import type { loadEditions, Publication } from '../../db/read-publication.ts';
import type { PublishedYear } from '../../domain/population/scenario.ts';
import type { SeriesWithTables } from '../../domain/population/series.ts';
import { passedOn } from './passed-on.ts';
import type { populationSchema, scenarioSchema, scenarioSummarySchema } from './population-schema.ts';

export type ScenarioPublication = Publication<'population-scenario'>;

export const scenarioSummary = (
  code: string,
  { key, title, edition, reason, publishedAt }: ScenarioPublication,
): z.infer<typeof scenarioSummarySchema> => {
  const path = `population/scenarios/${encodeURIComponent(key)}`;
  const self = `/api/v1/municipalities/${code}/${path}`;
  // The edition is named: what the link shows never changes.
  const which = `?edition=${edition}`;
  return {
    scenarioKey: key,
    name: title,
    edition,
    reason,
    publishedAt,
    links: {
      self: `${self}${which}`,
      csv: `${self}.csv${which}`,
      assumptionsCsv: `${self}/assumptions.csv${which}`,
      page: `/m/${code}/${path}${which}`,
    },
  };
};

export const populationData = (
  code: string,
  series: readonly SeriesWithTables[],
  scenarios: readonly ScenarioPublication[],
): z.infer<typeof populationSchema> => ({
  series: series.map(({ series: each, tables }) => ({
    seriesKey: each.seriesKey,
    kind: each.kind,
    name: each.name,
    publisher: each.publisher,
    source: each.source,
    publishedOn: each.publishedOn,
    baseYear: each.baseYear,
    terms: each.terms,
    note: each.note,
    tables: tables.map(({ areaKey, areaName, date, counts }) => ({
      areaKey,
      areaName,
      date,
      counts: passedOn(counts),
    })),
  })),
  scenarios: scenarios.map((each) => scenarioSummary(code, each)),
  links: { csv: `/api/v1/municipalities/${code}/population.csv`, page: `/m/${code}/population` },
});

export const scenarioData = (
  code: string,
  publication: ScenarioPublication,
  years: readonly PublishedYear[],
  editions: Awaited<ReturnType<typeof loadEditions>>,
): z.infer<typeof scenarioSchema> => {
  const { description, content, sources, result } = publication.content;
  return {
    publication: scenarioSummary(code, publication),
    editions: editions.map(({ edition, reason, publishedAt }) => ({ edition, reason, publishedAt })),
    description,
    assumptions: passedOn(content),
    sources: passedOn(sources),
    result: {
      ...passedOn(result),
      male: years.map(({ male }) => [...male]),
      female: years.map(({ female }) => [...female]),
    },
  };
};
