import { loadSeries } from '../../../db/read-population.ts';
import { loadPublications } from '../../../db/read-publication.ts';
import type { PublicTx } from '../../../db/tenant.ts';
import { isProjected, type SeriesWithTables } from '../../../domain/population/series.ts';
import { totalsOfSeries } from '../../../domain/population/totals-of-series.ts';
import type { ScenarioPublication } from './scenario-edition.ts';

/** What of a town's population is public, in four queries. */
export interface PopulationFacts {
  readonly series: readonly SeriesWithTables[];
  /** Newest editions */
  readonly scenarios: readonly ScenarioPublication[];
  /** 目標人口 of the newest scenario that has one */
  readonly aim: { readonly year: number; readonly total: number; readonly source: string } | null;
}

export const readFacts = async (tx: PublicTx): Promise<PopulationFacts> => {
  const series = await loadSeries(tx);
  const scenarios = (await loadPublications(tx, 'population-scenario')).toSorted((a, b) =>
    a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : 0,
  );
  const aim = scenarios.map(({ content }) => content.content.aim).find((each) => each !== null) ?? null;
  return { series, scenarios, aim };
};

/** Counted, as against expected. */
export const countedSeries = ({ series }: PopulationFacts): readonly SeriesWithTables[] =>
  series.filter((each) => !isProjected(each.series.kind));

export const projectedSeries = ({ series }: PopulationFacts): readonly SeriesWithTables[] =>
  series.filter((each) => isProjected(each.series.kind));

/** A series that is nothing but the aim itself: its flag stands for it. */
export const isAim = (one: SeriesWithTables, { aim }: PopulationFacts): boolean => {
  const { years, values } = totalsOfSeries(one);
  return aim !== null && years.length === 1 && years[0] === aim.year && values[0] === aim.total;
};

/** Newest year that was counted; null: none. */
export const lastCountedYear = (facts: PopulationFacts): number | null => {
  const years = countedSeries(facts).flatMap((one) => totalsOfSeries(one).years);
  return years.length === 0 ? null : Math.max(...years);
};

/** First and last year of anything public; null: nothing is. */
export const yearsOf = (facts: PopulationFacts): { readonly first: number; readonly last: number } | null => {
  const years = [
    ...facts.series.flatMap((one) => totalsOfSeries(one).years),
    ...facts.scenarios.flatMap(({ content }) => content.result.annual.years),
  ];
  return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
};

/** Years ahead a reader thinks of, where the town has set no aim. */
const usualYearsAhead = 10;

/** The year the page speaks of: as asked, else that of the aim, else ten years ahead. */
export const yearAsked = (
  facts: PopulationFacts,
  asked: string | undefined,
  today: string,
): number | null => {
  const years = yearsOf(facts);
  if (years === null) return null;
  const within = (year: number): number => Math.min(Math.max(year, years.first), years.last);
  if (asked !== undefined && /^\d{4}$/.test(asked)) return within(Number(asked));
  return within(facts.aim?.year ?? Number(today.slice(0, 4)) + usualYearsAhead);
};
