import type { AgeGroups } from '../age-groups.ts';
import type { Levers } from '../levers/lever.ts';
import type { Population } from '../population.ts';
import { project } from '../project/project.ts';
import type { CohortChangeStep, Projection } from '../project/step.ts';
import { benchmarkTo, sumOfAreas } from './benchmark.ts';
import { measureChange, stepAsMeasured } from './cohort-change.ts';
import { shrinkToParent } from './shrink.ts';

/** One district: two age tables one step apart, and what is known of its totals to come. */
export interface District {
  readonly earlier: Population;
  readonly base: Population;
  /** 地区の総数の見通し by step, from dwellings for instance; null: unknown */
  readonly totals: readonly number[] | null;
}

/** 地区別推計の前提 */
export interface DistrictQuestion {
  readonly ages: AgeGroups;
  readonly baseYear: number;
  readonly toYears: readonly number[];
  readonly districts: readonly District[];
  /** 縮約の強さ, persons */
  readonly kappa: number;
  /** The town's projection by step, which the districts must sum to; null: what the districts come to */
  readonly town: readonly Population[] | null;
}

const noLevers: Levers = { levers: [], estates: [] };

/** Step by step, so that what a step was constrained to is where the next begins. */
const constrained = (
  question: DistrictQuestion,
  rates: readonly CohortChangeStep[],
): readonly (readonly Population[])[] => {
  const { ages, toYears, districts, town } = question;
  const haveTotals = districts.every(({ totals }) => totals !== null);
  let [year, areas] = [question.baseYear, districts.map(({ base }) => base)];
  return toYears.map((toYear, step) => {
    const grown = areas.map((base, index) => {
      const rate = rates[index];
      if (rate === undefined) throw new Error('constrained requires rates for every district');
      const { populations } = project({ ages, baseYear: year, base, steps: [{ ...rate, toYear }] }, noLevers);
      return populations[1] ?? base;
    });
    const parent = town?.[step] ?? null;
    const totals = haveTotals ? districts.map((district) => district.totals?.[step] ?? 0) : null;
    areas = parent === null ? grown : [...benchmarkTo(grown, parent, totals)];
    year = toYear;
    return areas;
  });
};

/**
 * 地区別推計: each district by its own cohort-change ratios pulled towards the town's, then constrained to the town.
 * The town's ratios are those of the districts together. Shape: one projection a district.
 */
export const projectDistricts = (question: DistrictQuestion): readonly Projection[] => {
  const { ages, baseYear, toYears, districts, kappa } = question;
  const whole = measureChange(
    sumOfAreas(districts.map(({ earlier }) => earlier)),
    sumOfAreas(districts.map(({ base }) => base)),
    ages,
  );
  const parent = stepAsMeasured(whole, baseYear);
  const rates = districts.map(({ earlier, base }) =>
    shrinkToParent(measureChange(earlier, base, ages), parent, kappa),
  );
  const steps = constrained(question, rates);
  return districts.map(({ base }, index) => ({
    years: [baseYear, ...toYears],
    populations: [base, ...steps.map((areas) => areas[index] ?? base)],
  }));
};
