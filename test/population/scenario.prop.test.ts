import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Population, sexes, totalOf } from '../../src/domain/demography/population.ts';
import { answerBackcast } from '../../src/domain/population/answer-backcast.ts';
import { assumptionsOf } from '../../src/domain/population/assumptions-of.ts';
import { birthRateNow } from '../../src/domain/population/birth-rate-now.ts';
import { checkPopulations } from '../../src/domain/population/check-run.ts';
import { checkScenario } from '../../src/domain/population/check-scenario.ts';
import { leverRangesFor } from '../../src/domain/population/lever-ranges-for.ts';
import { populationInYear } from '../../src/domain/population/population-in-year.ts';
import { projectScenario } from '../../src/domain/population/project-scenario.ts';
import {
  leverKinds,
  type ScenarioContent,
  type ScenarioLever,
  type ScenarioLeverKind,
} from '../../src/domain/population/scenario.ts';
import type { SeriesWithTables } from '../../src/domain/population/series.ts';
import { expectNear } from '../demography/near.ts';
import { quietContent, seriesOf } from './shiojiri-series.ts';

const ages = [...Array.from({ length: 18 }, (_, group) => `${group * 5}-${group * 5 + 4}`), '90+'];
const halves = fc.array(fc.integer({ min: 20, max: 4000 }), {
  minLength: ages.length,
  maxLength: ages.length,
});
/** Any towns' tables, however unlikely, five years apart. */
const series: fc.Arbitrary<SeriesWithTables> = fc
  .array(fc.record({ male: halves, female: halves }), { minLength: 3, maxLength: 5 })
  .map((tables) => ({
    series: seriesOf('ipss', 'projection'),
    tables: tables.map(({ male, female }, index) => ({
      seriesKey: 'ipss',
      areaKey: '',
      areaName: '',
      date: `${2015 + index * 5}-10-01`,
      counts: {
        ages,
        male,
        female,
        both: null,
        unknownAge: null,
        total: totalOf({ male, female }),
        totalMale: null,
        totalFemale: null,
        households: null,
      },
    })),
  }));

const leverOf = (kind: ScenarioLeverKind, value: number): ScenarioLever => ({
  kind,
  value,
  fromYear: null,
  byYear: null,
  shape: 'linear',
  reason: '',
  source: '',
});
const kinds = fc.constantFrom(...leverKinds);

const readied = (given: SeriesWithTables) => {
  const ready = assumptionsOf({ kind: 'projection', seriesKey: 'ipss' }, [given]);
  if (!ready.ok) throw new Error(JSON.stringify(ready.error));
  return ready.value;
};
const totals = (content: ScenarioContent, given: SeriesWithTables): readonly number[] =>
  projectScenario(content, readied(given)).projection.populations.map(totalOf);

