import type { AgeSharesData } from '../../../../../charts/age-shares.ts';
import type { FanSeries, PopulationFanData } from '../../../../../charts/population-fan.ts';
import type { PopulationPyramidData } from '../../../../../charts/population-pyramid.ts';
import { summarise } from '../../../../../domain/demography/summary.ts';
import { populationOf } from '../../../../../domain/population/population-of.ts';
import { type SeriesWithTables, wholeTown } from '../../../../../domain/population/series.ts';
import { totalsOfSeries } from '../../../../../domain/population/totals-of-series.ts';
import type { LeverField } from '../../../../islands/population/lever-field.ts';
import type { Computed } from '../../../../islands/population/live-figures.ts';
import type { LiveInput, PyramidFrame } from '../../../../islands/population/live-input.ts';
import { ageName } from '../../../../text/population-names.ts';
import type { Worked } from '../work-out.ts';

/** What the script computes from, as the server computed it. */
export const computedOf = ({ content, assumptions, projection, baseline, result }: Worked): Computed => ({
  content,
  ages: assumptions.ages,
  projection,
  baseline,
  result,
});

/** 国勢調査: what was counted. */
const counted = (series: readonly SeriesWithTables[]): readonly SeriesWithTables[] =>
  series.filter((each) => each.series.kind === 'census');

const countedLines = (series: readonly SeriesWithTables[]): readonly FanSeries[] =>
  counted(series).map((each) => {
    const { years, values } = totalsOfSeries(each);
    return {
      name: '国勢調査',
      kind: 'actual',
      points: years.map((year, at) => ({ year, value: values[at] ?? 0 })),
    };
  });

const totalsBehind = (
  { content, result }: Worked,
  series: readonly SeriesWithTables[],
): PopulationFanData => ({
  id: 'workbench-totals',
  title: '',
  description: '総人口の実績、前提を動かさない場合と、この前提での見通し。帯は予測の幅',
  unit: '人',
  years: 'western',
  series: [
    ...countedLines(series),
    {
      name: '動かさない場合',
      kind: 'projection',
      points: result.baselineAnnual.years.map((year, at) => ({
        year,
        value: result.baselineAnnual.total[at] ?? 0,
      })),
    },
  ],
  aim: content.aim === null ? null : { ...content.aim, name: '目標' },
});

/** Counted tables of the same ages before the base year, then the years of the scenario. */
const framesOf = (
  { assumptions, projection }: Worked,
  series: readonly SeriesWithTables[],
): readonly PyramidFrame[] => {
  const { ages, baseYear } = assumptions;
  const before = counted(series).flatMap(({ tables }) =>
    tables.flatMap(({ areaKey, date, counts }): readonly PyramidFrame[] => {
      const year = Number(date.slice(0, 4));
      const aged = areaKey === wholeTown && year < baseYear ? populationOf(counts) : null;
      const isAlike = aged?.ages.groups.every(({ from }, at) => from === ages.groups[at]?.from);
      return aged === null || isAlike !== true || aged.ages.groups.length !== ages.groups.length
        ? []
        : [{ ...aged.population, year, moves: false, name: `${year}年` }];
    }),
  );
  const years = projection.years.flatMap((year, at): readonly PyramidFrame[] => {
    const population = projection.populations[at];
    return population === undefined
      ? []
      : [{ ...population, year, moves: true, name: `${year}年${year === baseYear ? '' : '（推計）'}` }];
  });
  return [...before.toSorted((a, b) => a.year - b.year), ...years];
};

const pyramidOf = ({ assumptions }: Worked, frames: readonly PyramidFrame[], year: number) => {
  const shown = frames.find((each) => each.year === year) ?? frames.at(-1);
  if (shown === undefined) return null;
  const longest = Math.max(...frames.flatMap(({ male, female }) => [...male, ...female]));
  return {
    id: 'workbench-pyramid',
    title: '',
    description: '男女・年齢別の人数',
    ages: assumptions.ages.groups.map(({ label }) => ageName(label, 'ja')),
    male: shown.male,
    female: shown.female,
    compare: null,
    // One scale for all years, so that they can be told apart when they move.
    scaleMax: longest * 1.05,
    words: { male: '男', female: '女', unit: '人', shown: shown.name },
  } satisfies PopulationPyramidData;
};

const agesOf = ({ assumptions, projection }: Worked): AgeSharesData => ({
  id: 'workbench-ages',
  title: '',
  description: '0～14歳、15～64歳、65歳以上の割合（％）',
  groups: ['0～14歳', '15～64歳', '65歳以上'],
  rows: projection.populations.map((population, at) => {
    const { total, children, workingAge, aged } = summarise(population, assumptions.ages);
    const year = projection.years[at] ?? 0;
    return {
      year,
      label: String(year),
      shares: [children, workingAge, aged].map((part) => (total === 0 ? 0 : (100 * part) / total)),
      projected: at > 0,
    };
  }),
  words: { projected: '推計' },
});

/** What the page draws from, and gives the script to draw anew from. `year`: of the pyramid. */
export const liveInputOf = (
  worked: Worked,
  series: readonly SeriesWithTables[],
  levers: readonly LeverField[],
  year: number,
): LiveInput => {
  const frames = framesOf(worked, series);
  return {
    language: 'ja',
    assumptions: worked.assumptions,
    content: worked.content,
    levers,
    scenarioName: 'この前提',
    totals: totalsBehind(worked, series),
    pyramid: pyramidOf(worked, frames, year),
    ages: agesOf(worked),
    year,
    frames,
  };
};
