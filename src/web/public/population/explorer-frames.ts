import type { AgeGroups } from '../../../domain/demography/age-groups.ts';
import { inFiveYears } from '../../../domain/population/five-year-ages.ts';
import { type AgedPopulation, populationOf } from '../../../domain/population/population-of.ts';
import { type SeriesWithTables, wholeTown } from '../../../domain/population/series.ts';
import type { PyramidFrame } from '../../islands/population/live-input.ts';
import type { PopulationExplorerWords } from '../../text/population-explorer.ts';
import { countedSeries, type PopulationFacts, projectedSeries } from './explorer-facts.ts';
import type { LiveScenario } from './explorer-live.ts';

/** Name of the reader's own assumptions among the series: no series of a town has it (keys have no star). */
export const movedKey = '*';

/** A series whose years ahead the pyramid can show. */
export interface PyramidFuture {
  readonly key: string;
  readonly name: string;
}

export interface PyramidFrames {
  readonly ages: AgeGroups;
  /** Ascending by year, one a year */
  readonly frames: readonly PyramidFrame[];
  readonly futures: readonly PyramidFuture[];
  /** Key of the one shown */
  readonly future: string;
}

interface AgedYear extends AgedPopulation {
  readonly year: number;
  readonly name: string;
  readonly moves: boolean;
}

const agedYears = (one: SeriesWithTables): readonly AgedYear[] =>
  one.tables.flatMap(({ areaKey, date, counts }): AgedYear[] => {
    const aged = areaKey === wholeTown ? populationOf(counts) : null;
    return aged === null
      ? []
      : [{ ...aged, year: Number(date.slice(0, 4)), name: one.series.name, moves: false }];
  });

const movedYears = (live: LiveScenario, words: PopulationExplorerWords): readonly AgedYear[] =>
  live.projection.years.flatMap((year, at): AgedYear[] => {
    const population = live.projection.populations[at];
    const name = live.isMoved ? words.assumptions.line : live.start.series.name;
    return population === undefined
      ? []
      : [{ ages: live.start.assumptions.ages, population, year, name, moves: true }];
  });

const namesOf = (
  year: number,
  live: LiveScenario,
  { pyramid, assumptions }: PopulationExplorerWords,
): PyramidFrame['names'] => ({
  still: pyramid.frame(year, live.start.series.name),
  moved: pyramid.frame(year, assumptions.line),
});

/**
 * Years the pyramid can show: what was counted, then one projection. A year that was counted is shown as counted. All are
 * brought to the same groups of five years. null: no source has ages by sex.
 */
export const pyramidFrames = (
  facts: PopulationFacts,
  live: LiveScenario | null,
  asked: string | undefined,
  words: PopulationExplorerWords,
): PyramidFrames | null => {
  const counted = countedSeries(facts).flatMap(agedYears);
  const projections = projectedSeries(facts)
    .map((one) => ({ key: one.series.seriesKey, name: one.series.name, years: agedYears(one) }))
    .filter(({ years, key }) => years.length > 0 && (live === null || key !== live.start.series.seriesKey));
  const own =
    live === null
      ? []
      : [
          {
            key: movedKey,
            name: live.isMoved ? words.pyramid.moved : live.start.series.name,
            years: movedYears(live, words),
          },
        ];
  const futures = [...own, ...projections];
  const future = futures.find(({ key }) => key === asked) ?? futures[0];
  const countedYears = new Set(counted.map(({ year }) => year));
  const years = [
    ...counted.filter(({ year }, at) => counted.findIndex((other) => other.year === year) === at),
    ...(future?.years ?? []).filter(({ year }) => !countedYears.has(year)),
  ].toSorted((a, b) => a.year - b.year);
  const folded = years.length === 0 ? null : inFiveYears(years);
  if (folded === null) return null;
  // Brought to fewer groups than the assumptions have, a year can no longer move with them.
  const alike = folded.ages.groups.length === live?.start.assumptions.ages.groups.length;
  return {
    ages: folded.ages,
    frames: years.map(({ year, name, moves }, at) => ({
      year,
      moves: moves && alike,
      name: words.pyramid.frame(year, name),
      names: moves && alike && live !== null ? namesOf(year, live, words) : undefined,
      male: folded.populations[at]?.male ?? [],
      female: folded.populations[at]?.female ?? [],
    })),
    futures: futures.map(({ key, name }) => ({ key, name })),
    future: future?.key ?? '',
  };
};

/** The frame of the year, or of the one nearest to it. */
export const frameOfYear = (frames: readonly PyramidFrame[], year: number): PyramidFrame | undefined =>
  frames.toSorted((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year) || a.year - b.year)[0];
