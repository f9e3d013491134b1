import type { AgeGroups } from '../age-groups.ts';
import { hazardForGain } from '../life-table.ts';
import { type BySex, bySex, cell, type Population, sexes } from '../population.ts';
import { womenOf } from '../project/births.ts';
import { personsByAge, selectedGroups, selectedSexes } from './age-profile.ts';
import { type Levers, neutralOf } from './lever.ts';
import { leverAt } from './path.ts';

/** All levers of one step put together, by sex and age group at the end of the step. */
export interface Pulled {
  readonly fertility: number;
  readonly hazard: BySex<number>;
  readonly scaleIn: Population;
  readonly scaleOut: Population;
  readonly addedRate: Population;
  readonly addedPersons: Population;
  /** Women of 15–49 among the added whose profile says their children of the youngest group too */
  readonly womenWithChildren: number;
}

type Mutable = BySex<number[]>;
const filled = (ages: AgeGroups, value: number): Mutable => bySex(() => ages.groups.map(() => value));

/** What the levers come to in the step from `startYear` to `toYear`. Factors multiply, additions add up. */
export const pull = (
  { levers, estates }: Levers,
  startYear: number,
  toYear: number,
  ages: AgeGroups,
): Pulled => {
  let fertility = 1;
  const hazard = { male: 1, female: 1 };
  const [scaleIn, scaleOut] = [filled(ages, 1), filled(ages, 1)];
  const [addedRate, addedPersons] = [filled(ages, 0), filled(ages, 0)];
  const add = (to: Mutable, more: Population): void => {
    for (const sex of sexes)
      for (const [group, value] of more[sex].entries()) to[sex][group] = cell(to[sex], group) + value;
  };
  let womenWithChildren = 0;
  const arrive = (persons: Population): void => {
    add(addedPersons, persons);
    const namesChildren = sexes.some((sex) => cell(persons[sex], 0) !== 0);
    if (namesChildren && ages.childbearing !== null) womenWithChildren += womenOf(persons.female, ages);
  };
  for (const lever of levers) {
    const value = leverAt(lever.path, toYear, neutralOf(lever));
    if (lever.kind === 'fertility') fertility *= value;
    else if (lever.kind === 'tfr') fertility *= value / lever.base;
    else if (lever.kind === 'mortality') for (const sex of sexes) hazard[sex] *= value;
    else if (lever.kind === 'life-expectancy')
      for (const sex of sexes) hazard[sex] *= hazardForGain(lever.lifeTable[sex], value);
    else if (lever.kind === 'migration-persons') arrive(personsByAge(value, lever.profile, ages));
    else
      for (const sex of selectedSexes(lever))
        for (const group of selectedGroups(lever, ages)) {
          const { kind } = lever;
          if (kind === 'migration-rate') addedRate[sex][group] = cell(addedRate[sex], group) + value;
          if (kind === 'migration-scale' || kind === 'in-migration-scale')
            scaleIn[sex][group] = cell(scaleIn[sex], group) * value;
          if (kind === 'migration-scale' || kind === 'out-migration-scale')
            scaleOut[sex][group] = cell(scaleOut[sex], group) * value;
        }
  }
  for (const estate of estates)
    if (estate.year > startYear && estate.year <= toYear)
      arrive(personsByAge(estate.persons, estate.profile, ages));
  return { fertility, hazard, scaleIn, scaleOut, addedRate, addedPersons, womenWithChildren };
};
