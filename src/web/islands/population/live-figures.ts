import type { AgeGroups } from '../../../domain/demography/age-groups.ts';
import { totalsOf } from '../../../domain/demography/interpolate/annual.ts';
import { interpolate, type Series } from '../../../domain/demography/interpolate/interpolation.ts';
import type { Projection } from '../../../domain/demography/project/step.ts';
import { type Summary, summarise } from '../../../domain/demography/summary.ts';
import { wholeNumber } from '../../../domain/kernel/whole-number.ts';
import type { ScenarioContent, ScenarioResult } from '../../../domain/population/scenario.ts';
import { chanceText } from '../../text/chance.ts';

/** What an answer is made of; `result` where the ranges were asked for too. */
export interface Computed {
  readonly content: ScenarioContent;
  readonly ages: AgeGroups;
  readonly projection: Projection;
  readonly baseline: Projection;
  readonly result: ScenarioResult | null;
}

export const percentText = (share: number): string => (100 * share).toFixed(1);

const signedText = (value: number): string => {
  const rounded = Math.round(value);
  return rounded === 0 ? '0' : `${rounded > 0 ? '+' : '−'}${wholeNumber(Math.abs(rounded))}`;
};

const inYear = (series: Series, year: number, { content }: Computed): number | null => {
  const [first, last] = [series.years[0], series.years.at(-1)];
  const isWithin = first !== undefined && last !== undefined && year >= first && year <= last;
  return isWithin ? interpolate(series, year, content.interpolation) : null;
};

/** Total of a year, between steps by the scenario's own way; null outside its years. */
export const totalIn = (computed: Computed, year: number, of: 'projection' | 'baseline'): number | null =>
  inYear(totalsOf(computed[of]), year, computed);

/** Of a year with figures by age; null of others. */
export const summaryIn = ({ ages, projection }: Computed, year: number): Summary | null => {
  const population = projection.populations[projection.years.indexOf(year)];
  return population === undefined ? null : summarise(population, ages);
};

const ageFigures = ['children', 'workingAge', 'aged', 'agedFrom75'] as const;

const differenceIn = (computed: Computed, year: number): number | null => {
  const [total, before] = [totalIn(computed, year, 'projection'), totalIn(computed, year, 'baseline')];
  // Of the two as they are shown: whoever subtracts one from the other finds it.
  return total === null || before === null ? null : Math.round(total) - Math.round(before);
};

/** 予測の幅: which band, and which end of it. */
const rangeEnds: Readonly<Record<string, readonly ['half' | 'eighty', 0 | 1]>> = {
  low: ['eighty', 0],
  high: ['eighty', 1],
  low50: ['half', 0],
  high50: ['half', 1],
};

const endOfRange = (
  computed: Computed,
  year: number,
  [band, end]: readonly ['half' | 'eighty', 0 | 1],
): number | null =>
  computed.result === null
    ? null
    : inYear(
        {
          years: computed.result.bands.map((each) => each.year),
          values: computed.result.bands.map((each) => each[band][end]),
        },
        year,
        computed,
      );

const textOf = (value: number | null, write: (value: number) => string): string | null =>
  value === null ? null : write(value);

/** A figure by its name in the page (live-input.ts); null where these results do not have it. */
export const figureText = (computed: Computed, name: string, language: 'ja' | 'en'): string | null => {
  if (name === 'probability')
    return textOf(computed.result?.aim?.probability ?? null, (p) => chanceText(p, language));
  const [what = '', place] = name.split(':');
  const year = Number(place);
  if (what === 'total') return textOf(totalIn(computed, year, 'projection'), wholeNumber);
  if (what === 'baseline') return textOf(totalIn(computed, year, 'baseline'), wholeNumber);
  if (what === 'difference') return textOf(differenceIn(computed, year), signedText);
  const rangeEnd = rangeEnds[what];
  if (rangeEnd !== undefined) return textOf(endOfRange(computed, year, rangeEnd), wholeNumber);
  const summary = summaryIn(computed, year);
  const figure = ageFigures.find((each) => what === each || what === `${each}Share`);
  if (summary === null || figure === undefined) return null;
  if (what === figure) return wholeNumber(summary[figure]);
  return percentText(summary.total === 0 ? 0 : summary[figure] / summary.total);
};
