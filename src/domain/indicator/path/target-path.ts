import { expectedFigure } from '../judgement/expected-figure.ts';
import type { Figure } from '../judgement/figure.ts';
import type { Judgeable } from '../judgement/judgeable.ts';
import type { ActualRule } from '../judgement/judgement-scheme.ts';
import { shareFinder } from '../judgement/required-share.ts';
import { PreparedIndicator, Standing } from '../judgement/standing.ts';

/** Through every target stated for a year between, or straight to the last one. */
export type PathThrough = 'stated-targets' | 'last-target';

/** One year of the path. Figures are exact and in the newest unit, or say why there is none. */
export interface PathYear {
  readonly fiscalYear: number;
  /** 期待値 */
  readonly expected: Figure;
  /** 必要到達率: share of the way from the baseline (or from zero, for a cumulative target) to the last target */
  readonly requiredShare: Figure;
}

const ofTheYear: ActualRule = { use: 'this-year', within: null, unless: [] };
const alongThePath = shareFinder({ by: 'path' }, null);

const lastOf = <T extends { readonly fiscalYear: number }>(entries: readonly T[]): readonly T[] => {
  const last = Math.max(...entries.map(({ fiscalYear }) => fiscalYear));
  return entries.filter(({ fiscalYear }) => fiscalYear === last);
};

/** The indicator with the targets its path leads through. */
export const onPathThrough = (judgeable: Judgeable, through: PathThrough): Judgeable =>
  through === 'stated-targets' || judgeable.targets.length === 0
    ? judgeable
    : { ...judgeable, targets: lastOf(judgeable.targets) };

/** The indicator as it stands in a year: the year's own figure, joined as its target is. */
export const standingIn = (judgeable: Judgeable, fiscalYear: number): Standing =>
  new Standing(new PreparedIndicator(judgeable), fiscalYear, ofTheYear);

const yearOf = (standing: Standing): PathYear => {
  const { indicator, fiscalYear } = standing;
  const target = indicator.finalTarget;
  return {
    fiscalYear,
    expected: expectedFigure(indicator, fiscalYear),
    requiredShare: target === null ? 'no-target' : alongThePath(standing, target),
  };
};

export const pathYear = (judgeable: Judgeable, fiscalYear: number, through: PathThrough): PathYear =>
  yearOf(standingIn(onPathThrough(judgeable, through), fiscalYear));

/** The path of the years from `first` to `last`, both included. */
export const pathYears = (
  judgeable: Judgeable,
  first: number,
  last: number,
  through: PathThrough,
): readonly PathYear[] => {
  const indicator = new PreparedIndicator(onPathThrough(judgeable, through));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    yearOf(new Standing(indicator, first + at, ofTheYear)),
  );
};
