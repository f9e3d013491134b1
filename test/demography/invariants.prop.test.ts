import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAssumptions } from '../../src/domain/demography/check/check-assumptions.ts';
import { roundToSum } from '../../src/domain/demography/districts/largest-remainder.ts';
import { regroup, singleAgesIn } from '../../src/domain/demography/interpolate/along-cohorts.ts';
import { splitIntoSingleAges } from '../../src/domain/demography/interpolate/single-ages.ts';
import { bySex, cell, type Population, sumOf, totalOf } from '../../src/domain/demography/population.ts';
import { project } from '../../src/domain/demography/project/project.ts';
import type { ExplicitStep, NetStep, PoolStep } from '../../src/domain/demography/project/step.ts';
import { agesUpTo } from './five-year-ages.ts';

const noLevers = { levers: [], estates: [] };
const number = (max: number) => fc.double({ min: 0, max, noNaN: true });

/** Any width, any open group: five-year or single ages, up to 50–100. */
const anyAges = fc
  .record({ width: fc.constantFrom(1, 5), open: fc.constantFrom(50, 60, 75, 90, 100) })
  .map(({ width, open }) => agesUpTo(open, width));

const anyTown = anyAges.chain((ages) => {
  const groups = ages.groups.length;
  const array = (length: number, max: number) =>
    fc.array(number(max), { minLength: length, maxLength: length });
  const twice = (length: number, max: number) =>
    fc.record({ male: array(length, max), female: array(length, max) });
  return fc.record({
    ages: fc.constant(ages),
    base: twice(groups, 10_000),
    survival: twice(groups - 1, 1),
    net: twice(groups - 1, 0.3),
    childWomanRatio: number(0.5),
    sexRatio: fc.double({ min: 0.5, max: 2, noNaN: true }),
  });
});
type AnyTown = typeof anyTown extends fc.Arbitrary<infer T> ? T : never;

