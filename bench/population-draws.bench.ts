import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sexes } from '../src/domain/demography/population.ts';
import { plainArithmetic } from '../src/domain/demography/simulate/arithmetic.ts';
import { drawShocks } from '../src/domain/demography/simulate/chance.ts';
import { drawsRunner, type RunDraws } from '../src/domain/demography/simulate/run-draws.ts';
import { simdArithmetic } from '../src/domain/demography/simulate/simd-arithmetic.ts';
import { median } from './load.ts';
import { naiveDraws } from './population/naive.ts';
import { benchTowns } from './population/towns.ts';

/**
 * Monte Carlo of 1,682 towns × 6 steps × 2 sexes × 19 groups × 1,000 draws on one core, births and migration shocked:
 * the kernel against the naive version and, where there is a C compiler, against an auto-vectorised C kernel that
 * computes every cell, all in one run.
 */
const draws = Number(process.env.BENCH_DRAWS ?? 1000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const towns = benchTowns();
const steps = towns[0]?.steps.length ?? 0;
const shocks = drawShocks(
  {
    migrationSd: Array.from({ length: steps }, () => 0.03),
    birthsSd: 0.06,
    hazardSd: 0,
    persistence: 0.7,
  },
  steps,
  draws,
  1,
);

/** As in C: every town's totals over those of the last, once they have been read. */
const buffers = Array.from({ length: steps }, () => new Float64Array(draws));

/** Seconds for all towns, and the sum of some totals, so that nothing is left out. */
const timeOf = (run: RunDraws): { readonly seconds: number; readonly check: number } => {
  let check = 0;
  const began = process.cpuUsage();
  for (const town of towns) {
    const totals = run(town, shocks, draws, buffers);
    for (let at = 0; at < steps * draws; at += 97) check += totals[Math.floor(at / draws)]?.[at % draws] ?? 0;
  }
  // Time of the processor, not of the clock: other work on the machine counts for neither side.
  return { seconds: process.cpuUsage(began).user / 1e6, check };
};

const runs: Readonly<Record<string, RunDraws>> = {
  naive: naiveDraws,
  plain: drawsRunner(plainArithmetic, 19),
  simd: drawsRunner(simdArithmetic, 19),
};

const cSeconds = (blockOfC: number): { readonly seconds: number; readonly check: number } | null => {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-bench-'));
  try {
    const program = join(folder, 'kernel');
    const source = join(import.meta.dirname, 'population', 'kernel.c');
    const built = spawnSync('cc', ['-O3', '-march=native', `-DBLOCK=${blockOfC}`, '-o', program, source]);
    if (built.status !== 0) return null;
    const numbers = [
      towns.length,
      steps,
      draws,
      rounds,
      ...towns.flatMap((town) => [
        ...town.base.male,
        ...town.base.female,
        ...town.steps.flatMap((step) => {
          const boys = step.sexRatio / (1 + step.sexRatio);
          return [
            ...sexes.flatMap((sex) =>
              step.rate[sex].flatMap((rate, move) => [rate, step.migration[sex][move] ?? 0]),
            ),
            step.childWomanRatio * boys,
            step.childWomanRatio * (1 - boys),
          ];
        }),
      ]),
      ...shocks.migration.flatMap((values) => [...values]),
      ...shocks.births.flatMap((values) => [...values]),
    ];
    const ended = spawnSync(program, { input: Buffer.from(Float64Array.from(numbers).buffer) });
    const [check = Number.NaN, seconds = Number.NaN] = ended.stdout.toString().trim().split(' ').map(Number);
    return { seconds, check };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const seconds: Record<string, number[]> = { naive: [], plain: [], simd: [] };
const checks: Record<string, number> = {};
for (let round = 0; round <= rounds; round += 1)
  for (const [name, run] of Object.entries(runs)) {
    const timed = timeOf(run);
    checks[name] = timed.check;
    // The first round warms all of them.
    if (round > 0) seconds[name]?.push(timed.seconds);
  }
const middle = (name: string): number => median(seconds[name] ?? []);
// Draws innermost as they are, and in blocks that stay in the nearest cache, which is as far as C was taken.
const [c, blocked] = [cSeconds(draws), cSeconds(128)];
const cells = towns.length * steps * 2 * 19 * draws;
console.log(
  `${towns.length} towns × ${steps} steps × 2 × 19 × ${draws} draws = ${(cells / 1e6).toFixed(0)} million cells`,
);
for (const name of Object.keys(runs))
  console.log(
    `${name.padEnd(6)} ${middle(name).toFixed(3)} s (${Math.min(...(seconds[name] ?? [])).toFixed(3)}–${Math.max(...(seconds[name] ?? [])).toFixed(3)})`,
  );
console.log(
  c === null ? 'no C compiler: not compared' : `C      ${c.seconds.toFixed(3)} s (best of ${rounds})`,
);
console.log(
  `naive ÷ simd = ${(middle('naive') / middle('simd')).toFixed(2)} (plain ÷ simd = ${(middle('plain') / middle('simd')).toFixed(2)})`,
);
if (c !== null && blocked !== null)
  console.log(
    `simd ÷ C = ${(middle('simd') / c.seconds).toFixed(2)}, ÷ C in blocks = ${(middle('simd') / blocked.seconds).toFixed(2)}`,
  );
if (checks.plain !== checks.simd) throw new Error(`plain ${checks.plain} and simd ${checks.simd} differ`);
for (const [name, check] of Object.entries({ naive: checks.naive, C: c?.check }))
  if (check !== undefined && Math.abs(check / (checks.simd ?? 0) - 1) > 1e-12)
    throw new Error(`${name} ${check} differs from ${checks.simd}`);
