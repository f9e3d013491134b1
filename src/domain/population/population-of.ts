import { type AgeGroups, readAgeGroups } from '../demography/age-groups.ts';
import type { Population } from '../demography/population.ts';
import { spreadUnknown } from '../demography/unknown-age.ts';
import type { TableCounts } from './series.ts';

export interface AgedPopulation {
  readonly ages: AgeGroups;
  readonly population: Population;
}

/**
 * 男女・年齢別人口 of a table, unknown ages shared out within each sex. Null where the source does not tell sexes and
 * ages apart, or only in broad classes (0～14歳, 15～64歳, 65歳以上).
 */
export const populationOf = ({ ages, male, female, unknownAge }: TableCounts): AgedPopulation | null => {
  if (male === null || female === null) return null;
  const read = readAgeGroups(ages);
  if (!read.ok || male.length !== ages.length || female.length !== ages.length) return null;
  const counted = { male, female };
  return {
    ages: read.value,
    population: unknownAge === null ? counted : spreadUnknown(counted, unknownAge),
  };
};
