import type { AgeSharesData, AgeSharesRow } from '../../../charts/age-shares.ts';
import type { DotChartData } from '../../../charts/dot-chart.ts';
import type { FanBand, FanSeries, PopulationFanData } from '../../../charts/population-fan.ts';
import type { PopulationPyramidData } from '../../../charts/population-pyramid.ts';
import { type BroadAges, broadAgesOf } from '../../../domain/population/broad-ages.ts';
import type { ScenarioResult } from '../../../domain/population/scenario.ts';
import { type SeriesWithTables, wholeTown } from '../../../domain/population/series.ts';
import { totalsOfSeries } from '../../../domain/population/totals-of-series.ts';
import type { PyramidFrame } from '../../islands/population/live-input.ts';
import type { PopulationExplorerWords } from '../../text/population-explorer.ts';
import {
  countedSeries,
  isAim,
  lastCountedYear,
  type PopulationFacts,
  projectedSeries,
} from './explorer-facts.ts';
import type { PyramidFrames } from './explorer-frames.ts';
import type { LiveScenario } from './explorer-live.ts';
import type { SourcedFigure } from './figures-in-year.ts';

const lineOf = (one: SeriesWithTables, kind: FanSeries['kind'], fromYear = 0): FanSeries => {
  const { years, values } = totalsOfSeries(one);
  return {
    name: one.series.name,
    kind,
    points: years
      .map((year, at) => ({ year, value: values[at] ?? 0 }))
      .filter(({ year }) => year >= fromYear),
  };
};

const countedLines = (facts: PopulationFacts): readonly FanSeries[] =>
  countedSeries(facts).map((one) => lineOf(one, 'actual'));

const projectionLine = (one: SeriesWithTables): FanSeries =>
  lineOf(one, one.series.kind === 'own-projection' ? 'own' : 'projection');

/** Years of the steps only: between them the range follows from its ends. */
export const bandsAtSteps = ({ bands, years }: ScenarioResult): readonly FanBand[] =>
  bands.filter(({ year }) => years.includes(year)).map(({ year, half, eighty }) => ({ year, half, eighty }));

const annualLine = (
  { years, total }: ScenarioResult['annual'],
  name: string,
  kind: FanSeries['kind'],
  fromYear: number,
): FanSeries => ({
  name,
  kind,
  points: years.map((year, at) => ({ year, value: total[at] ?? 0 })).filter(({ year }) => year >= fromYear),
});

/** More lines than these would not be told apart. */
const mostScenarios = 3;

/** 総人口: every published source, the range of the baseline, the aim. */
export const totalsPicture = (
  facts: PopulationFacts,
  live: LiveScenario | null,
  shownYear: number,
  words: PopulationExplorerWords,
): PopulationFanData => ({
  id: 'population-totals',
  title: words.totals.title,
  description: words.totals.description,
  unit: words.pyramid.unit,
  years: 'western',
  series: [
    ...countedLines(facts),
    ...projectedSeries(facts)
      .filter((one) => !isAim(one, facts))
      .map(projectionLine),
    ...facts.scenarios
      .slice(0, mostScenarios)
      .map(({ title, content }) =>
        annualLine(content.result.annual, title, 'scenario', lastCountedYear(facts) ?? 0),
      ),
  ],
  bands: live === null ? undefined : bandsAtSteps(live.still),
  aim: facts.aim === null ? null : { ...facts.aim, name: words.totals.aim },
  shownYear,
});

/** 「前提を動かす」: what was counted and the baseline; the line that moves and its range are laid over them. */
export const movedTotalsPicture = (
  facts: PopulationFacts,
  live: LiveScenario,
  words: PopulationExplorerWords,
): PopulationFanData => ({
  id: 'population-moved',
  title: words.assumptions.results,
  description: words.totals.description,
  unit: words.pyramid.unit,
  years: 'western',
  series: [
    ...countedLines(facts),
    annualLine(live.still.annual, words.assumptions.unchanged, 'projection', 0),
  ],
  aim: live.content.aim === null ? null : { ...live.content.aim, name: words.totals.aim },
});

