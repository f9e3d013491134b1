import { describe, expect, it } from 'vitest';
import { totalOf } from '../../src/domain/demography/population.ts';
import { answerBackcast } from '../../src/domain/population/answer-backcast.ts';
import { assumptionsOf } from '../../src/domain/population/assumptions-of.ts';
import { figureInYear } from '../../src/domain/population/figure-in-year.ts';
import { populationOf } from '../../src/domain/population/population-of.ts';
import { projectScenario } from '../../src/domain/population/project-scenario.ts';
import { runScenario } from '../../src/domain/population/run-scenario.ts';
import type {
  ScenarioContent,
  ScenarioLever,
  ScenarioLeverKind,
} from '../../src/domain/population/scenario.ts';
import { totalsOfSeries } from '../../src/domain/population/totals-of-series.ts';
import { expectNear } from '../demography/near.ts';
import { hasReference, where } from '../demography/reference-folder.ts';
import { shiojiriAssumptions, shiojiriReference } from '../demography/shiojiri.ts';
import { quietContent, shiojiriSeries } from './shiojiri-series.ts';

/** Levers of the reference begin with the step from 2020. */
const lever = (kind: ScenarioLeverKind, value: number, fromYear: number | null = 2020): ScenarioLever => ({
  kind,
  value,
  fromYear,
  byYear: null,
  shape: 'linear',
  reason: '',
  source: '',
});
const aim = { year: 2032, total: 65_000, source: '基本構想' };

