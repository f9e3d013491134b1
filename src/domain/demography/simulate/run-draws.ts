import { cell, sexes } from '../population.ts';
import type { ShockedStep, ShockedTown, Shocks } from './shocked-town.ts';

/** Draws worked on together: what they need of one town stays in the nearest cache. */
const block = 128;

/** Runs a block of draws of one town; `totals[step][draw]` gets the sums of both sexes. */
export type DrawBlock = (
  town: ShockedTown,
  shocks: Shocks,
  from: number,
  to: number,
  totals: readonly Float64Array[],
) => void;

/** A cohort's cell: one number while all draws agree, `draws` numbers once they differ. */
interface Cells {
  readonly same: Float64Array;
  readonly differs: Uint8Array;
  readonly draws: readonly Float64Array[];
}

const cellsOf = (base: readonly number[]): Cells => ({
  same: Float64Array.from(base),
  differs: new Uint8Array(base.length),
  draws: base.map(() => new Float64Array(block)),
});

const drawsOf = (cells: Cells, group: number): Float64Array => {
  const draws = cells.draws[group];
  if (draws === undefined) throw new Error(`drawsOf requires a group, not ${group}`);
  return draws;
};

/** The cell as numbers by draw, spread out if it was one number so far. */
const spread = (cells: Cells, group: number): Float64Array => {
  const draws = drawsOf(cells, group);
  if (cells.differs[group] === 0) draws.fill(cell(cells.same, group));
  cells.differs[group] = 1;
  return draws;
};

/** One cohort one step on: to = max(0, from · max(0, rate + slopes · shocks)). Arrivals come after. */
const move = (
  cells: Cells,
  from: number,
  to: number,
  step: ShockedStep,
  sex: 'male' | 'female',
  index: number,
  migration: Float64Array,
  hazard: Float64Array,
  at: number,
  count: number,
): void => {
  const [rate, byMigration, byHazard] = [
    cell(step.rate[sex], index),
    cell(step.migration[sex], index),
    cell(step.hazard[sex], index),
  ];
  const arriving = cell(step.arrivals[sex], to);
  if (cells.differs[from] === 0 && byMigration === 0 && byHazard === 0) {
    cells.same[to] = cell(cells.same, from) * rate + arriving;
    cells.differs[to] = 0;
    return;
  }
  const source = spread(cells, from);
  const target = drawsOf(cells, to);
  cells.differs[to] = 1;
  for (let draw = 0; draw < count; draw += 1) {
    const moved = rate + byMigration * (migration[at + draw] ?? 0) + byHazard * (hazard[at + draw] ?? 0);
    target[draw] = (source[draw] ?? 0) * (moved > 0 ? moved : 0) + arriving;
  }
};

/** The two oldest groups together into the open one. */
const joinOldest = (cells: Cells, count: number): void => {
  const open = cells.same.length - 1;
  if (cells.differs[open] === 0 && cells.differs[open - 1] === 0) {
    cells.same[open - 1] = cell(cells.same, open - 1) + cell(cells.same, open);
    return;
  }
  const [joined, oldest] = [spread(cells, open - 1), spread(cells, open)];
  for (let draw = 0; draw < count; draw += 1) joined[draw] = (joined[draw] ?? 0) + (oldest[draw] ?? 0);
};

const addUp = (cells: Cells, from: number, to: number, sums: Float64Array, count: number): void => {
  let same = 0;
  for (let group = from; group <= to; group += 1) {
    if (cells.differs[group] === 0) {
      same += cell(cells.same, group);
      continue;
    }
    const draws = drawsOf(cells, group);
    for (let draw = 0; draw < count; draw += 1) sums[draw] = (sums[draw] ?? 0) + (draws[draw] ?? 0);
  }
  for (let draw = 0; draw < count; draw += 1) sums[draw] = (sums[draw] ?? 0) + same;
};

/**
 * The plain path: cohorts in place from the oldest down, draws innermost. A cohort that no shock has met yet is one
 * number for all draws. Reference for any faster kernel.
 */
export const runBlock: DrawBlock = (town, shocks, from, to, totals) => {
  const count = to - from;
  const people = { male: cellsOf(town.base.male), female: cellsOf(town.base.female) };
  const groups = town.base.male.length;
  const women = new Float64Array(block);
  for (const [index, step] of town.steps.entries()) {
    const [migration, hazard, births] = [shocks.migration[index], shocks.hazard[index], shocks.births[index]];
    const sums = totals[index];
    if (migration === undefined || hazard === undefined || births === undefined || sums === undefined)
      throw new Error('runBlock requires shocks and totals for every step');
    for (const sex of sexes) {
      const cells = people[sex];
      joinOldest(cells, count);
      for (let to = groups - 1; to > 0; to -= 1)
        move(cells, to - 1, to, step, sex, to - 1, migration, hazard, from, count);
    }
    women.fill(0);
    addUp(people.female, town.childbearing.from, town.childbearing.to, women, count);
    const boys = step.sexRatio / (1 + step.sexRatio);
    for (const sex of sexes) {
      const children = drawsOf(people[sex], 0);
      people[sex].differs[0] = 1;
      const share = step.childWomanRatio * (sex === 'male' ? boys : 1 - boys);
      const arriving = cell(step.arrivals[sex], 0);
      for (let draw = 0; draw < count; draw += 1)
        children[draw] = (women[draw] ?? 0) * share * (births[from + draw] ?? 0) + arriving;
    }
    const sumsOfBlock = sums.subarray(from, to);
    sumsOfBlock.fill(0);
    for (const sex of sexes) addUp(people[sex], 0, groups - 1, sumsOfBlock, count);
  }
};

/** 総人口 of every draw. Shape: `totals[step][draw]`. `kernel`: a faster one of the same results, if there is one. */
export const runDraws = (
  town: ShockedTown,
  shocks: Shocks,
  draws: number,
  kernel: DrawBlock = runBlock,
): readonly Float64Array[] => {
  const totals = town.steps.map(() => new Float64Array(draws));
  for (let from = 0; from < draws; from += block)
    kernel(town, shocks, from, Math.min(draws, from + block), totals);
  return totals;
};
