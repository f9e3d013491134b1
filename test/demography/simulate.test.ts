import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from '../../src/cli/population-simulate.ts';
import { projectionFile } from '../../src/documents/population/projection-file.ts';
import { readAssumptions } from '../../src/documents/population/read-assumptions.ts';
import { totalsOf } from '../../src/domain/demography/interpolate/annual.ts';
import { cell, totalOf } from '../../src/domain/demography/population.ts';
import { project } from '../../src/domain/demography/project/project.ts';
import { ipssErrors } from '../../src/domain/demography/simulate/forecast-errors.data.ts';
import { expectedSd } from '../../src/domain/demography/simulate/forecast-errors.ts';
import { normals, seeded } from '../../src/domain/demography/simulate/random.ts';
import { simulate } from '../../src/domain/demography/simulate/simulate.ts';
import {
  usualChance,
  usualMigrationProfile,
} from '../../src/domain/demography/simulate/usual-chance.data.ts';
import { installationFolder } from '../../src/installation.ts';
import { callOn, callWith } from './call-population.ts';
import { expectNear } from './near.ts';

const examples = join(installationFolder, 'docs', 'examples');
const example = join(examples, 'population-simulate.json');
const file = JSON.parse(readFileSync(example, 'utf8'));
const ready = readAssumptions(
  projectionFile.parse(JSON.parse(readFileSync(join(examples, 'population-project.json'), 'utf8'))),
);
if (!ready.ok) throw new Error(JSON.stringify(ready.error));
const { assumptions } = ready.value;
const noLevers = { levers: [], estates: [] };
const drawing = {
  draws: 4000,
  seed: 7,
  chance: usualChance,
  profile: usualMigrationProfile,
  errors: ipssErrors,
};

const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};

describe('ゆらぎを与えた推計', () => {
  const simulation = simulate(assumptions, noLevers, drawing);

  it('総人口の標準偏差は、過去の誤差の表のとおりになる', () => {
    for (const [step, totals] of simulation.totals.entries()) {
      const wanted = expectedSd(ipssErrors, totalOf(assumptions.base), cell(simulation.years, step) - 2015);
      const got = deviation([...totals].map(Math.log));
      expect(Math.abs(got / wanted - 1)).toBeLessThan(0.08);
    }
  });

  it('真ん中は推計そのものに近い', () => {
    const expected = totalsOf(project(assumptions, noLevers)).values.slice(1);
    for (const [step, totals] of simulation.totals.entries()) {
      const median = cell(Float64Array.from(totals).sort(), 2000);
      expect(Math.abs(median / cell(expected, step) - 1)).toBeLessThan(0.012);
    }
  });

  it('誤差もゆらぎもなければ、どの試行も推計と同じになる', () => {
    const still = simulate(assumptions, noLevers, {
      ...drawing,
      draws: 300,
      chance: { birthsSd: 0, hazardSd: 0, persistence: 0.7 },
      errors: { horizonYears: [5], classes: [{ below: null, sd: [0] }] },
    });
    const expected = totalsOf(project(assumptions, noLevers)).values.slice(1);
    for (const [step, totals] of still.totals.entries())
      expectNear(
        [...totals],
        Array.from({ length: 300 }, () => cell(expected, step)),
        1e-12,
      );
  });

  it('同じ種なら同じ結果、違う種なら違う結果', () => {
    const again = simulate(assumptions, noLevers, drawing);
    expect(again.totals).toEqual(simulation.totals);
    expect(simulate(assumptions, noLevers, { ...drawing, seed: 8 }).totals).not.toEqual(simulation.totals);
  });

  it('シナリオは同じゆらぎの下で比べられる: 移動を足せば、どの試行でも増える', () => {
    const more = simulate(
      assumptions,
      {
        levers: [{ kind: 'migration-rate', fromAge: 20, toAge: 39, path: { value: 0.02, fromYear: 2015 } }],
        estates: [],
      },
      drawing,
    );
    for (const [step, totals] of more.totals.entries())
      expect(totals.every((total, draw) => total > cell(simulation.totals[step] ?? [], draw))).toBe(true);
  });

  it('乱数は平均0・分散1で、隣と無関係', () => {
    const values = [...normals(100_000, seeded(3))];
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length)).toBeLessThan(0.01);
    expect(deviation(values)).toBeCloseTo(1, 2);
    const beside =
      values.slice(1).reduce((sum, value, at) => sum + value * cell(values, at), 0) / values.length;
    expect(Math.abs(beside)).toBeLessThan(0.01);
  });
});

it.each([
  ['きょう', 67_135, 0, 0],
  ['期間の途中は直線', 67_135, 2.5, 0.0177 / 2],
  ['表の年', 67_135, 15, 0.0862],
  ['小さい町ほど大きい', 4_999, 5, 0.0496],
  ['表より先は終わりの傾きで延ばす', 300_000, 30, 0.1032 + (0.1032 - 0.0842)],
])('過去の誤差: %s', (_, total, years, sd) => {
  expect(expectedSd(ipssErrors, total, years)).toBeCloseTo(sd, 10);
});

describe('bin/rashin population simulate', () => {
  it('見本: 幅は入れ子になり、目標に届く確率が出る', async () => {
    const { code, out, err } = await callOn(command, '--input', example);
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    for (const { median, half, eighty, ninety } of answer.bands) {
      const inOrder = [ninety[0], eighty[0], half[0], median, half[1], eighty[1], ninety[1]];
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    }
    const [target] = answer.targets;
    expect(target.probability).toBeGreaterThan(0.25);
    expect(target.probability).toBeLessThan(0.45);
  });

  it.each([
    [
      '期間の外の目標',
      { ...file, targets: [{ year: 2050, total: 1 }] },
      'targets › 0 › year: 2050年は推計の期間',
    ],
    ['期間の外の幅', { ...file, bandsIn: [2000] }, 'bandsIn › 0: 2000年は推計の期間'],
    ['試行が少ない', { ...file, draws: 5 }, 'draws: '],
    ['期間がない', { ...file, steps: [], bandsIn: [], targets: [] }, 'steps: 期間の仮定がありません'],
    [
      '率が一つ多い',
      {
        ...file,
        steps: [
          {
            ...file.steps[0],
            survival: { male: Array(19).fill(0.9), female: Array(19).fill(0.9) },
            netMigrationRate: { male: Array(19).fill(0), female: Array(19).fill(0) },
          },
        ],
        bandsIn: [],
        targets: [],
      },
      'steps › 0 › survival › male: 幅の計算では、最後の率は',
    ],
  ])('%s: 場所と直し方を言い、何も計算しない', async (_, content, sentence) => {
    const { code, out, err } = await callWith(command, content);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/undefined|NaN/);
  });
});
