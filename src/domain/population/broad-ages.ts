import { type AgeGroup, parseAgeGroup } from '../demography/age-groups.ts';
import { sumOf } from '../demography/population.ts';
import type { TableCounts } from './series.ts';

/** 年齢三区分, persons, and 75歳以上 where the classes tell. */
export interface BroadAges {
  /** 0～14歳 */
  readonly children: number;
  /** 15～64歳 */
  readonly workingAge: number;
  /** 65歳以上 */
  readonly aged: number;
  readonly agedFrom75: number | null;
}

const oldest = 999;

/** Sum of the classes that lie within the ages; null where a class lies across one of them. */
const within = (
  groups: readonly AgeGroup[],
  values: readonly number[],
  from: number,
  to: number,
): number | null => {
  const last = (group: AgeGroup): number => group.to ?? oldest;
  if (groups.some((group) => group.from < from && last(group) >= from)) return null;
  if (groups.some((group) => group.from <= to && last(group) > to)) return null;
  return sumOf(
    values.filter((_, index) => {
      const group = groups[index];
      return group !== undefined && group.from >= from && last(group) <= to;
    }),
  );
};

/** Persons of known age by class, both sexes, with the unknown ones of each sex shared out. */
const bothSexes = ({ ages, male, female, both, unknownAge }: TableCounts): readonly number[] | null => {
  const shared = (values: readonly number[], unknown: number): readonly number[] => {
    const whole = sumOf(values);
    return whole === 0 ? values : values.map((value) => value * (1 + unknown / whole));
  };
  if (male !== null && female !== null) {
    const women = shared(female, unknownAge?.female ?? 0);
    return shared(male, unknownAge?.male ?? 0).map((men, index) => men + (women[index] ?? 0));
  }
  if (both === null || both.length !== ages.length) return null;
  return shared(both, (unknownAge?.male ?? 0) + (unknownAge?.female ?? 0));
};

/** 年齢三区分 of a table, from fine ages or from the three classes themselves; null where it has neither. */
export const broadAgesOf = (counts: TableCounts): BroadAges | null => {
  const values = bothSexes(counts);
  const groups = counts.ages.map(parseAgeGroup).filter((group) => group !== null);
  if (values === null || groups.length === 0 || groups.length !== values.length) return null;
  const [children, workingAge, aged] = [
    within(groups, values, 0, 14),
    within(groups, values, 15, 64),
    within(groups, values, 65, oldest),
  ];
  if (children === null || workingAge === null || aged === null) return null;
  return { children, workingAge, aged, agedFrom75: within(groups, values, 75, oldest) };
};
