import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assumptionsOf } from '../../src/domain/population/assumptions-of.ts';
import { leverRangesFor } from '../../src/domain/population/lever-ranges-for.ts';
import { leverKinds, type ScenarioContent } from '../../src/domain/population/scenario.ts';
import type { SeriesWithTables } from '../../src/domain/population/series.ts';
import type { LeverField } from '../../src/web/islands/population/lever-field.ts';
import type { LiveInput } from '../../src/web/islands/population/live-input.ts';

interface DemoSeries {
  readonly seriesKey: string;
  readonly name: string;
  readonly tables: readonly {
    readonly date: string;
    readonly ages: readonly string[];
    readonly male: readonly number[];
    readonly female: readonly number[];
    readonly total: number;
  }[];
}

const demoFile = join(import.meta.dirname, '../../demo/shiojiri/population.json');

/** 社人研 平成30年推計 of 塩尻市, as the demo has it. */
const ipss = (): SeriesWithTables => {
  const { series } = JSON.parse(readFileSync(demoFile, 'utf8')) as { series: readonly DemoSeries[] };
  const found = series.find(({ seriesKey }) => seriesKey === 'ipss-h30');
  if (found === undefined) throw new Error('the demo has no series ipss-h30');
  return {
    series: {
      seriesKey: found.seriesKey,
      kind: 'projection',
      name: found.name,
      publisher: '',
      source: '',
      publishedOn: '2018',
      baseYear: 2015,
      terms: '',
      note: '',
      state: 'published',
      version: 1,
    },
    tables: found.tables.map(({ date, ages, male, female, total }) => ({
      seriesKey: found.seriesKey,
      areaKey: '',
      areaName: '',
      date,
      counts: {
        ages,
        male,
        female,
        total,
        both: null,
        unknownAge: null,
        totalMale: null,
        totalFemale: null,
        households: null,
      },
    })),
  };
};

export const shiojiriContent: ScenarioContent = {
  baseline: { kind: 'projection', seriesKey: 'ipss-h30' },
  birthRateNow: null,
  levers: [],
  estates: [],
  interpolation: 'linear',
  aim: { year: 2032, total: 65_000, source: '第六次総合計画' },
  errors: 'cohort-change',
};

const levers = (): readonly LeverField[] => {
  const ranges = leverRangesFor(67_000);
  return leverKinds.map((kind) => {
    const { neutral, ...range } = ranges[kind];
    return { kind, hint: '', value: null, neutral: neutral ?? 1.5, ...range };
  });
};

/** What the explorer of 塩尻市 gives its script, with all three pictures. */
export const shiojiriLive = (): LiveInput => {
  const found = assumptionsOf(shiojiriContent.baseline, [ipss()]);
  if (!found.ok) throw new Error(`the demo's projection is no baseline: ${JSON.stringify(found.error)}`);
  const assumptions = found.value;
  const years = [assumptions.baseYear, ...assumptions.steps.map(({ toYear }) => toYear)];
  const words = { male: '男', female: '女', unit: '人', shown: '2015年' };
  return {
    language: 'ja',
    assumptions,
    content: shiojiriContent,
    levers: levers(),
    scenarioName: 'この前提',
    totals: {
      id: 'totals',
      title: '',
      description: '',
      unit: '人',
      years: 'western',
      series: [],
      aim: { year: 2032, total: 65_000, name: '目標' },
    },
    pyramid: {
      id: 'pyramid',
      title: '',
      description: '',
      ages: assumptions.ages.groups.map(({ label }) => label),
      ...assumptions.base,
      compare: null,
      scaleMax: 3000,
      words,
    },
    ages: {
      id: 'ages',
      title: '',
      description: '',
      groups: ['0～14歳', '15～64歳', '65歳以上'],
      rows: years.map((year) => ({
        year,
        label: String(year),
        shares: [10, 60, 30],
        projected: year > assumptions.baseYear,
      })),
      words: { projected: '推計' },
    },
    year: assumptions.baseYear,
    frames: years.map((year) => ({ year, name: `${year}年`, moves: true, ...assumptions.base })),
  };
};
