import { type AgeGroups, groupsWithin } from '../age-groups.ts';
import { type Population, type Sex, sexes } from '../population.ts';
import type { ProfilePart } from './lever.ts';

interface Selected {
  readonly fromAge?: number;
  readonly toAge?: number;
  readonly sexes?: readonly Sex[];
}

const oldest = 999;

/** The groups and sexes a choice of ages means. */
export const selectedGroups = (selected: Selected, ages: AgeGroups): readonly number[] =>
  groupsWithin(ages, selected.fromAge ?? 0, selected.toAge ?? oldest);

export const selectedSexes = (selected: Selected): readonly Sex[] => selected.sexes ?? sexes;

/**
 * `persons` shared out by an age profile. Weights need not sum to 1; a part whose ages meet no group takes nothing.
 * Shape: by sex and age group, sum `persons` (0 where no part meets a group).
 */
export const personsByAge = (
  persons: number,
  profile: readonly ProfilePart[],
  ages: AgeGroups,
): Population => {
  const shared = { male: ages.groups.map(() => 0), female: ages.groups.map(() => 0) };
  const parts = profile.map((part) => ({
    weight: part.weight,
    cells: selectedSexes(part).flatMap((sex) => selectedGroups(part, ages).map((group) => ({ sex, group }))),
  }));
  const used = parts.filter(({ cells }) => cells.length > 0);
  const whole = used.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, cells } of used)
    for (const { sex, group } of cells)
      shared[sex][group] = (shared[sex][group] ?? 0) + (persons * weight) / (whole * cells.length);
  return shared;
};
