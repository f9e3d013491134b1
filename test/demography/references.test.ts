import { describe, expect, it } from 'vitest';
import { regroup } from '../../src/domain/demography/interpolate/along-cohorts.ts';
import { totalsOf } from '../../src/domain/demography/interpolate/annual.ts';
import { interpolate } from '../../src/domain/demography/interpolate/interpolation.ts';
import { splitIntoSingleAges } from '../../src/domain/demography/interpolate/single-ages.ts';
import { hazardForGain, lifeTable } from '../../src/domain/demography/life-table.ts';
import { project } from '../../src/domain/demography/project/project.ts';
import type { ExplicitStep } from '../../src/domain/demography/project/step.ts';
import { agesUpTo } from './five-year-ages.ts';
import { expectNear } from './near.ts';
import { hasReference, referenceJson, where } from './reference-folder.ts';
import {
  fertility,
  hazard,
  migrationAdded,
  pulled,
  shiojiriAssumptions,
  shiojiriReference,
} from './shiojiri.ts';

type Matrix = readonly (readonly number[])[];
const none = { levers: [], estates: [] };
const column = (matrix: Matrix, at: number): readonly number[] => matrix.map((row) => row[at] ?? Number.NaN);

describe.skipIf(!hasReference)(`塩尻市の照合値${where}`, () => {
  const reference = hasReference ? shiojiriReference() : null;
  if (reference === null) return;
  const assumptions = shiojiriAssumptions(reference);
  const base = project(assumptions, none);

  it('基準推計のすべての年・男女・年齢', () => {
    expectNear(totalsOf(base).values, reference.base_total);
    for (const [step, population] of base.populations.entries()) {
      expectNear(population.male, column(reference.base.M, step));
      expectNear(population.female, column(reference.base.F, step));
    }
  });

  it.each([
    ['cwr1.2', pulled(fertility(1.2))],
    ['migAdd0.02', pulled(migrationAdded(0.02))],
    ['migScale0.5', pulled({ kind: 'migration-scale', path: { value: 0.5, fromYear: 2020 } })],
    ['h0.9', pulled(hazard(0.9))],
    ['combo', pulled(fertility(1.2), migrationAdded(0.02), hazard(0.9))],
    ['closed', pulled({ kind: 'migration-scale', path: { value: 0, fromYear: 2015 } })],
  ])('シナリオ %s', (name, levers) => {
    expectNear(totalsOf(project(assumptions, levers)).values, reference.scenarios[name] ?? []);
  });

  it.each([
    ['linear', 'linear'],
    ['geometric', 'geometric'],
    ['spline_fmm', 'forsythe'],
    ['spline_natural', 'natural'],
    ['pchip_monoHFC', 'monotone'],
  ] as const)('2032年の補間 %s', (name, method) => {
    expectNear([interpolate(totalsOf(base), 2032, method)], [reference.interp2032[name] ?? 0]);
  });
});

interface Sprague {
  readonly sprague: { readonly input: readonly number[]; readonly single: readonly number[] };
}
describe.skipIf(!hasReference)(`各歳への分割${where}`, () => {
  it('スプレーグの照合値と合い、5歳階級に戻る', () => {
    const { sprague } = referenceJson<Sprague>('reference', 'demography', 'forecast_ipf_sprague.json');
    const single = splitIntoSingleAges(sprague.input);
    expectNear(single, sprague.single);
    expectNear(
      regroup({ male: [...single, 0], female: [...single, 0] }).male.slice(0, -1),
      sprague.input,
      1e-12,
    );
  });
});

interface TwoSexes {
  readonly female: Matrix;
  readonly male: Matrix;
}
interface Thailand {
  readonly years: readonly string[];
  readonly baseline: TwoSexes;
  readonly surv: TwoSexes;
  readonly fert: Matrix;
  readonly srb: Matrix;
  readonly mig: TwoSexes;
  readonly projected: TwoSexes;
}
interface BurkinaFaso {
  readonly years: readonly string[];
  readonly baseline: Matrix;
  readonly surv: Matrix;
  readonly fert: Matrix;
  readonly mig: Matrix;
  readonly projected: Matrix;
}

/** A step at a time, as migrants are a share of the population the step begins with. */
const growByShares = (
  start: TwoSexes,
  steps: number,
  stepAt: (step: number, population: { male: readonly number[]; female: readonly number[] }) => ExplicitStep,
) => {
  let population = { male: column(start.male, 0), female: column(start.female, 0) };
  const all = [population];
  for (let step = 0; step < steps; step += 1) {
    const made = stepAt(step, population);
    const grown = project(
      { ages: agesUpTo(80), baseYear: made.toYear - 5, base: population, steps: [made] },
      none,
    );
    const [, next] = grown.populations;
    if (next === undefined) throw new Error('no step');
    population = { male: next.male, female: next.female };
    all.push(population);
  }
  return all;
};

