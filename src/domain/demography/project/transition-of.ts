import type { Pulled } from '../levers/pulled.ts';
import { type BySex, bySex, cell, type Population, type Sex } from '../population.ts';
import { childrenOf } from './births.ts';
import type { RatioStep, Transition } from './step.ts';

/** The group a move arrives in: the last two entries of a full-length rate both arrive in the open group. */
const arrivalGroup = (move: number, groups: number): number => Math.min(move + 1, groups - 1);

/** 生残率 under a hazard multiplied by h: S^h. A ratio above 1 is no survival and stays. */
export const survivalUnder = (survival: number, hazard: number): number =>
  hazard === 1 || survival > 1 ? survival : survival ** hazard;

const rateOf = (step: RatioStep, pulled: Pulled, sex: Sex, groups: number): readonly number[] => {
  const added = (move: number): number => cell(pulled.addedRate[sex], arrivalGroup(move, groups));
  const scaleIn = (move: number): number => cell(pulled.scaleIn[sex], arrivalGroup(move, groups));
  const scaleOut = (move: number): number => cell(pulled.scaleOut[sex], arrivalGroup(move, groups));
  if (step.method === 'cohort-change')
    return step.cohortChangeRatio[sex].map((ratio, move) => ratio + added(move));
  const survival = step.survival[sex].map((value) => survivalUnder(value, pulled.hazard[sex]));
  if (step.method === 'net')
    return survival.map(
      (value, move) => value + cell(step.netMigrationRate[sex], move) * scaleIn(move) + added(move),
    );
  return survival.map(
    (value, move) => value * (1 - cell(step.outMigrationRate[sex], move) * scaleOut(move)) + added(move),
  );
};

const netArrivals = (arrivals: Population | undefined, { addedPersons, scaleIn }: Pulled): Population =>
  arrivals === undefined
    ? addedPersons
    : bySex((sex) =>
        addedPersons[sex].map(
          (persons, group) => persons + cell(arrivals[sex], group) * cell(scaleIn[sex], group),
        ),
      );

const arrivalsOf = (step: RatioStep, pulled: Pulled, groups: number): Population => {
  if (step.method === 'cohort-change') return pulled.addedPersons;
  if (step.method === 'net') return netArrivals(step.arrivals, pulled);
  const arrivals: BySex<number[]> = bySex((sex) => [...pulled.addedPersons[sex]]);
  return bySex((sex) => {
    for (const [move, persons] of step.inMigrants[sex].entries()) {
      const group = arrivalGroup(move, groups);
      arrivals[sex][group] = cell(arrivals[sex], group) + persons * cell(pulled.scaleIn[sex], group);
    }
    return arrivals[sex];
  });
};

/**
 * Rates, arrivals and children of one step with the levers in them. The child–woman ratio counts every child of the
 * youngest group by the women there at the end, children who came with them included: where a profile has said those
 * children already, the ratio's for the same women are taken out of the arrivals, so that nobody is counted twice.
 */
export const transitionOf = (step: RatioStep, pulled: Pulled, groups: number): Transition => {
  const childWomanRatio = step.childWomanRatio * pulled.fertility;
  const sexRatio = step.sexRatioAtAge0to4;
  const arrivals = arrivalsOf(step, pulled, groups);
  const twice = childrenOf(pulled.womenWithChildren, childWomanRatio, sexRatio);
  return {
    toYear: step.toYear,
    rate: bySex((sex) => rateOf(step, pulled, sex, groups)),
    arrivals: bySex((sex) => arrivals[sex].map((count, group) => (group === 0 ? count - twice[sex] : count))),
    childWomanRatio,
    sexRatio,
  };
};
