import { cell, sumOf } from '../population.ts';
import { plainArithmetic } from './arithmetic.ts';
import type { Chance } from './chance.ts';
import { drawsRunner, type RunDraws } from './run-draws.ts';
import type { ShockedTown, Shocks } from './shocked-town.ts';

/** Small enough for a derivative, large enough for its digits. */
const nudge = 1e-5;

type Kind = keyof Shocks;

const quiet = (steps: number): Shocks => {
  const filled = (value: number): readonly Float64Array[] =>
    Array.from({ length: steps }, () => Float64Array.of(value));
  return { migration: filled(0), births: filled(1), hazard: filled(0) };
};

/** Logarithms of the totals by step when one shock of one step is nudged (`step` null: of all steps). */
const nudged = (
  run: RunDraws,
  town: ShockedTown,
  kind: Kind,
  step: number | null,
  by: number,
): readonly number[] => {
  const shocks = quiet(town.steps.length);
  for (const [index, values] of shocks[kind].entries())
    if (step === null || index === step) values[0] = kind === 'births' ? Math.exp(by) : by;
  return run(town, shocks, 1).map((totals) => Math.log(cell(totals, 0)));
};

/** ∂ln(total of step t)/∂(shock): one number a step. */
const response = (run: RunDraws, town: ShockedTown, kind: Kind, step: number | null): readonly number[] => {
  const [up, down] = [nudged(run, town, kind, step, nudge), nudged(run, town, kind, step, -nudge)];
  return up.map((value, index) => (value - cell(down, index)) / (2 * nudge));
};

/** Σ over pairs of steps up to `last`, with the correlation of an AR(1) series. */
const variance = (weights: readonly number[], persistence: number): number =>
  sumOf(
    weights.map((one, i) => sumOf(weights.map((other, j) => one * other * persistence ** Math.abs(i - j)))),
  );

/**
 * 誤差の較正: the size of the migration shock of each step at which the total's standard deviation is `totalSd[step]`
 * (of the logarithm), births and deaths having theirs. A step after another by the totals' linear response; where the
 * earlier steps make more than is wanted already, the step has none.
 */
export const calibrate = (
  town: ShockedTown,
  totalSd: readonly number[],
  { birthsSd, hazardSd, persistence }: Omit<Chance, 'migrationSd'>,
): Chance => {
  const run = drawsRunner(plainArithmetic, town.base.male.length);
  const steps = town.steps.map((_, step) => step);
  const byMigration = steps.map((step) => response(run, town, 'migration', step));
  const byBirths = steps.map((step) => response(run, town, 'births', step));
  const byHazard = response(run, town, 'hazard', null);
  const migrationSd: number[] = [];
  for (const step of steps) {
    const births = byBirths.slice(0, step + 1).map((one) => cell(one, step) * birthsSd);
    const earlier = migrationSd.map((sd, before) => cell(byMigration[before] ?? [], step) * sd);
    const own = cell(byMigration[step] ?? [], step);
    const rest =
      variance(births, persistence) + (cell(byHazard, step) * hazardSd) ** 2 + variance(earlier, persistence);
    // own²·s² + 2·own·lean·s + rest = wanted²
    const lean = sumOf(earlier.map((weight, before) => weight * persistence ** (step - before)));
    const inside = lean * lean - rest + cell(totalSd, step) ** 2;
    const sd = own === 0 || inside <= 0 ? 0 : (Math.sqrt(inside) - lean) / own;
    migrationSd.push(Math.max(0, sd));
  }
  return { migrationSd, birthsSd, hazardSd, persistence };
};
