import { bySex, cell, type Sex, sexes } from '../population.ts';
import { type Arithmetic, block, type MakeArithmetic } from './arithmetic.ts';
import type { ShockedStep, ShockedTown, Shocks } from './shocked-town.ts';

/** Slots besides those of the cohorts and of the shocks of every step. */
const [womenSlot, sumsSlot, firstCohort] = [0, 1, 2];

/**
 * The cohorts of one town in a block of draws. A cohort that no shock has met yet is one number for all draws
 * (`same`), the others have a slot of numbers.
 */
interface Cohorts {
  readonly same: Float64Array;
  readonly differs: Uint8Array;
  readonly slotOf: (group: number) => number;
}

const slotAt = (arithmetic: Arithmetic, slot: number): Float64Array => {
  const values = arithmetic.slots[slot];
  if (values === undefined) throw new Error(`runDraws has no slot ${slot}`);
  return values;
};

/** The cohort's slot, filled if it was one number so far. */
const spread = (arithmetic: Arithmetic, cohorts: Cohorts, group: number): number => {
  const slot = cohorts.slotOf(group);
  if (cohorts.differs[group] === 0) slotAt(arithmetic, slot).fill(cell(cohorts.same, group));
  cohorts.differs[group] = 1;
  return slot;
};

/** The two oldest groups together, as one rate moves both into the open group. */
const joinOldest = (arithmetic: Arithmetic, cohorts: Cohorts, count: number): void => {
  const open = cohorts.same.length - 1;
  if (cohorts.differs[open] === 0 && cohorts.differs[open - 1] === 0)
    cohorts.same[open - 1] = cell(cohorts.same, open - 1) + cell(cohorts.same, open);
  else arithmetic.add(spread(arithmetic, cohorts, open - 1), spread(arithmetic, cohorts, open), count);
};

/** A cohort that moves by draw: the group it reaches, and what it was where that was one number. */
interface Moving {
  readonly group: number;
  readonly was: number | null;
}

/** Sums of what is the same in all draws: of women of 15–49, and of everybody else. */
interface SameSums {
  women: number;
  others: number;
}

/** Cohorts that are one number move a group on; from the oldest down, those that move by draw are returned. */
const growSame = (
  cohorts: Cohorts,
  step: ShockedStep,
  sex: Sex,
  isMother: (group: number) => boolean,
  sums: SameSums,
): readonly Moving[] => {
  const moving: Moving[] = [];
  for (let group = cohorts.same.length - 1; group > 0; group -= 1) {
    const isSame = cohorts.differs[group - 1] === 0;
    const before = cell(cohorts.same, group - 1);
    if (isSame && cell(step.migration[sex], group - 1) === 0 && cell(step.hazard[sex], group - 1) === 0) {
      const now = before * cell(step.rate[sex], group - 1) + cell(step.arrivals[sex], group);
      cohorts.same[group] = now;
      cohorts.differs[group] = 0;
      if (isMother(group)) sums.women += now;
      else sums.others += now;
    } else {
      cohorts.differs[group] = 1;
      moving.push({ group, was: isSame ? before : null });
    }
  }
  return moving;
};

/** Runs chance over towns with one arithmetic, kept from town to town. */
export type RunDraws = (
  town: ShockedTown,
  shocks: Shocks,
  draws: number,
  /** Written over where given, so that many towns need the memory of one */
  into?: readonly Float64Array[],
) => readonly Float64Array[];

/**
 * 総人口 of every draw, `[step][draw]`: cohorts in place from the oldest down, draws innermost, a block at a time.
 * `groups` is the number of age groups of every town it will be given.
 */
export const drawsRunner = (make: MakeArithmetic, groups: number): RunDraws => {
  let arithmetic = make(firstCohort + 2 * groups);
  /** The shocks that stand in the slots, and from which draw on: towns after one another share them. */
  let standing: { readonly shocks: Shocks; readonly from: number; readonly count: number } | null = null;
  const firstShock = firstCohort + 2 * groups;
  const shockSlots = (step: number) => ({
    migration: firstShock + 3 * step,
    hazard: firstShock + 3 * step + 1,
    births: firstShock + 3 * step + 2,
  });
  const cohortsOf = (begin: number): Cohorts => ({
    same: new Float64Array(groups),
    differs: new Uint8Array(groups),
    slotOf: (group) => begin + group,
  });
  const people = { male: cohortsOf(firstCohort), female: cohortsOf(firstCohort + groups) };

  const putShocks = (shocks: Shocks, from: number, to: number): void => {
    if (standing?.shocks === shocks && standing.from === from && standing.count === to - from) return;
    if (arithmetic.slots.length < firstShock + 3 * shocks.migration.length)
      arithmetic = make(firstShock + 3 * shocks.migration.length);
    for (const kind of ['migration', 'hazard', 'births'] as const)
      for (const [step, values] of shocks[kind].entries())
        slotAt(arithmetic, shockSlots(step)[kind]).set(values.subarray(from, to));
    standing = { shocks, from, count: to - from };
  };

  const runStep = (town: ShockedTown, index: number, step: ShockedStep, count: number): void => {
    const { migration, hazard, births } = shockSlots(index);
    const { childbearing } = town;
    const isMother = (sex: Sex, group: number): boolean =>
      sex === 'female' && group >= childbearing.from && group <= childbearing.to;
    const same: SameSums = { women: 0, others: 0 };
    const moving = bySex((sex) => {
      joinOldest(arithmetic, people[sex], count);
      return growSame(people[sex], step, sex, (group) => isMother(sex, group), same);
    });
    slotAt(arithmetic, womenSlot).fill(same.women, 0, count);
    slotAt(arithmetic, sumsSlot).fill(same.others, 0, count);
    for (const sex of sexes)
      for (const { group, was } of moving[sex]) {
        const from = people[sex].slotOf(group - 1);
        if (was !== null) slotAt(arithmetic, from).fill(was, 0, count);
        arithmetic.move(
          people[sex].slotOf(group),
          from,
          isMother(sex, group) ? womenSlot : sumsSlot,
          migration,
          hazard,
          cell(step.rate[sex], group - 1),
          cell(step.migration[sex], group - 1),
          cell(step.hazard[sex], group - 1),
          cell(step.arrivals[sex], group),
          count,
        );
      }
    const boys = step.sexRatio / (1 + step.sexRatio);
    for (const sex of sexes) {
      people[sex].differs[0] = 1;
      // Children are women · (0 + share · births): the move of the women by the factor of births.
      const share = step.childWomanRatio * (sex === 'male' ? boys : 1 - boys);
      const arriving = cell(step.arrivals[sex], 0);
      const to = people[sex].slotOf(0);
      arithmetic.move(to, womenSlot, sumsSlot, births, hazard, 0, share, 0, arriving, count);
    }
    arithmetic.add(sumsSlot, womenSlot, count);
  };

  return (town, shocks, draws, into) => {
    const totals = into ?? town.steps.map(() => new Float64Array(draws));
    for (let from = 0; from < draws; from += block) {
      const to = Math.min(draws, from + block);
      putShocks(shocks, from, to);
      for (const sex of sexes) {
        people[sex].same.set(town.base[sex]);
        people[sex].differs.fill(0);
      }
      for (const [index, step] of town.steps.entries()) {
        runStep(town, index, step, to - from);
        totals[index]?.set(slotAt(arithmetic, sumsSlot).subarray(0, to - from), from);
      }
    }
    return totals;
  };
};
