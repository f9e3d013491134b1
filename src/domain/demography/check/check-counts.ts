import { errorAt, type Problem, warningAt } from '../../kernel/problem.ts';
import type { AgeGroups } from '../age-groups.ts';
import { type BySex, cell, type Population, sexes, sumOf, totalOf } from '../population.ts';

type Path = Problem['path'];

export const checkLength = (values: readonly unknown[], expected: number, path: Path): readonly Problem[] =>
  values.length === expected ? [] : [errorAt('population-length', path, { expected, actual: values.length })];

/** Every cell not negative; the age stands beside the place. `ageOf`: which group a place means. */
export const checkNotNegative = (
  values: readonly number[],
  path: Path,
  ageOf: (index: number) => string,
): readonly Problem[] =>
  values.flatMap((value, index) =>
    value < 0 ? [errorAt('population-negative', [...path, index], { value, age: ageOf(index) })] : [],
  );

const labelOf = ({ groups }: AgeGroups, index: number): string => groups[index]?.label ?? '';

/** A published total may be off by this much when it was rounded. */
const roundedBy = 0.5;

/** What a table of a year may hold besides its cells. */
export interface CountExtras {
  readonly unknownAge?: BySex<number>;
  readonly total?: BySex<number>;
}

/** 男女別年齢別人口 of one year: lengths, negative cells, sums, nobody at all, men and women exchanged. */
export const checkCounts = (
  counts: Population,
  { unknownAge, total }: CountExtras,
  ages: AgeGroups,
): readonly Problem[] => {
  const lengths = sexes.flatMap((sex) => checkLength(counts[sex], ages.groups.length, [sex]));
  if (lengths.length > 0) return lengths;
  const cells = sexes.flatMap((sex) => checkNotNegative(counts[sex], [sex], (index) => labelOf(ages, index)));
  const unknowns = sexes.flatMap((sex) =>
    (unknownAge?.[sex] ?? 0) < 0
      ? [errorAt('population-negative', ['unknownAge', sex], { value: unknownAge?.[sex] ?? 0, age: '不詳' })]
      : [],
  );
  const sums = sexes.flatMap((sex) => {
    const counted = sumOf(counts[sex]) + (unknownAge?.[sex] ?? 0);
    return total !== undefined && Math.abs(total[sex] - counted) > roundedBy
      ? [errorAt('population-total-differs', ['total', sex], { total: total[sex], counted })]
      : [];
  });
  const found = [...cells, ...unknowns, ...sums];
  if (found.length > 0) return found;
  if (totalOf(counts) === 0) return [errorAt('population-empty', [])];
  return looksSwapped(counts, ages) ? [warningAt('population-sexes-swapped', ['male'])] : [];
};

/** From this age on, women outnumber men in nearly every place. */
const oldAge = 75;
/** Fewer old people than this say nothing. */
const fewestOld = 100;

/**
 * 男女の取り違え: more men than women among the old, by far more than chance. With the sexes right the share of
 * women of 75 and over is about 0.6; the bound is three standard deviations of an equal share.
 */
export const looksSwapped = ({ male, female }: Population, { groups }: AgeGroups): boolean => {
  let [men, women] = [0, 0];
  for (const [index, { from }] of groups.entries())
    if (from >= oldAge) [men, women] = [men + cell(male, index), women + cell(female, index)];
  return men + women >= fewestOld && men - women > 3 * Math.sqrt(men + women);
};
