import { solveChoice } from '../src/app/budget/solve/solve-choice.ts';
import { linearProgram } from '../src/domain/budget/choose/linear-program.ts';
import { townChoice } from '../test/factories/choice-models.ts';
import { median } from './load.ts';

/**
 * The best set of 700 proposals in 20 frames with a shared pool, alternatives and linked offsets: until it is proven
 * that nothing is better, and with the three next best and the prices of the frames. Time on the clock and of the
 * processor: on a machine that others use they differ. The floor: writing the program for the solver.
 */
const seeds = (process.env.BENCH_SEEDS ?? '7,11,13,17,19').split(',').map(Number);
const [proposals, frames] = [700, 20];

const measured = async (run: () => Promise<boolean>) => {
  const cpu = process.cpuUsage();
  const clock = performance.now();
  const proven = await run();
  const used = process.cpuUsage(cpu);
  return {
    clock: performance.now() - clock,
    processor: (used.user + used.system) / 1000,
    proven,
  };
};

// Loads the solver once: a server does so when it is first asked.
await solveChoice(townChoice(5, 1), 0, 1);
const report = async (label: string, alternatives: number) => {
  const found: Awaited<ReturnType<typeof measured>>[] = [];
  for (const seed of seeds)
    found.push(
      await measured(async () => {
        const { best, alternatives: others } = await solveChoice(
          townChoice(proposals, frames, seed),
          alternatives,
          10,
        );
        return best !== null && [best, ...others].every(({ isProven }) => isProven);
      }),
    );
  const of = (pick: (each: (typeof found)[number]) => number) => Math.round(median(found.map(pick)));
  console.log(
    `${label}: clock ${of(({ clock }) => clock)} ms, processor ${of(({ processor }) => processor)} ms (median of ${seeds.length}), proven ${found.filter(({ proven }) => proven).length}/${seeds.length}`,
  );
};

const started = performance.now();
const { text } = linearProgram(townChoice(proposals, frames), false);
console.log(`program of ${text.length} signs written in ${(performance.now() - started).toFixed(1)} ms`);
await report('best set and prices', 0);
await report('with the three next best', 3);
