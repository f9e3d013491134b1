import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from '../../src/cli/population-backcast.ts';
import { leverWith, type Question, totalWith } from '../../src/domain/demography/backcast/aim.ts';
import { gradientAt, leastEffort } from '../../src/domain/demography/backcast/least-effort.ts';
import { solveEachAlone, solveLever } from '../../src/domain/demography/backcast/solve-lever.ts';
import type { Lever } from '../../src/domain/demography/levers/lever.ts';
import { installationFolder } from '../../src/installation.ts';
import { callOn, callWith } from './call-population.ts';
import { agesUpTo } from './five-year-ages.ts';
import { expectNear } from './near.ts';
import { hasReference, where } from './reference-folder.ts';
import { fertility, hazard, migrationAdded, shiojiriAssumptions, shiojiriReference } from './shiojiri.ts';

describe.skipIf(!hasReference)(`塩尻市を2032年に65,000人にする${where}`, () => {
  const reference = hasReference ? shiojiriReference() : null;
  if (reference === null) return;
  const bounded = (lever: Lever, least: number, most: number) => ({ lever, least, most, weight: 1 });
  const question: Question = {
    assumptions: shiojiriAssumptions(reference),
    settled: [],
    estates: [],
    levers: [
      bounded(fertility(1), 0.2, 3),
      bounded(migrationAdded(0), -0.3, 0.3),
      bounded(hazard(1), 0.2, 2),
    ],
    aim: { year: 2032, total: 65000, interpolation: 'linear' },
  };
  const { inverse } = reference;

  it('一つだけを動かす答えが照合値と合う', () => {
    const values = solveEachAlone(question).map((solved) => (solved.reached ? solved.value : Number.NaN));
    expectNear(values, [inverse.cwrMul_only ?? 0, inverse.migAdd_only ?? 0, inverse.h_only ?? 0]);
  });

  it('出生を1.2倍にしたときに要る移動', () => {
    const solved = solveLever(question, 1, [1.2, null, null]);
    expectNear([solved.reached ? solved.value : Number.NaN], [inverse['migAdd_given_cwr1.2'] ?? 0]);
  });

  it('一単位動かしたときの変化が照合値と合う', () => {
    expectNear(gradientAt(question, [1, 0, 1]), reference.gradient, 1e-6);
  });

  it('最小の努力: 目標に届き、変化の比が幅の比になり、どの隣の組み合わせより小さい', () => {
    const least = leastEffort(question, solveEachAlone(question));
    expect(least.reached).toBe(true);
    expectNear([least.total], [65000], 1e-9);
    const [a = 0, b = 0, c = 0] = least.values;
    const slopes = gradientAt(question, least.values);
    const [p = 0, q = 0, r = 0] = slopes;
    expectNear([(a - 1) / p, b / q], [(c - 1) / r, (c - 1) / r], 1e-6);
    for (const move of [-0.01, 0.01]) {
      const other = solveLever(question, 1, [a + move, null, c]);
      const effort = other.reached ? (a + move - 1) ** 2 + other.value ** 2 + (c - 1) ** 2 : Number.NaN;
      expect(effort).toBeGreaterThan(least.effort);
    }
  });

  it('範囲の端で止まるレバーは端に置き、残りで届く', () => {
    const narrow = { ...question, levers: question.levers.with(1, bounded(migrationAdded(0), -0.01, 0.01)) };
    const least = leastEffort(narrow, solveEachAlone(narrow));
    expect(least.values[1]).toBe(0.01);
    expect(least.reached).toBe(true);
  });

  it('範囲の両端では届かなくても、途中で届けば、その値を答える', () => {
    // People leave young and come old: the total falls first and rises later as migration grows.
    const there = migrationScaled.map((value) => totalWith(bent, [value]));
    const lowest = Math.min(...there);
    expect(there[0]).toBeGreaterThan(lowest + 1);
    expect(there.at(-1)).toBeGreaterThan(lowest + 1);
    const total = (lowest + Math.min(there[0] ?? 0, there.at(-1) ?? 0)) / 2;
    const solved = solveLever({ ...bent, aim: { ...bent.aim, total } }, 0, [null]);
    expectNear([solved.reached ? totalWith(bent, [solved.value]) : Number.NaN], [total], 1e-9);
    const below = solveLever({ ...bent, aim: { ...bent.aim, total: lowest / 2 } }, 0, [null]);
    expect(below.reached === false && below.nearestTotal).toBeLessThanOrEqual(lowest + 1e-9);
  });

  it('動かしきっても届かなければ、どこまで近づくかを言う', () => {
    const small = { ...question, levers: [bounded(fertility(1), 0.9, 1.1)] };
    const [solved] = solveEachAlone(small);
    expect(solved).toMatchObject({ reached: false, nearestValue: 1.1 });
    const nearest = totalWith(small, [1.1]);
    expect(solved?.reached === false && solved.nearestTotal).toBeCloseTo(nearest, 6);
    expect(leastEffort(small, solveEachAlone(small))).toMatchObject({ reached: false, values: [1.1] });
    expect(leverWith(fertility(1), 2).path.value).toBe(2);
  });
});

