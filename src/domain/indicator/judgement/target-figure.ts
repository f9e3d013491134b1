import { expectedFigure } from './expected-figure.ts';
import type { Figure } from './figure.ts';
import type { TargetChoice } from './measure.ts';
import type { KnownTarget, Standing } from './standing.ts';

const none: KnownTarget = { fiscalYear: 0, figure: 'no-target' };

const finalOf = ({ indicator }: Standing): KnownTarget => indicator.finalTarget ?? none;

/** Finds the target a measure compares with, its fiscal year and figure. */
export const targetFinder = (choice: TargetChoice): ((standing: Standing) => KnownTarget) => {
  if (typeof choice === 'object')
    return ({ indicator }) =>
      indicator.targets.find(({ fiscalYear }) => fiscalYear === choice.fiscalYear) ?? none;
  switch (choice) {
    case 'final':
      return finalOf;
    case 'this-year':
      return (standing) =>
        standing.indicator.targets.find(({ fiscalYear }) => fiscalYear === standing.fiscalYear) ?? none;
    case 'next-stated':
      return (standing) =>
        standing.indicator.targets.find(({ fiscalYear }) => fiscalYear >= standing.fiscalYear) ?? none;
    case 'expected':
      return ({ indicator, fiscalYear }) => ({ fiscalYear, figure: expectedFigure(indicator, fiscalYear) });
  }
};

export type Compute = (standing: Standing) => Figure;
