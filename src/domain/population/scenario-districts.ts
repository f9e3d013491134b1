import { type AgeGroups, readAgeGroups } from '../demography/age-groups.ts';
import { wholePersons } from '../demography/districts/benchmark.ts';
import { projectDistricts } from '../demography/districts/project-districts.ts';
import type { Interpolation } from '../demography/interpolate/interpolation.ts';
import { type Population, totalOf } from '../demography/population.ts';
import type { Projection } from '../demography/project/step.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { type DistrictDays, tablesOnBoth } from './district-tables.ts';
import { inFiveYears } from './five-year-ages.ts';
import { populationInYear } from './population-in-year.ts';
import type { AgedPopulation } from './population-of.ts';
import type { SeriesWithTables } from './series.ts';

/** What the districts are held to: a projection or a scenario of the whole town. */
export interface TownProjection {
  readonly ages: readonly string[];
  readonly projection: Projection;
  readonly interpolation: Interpolation;
}

export interface ProjectedDistrict {
  readonly areaKey: string;
  readonly areaName: string;
  /** By year: the base as counted, then whole persons */
  readonly populations: readonly Population[];
}

export interface ProjectedDistricts {
  readonly ages: AgeGroups;
  /** The year of the base, then every five years as far as the town's projection goes */
  readonly years: readonly number[];
  readonly districts: readonly ProjectedDistrict[];
  /** Names of districts without anybody at the base: they get people only where the town's ages ask for them */
  readonly emptyDistricts: readonly string[];
  /** Sum of the districts at the base, and the town's projection of that year; null: it begins later */
  readonly baseSum: number;
  readonly townAtBase: number | null;
}

/** 縮約の強さ: a cohort of 300 persons is believed as much as the town's ratio. methods: 200–500. */
export const usualKappa = 300;
const width = 5;

const agedOf = (labels: readonly string[], population: Population): AgedPopulation | null => {
  const ages = readAgeGroups(labels);
  return ages.ok ? { ages: ages.value, population } : null;
};

/** Years after the base that the town's projection holds, and the town in them. */
const townAhead = (
  { ages, projection, interpolation }: TownProjection,
  baseYear: number,
): { readonly years: readonly number[]; readonly towns: readonly AgedPopulation[] } => {
  const last = projection.years.at(-1) ?? baseYear;
  const count = Math.max(0, Math.floor((last - baseYear) / width));
  const ahead = Array.from({ length: count }, (_, step) => baseYear + (step + 1) * width).flatMap((year) => {
    const population = populationInYear(projection, year, interpolation);
    const aged = population === null ? null : agedOf(ages, population);
    return aged === null ? [] : [{ year, aged }];
  });
  return { years: ahead.map(({ year }) => year), towns: ahead.map(({ aged }) => aged) };
};

const wholeByYear = (projections: readonly Projection[], years: number): readonly (readonly Population[])[] =>
  Array.from({ length: years }, (_, at) =>
    wholePersons(projections.map(({ populations }) => populations[at] ?? { male: [], female: [] })),
  );

/**
 * 地区別の推計: every district of a series by its own cohort-change ratios, shrunken to those of all districts, held to
 * the town's projection by sex and age, in whole persons. Years that are no steps of the town's are taken along its
 * cohorts. Refuses, at ['districts', …], days that are not five years apart, districts without a table by sex and age on
 * both, and a town's projection that ends too early.
 */
export const districtsOfScenario = (
  series: SeriesWithTables,
  days: DistrictDays,
  town: TownProjection,
  kappa: number = usualKappa,
): Result<ProjectedDistricts, readonly Problem[]> => {
  const [earlierYear, baseYear] = [days.earlierDate, days.baseDate].map((date) => Number(date.slice(0, 4)));
  if (earlierYear === undefined || baseYear === undefined || baseYear - earlierYear !== width)
    return refuse([
      errorAt('population-baseline-apart', ['districts'], { earlier: days.earlierDate, base: days.baseDate }),
    ]);
  const found = tablesOnBoth(series, days);
  if (!found.ok) return found;
  const { years: toYears, towns } = townAhead(town, baseYear);
  const [firstYear, lastYear] = [town.projection.years[0] ?? 0, town.projection.years.at(-1) ?? 0];
  if (toYears.length === 0 || toYears[0] !== baseYear + width)
    return refuse([
      errorAt('population-districts-town-years', ['districts'], {
        year: baseYear + width,
        from: firstYear,
        to: lastYear,
      }),
    ]);
  const tables = found.value;
  const folded = inFiveYears([...tables.flatMap(({ earlier, base }) => [earlier, base]), ...towns]);
  if (folded === null) return refuse([errorAt('population-districts-ages', ['districts'])]);
  const { ages, populations } = folded;
  const projections = projectDistricts({
    ages,
    baseYear,
    toYears,
    kappa,
    town: populations.slice(tables.length * 2),
    districts: tables.map((_, index) => ({
      earlier: at(populations, index * 2),
      base: at(populations, index * 2 + 1),
      totals: null,
    })),
  });
  const whole = wholeByYear(projections, toYears.length + 1);
  const bases = projections.map(({ populations: [base] }) => base ?? { male: [], female: [] });
  const townAtBase = populationInYear(town.projection, baseYear, town.interpolation);
  return ok({
    ages,
    years: [baseYear, ...toYears],
    districts: tables.map(({ areaKey, areaName }, index) => ({
      areaKey,
      areaName,
      populations: [at(bases, index), ...whole.slice(1).map((areas) => at(areas, index))],
    })),
    emptyDistricts: tables.flatMap(({ areaName }, index) =>
      totalOf(at(bases, index)) === 0 ? [areaName] : [],
    ),
    baseSum: bases.reduce((sum, base) => sum + totalOf(base), 0),
    townAtBase: townAtBase === null ? null : totalOf(townAtBase),
  });
};

const at = (populations: readonly Population[], index: number): Population => {
  const population = populations[index];
  if (population === undefined)
    throw new Error(`at requires an index below ${populations.length}, not ${index}`);
  return population;
};
