import { bySex, cell, type Population } from '../demography/population.ts';
import type { Rates } from '../demography/project/step.ts';
import { nationalPopulation } from './national-population.data.ts';

const width = 5;
/** Below 30 the country's cohorts grow by people from abroad: what is left of survival is capped. */
const [youngCap, aroundThirtyCap] = [0.9992, 0.9985];
const aroundThirtyMove = 5;

const capped = (ratio: number, move: number): number =>
  Math.min(ratio, move === aroundThirtyMove ? aroundThirtyCap : youngCap);

const folded = (counts: readonly number[], open: number): readonly number[] => [
  ...counts.slice(0, open),
  counts.slice(open).reduce((sum, count) => sum + count, 0),
];

const ratios = (before: Population, after: Population, groups: number): Rates =>
  bySex((sex) => {
    const open = groups - 1;
    const [from, to] = [folded(before[sex], open), folded(after[sex], open)];
    return Array.from({ length: open }, (_, move) => {
      const moved = cell(from, move) + (move === open - 1 ? cell(from, open) : 0);
      return capped(cell(to, move + 1) / moved, move);
    });
  });

/**
 * 全国の生残率 of the five years from `fromYear`, by the group moved, for groups of five years of which the last is
 * open (`groups` at most 21: 100歳以上). The nearest years the national projection has; before and after it, its first
 * and last. Cohort ratios capped below 30, where they hold people from abroad. Nationwide survival stands in for the
 * town's: what the town lives longer or shorter than the country is in the net migration left over.
 */
export const nationalSurvival = (fromYear: number, groups: number): Rates => {
  const steps = nationalPopulation.length - 1;
  const first = nationalPopulation[0]?.year ?? fromYear;
  const step = Math.min(steps - 1, Math.max(0, Math.round((fromYear - first) / width)));
  const [before, after] = [nationalPopulation[step], nationalPopulation[step + 1]];
  if (before === undefined || after === undefined)
    throw new Error('nationalSurvival has no national population');
  return ratios(before.population, after.population, groups);
};