describe.skipIf(!hasReference)(`国連の算式${where}`, () => {
  const stepOf = (
    toYear: number,
    survival: { male: readonly number[]; female: readonly number[] },
    more: Pick<ExplicitStep, 'fertilityRate' | 'sexRatioAtBirth' | 'netMigrants'>,
  ): ExplicitStep => ({
    method: 'explicit-fertility',
    toYear,
    survivalOfBirths: { male: survival.male[0] ?? 0, female: survival.female[0] ?? 0 },
    survival: { male: survival.male.slice(1), female: survival.female.slice(1) },
    migrationTiming: 'even',
    ...more,
  });

  it('タイ1960～2000年: 男女、移動は初めの人口に対する割合', () => {
    const { thailand } = referenceJson<{ thailand: Thailand }>('reference', 'demography', 'ccmpp.json');
    const grown = growByShares(thailand.baseline, thailand.years.length, (step, population) =>
      stepOf(
        1965 + 5 * step,
        { male: column(thailand.surv.male, step), female: column(thailand.surv.female, step) },
        {
          fertilityRate: column(thailand.fert, step),
          sexRatioAtBirth: thailand.srb[0]?.[step] ?? Number.NaN,
          netMigrants: {
            male: population.male.map((count, group) => count * (thailand.mig.male[group]?.[step] ?? 0)),
            female: population.female.map(
              (count, group) => count * (thailand.mig.female[group]?.[step] ?? 0),
            ),
          },
        },
      ),
    );
    for (const [step, { male, female }] of grown.entries()) {
      expectNear(female, column(thailand.projected.female, step));
      expectNear(male, column(thailand.projected.male, step));
    }
  });

  it('ブルキナファソ1960～2005年: 女だけ、移動は一年あたりの割合', () => {
    const { burkina_faso_female: women } = referenceJson<{ burkina_faso_female: BurkinaFaso }>(
      'reference',
      'demography',
      'ccmpp.json',
    );
    const nobody = women.baseline.map(() => [0]);
    const grown = growByShares(
      { male: nobody, female: women.baseline },
      women.years.length,
      (step, population) => {
        const survival = column(women.surv, step);
        const made = stepOf(
          1965 + 5 * step,
          { male: survival, female: survival },
          {
            fertilityRate: column(women.fert, step),
            sexRatioAtBirth: 1.05,
            netMigrants: {
              male: nobody.map(() => 0),
              female: population.female.map((count, group) => count * 5 * (women.mig[group]?.[step] ?? 0)),
            },
          },
        );
        // popReconstruct counts the births before the second half arrives.
        return { ...made, migrationTiming: 'even-after-births' as const };
      },
    );
    for (const [step, { female }] of grown.entries()) expectNear(female, column(women.projected, step));
  });

  it('カナダ1950～2020年: 各歳で70年', () => {
    interface Canada {
      readonly years: readonly number[];
      readonly base: { readonly m: readonly number[]; readonly f: readonly number[] };
      readonly surv: TwoSexes;
      readonly fert: Matrix;
      readonly srb: readonly number[];
      readonly netmig: TwoSexes;
      readonly mig_assumption: readonly ('even' | 'end')[];
      readonly projected_male: Matrix;
      readonly projected_female: Matrix;
    }
    const canada = referenceJson<Canada>('data', 'canada_1x1_ccmppWPP.json.gz');
    const steps = canada.years.slice(1).map((toYear, step) => ({
      ...stepOf(
        toYear,
        { male: column(canada.surv.male, step), female: column(canada.surv.female, step) },
        {
          fertilityRate: column(canada.fert, step),
          sexRatioAtBirth: canada.srb[step] ?? Number.NaN,
          netMigrants: { male: column(canada.netmig.male, step), female: column(canada.netmig.female, step) },
        },
      ),
      migrationTiming: canada.mig_assumption[step] ?? ('end' as const),
    }));
    const { populations } = project(
      { ages: agesUpTo(100, 1), baseYear: 1950, base: { male: canada.base.m, female: canada.base.f }, steps },
      none,
    );
    expect(populations).toHaveLength(71);
    for (const [step, { male, female }] of populations.entries()) {
      expectNear(male, column(canada.projected_male, step));
      expectNear(female, column(canada.projected_female, step));
    }
  });
});

interface Table {
  readonly mx: readonly number[];
  readonly ax: readonly number[];
  readonly lx: readonly number[];
  readonly nLx: readonly number[];
  readonly h: readonly number[];
  readonly e0_h: readonly number[];
  readonly h_for_plus1: number;
}
describe.skipIf(!hasReference)(`生命表${where}`, () => {
  it.each(['male', 'female'] as const)('カナダ2019年 %s: 生残数、死亡ハザードと平均寿命', (sex) => {
    const { lifetable_canada_2019: tables } = referenceJson<{ lifetable_canada_2019: Record<string, Table> }>(
      'reference',
      'statistics',
      'ipa_suppression_lifetable.json',
    );
    const table = tables[sex];
    if (table === undefined) throw new Error(sex);
    const rates = { deathRate: table.mx, yearsLived: table.ax, widthYears: 1 };
    expectNear(lifeTable(rates).survivors, table.lx);
    expectNear(lifeTable(rates).personYears, table.nLx);
    expectNear(
      table.h.map((h) => lifeTable(rates, h).lifeExpectancyYears),
      table.e0_h,
    );
    expectNear([hazardForGain(rates, 1)], [table.h_for_plus1]);
  });
});