/** One scale for all years, so that they can be told apart when they move; and room for assumptions that move. */
const scaleOf = (frames: readonly PyramidFrame[]): number =>
  Math.max(...frames.flatMap(({ male, female }) => [...male, ...female])) * 1.1;

export const pyramidPicture = (
  { ages, frames }: PyramidFrames,
  shown: PyramidFrame,
  compare: PyramidFrame | null,
  words: PopulationExplorerWords,
): PopulationPyramidData => ({
  id: 'population-pyramid',
  title: words.pyramid.title,
  description: words.pyramid.description,
  ages: ages.groups.map(({ from, to }) => words.pyramid.ageLabel(from, to)),
  male: shown.male,
  female: shown.female,
  compare: compare === null ? null : { name: compare.name, male: compare.male, female: compare.female },
  scaleMax: scaleOf(frames),
  words: {
    male: words.pyramid.male,
    female: words.pyramid.female,
    unit: words.pyramid.unit,
    shown: shown.name,
  },
});

const sharesOf = ({ children, workingAge, aged }: BroadAges): readonly number[] | null => {
  const total = children + workingAge + aged;
  return total === 0 ? null : [children, workingAge, aged].map((part) => (100 * part) / total);
};

const broadRows = (one: SeriesWithTables, projected: boolean): readonly AgeSharesRow[] =>
  one.tables.flatMap(({ areaKey, date, counts }): AgeSharesRow[] => {
    const broad = areaKey === wholeTown ? broadAgesOf(counts) : null;
    const shares = broad === null ? null : sharesOf(broad);
    const year = Number(date.slice(0, 4));
    return shares === null ? [] : [{ year, label: String(year), shares, projected }];
  });

/** Years counted, then those of the reader's assumptions; without them those of the newest projection that has ages. */
export const agesPicture = (
  facts: PopulationFacts,
  live: LiveScenario | null,
  words: PopulationExplorerWords,
): AgeSharesData | null => {
  const counted = countedSeries(facts).flatMap((one) => broadRows(one, false));
  const newest = projectedSeries(facts)
    .toSorted((a, b) => (b.series.baseYear ?? 0) - (a.series.baseYear ?? 0))
    .map((one) => broadRows(one, true))
    .find((rows) => rows.length > 0);
  const projected =
    live === null
      ? (newest ?? [])
      : live.result.years.flatMap((year, at): AgeSharesRow[] => {
          const [male = [], female = []] = [live.result.male[at], live.result.female[at]];
          const { ages } = live.result;
          const broad = broadAgesOf({ ...emptyCounts, ages, male, female });
          const shares = broad === null ? null : sharesOf(broad);
          return shares === null ? [] : [{ year, label: String(year), shares, projected: true }];
        });
  const years = new Set(counted.map(({ year }) => year));
  const rows = [...counted, ...projected.filter(({ year }) => !years.has(year))].toSorted(
    (a, b) => a.year - b.year,
  );
  return rows.length === 0
    ? null
    : {
        id: 'population-ages',
        title: words.ages.title,
        description: words.ages.description,
        groups: words.ages.groups,
        rows,
        words: { projected: words.ages.projected },
      };
};

const emptyCounts = {
  both: null,
  unknownAge: null,
  total: 0,
  totalMale: null,
  totalFemale: null,
  households: null,
} as const;

/** 出典ごとの値, smallest first. */
export const figuresPicture = (
  figures: readonly SourcedFigure[],
  title: string,
  words: PopulationExplorerWords,
): DotChartData => ({
  id: 'population-sources',
  title,
  description: words.ofYear.chartNote,
  dots: figures.map((figure) => ({
    name: figure.of === 'scenario' ? figure.scenario.title : figure.series.name,
    label: Math.round(figure.value).toLocaleString('en-US'),
    value: figure.value,
    range: null,
    open: figure.between !== null,
  })),
});
