import type { EntryInPublication } from '../../../db/read-publication.ts';
import type { EvaluationPublication } from './chosen-round.ts';

type Budgeted = EntryInPublication<'budget'>;

/** An evaluation after the year is written in the next and decides the budget of the one after that. */
const latestYears = 2;

/**
 * 予算への反映: the budgets that rest on this round. Where none names it, the first budget of the years it can have been
 * for that names no round at all.
 */
export const answeringBudgets = (
  budgets: readonly Budgeted[],
  { key, fiscalYear }: Pick<EvaluationPublication, 'key' | 'fiscalYear'>,
): readonly Budgeted[] => {
  const early = budgets.toSorted((a, b) => a.publication.fiscalYear - b.publication.fiscalYear);
  const resting = early.filter(({ publication }) => publication.content.round?.roundKey === key);
  if (resting.length > 0) return resting;
  const unnamed = early.filter(
    ({ publication }) =>
      (publication.content.round ?? null) === null &&
      publication.fiscalYear > fiscalYear &&
      publication.fiscalYear <= fiscalYear + latestYears,
  );
  return unnamed.filter(({ publication }) => publication.key === unnamed[0]?.publication.key);
};
