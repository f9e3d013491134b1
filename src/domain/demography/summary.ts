import { type AgeGroups, groupsWithin } from './age-groups.ts';
import { cell, type Population, totalOf } from './population.ts';

/** 年齢三区分と従属人口指数 of one year. Shares of the total; 0 of nobody. */
export interface Summary {
  readonly total: number;
  /** 年少人口 0～14歳 */
  readonly children: number;
  /** 生産年齢人口 15～64歳 */
  readonly workingAge: number;
  /** 老年人口 65歳以上 */
  readonly aged: number;
  /** 75歳以上 */
  readonly agedFrom75: number;
  /** 老年人口割合（高齢化率） */
  readonly agedShare: number;
  /** 従属人口指数: children and aged per 100 of working age; null where nobody is */
  readonly dependencyPer100: number | null;
  /** 老年従属人口指数 */
  readonly agedDependencyPer100: number | null;
}

const oldest = 999;

/** Both sexes between two ages, of groups that lie within them. */
const within = (population: Population, ages: AgeGroups, from: number, to: number): number =>
  groupsWithin(ages, from, to).reduce(
    (sum, group) => sum + cell(population.male, group) + cell(population.female, group),
    0,
  );

/** Age groups must meet 15, 65 and 75 (five-year or single ages do). */
export const summarise = (population: Population, ages: AgeGroups): Summary => {
  const total = totalOf(population);
  const children = within(population, ages, 0, 14);
  const workingAge = within(population, ages, 15, 64);
  const aged = within(population, ages, 65, oldest);
  const per100 = (count: number): number | null => (workingAge === 0 ? null : (100 * count) / workingAge);
  return {
    total,
    children,
    workingAge,
    aged,
    agedFrom75: within(population, ages, 75, oldest),
    agedShare: total === 0 ? 0 : aged / total,
    dependencyPer100: per100(children + aged),
    agedDependencyPer100: per100(aged),
  };
};

/**
 * 人口減少段階 of a year against the base year, after the national 人口ビジョン guide: 1 the aged grow; 2 the aged hold
 * or fall by at most a tenth; 3 the aged fall by more. Null: the children and those of working age do not decline.
 */
export const declineStage = (base: Summary, later: Summary): 1 | 2 | 3 | null => {
  if (later.children + later.workingAge >= base.children + base.workingAge) return null;
  if (later.aged > base.aged) return 1;
  return later.aged >= base.aged * 0.9 ? 2 : 3;
};
