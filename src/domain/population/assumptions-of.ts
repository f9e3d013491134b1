import { checkAssumptions } from '../demography/check/check-assumptions.ts';
import type { Assumptions } from '../demography/project/project.ts';
import { errorAt, hasErrors, type Problem, placed } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { inFiveYears } from './five-year-ages.ts';
import { nationalSurvival } from './national-survival.ts';
import { netStepBetween } from './net-step.ts';
import { type AgedPopulation, populationOf } from './population-of.ts';
import type { Baseline } from './scenario.ts';
import { type PopulationTable, type SeriesWithTables, wholeTown } from './series.ts';
import { isUnreadable } from './stored-content.ts';

const width = 5;
/** Further ahead than sixty years nobody plans, and no error was ever measured. */
const mostSteps = 12;
const yearOf = (date: string): number => Number(date.slice(0, 4));

const checked = (assumptions: Assumptions): Result<Assumptions, readonly Problem[]> => {
  const problems = checkAssumptions(assumptions, {}).map((problem) => placed(['baseline'], problem));
  return hasErrors(problems) ? refuse(problems) : ok(assumptions);
};

const withAges = (
  tables: readonly PopulationTable[],
): readonly (AgedPopulation & { readonly year: number })[] =>
  tables.flatMap(({ date, counts }) => {
    const aged = populationOf(counts);
    return aged === null ? [] : [{ ...aged, year: yearOf(date) }];
  });

/** 公表された推計に沿う: its tables by age, one step between each and the next; of yearly tables, every fifth. */
const alongProjection = (
  name: string,
  tables: readonly PopulationTable[],
): Result<Assumptions, readonly Problem[]> => {
  const all = withAges(tables);
  const [first] = all;
  const aged = all.filter(({ year }) => (year - (first?.year ?? year)) % width === 0);
  const folded = inFiveYears(aged);
  if (first === undefined || all.length < 2 || folded === null)
    return refuse([errorAt('population-baseline-no-ages', ['baseline', 'seriesKey'], { name })]);
  const { ages, populations } = folded;
  const gap = aged.findIndex(({ year }, index) => year !== first.year + index * width);
  const [base] = populations;
  if (gap > 0 || aged.length < 2 || base === undefined)
    return refuse([
      errorAt('population-baseline-years', ['baseline', 'seriesKey'], {
        name,
        year: first.year + (gap > 0 ? gap : 1) * width,
      }),
    ]);
  const steps = populations.slice(1).map((after, index) => {
    const toYear = first.year + (index + 1) * width;
    const survival = nationalSurvival(toYear - width, ages.groups.length);
    return netStepBetween(populations[index] ?? base, after, toYear, survival, ages);
  });
  return checked({ ages, baseYear: first.year, base, steps });
};

type RecentChange = Extract<Baseline, { readonly kind: 'recent-change' }>;

/** 最近の変化が続く: the change of every cohort between two tables, and the children per woman, on and on. */
const alongRecentChange = (
  baseline: RecentChange,
  name: string,
  tables: readonly PopulationTable[],
): Result<Assumptions, readonly Problem[]> => {
  const [earlier, later] = (['earlierDate', 'baseDate'] as const).map((field) =>
    withAges(tables.filter(({ date }) => date === baseline[field])).at(0),
  );
  const missing = (field: 'earlierDate' | 'baseDate'): readonly Problem[] => [
    errorAt('population-baseline-no-table', ['baseline', field], { name, date: baseline[field] }),
  ];
  if (earlier === undefined) return refuse(missing('earlierDate'));
  if (later === undefined) return refuse(missing('baseDate'));
  if (later.year - earlier.year !== width)
    return refuse([
      errorAt('population-baseline-apart', ['baseline', 'earlierDate'], {
        earlier: baseline.earlierDate,
        base: baseline.baseDate,
      }),
    ]);
  const baseYear = later.year;
  const count = Math.ceil((baseline.untilYear - baseYear) / width);
  if (!(count >= 1 && count <= mostSteps))
    return refuse([
      errorAt('population-baseline-until', ['baseline', 'untilYear'], {
        from: baseYear + 1,
        to: baseYear + mostSteps * width,
      }),
    ]);
  const folded = inFiveYears([earlier, later]);
  if (folded === null)
    return refuse([errorAt('population-baseline-no-ages', ['baseline', 'seriesKey'], { name })]);
  const { ages, populations } = folded;
  const [before, base] = populations;
  if (before === undefined || base === undefined) throw new Error('alongRecentChange requires two tables');
  const survival = nationalSurvival(earlier.year, ages.groups.length);
  const { arrivals: _, ...measured } = netStepBetween(before, base, baseYear, survival, ages);
  const steps = Array.from({ length: count }, (_none, step) => ({
    ...measured,
    toYear: baseYear + (step + 1) * width,
  }));
  return checked({ ages, baseYear, base, steps });
};

/**
 * 基準となる推計の前提: what a baseline and the stored series come to, as steps the levers pull on. Survival is the
 * country's, net migration what is left over; projected without levers, a published projection comes out as published.
 * Refuses, at ['baseline', …], a series that is not there, has no ages by sex or not every five years.
 */
export const assumptionsOf = (
  baseline: Baseline,
  series: readonly SeriesWithTables[],
): Result<Assumptions, readonly Problem[]> => {
  if (isUnreadable({ baseline })) return refuse([errorAt('population-content-unreadable', ['baseline'])]);
  const found = series.find((one) => one.series.seriesKey === baseline.seriesKey);
  if (found === undefined)
    return refuse([
      errorAt('population-baseline-missing', ['baseline', 'seriesKey'], { seriesKey: baseline.seriesKey }),
    ]);
  const tables = found.tables
    .filter(({ areaKey }) => areaKey === wholeTown)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const { name } = found.series;
  return baseline.kind === 'projection'
    ? alongProjection(name, tables)
    : alongRecentChange(baseline, name, tables);
};
