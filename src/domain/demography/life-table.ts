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

/** Hazards further out than these are no policy but a mistake. */
const [leastHazard, mostHazard] = [0.01, 20];

/**
 * Hazard multiplier h at which life expectancy at birth is `gainYears` above what the rates give.
 * @throws where no hazard in 0.01–20 gives it; `checkLevers` asks before.
 */
export const hazardForGain = (rates: MortalityRates, gainYears: number): number => {
  if (gainYears === 0) return 1;
  const wanted = lifeTable(rates).lifeExpectancyYears + gainYears;
  const found = findRoot((h) => lifeTable(rates, h).lifeExpectancyYears - wanted, leastHazard, mostHazard);
  if (typeof found !== 'number') throw new Error(`hazardForGain found no hazard for ${gainYears} years`);
  return found;
};

/** Whether `hazardForGain` has an answer. */
export const gainPossible = (rates: MortalityRates, gainYears: number): boolean => {
  const years = (hazard: number): number => lifeTable(rates, hazard).lifeExpectancyYears;
  const wanted = years(1) + gainYears;
  return wanted < years(leastHazard) && wanted > years(mostHazard);
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
