import { describe, expect, it } from 'vitest';
import { groupsWithin } from '../../src/domain/demography/age-groups.ts';
import { cell, type Population, sumOf, totalOf } from '../../src/domain/demography/population.ts';
import type { Assumptions } from '../../src/domain/demography/project/project.ts';
import { simulate } from '../../src/domain/demography/simulate/simulate.ts';
import { drawingOf } from '../../src/domain/population/drawing-of.ts';
import { engineLevers } from '../../src/domain/population/engine-levers.ts';
import { projectScenario } from '../../src/domain/population/project-scenario.ts';
import type { ScenarioContent, ScenarioLeverKind } from '../../src/domain/population/scenario.ts';
import { agesUpTo } from '../demography/five-year-ages.ts';
import { expectNear } from '../demography/near.ts';
import { quietContent } from './shiojiri-series.ts';

const ages = agesUpTo(90);
const all = (value: number, count: number): Population => ({
  male: Array.from({ length: count }, () => value),
  female: Array.from({ length: count }, () => value),
});
const childWomanRatio = 0.2;
const assumptions: Assumptions = {
  ages,
  baseYear: 2015,
  base: all(1000, 19),
  steps: [2020, 2025].map((toYear) => ({
    method: 'net',
    toYear,
    survival: all(1, 18),
    netMigrationRate: all(0, 18),
    childWomanRatio,
    sexRatioAtAge0to4: 1,
  })),
};
const yearly = (kind: ScenarioLeverKind, value: number): ScenarioContent => ({
  ...quietContent,
  levers: [{ kind, value, fromYear: null, byYear: null, shape: 'linear', reason: '', source: '' }],
});
const estate = (persons: number): ScenarioContent => ({
  ...quietContent,
  estates: [{ year: 2018, persons, name: '', source: '' }],
});

/** How many more than without, in a step, in all and between two ages. */
const more = (content: ScenarioContent, step: number) => {
  const { projection, baseline } = projectScenario(content, assumptions);
  const [now, before] = [projection.populations[step], baseline.populations[step]];
  if (now === undefined || before === undefined) throw new Error(`more requires a step, not ${step}`);
  const between = (from: number, to: number): number =>
    sumOf(
      groupsWithin(ages, from, to).flatMap((group) =>
        (['male', 'female'] as const).map((sex) => cell(now[sex], group) - cell(before[sex], group)),
      ),
    );
  return { all: totalOf(now) - totalOf(before), between };
};

describe('子どもと一緒に転入する世帯', () => {
  it.each([
    ['毎年100人の子育て世帯', yearly('families-per-year', 100), 500],
    ['毎年40人減る', yearly('families-per-year', -40), -200],
    ['300人の団地', estate(300), 300],
  ] as const)('%s: その5年間に増えるのは、書いた人数だけ（0～4歳を二度数えない）', (_, content, persons) => {
    const { all: whole, between } = more(content, 1);
    expectNear([whole], [persons], 1e-9);
    expectNear(
      [between(0, 4), between(5, 9), between(25, 39)],
      [0.18, 0.18, 0.64].map((x) => x * persons),
      1e-9,
    );
  });

  it('次の5年間からは、転入した女性も町の子ども女性比で子どもを持つ', () => {
    const { between } = more(estate(300), 2);
    expectNear([between(0, 4)], [childWomanRatio * 0.32 * 300], 1e-9);
    expectNear([between(5, 14), between(30, 44)], [0.36 * 300, 0.64 * 300], 1e-9);
  });

  it('若者だけの転入には、町の子ども女性比で子どもが加わる', () => {
    const { all: whole, between } = more(yearly('young-adults-per-year', 100), 1);
    expectNear([between(20, 29), between(0, 4)], [500, childWomanRatio * 250], 1e-9);
    expectNear([whole], [550], 1e-9);
  });

  it('予測の幅も同じ人数の上に立つ', () => {
    const content = yearly('families-per-year', 100);
    const drawing = drawingOf(content, { draws: 100, seed: 1 });
    const still = { ...drawing, chance: { ...drawing.chance, birthsSd: 0, hazardSd: 0 } };
    const certain = { ...still, errors: { horizonYears: [5], classes: [{ below: null, sd: [0] }] } };
    const { totals } = simulate(assumptions, engineLevers(content, assumptions), certain);
    const { projection } = projectScenario(content, assumptions);
    for (const [step, draws] of totals.entries()) {
      const [least, most] = [Math.min(...draws), Math.max(...draws)];
      const expected = totalOf(projection.populations[step + 1] ?? { male: [], female: [] });
      expect(Math.abs(least - expected) + Math.abs(most - expected)).toBeLessThan(1e-6);
    }
  });
});
