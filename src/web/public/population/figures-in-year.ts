import type { Interpolation } from '../../../domain/demography/interpolate/interpolation.ts';
import { figureInYear } from '../../../domain/population/figure-in-year.ts';
import { isProjected, type PopulationSeries } from '../../../domain/population/series.ts';
import { totalsOfSeries } from '../../../domain/population/totals-of-series.ts';
import { isAim, type PopulationFacts } from './explorer-facts.ts';
import type { ScenarioPublication } from './scenario-edition.ts';

/** 総人口 of one year, as one source has it. */
export type SourcedFigure = {
  /** Persons */
  readonly value: number;
  /** Years it was found between; null: of the year itself */
  readonly between: readonly [number, number] | null;
} & (
  | {
      readonly of: 'counted' | 'projection' | 'aim';
      readonly series: PopulationSeries;
    }
  | {
      readonly of: 'scenario';
      readonly scenario: ScenarioPublication;
      /** 予測の幅（80％） */
      readonly range: readonly [number, number] | null;
    }
);

/** Between published years a straight line is drawn, as Japanese practice does; nothing is guessed beyond them. */
const betweenYears: Interpolation = 'linear';

/** Further apart than this, a line between two figures says nothing of a year. */
const mostYearsBetween = 10;

/** Every source's figure of a year, smallest first: counted, projected, calculated. */
export const figuresInYear = (facts: PopulationFacts, year: number): readonly SourcedFigure[] => {
  const ofSeries = facts.series.flatMap((one): SourcedFigure[] => {
    const found = figureInYear(totalsOfSeries(one), year, betweenYears);
    if (found === null || isTooFar(found.between)) return [];
    const of = isAim(one, facts) ? 'aim' : isProjected(one.series.kind) ? 'projection' : 'counted';
    return [{ ...found, of, series: one.series }];
  });
  const ofScenarios = facts.scenarios.flatMap((scenario): SourcedFigure[] => {
    const { annual, bands, years } = scenario.content.result;
    const value = annual.total[annual.years.indexOf(year)];
    if (value === undefined) return [];
    const range = bands.find((band) => band.year === year)?.eighty ?? null;
    const [before, after] = [years.findLast((one) => one < year), years.find((one) => one > year)];
    const isStep = years.includes(year) || before === undefined || after === undefined;
    return [{ of: 'scenario', scenario, value, between: isStep ? null : [before, after], range }];
  });
  return [...ofSeries, ...ofScenarios].toSorted((a, b) => a.value - b.value);
};

const isTooFar = (between: readonly [number, number] | null): boolean =>
  between !== null && between[1] - between[0] > mostYearsBetween;

/**
 * What is expected of the year by published projections: their least and greatest. null: none speaks of it, or it was
 * counted since.
 */
export const expectedRange = (
  figures: readonly SourcedFigure[],
): { readonly least: number; readonly most: number } | null => {
  const values = figures.flatMap(({ of, value }) => (of === 'projection' ? [value] : []));
  return values.length === 0 || figures.some(({ of }) => of === 'counted')
    ? null
    : { least: Math.min(...values), most: Math.max(...values) };
};
