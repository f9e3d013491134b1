import { bySex, cell, type Population, sumOf, totalOf } from '../population.ts';
import type { Projection } from '../project/step.ts';
import { type Interpolation, interpolate } from './interpolation.ts';
import { splitIntoSingleAges } from './single-ages.ts';

const span = 5;

/** 各歳人口 of a year: single ages 0, 1, … and the open group last. */
export interface SingleAges {
  readonly year: number;
  readonly ages: Population;
}

/** Single ages `passed` years after `early`, five years before `late`; open group last. */
const between = (early: readonly number[], late: readonly number[], passed: number): readonly number[] => {
  const share = passed / span;
  const [first, second] = [splitIntoSingleAges(early.slice(0, -1)), splitIntoSingleAges(late.slice(0, -1))];
  const blend = (from: number, to: number): number => from + (to - from) * share;
  const closed = first.map((_, age) => {
    const [before, after] = [first[age - passed], second[age + span - passed]];
    // Born since: the cohort as it is at the end. In the open group by the end: along the age, not the cohort.
    if (after === undefined) return blend(cell(first, age), cell(second, age));
    return before === undefined ? after : blend(before, after);
  });
  return [...closed, blend(cell(early, early.length - 1), cell(late, late.length - 1))];
};

/**
 * コーホートに沿った各歳人口: five-year groups of the two neighbouring points split by Sprague's multipliers, each
 * cohort blended linearly over the five years, then raked to the interpolated total of the year. `projection` has
 * five-year groups and steps, and holds the year.
 */
export const singleAgesIn = (projection: Projection, year: number, method: Interpolation): SingleAges => {
  const { years, populations } = projection;
  const at = years.findLastIndex((from) => from <= year);
  const early = populations[at];
  if (early === undefined) throw new Error(`singleAgesIn requires a year within the projection, not ${year}`);
  const late = populations[at + 1] ?? early;
  const passed = year - cell(years, at);
  const raw = bySex((sex) =>
    passed === 0
      ? [...splitIntoSingleAges(early[sex].slice(0, -1)), cell(early[sex], early[sex].length - 1)]
      : between(early[sex], late[sex], passed),
  );
  const total = interpolate({ years, values: populations.map(totalOf) }, year, method);
  const ofSex = bySex((sex) =>
    interpolate({ years, values: populations.map((one) => sumOf(one[sex])) }, year, 'linear'),
  );
  const bothSexes = ofSex.male + ofSex.female;
  return {
    year,
    ages: bySex((sex) => {
      const [counted, wanted] = [sumOf(raw[sex]), bothSexes === 0 ? 0 : (total * ofSex[sex]) / bothSexes];
      return raw[sex].map((count) => (counted === 0 ? 0 : (count * wanted) / counted));
    }),
  };
};

/** Single ages put back into five-year groups; open group last. */
export const regroup = (single: Population): Population =>
  bySex((sex) => {
    const closed = single[sex].slice(0, -1);
    const groups = Array.from({ length: Math.ceil(closed.length / span) }, (_, group) =>
      sumOf(closed.slice(group * span, (group + 1) * span)),
    );
    return [...groups, cell(single[sex], single[sex].length - 1)];
  });
