import type { ScenarioLeverKind } from '../../domain/population/scenario.ts';
import type { SeriesKind } from '../../domain/population/series.ts';
import { populationExplorerEn } from './population-explorer-en.data.ts';
import { populationExplorerJa } from './population-explorer-ja.data.ts';
import type { Language } from './text.ts';

/** Words of the public page of population. Numbers and years come ready to be shown. */
export interface PopulationExplorerWords {
  readonly title: string;
  readonly kicker: (town: string) => string;
  readonly persons: (count: string) => string;
  /** The page's finding: what is expected of the year, and the aim. Ends of a range without 人 */
  readonly headline: {
    readonly range: (year: string, least: string, most: string) => string;
    readonly one: (year: string, total: string) => string;
    readonly counted: (year: string, total: string) => string;
    readonly aim: (total: string) => string;
  };
  readonly leadChance: (baseline: string, total: string, percent: string) => string;
  readonly leadChanceAlmost: Readonly<Record<'never' | 'sure', (baseline: string, total: string) => string>>;
  readonly leadMostNow: (year: string, total: string) => string;
  readonly leadCounted: (peakYear: string, peak: string, lastYear: string, last: string) => string;
  readonly totals: {
    readonly title: string;
    readonly description: string;
    readonly aim: string;
    readonly legend: Readonly<Record<'counted' | 'projection' | 'scenario' | 'aim', string>>;
    readonly bands: (baseline: string) => string;
    readonly rangeOf: (baseline: string, percent: 50 | 80) => string;
    readonly census: string;
  };
  readonly table: string;
  readonly csv: string;
  readonly year: string;
  readonly series: string;
  readonly numbers: {
    readonly newest: string;
    readonly most: string;
    readonly expected: (year: string) => string;
    readonly aim: string;
    readonly chance: string;
    readonly chanceDetail: string;
    readonly from: (least: string, most: string) => string;
  };
  readonly ofYear: {
    readonly title: (year: string) => string;
    readonly finding: (year: string, count: number, gap: string) => string;
    readonly findingOne: (year: string) => string;
    readonly none: (year: string) => string;
    readonly lead: string;
    readonly choose: string;
    readonly show: string;
    readonly total: string;
    readonly toAim: string;
    readonly how: string;
    readonly asPublished: string;
    readonly between: (from: number, to: number) => string;
    readonly scenario: (from: number, to: number) => string;
    readonly scenarioStep: string;
    readonly chartNote: string;
    readonly publishedOn: (publisher: string, date: string) => string;
  };
  readonly assumptions: {
    readonly title: string;
    readonly lead: (baseline: string) => string;
    readonly legend: string;
    readonly hint: (year: number) => string;
    readonly now: string;
    readonly slider: string;
    readonly reset: string;
    readonly calculate: string;
    readonly backToStart: string;
    readonly line: string;
    readonly unchanged: string;
    readonly startScenario: string;
    readonly results: string;
    readonly withThis: string;
    readonly without: string;
    readonly difference: string;
    readonly range: string;
    /** The darker band of the picture */
    readonly rangeHalf: string;
    readonly chance: (year: string, total: string) => string;
    readonly chanceNote: string;
    readonly stale: string;
    readonly refused: string;
    /** Above the fields: some cannot be taken */
    readonly notTaken: string;
    /** At a field: what was typed, and the least and most it takes, in its unit */
    readonly notNumber: (text: string, least: string, most: string, unit: string) => string;
    readonly outOfRange: (text: string, least: string, most: string, unit: string) => string;
    readonly estimated: string;
    readonly caution: string;
    readonly to: string;
  };
  readonly levers: Readonly<
    Record<ScenarioLeverKind, { readonly label: string; readonly hint: string; readonly unit: string }>
  >;
  readonly pyramid: {
    readonly title: string;
    readonly description: string;
    readonly male: string;
    readonly female: string;
    readonly unit: string;
    readonly future: string;
    readonly moved: string;
    readonly compare: string;
    readonly noCompare: string;
    readonly show: string;
    readonly age: string;
    readonly both: string;
    readonly rounding: string;
    readonly ageLabel: (from: number, to: number | null) => string;
    readonly frame: (year: number, source: string) => string;
    readonly player: { readonly label: string; readonly play: string; readonly pause: string };
    readonly yearOnly: (year: number) => string;
  };
  readonly ages: {
    readonly title: string;
    readonly description: string;
    readonly groups: readonly [string, string, string];
    readonly projected: string;
  };
  readonly scenarios: {
    readonly title: string;
    readonly lead: string;
    readonly reaches: (year: string, total: string, chance: string) => string;
    readonly see: string;
    readonly tryThis: string;
  };
  readonly sources: {
    readonly title: string;
    readonly lead: string;
    readonly kinds: Readonly<Record<SeriesKind, string>>;
    readonly basedOn: (year: number) => string;
    readonly terms: string;
    readonly note: string;
    readonly calculation: string;
    readonly calculationText: string;
  };
  readonly empty: { readonly title: string; readonly text: string; readonly home: string };
}

export const populationExplorerWords = (language: Language): PopulationExplorerWords =>
  language === 'en' ? populationExplorerEn : populationExplorerJa;
