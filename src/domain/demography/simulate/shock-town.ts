import type { AgeGroups } from '../age-groups.ts';
import type { Levers } from '../levers/lever.ts';
import { pull } from '../levers/pulled.ts';
import { bySex, cell, type Sex } from '../population.ts';
import type { Assumptions } from '../project/project.ts';
import type { RatioStep } from '../project/step.ts';
import { survivalUnder, transitionOf } from '../project/transition-of.ts';
import type { ShockedTown } from './shocked-town.ts';

/** 移動のゆらぎの年齢の形: by age at the end of a step, relative to the age moved most. */
export interface ShockProfile {
  readonly fromAge: number;
  readonly toAge: number;
  readonly weight: number;
}

const weightAt = (age: number, profile: readonly ShockProfile[]): number =>
  profile.find(({ fromAge, toAge }) => age >= fromAge && age <= toAge)?.weight ?? 0;

/** d(S^h)/d ln h at h: S^h·h·ln S. Cohort-change ratios do not say what of them is survival. */
const hazardSlope = (step: RatioStep, sex: Sex, move: number, hazard: number): number => {
  if (step.method === 'cohort-change') return 0;
  const survival = cell(step.survival[sex], move);
  if (survival >= 1 || survival <= 0) return 0;
  const stays = step.method === 'pool' ? 1 - cell(step.outMigrationRate[sex], move) : 1;
  return survivalUnder(survival, hazard) * hazard * Math.log(survival) * stays;
};

/**
 * A projection with its levers as a simulation takes it. Steps must be ratio steps whose last rate moves the two
 * oldest groups together; `checkSimulation` asks before.
 */
export const shockTown = (
  { ages, baseYear, base, steps }: Assumptions,
  levers: Levers,
  profile: readonly ShockProfile[],
): ShockedTown => {
  if (ages.childbearing === null) throw new Error('shockTown requires age groups that meet 15 and 49');
  let year = baseYear;
  const shocked = steps.map((step) => {
    if (step.method === 'explicit-fertility') throw new Error('shockTown requires ratio steps');
    const pulled = pull(levers, year, step.toYear, ages);
    year = step.toYear;
    const { rate, arrivals, childWomanRatio, sexRatio } = transitionOf(step, pulled, ages.groups.length);
    return {
      rate,
      arrivals,
      childWomanRatio,
      sexRatio,
      migration: bySex((sex) => rate[sex].map((_, move) => weightAt(arrivalAge(ages, move), profile))),
      hazard: bySex((sex) => rate[sex].map((_, move) => hazardSlope(step, sex, move, pulled.hazard[sex]))),
    };
  });
  return { base, steps: shocked, childbearing: ages.childbearing };
};

const arrivalAge = ({ groups }: AgeGroups, move: number): number => groups[move + 1]?.from ?? 0;