const netStep = ({ ages, survival, net, childWomanRatio, sexRatio }: AnyTown): NetStep => ({
  method: 'net',
  toYear: 2015 + ages.widthYears,
  survival,
  netMigrationRate: net,
  childWomanRatio,
  sexRatioAtAge0to4: sexRatio,
});
const oneStep = (town: AnyTown, base: Population): Population => {
  const { populations } = project(
    { ages: town.ages, baseYear: 2015, base, steps: [netStep(town)] },
    noLevers,
  );
  return populations[1] ?? base;
};
const cells = ({ male, female }: Population): readonly number[] => [...male, ...female];
const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe('推計の不変量', () => {
  it('人を何倍にしても、結果が同じ倍になる', () => {
    fc.assert(
      fc.property(anyTown, fc.double({ min: 0.01, max: 100, noNaN: true }), (town, factor) => {
        const once = cells(oneStep(town, town.base));
        const scaled = cells(
          oneStep(
            town,
            bySex((sex) => town.base[sex].map((count) => count * factor)),
          ),
        );
        expect(scaled.every((value, at) => close(value, cell(once, at) * factor))).toBe(true);
      }),
    );
  });

  it('死亡・出生・移動がなければ、総数は変わらない', () => {
    fc.assert(
      fc.property(anyTown, (town) => {
        const ones = bySex((sex) => town.survival[sex].map(() => 1));
        const zeros = bySex((sex) => town.survival[sex].map(() => 0));
        const still = { ...town, survival: ones, net: zeros, childWomanRatio: 0 };
        expect(close(totalOf(oneStep(still, town.base)), totalOf(town.base))).toBe(true);
      }),
    );
  });

  it('移動がなければ、どのコーホートも増えない', () => {
    fc.assert(
      fc.property(anyTown, (town) => {
        const closed = oneStep({ ...town, net: bySex((sex) => town.net[sex].map(() => 0)) }, town.base);
        for (const sex of ['male', 'female'] as const)
          for (let move = 0; move < town.ages.groups.length - 2; move += 1)
            expect(cell(closed[sex], move + 1)).toBeLessThanOrEqual(cell(town.base[sex], move));
      }),
    );
  });

  it('男女を入れ替えた前提は、出生のほかは入れ替わった結果になる', () => {
    fc.assert(
      fc.property(anyTown, (town) => {
        const swap = <T>({ male, female }: { male: T; female: T }) => ({ male: female, female: male });
        const one = oneStep(town, town.base);
        const other = oneStep(
          { ...town, survival: swap(town.survival), net: swap(town.net) },
          swap(town.base),
        );
        expect(other.male.slice(1)).toEqual(one.female.slice(1));
        expect(other.female.slice(1)).toEqual(one.male.slice(1));
      }),
    );
  });

  it('プールモデルは、転出も転入もなければ純移動率0の推計と同じになる', () => {
    fc.assert(
      fc.property(anyTown, (town) => {
        const zeros = bySex((sex) => town.net[sex].map(() => 0));
        const net = netStep({ ...town, net: zeros });
        const pool: PoolStep = { ...net, method: 'pool', outMigrationRate: zeros, inMigrants: zeros };
        const run = (step: NetStep | PoolStep) =>
          project({ ages: town.ages, baseYear: 2015, base: town.base, steps: [step] }, noLevers)
            .populations[1];
        expect(run(pool)).toEqual(run(net));
      }),
    );
  });

  it('プールモデルの転入者数は、町の人口が減っても減らない', () => {
    fc.assert(
      fc.property(anyTown, number(500), (town, persons) => {
        const flat = (value: number) => bySex((sex) => town.net[sex].map(() => value));
        const pool: PoolStep = {
          ...netStep(town),
          method: 'pool',
          outMigrationRate: flat(0),
          inMigrants: flat(persons),
        };
        const nobody = bySex((sex) => town.base[sex].map(() => 0));
        const { populations } = project(
          { ages: town.ages, baseYear: 2015, base: nobody, steps: [pool] },
          noLevers,
        );
        expect(populations[1]?.male.slice(1).every((count) => count === persons)).toBe(true);
      }),
    );
  });

  it('国連の算式: 死亡・出生がなければ、移動者の数だけ増える', () => {
    fc.assert(
      fc.property(anyTown, fc.constantFrom('even', 'even-after-births', 'end'), (town, migrationTiming) => {
        const groups = town.ages.groups.length;
        const step: ExplicitStep = {
          method: 'explicit-fertility',
          toYear: 2020,
          survivalOfBirths: { male: 1, female: 1 },
          survival: bySex(() => Array.from({ length: groups - 1 }, () => 1)),
          fertilityRate: Array.from({ length: groups }, () => 0),
          sexRatioAtBirth: 1.05,
          netMigrants: town.base,
          migrationTiming: migrationTiming as ExplicitStep['migrationTiming'],
        };
        const { populations } = project(
          { ages: town.ages, baseYear: 2015, base: town.base, steps: [step] },
          noLevers,
        );
        expect(close(totalOf(populations[1] ?? town.base), 2 * totalOf(town.base))).toBe(true);
      }),
    );
  });

  it('正しい前提は通り、負のセルは必ずその場所で断られる', () => {
    fc.assert(
      fc.property(anyTown, fc.nat(), (town, at) => {
        const assumptions = { ages: town.ages, baseYear: 2015, base: town.base, steps: [netStep(town)] };
        fc.pre(totalOf(town.base) > 0);
        expect(checkAssumptions(assumptions, {}).filter(({ severity }) => severity === 'error')).toEqual([]);
        const group = at % town.ages.groups.length;
        const base = { ...town.base, female: town.base.female.with(group, -1) };
        const found = checkAssumptions({ ...assumptions, base }, {});
        expect(found).toContainEqual(
          expect.objectContaining({ code: 'population-negative', path: ['female', group] }),
        );
      }),
    );
  });
});

describe('分割と丸めの不変量', () => {
  const counts = fc.array(number(100_000), { minLength: 1, maxLength: 25 });

  it('各歳は負にならず、足すと5歳階級に戻る', () => {
    fc.assert(
      fc.property(counts, (groups) => {
        const single = splitIntoSingleAges(groups);
        expect(single.every((age) => age >= 0)).toBe(true);
        const back = regroup({ male: [...single, 0], female: [...single, 0] }).male.slice(0, -1);
        expect(back.every((sum, at) => close(sum, cell(groups, at)))).toBe(true);
      }),
    );
  });

  it('期間のあいだの各歳の合計は、補間した総数と同じ', () => {
    fc.assert(
      fc.property(anyTown, fc.integer({ min: 0, max: 5 }), (town, passed) => {
        fc.pre(town.ages.widthYears === 5 && totalOf(town.base) > 1);
        const projection = project(
          { ages: town.ages, baseYear: 2015, base: town.base, steps: [netStep(town)] },
          noLevers,
        );
        const [start, end] = projection.populations.map(totalOf);
        const { ages } = singleAgesIn(projection, 2015 + passed, 'linear');
        expect(close(totalOf(ages), (start ?? 0) + (((end ?? 0) - (start ?? 0)) * passed) / 5)).toBe(true);
        expect(cells(ages).every((age) => age >= 0)).toBe(true);
      }),
    );
  });

  it('最大剰余法: 合計は合計の丸めで、どの数も1未満しか動かない', () => {
    fc.assert(
      fc.property(counts, (shares) => {
        const whole = roundToSum(shares);
        expect(sumOf(whole)).toBe(Math.round(sumOf(shares)));
        expect(whole.every((count, at) => Math.abs(count - cell(shares, at)) < 1 + 1e-9)).toBe(true);
      }),
    );
  });
});