const example = join(installationFolder, 'docs', 'examples', 'population-backcast.json');
const file = JSON.parse(readFileSync(example, 'utf8'));

/** A town that sends its young away and takes in the middle-aged, for many years. */
const migrationScaled = Array.from({ length: 17 }, (_, at) => (at * 3) / 16);
const bent: Question = (() => {
  const [open, ages] = [18, agesUpTo(90)];
  const moved = (rate: (move: number) => number) => ({
    male: Array.from({ length: open }, (_, move) => rate(move)),
    female: Array.from({ length: open }, (_, move) => rate(move)),
  });
  const steps = [2020, 2025, 2030, 2035, 2040].map((toYear) => ({
    method: 'net' as const,
    toYear,
    survival: moved((move) => (move < 14 ? 0.99 : 0.6)),
    netMigrationRate: moved((move) => (move === 3 ? -0.3 : move >= 5 && move <= 14 ? 0.038 : 0)),
    childWomanRatio: 0.2,
    sexRatioAtAge0to4: 1.05,
  }));
  const lever: Lever = { kind: 'migration-scale', path: { value: 1, fromYear: 2015 } };
  return {
    assumptions: {
      ages,
      baseYear: 2015,
      base: { male: ages.groups.map(() => 100), female: ages.groups.map(() => 100) },
      steps,
    },
    settled: [],
    estates: [],
    levers: [{ lever, least: 0, most: 3, weight: 1 }],
    aim: { year: 2040, total: 0, interpolation: 'linear' },
  };
})();

describe('bin/rashin population backcast', () => {
  it('見本: 単独の答え、等目標線、最小の努力', async () => {
    const { code, out, err } = await callOn(command, '--input', example);
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expectNear(
      answer.alone.map((one: { value: number }) => one.value),
      [1.413262376048, 0.0586299880505],
      1e-5,
    );
    expect(answer.curve).toHaveLength(5);
    expectNear([answer.leastEffort.total], [65000]);
  });

  it('届かない目標は、断らずに、どこまで近づくかを注意する', async () => {
    const { code, out, err } = await callWith(command, { ...file, target: { year: 2032, total: 100000 } });
    expect(code).toBe(0);
    expect(err).toMatch(/この範囲では目標 100000人に届きません。最も近づいて\d+人です/);
    expect(JSON.parse(out).leastEffort.reached).toBe(false);
  });

  const [first, second] = file.solveFor;
  it('目標の年より後に動き始めるものは、届かないわけを言う', async () => {
    const { code, err } = await callWith(command, { ...file, target: { year: 2018, total: 67000 } });
    expect(code).toBe(0);
    expect(err).toContain(
      'solveFor › 0 › path › fromYear: 2020年より後に動き始めるので、2018年の人口は変わりません',
    );
  });

  it.each([
    [
      '期間の外の目標',
      { ...file, target: { year: 2060, total: 1 } },
      'target › year: 2060年は推計の期間（2015～2045年）の外',
    ],
    [
      '逆さの範囲',
      { ...file, solveFor: [{ ...first, least: 2, most: 1 }] },
      'solveFor › 0 › most: 最小 2 が最大 1 より',
    ],
    ['負の倍率', { ...file, solveFor: [{ ...first, least: -1 }] }, 'solveFor › 0 › least: 倍率 -1 は負の数'],
    [
      'ない年齢',
      { ...file, solveFor: [{ ...second, fromAge: 21, toAge: 23 }] },
      'solveFor › 0 › fromAge: この年齢に当たる',
    ],
    ['目標が負', { ...file, target: { year: 2032, total: -5 } }, 'target › total'],
    ['答えるものがない', { ...file, solveFor: [] }, 'solveFor'],
  ])('%s: 場所と直し方を言い、何も計算しない', async (_, content, sentence) => {
    const { code, out, err } = await callWith(command, content);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/undefined|NaN/);
  });
});
