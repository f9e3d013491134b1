import type { AgeGroups } from '../age-groups.ts';
import { type BySex, cell } from '../population.ts';

/** 15～49歳の女性 of a population by age group. @throws where the groups do not meet those ages: checked before. */
export const womenOf = (female: ArrayLike<number>, { childbearing }: AgeGroups): number => {
  if (childbearing === null) throw new Error('womenOf requires age groups that begin at 15 and end at 49');
  let women = 0;
  for (let group = childbearing.from; group <= childbearing.to; group += 1) women += cell(female, group);
  return women;
};

/**
 * 子ども女性比による0～4歳人口: children of the youngest group per woman of 15–49 of the same year, parted by
 * 0～4歳性比 (boys per girl). Infant mortality and migration of small children are in the ratio already.
 */
export const childrenOf = (women: number, childWomanRatio: number, sexRatio: number): BySex<number> => {
  const children = women * childWomanRatio;
  return { male: (children * sexRatio) / (1 + sexRatio), female: children / (1 + sexRatio) };
};
