import { type AgeGroups, readAgeGroups } from '../demography/age-groups.ts';
import { bySex, type Population } from '../demography/population.ts';
import type { AgedPopulation } from './population-of.ts';

const width = 5;

/** Groups of five years up to an open one. */
const fiveYearAges = (openFrom: number): AgeGroups => {
  const closed = Array.from(
    { length: openFrom / width },
    (_, group) => `${group * width}-${group * width + width - 1}`,
  );
  const ages = readAgeGroups([...closed, `${openFrom}+`]);
  if (!ages.ok) throw new Error(`fiveYearAges has no groups up to ${openFrom}`);
  return ages.value;
};

/** The highest age divisible by five at or below where the groups are open. Null: no groups of five years fit. */
const openFromOf = ({ groups, widthYears }: AgeGroups): number | null => {
  const openFrom = groups.at(-1)?.from ?? 0;
  return widthYears === width || (widthYears === 1 && openFrom >= width)
    ? Math.floor(openFrom / width) * width
    : null;
};

const foldedTo = ({ ages, population }: AgedPopulation, openFrom: number): Population =>
  bySex((sex) => {
    const folded = Array.from({ length: openFrom / width + 1 }, () => 0);
    for (const [index, { from }] of ages.groups.entries()) {
      const group = Math.min(Math.floor(from / width), folded.length - 1);
      folded[group] = (folded[group] ?? 0) + (population[sex][index] ?? 0);
    }
    return folded;
  });

/** The oldest open group the country's survival is known for, and the youngest that says anything of the old. */
const [lowestOpen, highestOpen] = [75, 100];

/**
 * Tables of different age groups brought to the same groups of five years, open where the first of them opens
 * (百歳以上 in one year, 85歳以上 in another). Null where one has no groups of five years or of single years.
 */
export const inFiveYears = (
  tables: readonly AgedPopulation[],
): { readonly ages: AgeGroups; readonly populations: readonly Population[] } | null => {
  const opens = tables.map(({ ages }) => openFromOf(ages));
  const openFrom = opens.reduce<number | null>(
    (least, open) => (least === null || open === null ? null : Math.min(least, open)),
    highestOpen,
  );
  if (openFrom === null || openFrom < lowestOpen) return null;
  return {
    ages: fiveYearAges(openFrom),
    populations: tables.map((table) => foldedTo(table, openFrom)),
  };
};