describe('シナリオ', () => {
  it('何も動かさなければ、どんな推計もそのまま出る', () => {
    fc.assert(
      fc.property(series, (given) => {
        const { projection } = projectScenario(quietContent, readied(given));
        for (const [index, { counts }] of given.tables.entries())
          for (const sex of sexes)
            expectNear(projection.populations[index]?.[sex] ?? [], counts[sex] ?? [], 1e-11);
      }),
    );
  });

  it('動かさない値のレバーは、何も変えない', () => {
    fc.assert(
      fc.property(series, (given) => {
        const assumptions = readied(given);
        const ranges = leverRangesFor(totalOf(assumptions.base));
        const now = birthRateNow(quietContent, assumptions).value;
        const levers = leverKinds.map((kind) => leverOf(kind, ranges[kind].neutral ?? now));
        const resting = projectScenario({ ...quietContent, levers }, assumptions);
        expectNear(
          resting.projection.populations.map(totalOf),
          resting.baseline.populations.map(totalOf),
          1e-11,
        );
      }),
    );
  });

  it('出生・寿命・転入の人数・率は、上げれば総人口が増える', () => {
    const rising = fc.constantFrom<ScenarioLeverKind>(
      'birth-rate',
      'life-expectancy',
      'families-per-year',
      'young-adults-per-year',
      'working-rate',
    );
    fc.assert(
      fc.property(
        series,
        rising,
        fc.tuple(
          fc.double({ min: 0, max: 0.99, noNaN: true }),
          fc.double({ min: 0.01, max: 1, noNaN: true }),
        ),
        (given, kind, [share, more]) => {
          const { least, most } = leverRangesFor(totalOf(readied(given).base))[kind];
          const low = Math.max(0, least) + (most - Math.max(0, least)) * share * 0.9;
          const high = low + (most - low) * more;
          const [lower, higher] = [low, high].map((value) =>
            totals(
              { ...quietContent, birthRateNow: { value: 1.5, source: '' }, levers: [leverOf(kind, value)] },
              given,
            ),
          );
          for (const [index, total] of (higher ?? []).entries())
            if (index > 0) expect(total).toBeGreaterThan((lower ?? [])[index] ?? Number.NaN);
        },
      ),
    );
  });

  it('団地は、入居した期間に、書いた人数だけ増やし、基準の推計は変えない', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 500 }), (given, persons) => {
        const estates = [{ year: 2018, persons, name: '', source: '' }];
        const { projection, baseline } = projectScenario({ ...quietContent, estates }, readied(given));
        const more = (index: number): number =>
          totalOf(projection.populations[index] ?? { male: [], female: [] }) -
          totalOf(baseline.populations[index] ?? { male: [], female: [] });
        expectNear([more(1)], [persons], 1e-6);
        expectNear(
          baseline.populations.map(totalOf),
          given.tables.map(({ counts }) => counts.total),
          1e-11,
        );
      }),
    );
  });

  it('逆算の答えは、届かないときの一番近いものも、いる人より多くを出ていかせない', () => {
    fc.assert(
      fc.property(
        series,
        fc.uniqueArray(kinds, { minLength: 2, maxLength: 3 }),
        fc.double({ min: 0.3, max: 2, noNaN: true }),
        (given, asked, share) => {
          const content = { ...quietContent, birthRateNow: { value: 1.5, source: '' } };
          const assumptions = readied(given);
          const aim = { year: 2025, total: (totals(content, given)[2] ?? 0) * share };
          const answer = answerBackcast(content, assumptions, aim, asked);
          const pulledTo = (...values: readonly { kind: ScenarioLeverKind; value: number }[]) => {
            const levers = values.map(({ kind, value }) => leverOf(kind, value));
            const { projection } = projectScenario({ ...content, levers }, assumptions);
            expect(checkPopulations(projection, assumptions)).toEqual([]);
            return totalOf(projection.populations[2] ?? { male: [], female: [] });
          };
          for (const alone of answer.alone) expectNear([pulledTo(alone)], [alone.total], 1e-6);
          const { values, total } = answer.leastEffort ?? { values: [], total: 0 };
          expectNear([pulledTo(...values)], [total], 1e-6);
          for (const { first, second } of answer.pair?.points ?? [])
            if (second !== null && answer.pair !== null)
              pulledTo(
                { kind: answer.pair.kinds[0], value: first },
                { kind: answer.pair.kinds[1], value: second },
              );
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);

  it('逆算の答えを動かすと、目標の人口になる', () => {
    fc.assert(
      fc.property(
        series,
        kinds,
        fc.double({ min: 0.97, max: 1.05, noNaN: true }),
        fc.integer({ min: 2021, max: 2025 }),
        (given, kind, share, year) => {
          const content = { ...quietContent, birthRateNow: { value: 1.5, source: '' } };
          const assumptions = readied(given);
          const base = {
            years: assumptions.steps.map(({ toYear }) => toYear),
            values: totals(content, given),
          };
          const aim = { year, total: (base.values[1] ?? 0) * share };
          const [alone] = answerBackcast(content, assumptions, aim, [kind]).alone;
          if (alone === undefined) throw new Error('no answer');
          const { projection } = projectScenario(
            { ...content, levers: [leverOf(kind, alone.value)] },
            assumptions,
          );
          const there = populationInYear(projection, year, 'linear');
          // By age the clipped ages of Sprague may differ; the sum is raked to the total.
          expectNear([totalOf(there ?? { male: [], female: [] })], [alone.total], 1e-6);
          if (alone.reached) expect(alone.total).toBe(aim.total);
          else expect(Math.abs(alone.total - aim.total)).toBeGreaterThan(0);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('最も無理の少ない組み合わせ: 範囲の中にあり、一つで届く目標には必ず届き、どの一つより無理が小さい', () => {
    const several = fc.uniqueArray(kinds, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(series, several, fc.double({ min: 0.9, max: 1.1, noNaN: true }), (given, chosen, share) => {
        const content = { ...quietContent, birthRateNow: { value: 1.5, source: '' } };
        const assumptions = readied(given);
        const ranges = leverRangesFor(totalOf(assumptions.base));
        const [, , total = 0] = totals(content, given);
        const { leastEffort, alone } = answerBackcast(
          content,
          assumptions,
          { year: 2025, total: total * share },
          chosen,
        );
        const effort = (kind: ScenarioLeverKind, value: number): number =>
          ((value - (ranges[kind].neutral ?? 1.5)) / (ranges[kind].most - ranges[kind].least)) ** 2;
        const values = leastEffort?.values ?? [];
        for (const { kind, value } of values) {
          expect(value).toBeGreaterThanOrEqual(ranges[kind].least - 1e-9);
          expect(value).toBeLessThanOrEqual(ranges[kind].most + 1e-9);
        }
        const reached = alone.filter((one) => one.reached);
        if (reached.length > 0) expect(leastEffort?.reached).toBe(true);
        if (leastEffort?.reached !== true) return;
        expectNear([leastEffort.total], [total * share], 1e-6);
        const together = values.reduce((sum, { kind, value }) => sum + effort(kind, value), 0);
        for (const { kind, value } of reached)
          expect(together).toBeLessThanOrEqual(effort(kind, value) * (1 + 1e-6) + 1e-9);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('書いたものを読み直しても同じ', () => {
    const content: fc.Arbitrary<ScenarioContent> = fc.record({
      baseline: fc.constant(quietContent.baseline),
      birthRateNow: fc.option(
        fc.record({ value: fc.double({ min: 0.1, max: 8, noNaN: true }), source: fc.string() }),
      ),
      levers: fc.uniqueArray(
        fc.record({
          kind: kinds,
          value: fc.double({ min: 0.1, max: 1, noNaN: true }),
          fromYear: fc.option(fc.integer({ min: 2000, max: 2020 })),
          byYear: fc.option(fc.integer({ min: 2021, max: 2040 })),
          shape: fc.constantFrom('linear', 'logistic'),
          reason: fc.string(),
          source: fc.string(),
        }),
        { selector: ({ kind }) => kind },
      ),
      estates: fc.array(
        fc.record({
          year: fc.integer({ min: 2000, max: 2060 }),
          persons: fc.integer({ min: 1, max: 5000 }),
          name: fc.string(),
          source: fc.string(),
        }),
        { maxLength: 5 },
      ),
      interpolation: fc.constantFrom('linear', 'geometric', 'monotone', 'natural', 'forsythe'),
      aim: fc.option(
        fc.record({
          year: fc.integer({ min: 2000, max: 2060 }),
          total: fc.integer({ min: 1, max: 9_999_999 }),
          source: fc.string(),
        }),
      ),
      errors: fc.constantFrom('cohort-change', 'ipss'),
    });
    fc.assert(
      fc.property(content, (one) => {
        expect(checkScenario(JSON.parse(JSON.stringify(one)))).toEqual({
          ok: true,
          value: JSON.parse(JSON.stringify(one)),
        });
      }),
    );
  });

  it('何が書かれていても、断るか読むかのどちらか', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, inner) => {
        expect(checkScenario(value).ok).toBe(false);
        const bent = { ...quietContent, levers: [inner], baseline: inner, aim: inner, estates: inner };
        expect(checkScenario(bent).ok).toBe(false);
      }),
    );
  });
});

describe('その年の男女・年齢別人口', () => {
  it('総数は直線の補間と同じで、負にならない', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 2015, max: 2025 }), (given, year) => {
        const { projection } = projectScenario(quietContent, readied(given));
        const found = populationInYear(projection, year, 'linear') ?? { male: [], female: [] };
        const at = Math.floor((year - 2015) / 5);
        const [from, to] = [
          projection.populations[at],
          projection.populations[at + 1] ?? projection.populations[at],
        ];
        const total = (population: Population | undefined): number => totalOf(population ?? found);
        const share = (year - 2015 - at * 5) / 5;
        expectNear([totalOf(found)], [total(from) + (total(to) - total(from)) * share], 1e-9);
        expect([...found.male, ...found.female].every((count) => count >= 0)).toBe(true);
        expect(found.male).toHaveLength(ages.length);
      }),
    );
  });
});
