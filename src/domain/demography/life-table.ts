import { findRoot } from './find-root.ts';
import { cell } from './population.ts';

/** 死亡率 m(x) and the years lived in the year of death a(x), one entry an age group, the last one open. */
export interface MortalityRates {
  readonly deathRate: readonly number[];
  readonly yearsLived: readonly number[];
  /** Width of the closed groups in years; 1: 完全生命表 */
  readonly widthYears: number;
}

/** 生命表: l(x) with radix 1, nLx, and e(0). */
export interface LifeTable {
  readonly survivors: readonly number[];
  readonly personYears: readonly number[];
  readonly lifeExpectancyYears: number;
}

/**
 * Life table from death rates, each multiplied by `hazard`. nqx = n·m ÷ (1 + (n − a)·m), at most 1; open group
 * L = l ÷ m. Source: Preston, Heuveline and Guillot, Demography, box 3.1.
 */
export const lifeTable = ({ deathRate, yearsLived, widthYears }: MortalityRates, hazard = 1): LifeTable => {
  const survivors: number[] = [];
  const personYears: number[] = [];
  let alive = 1;
  for (const [group, rate] of deathRate.entries()) {
    const m = rate * hazard;
    const a = cell(yearsLived, group);
    survivors.push(alive);
    if (group === deathRate.length - 1) {
      personYears.push(alive / m);
      continue;
    }
    const q = Math.min(1, (widthYears * m) / (1 + (widthYears - a) * m));
    personYears.push(widthYears * alive * (1 - q) + a * alive * q);
    alive *= 1 - q;
  }
  return { survivors, personYears, lifeExpectancyYears: personYears.reduce((sum, years) => sum + years, 0) };
};

/** e(0) alone, as `lifeTable` has it: looked for many times where a hazard is solved for. */
const lifeExpectancyYears = (
  { deathRate, yearsLived, widthYears }: MortalityRates,
  hazard: number,
): number => {
  let [alive, years] = [1, 0];
  const open = deathRate.length - 1;
  for (let group = 0; group < open; group += 1) {
    const m = cell(deathRate, group) * hazard;
    const a = cell(yearsLived, group);
    const q = Math.min(1, (widthYears * m) / (1 + (widthYears - a) * m));
    years += widthYears * alive * (1 - q) + a * alive * q;
    alive *= 1 - q;
  }
  return years + alive / (cell(deathRate, open) * hazard);
};

/** Hazards further out than these are no policy but a mistake. */
const [leastHazard, mostHazard] = [0.01, 20];

/**
 * Hazard multiplier h at which life expectancy at birth is `gainYears` above what the rates give.
 * @throws where no hazard in 0.01–20 gives it; `checkLevers` asks before.
 */
export const hazardForGain = (rates: MortalityRates, gainYears: number): number => {
  if (gainYears === 0) return 1;
  const wanted = lifeExpectancyYears(rates, 1) + gainYears;
  // Life expectancy is nearly a straight line of the hazard's logarithm: a few steps reach it.
  const found = findRoot(
    (logarithm) => lifeExpectancyYears(rates, Math.exp(logarithm)) - wanted,
    Math.log(leastHazard),
    Math.log(mostHazard),
  );
  if (typeof found !== 'number') throw new Error(`hazardForGain found no hazard for ${gainYears} years`);
  return Math.exp(found);
};

/** Whether `hazardForGain` has an answer. */
export const gainPossible = (rates: MortalityRates, gainYears: number): boolean => {
  const wanted = lifeExpectancyYears(rates, 1) + gainYears;
  return wanted < lifeExpectancyYears(rates, leastHazard) && wanted > lifeExpectancyYears(rates, mostHazard);
};

/**
 * 生残率 by the group moved, from nLx of the projection's own groups (the last one open): L[g+1] ÷ L[g], and
 * L[open] ÷ (L[open−1] + L[open]) for the two oldest together.
 */
export const survivalOfTable = (personYears: readonly number[]): readonly number[] => {
  const open = personYears.length - 1;
  return Array.from({ length: open }, (_, move) =>
    move === open - 1
      ? cell(personYears, open) / (cell(personYears, open - 1) + cell(personYears, open))
      : cell(personYears, move + 1) / cell(personYears, move),
  );
};
