import type { CommonDirection } from './common-direction.ts';
import { percentOf } from './totals.ts';

/**
 * What towns can be compared by. Sources do not tell 統合, 休止 and 廃止 apart, so the three are one class here.
 */
export const comparedClasses = ['expand', 'continue', 'improve', 'reduce', 'end', 'complete'] as const;
export type ComparedClass = (typeof comparedClasses)[number];

export const comparedClassOf = (common: CommonDirection): ComparedClass =>
  common === 'merge' || common === 'suspend' || common === 'abolish' ? 'end' : common;

/** Why the figures of a town do not stand beside those of others as they are. */
export const townDifferences = [
  'personnel-included',
  'personnel-unknown',
  'other-unit',
  'coarse-words',
  'other-basis',
  'other-year',
  'classes-by-extractor',
  'amounts-missing',
  'no-population',
] as const;
export type TownDifference = (typeof townDifferences)[number];

/** A town's evaluated programmes in sum, published here or elsewhere. */
export interface TownEvaluation {
  readonly municipality: string;
  readonly name: string;
  readonly nameEn: string;
  readonly fiscalYear: number;
  /** As the source words it: R6決算（千円） */
  readonly amountBasis: string;
  readonly basis: 'settled' | 'total-cost' | 'budget';
  readonly personnelIncluded: 'yes' | 'no' | 'unknown' | 'mixed';
  readonly population: { readonly persons: number; readonly source: string } | null;
  /** What one evaluation is of: a programme each, or groups of programmes whose word stands for each of them. */
  readonly evaluatedUnit: 'programme' | 'group';
  /** How many words the town's vocabulary has. */
  readonly words: number;
  /** The classes are another's reading of the town's words. */
  readonly classedBy: 'town' | 'extractor';
  readonly lines: readonly {
    readonly class: ComparedClass;
    readonly count: number;
    readonly amountThousandYen: number;
    readonly withoutAmount: number;
  }[];
  /** Exempt, or without a direction. */
  readonly unclassed: { readonly count: number; readonly amountThousandYen: number };
  readonly notes: readonly string[];
  readonly source: { readonly document: string; readonly url: string };
  /** here: published in this installation; reference: a fact from a public source. */
  readonly origin: 'here' | 'reference';
}

export interface ComparedTown {
  readonly town: TownEvaluation;
  readonly count: number;
  readonly amountThousandYen: number;
  /** Whole yen per resident, rounded; null without population. */
  readonly yenPerResident: number | null;
  readonly lines: readonly {
    readonly class: ComparedClass;
    readonly count: number;
    readonly amountThousandYen: number;
    /** Of the programmes that have a class. */
    readonly countPercent: string | null;
    readonly amountPercent: string | null;
    readonly yenPerResident: number | null;
  }[];
  readonly differences: readonly TownDifference[];
}

const perResident = (amountThousandYen: number, town: TownEvaluation): number | null =>
  town.population === null || town.population.persons <= 0
    ? null
    : Math.round((amountThousandYen * 1000) / town.population.persons);

/** Two words say no more than whether there is something to look at again. */
const fewestWords = 4;

const differencesOf = (town: TownEvaluation, latest: number): readonly TownDifference[] => {
  const found: readonly (TownDifference | false)[] = [
    town.personnelIncluded === 'yes' && 'personnel-included',
    (town.personnelIncluded === 'unknown' || town.personnelIncluded === 'mixed') && 'personnel-unknown',
    town.evaluatedUnit === 'group' && 'other-unit',
    town.words < fewestWords && 'coarse-words',
    town.basis !== 'settled' && 'other-basis',
    town.fiscalYear !== latest && 'other-year',
    town.classedBy === 'extractor' && 'classes-by-extractor',
    town.lines.some(({ withoutAmount }) => withoutAmount > 0) && 'amounts-missing',
    town.population === null && 'no-population',
  ];
  return found.filter((each) => each !== false);
};

/** Shares and amounts per resident of every town, with what keeps it from being compared as it stands. */
export const compareTowns = (towns: readonly TownEvaluation[]): readonly ComparedTown[] => {
  const latest = Math.max(...towns.map(({ fiscalYear }) => fiscalYear));
  return towns.map((town) => {
    const sum = (pick: (line: TownEvaluation['lines'][number]) => number): number =>
      town.lines.reduce((total, line) => total + pick(line), 0);
    const classed = sum(({ count }) => count);
    const classedAmount = sum(({ amountThousandYen }) => amountThousandYen);
    const amountThousandYen = classedAmount + town.unclassed.amountThousandYen;
    return {
      town,
      count: classed + town.unclassed.count,
      amountThousandYen,
      yenPerResident: perResident(amountThousandYen, town),
      lines: comparedClasses.map((each) => {
        const own = town.lines.filter((line) => line.class === each);
        const count = own.reduce((total, line) => total + line.count, 0);
        const amount = own.reduce((total, line) => total + line.amountThousandYen, 0);
        return {
          class: each,
          count,
          amountThousandYen: amount,
          countPercent: percentOf(count, classed),
          amountPercent: percentOf(amount, classedAmount),
          yenPerResident: perResident(amount, town),
        };
      }),
      differences: differencesOf(town, latest),
    };
  });
};