describe.skipIf(!hasReference)(`塩尻市の系列から推計する${where}`, () => {
  if (!hasReference) return;
  const reference = shiojiriReference();
  const [census, ipss] = shiojiriSeries();
  const ready = assumptionsOf({ kind: 'projection', seriesKey: 'ipss' }, [census, ipss]);
  if (!ready.ok) throw new Error(JSON.stringify(ready.error));
  const assumptions = ready.value;
  const content = (...levers: readonly ScenarioLever[]): ScenarioContent => ({ ...quietContent, levers });
  const totals = (one: ScenarioContent): readonly number[] =>
    projectScenario(one, assumptions).projection.populations.map(totalOf);

  it('公表された推計が、男女・年齢・年のすべてでそのまま出る', () => {
    const { projection } = projectScenario(quietContent, assumptions);
    expect(projection.years).toEqual([2015, 2020, 2025, 2030, 2035, 2040, 2045]);
    const published = ipss.tables.map(({ counts }) => populationOf(counts)?.population);
    expect(published).toHaveLength(7);
    for (const [index, population] of projection.populations.entries()) {
      expectNear(population.male, published[index]?.male ?? [], 1e-12);
      expectNear(population.female, published[index]?.female ?? [], 1e-12);
    }
  });

  it('生残率・純移動率・子ども女性比は照合値と同じ', () => {
    const expected = shiojiriAssumptions(reference);
    for (const [index, step] of assumptions.steps.entries()) {
      const other = expected.steps[index];
      if (step.method !== 'net' || other?.method !== 'net') throw new Error('net steps are expected');
      for (const sex of ['male', 'female'] as const) {
        expectNear(step.survival[sex], other.survival[sex], 1e-12);
        for (const [move, rate] of step.netMigrationRate[sex].entries())
          expect(rate).toBeCloseTo(other.netMigrationRate[sex][move] ?? Number.NaN, 11);
      }
      expectNear(
        [step.childWomanRatio, step.sexRatioAtAge0to4],
        [other.childWomanRatio, other.sexRatioAtAge0to4],
      );
    }
  });

  it('2032年は62,841.2人（直線）', () => {
    const found = figureInYear(totalsOfSeries(ipss), 2032, 'linear');
    expect(found?.between).toEqual([2030, 2035]);
    expectNear([found?.value ?? 0], [62_841.2], 1e-12);
    const run = runScenario({ ...quietContent, aim }, assumptions, { draws: 200, seed: 1 });
    expectNear([run.ok ? (run.value.aim?.total ?? 0) : 0], [62_841.2], 1e-12);
  });

  it.each([
    ['20～39歳の純移動率を0.02上げる', lever('working-rate', 0.02), 'migAdd0.02'],
    ['純移動率を半分にする', lever('migration-scale', 0.5), 'migScale0.5'],
    ['移動がない（2015年から）', lever('migration-scale', 0, null), 'closed'],
  ] as const)('%s: 総人口が照合値と合う', (_, pulled, name) => {
    expectNear(totals(content(pulled)), reference.scenarios[name] ?? []);
  });

  it('出生率を1.2倍にする: 総人口が照合値と合う', () => {
    const birthRate = runScenario(quietContent, assumptions, { draws: 10, seed: 1 });
    const now = birthRate.ok ? birthRate.value.birthRateNow : Number.NaN;
    expectNear(totals(content(lever('birth-rate', 1.2 * now))), reference.scenarios['cwr1.2'] ?? []);
  });

  describe('65,000人から逆に考える', () => {
    const answer = answerBackcast(
      { ...quietContent, birthRateNow: { value: 1.5, source: '人口動態統計' } },
      assumptions,
      aim,
      ['birth-rate', 'working-rate', 'life-expectancy'],
      2020,
    );
    const { inverse } = reference;

    it('一つだけを動かす答えが照合値と合う', () => {
      const [births, working, life] = answer.alone;
      expectNear([births?.value ?? 0], [1.5 * (inverse.cwrMul_only ?? 0)], 1e-9);
      expectNear([working?.value ?? 0], [inverse.migAdd_only ?? 0], 1e-9);
      expect([births?.reached, working?.reached]).toEqual([true, true]);
      // Longer lives alone: the reference needs the hazard at 0.72, about four years more.
      expect(life?.reached).toBe(true);
      expect(life?.value).toBeGreaterThan(2.5);
      expect(life?.value).toBeLessThan(4.5);
    });

    it('組み合わせは、どれも2032年に65,000人になる', () => {
      expect(answer.pair?.kinds).toEqual(['birth-rate', 'working-rate']);
      const points = answer.pair?.points.filter(({ second }) => second !== null) ?? [];
      expect(points.length).toBeGreaterThan(5);
      for (const { first, second } of points) {
        const { projection } = projectScenario(
          {
            ...content(lever('birth-rate', first), lever('working-rate', second ?? 0)),
            birthRateNow: { value: 1.5, source: '' },
          },
          assumptions,
        );
        const series = { years: projection.years, values: projection.populations.map(totalOf) };
        expectNear([figureInYear(series, 2032, 'linear')?.value ?? 0], [65_000], 1e-9);
      }
    });

    it('最も無理の少ない組み合わせも65,000人になり、どれか一つだけより小さく動かす', () => {
      const least = answer.leastEffort;
      expect(least?.reached).toBe(true);
      expectNear([least?.total ?? 0], [65_000], 1e-8);
      for (const [index, { value }] of (least?.values ?? []).entries())
        expect(value).toBeLessThan(answer.alone[index]?.value ?? 0);
    });

    it('何もしないときの総人口と、届く確率', () => {
      expectNear([answer.withoutMeasures.total], [62_841.2], 1e-12);
      expect(answer.withoutMeasures.probability).toBeGreaterThan(0.15);
      expect(answer.withoutMeasures.probability).toBeLessThan(0.45);
    });
  });

  it('届かない目標: 範囲の端の値と、そこまで動かした総人口を言う', () => {
    const answer = answerBackcast(
      quietContent,
      assumptions,
      { year: 2032, total: 200_000 },
      ['migration-scale'],
      2020,
    );
    const [alone] = answer.alone;
    expect(alone?.reached).toBe(false);
    const nearest = totals(content(lever('migration-scale', alone?.value ?? 1)));
    const series = { years: reference.years, values: nearest };
    expectNear([alone?.total ?? 0], [figureInYear(series, 2032, 'linear')?.value ?? 0]);
    expect(answer.leastEffort?.reached).toBe(false);
  });

  it('ほかのレバーは動かしたまま考える', () => {
    const answer = answerBackcast(
      content(lever('working-rate', 0.0298205)),
      assumptions,
      aim,
      ['birth-rate'],
      2020,
    );
    const alone = answerBackcast(quietContent, assumptions, aim, ['birth-rate'], 2020);
    expect(answer.alone[0]?.value).toBeLessThan(alone.alone[0]?.value ?? 0);
    const now = runScenario(quietContent, assumptions, { draws: 10, seed: 1 });
    expectNear([answer.alone[0]?.value ?? 0], [1.2 * (now.ok ? now.value.birthRateNow : 0)], 1e-5);
  });
});
