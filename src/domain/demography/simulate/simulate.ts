import { type Interpolation, interpolate } from '../interpolate/interpolation.ts';
import type { Levers } from '../levers/lever.ts';
import { cell, totalOf } from '../population.ts';
import type { Assumptions } from '../project/project.ts';
import { calibrate } from './calibrate.ts';
import { type Chance, drawShocks } from './chance.ts';
import { type ErrorTable, expectedSd } from './forecast-errors.ts';
import { quantileSorted } from './quantile.ts';
import { drawsRunner } from './run-draws.ts';
import { type ShockProfile, shockTown } from './shock-town.ts';
import { simdArithmetic } from './simd-arithmetic.ts';

/** How a simulation is drawn. */
export interface Drawing {
  readonly draws: number;
  readonly seed: number;
  readonly chance: Omit<Chance, 'migrationSd'>;
  readonly profile: readonly ShockProfile[];
  readonly errors: ErrorTable;
}

/** 総人口の見通し by draw: the base year, then the years of the steps. */
export interface Simulation {
  readonly baseYear: number;
  readonly baseTotal: number;
  readonly years: readonly number[];
  /** [step][draw] */
  readonly totals: readonly Float64Array[];
  /** What the migration shocks came to */
  readonly migrationSd: readonly number[];
}

/**
 * モンテカルロ: the projection run under chance whose size reproduces the measured errors of past forecasts of towns
 * of this size. The chance is calibrated without levers, so that scenarios are compared under the same.
 */
export const simulate = (
  assumptions: Assumptions,
  levers: Levers,
  { draws, seed, chance, profile, errors }: Drawing,
): Simulation => {
  const { baseYear, base, steps } = assumptions;
  const baseTotal = totalOf(base);
  const wanted = steps.map(({ toYear }) => expectedSd(errors, baseTotal, toYear - baseYear));
  const calibrated = calibrate(shockTown(assumptions, { levers: [], estates: [] }, profile), wanted, chance);
  const shocks = drawShocks(calibrated, steps.length, draws, seed);
  return {
    baseYear,
    baseTotal,
    years: steps.map(({ toYear }) => toYear),
    totals: drawsRunner(simdArithmetic, base.male.length)(
      shockTown(assumptions, levers, profile),
      shocks,
      draws,
    ),
    migrationSd: calibrated.migrationSd,
  };
};

/** Totals of every draw in a year, between steps interpolated draw by draw; ascending. */
export const totalsIn = (
  { baseYear, baseTotal, years, totals }: Simulation,
  year: number,
  method: Interpolation,
): Float64Array => {
  const at = years.indexOf(year);
  const exact = totals[at];
  if (exact !== undefined) return Float64Array.from(exact).sort();
  const draws = totals[0]?.length ?? 0;
  const known = [baseYear, ...years];
  // Between two years a line and a rate of change know only of those two; a curve knows of all.
  const from = known.findLastIndex((each) => each <= year);
  const isCurve = method !== 'linear' && method !== 'geometric';
  const first = isCurve ? 0 : from;
  const near = isCurve ? known : known.slice(from, from + 2);
  const steps = near.map((_, at) => totals[first + at - 1]);
  // Filled anew for every draw: thousands of them are read.
  const values = near.map(() => 0);
  const series = { years: near, values };
  const found = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    for (let step = 0; step < steps.length; step++) {
      const total = steps[step];
      values[step] = total === undefined ? baseTotal : cell(total, draw);
    }
    found[draw] = interpolate(series, year, method);
  }
  return found.sort();
};

/** 幅: the middle and the ends of the 50, 80 and 90 % bands. */
export interface Band {
  readonly year: number;
  readonly median: number;
  readonly half: readonly [number, number];
  readonly eighty: readonly [number, number];
  readonly ninety: readonly [number, number];
}

export const bandOf = (sorted: Float64Array, year: number): Band => {
  const between = (share: number): readonly [number, number] => [
    quantileSorted(sorted, (1 - share) / 2),
    quantileSorted(sorted, (1 + share) / 2),
  ];
  return {
    year,
    median: quantileSorted(sorted, 0.5),
    half: between(0.5),
    eighty: between(0.8),
    ninety: between(0.9),
  };
};

/** Share of the draws at or above a total. */
export const shareReaching = (sorted: Float64Array, total: number): number =>
  sorted.length === 0 ? 0 : sorted.filter((value) => value >= total).length / sorted.length;
