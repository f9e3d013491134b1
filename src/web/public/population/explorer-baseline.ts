import { totalOf } from '../../../domain/demography/population.ts';
import type { Assumptions } from '../../../domain/demography/project/project.ts';
import { assumptionsOf } from '../../../domain/population/assumptions-of.ts';
import { populationOf } from '../../../domain/population/population-of.ts';
import type { Baseline, ScenarioContent } from '../../../domain/population/scenario.ts';
import { type SeriesWithTables, wholeTown } from '../../../domain/population/series.ts';
import { countedSeries, type PopulationFacts, projectedSeries } from './explorer-facts.ts';

/** What a reader's own assumptions start from. */
export interface StartingPoint {
  readonly assumptions: Assumptions;
  /** Nothing pulled */
  readonly content: ScenarioContent;
  readonly series: SeriesWithTables['series'];
  /** Persons in the base year */
  readonly baseTotal: number;
}

/** Years ahead where nobody has published a projection by age. */
const yearsAhead = 30;

/** 最近の変化が続く, from the two newest tables by age that stand five years apart. */
const recentChange = (one: SeriesWithTables): readonly Baseline[] => {
  const days = one.tables
    .filter(({ areaKey, counts }) => areaKey === wholeTown && populationOf(counts) !== null)
    .map(({ date }) => date)
    .toSorted();
  const [baseDate] = days.slice(-1);
  const earlierDate = days.find((day) => Number(day.slice(0, 4)) + 5 === Number(baseDate?.slice(0, 4)));
  if (baseDate === undefined || earlierDate === undefined) return [];
  const untilYear = Number(baseDate.slice(0, 4)) + yearsAhead;
  return [{ kind: 'recent-change', seriesKey: one.series.seriesKey, earlierDate, baseDate, untilYear }];
};

/**
 * The published scenario's baseline where there is one; else the newest projection by age; else the recent change of what
 * was counted. null: nothing public has ages by sex.
 */
export const startingPoint = (facts: PopulationFacts): StartingPoint | null => {
  const scenario = facts.scenarios[0]?.content.content;
  const candidates: readonly Baseline[] = [
    ...(scenario === undefined ? [] : [scenario.baseline]),
    ...projectedSeries(facts)
      .toSorted((a, b) => (b.series.baseYear ?? 0) - (a.series.baseYear ?? 0))
      .map(({ series }): Baseline => ({ kind: 'projection', seriesKey: series.seriesKey })),
    ...countedSeries(facts).flatMap(recentChange),
  ];
  for (const baseline of candidates) {
    const assumptions = assumptionsOf(baseline, facts.series);
    const found = facts.series.find(({ series }) => series.seriesKey === baseline.seriesKey);
    if (!assumptions.ok || found === undefined) continue;
    const { baseYear, steps, base } = assumptions.value;
    const last = steps.at(-1)?.toYear ?? baseYear;
    const aim = facts.aim !== null && facts.aim.year > baseYear && facts.aim.year <= last ? facts.aim : null;
    const shared = baseline === scenario?.baseline ? scenario : null;
    return {
      assumptions: assumptions.value,
      series: found.series,
      baseTotal: totalOf(base),
      content: {
        baseline,
        birthRateNow: shared?.birthRateNow ?? null,
        levers: [],
        estates: [],
        interpolation: shared?.interpolation ?? 'linear',
        aim,
        errors: shared?.errors ?? 'cohort-change',
      },
    };
  }
  return null;
};
