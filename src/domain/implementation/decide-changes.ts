import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { cellOf, type PlanCell } from './cells.ts';
import { type ImplementationAmount, type ImplementationPlan, yearsOf } from './implementation-plan.ts';
import { type CellChange, readThousandYen } from './typed-cells.ts';

const longestReason = 500;

/** What is to be written: `remove` in a draft only. */
export interface DecidedChanges {
  readonly write: readonly ImplementationAmount[];
  readonly remove: readonly Pick<ImplementationAmount, 'programmeKey' | 'fiscalYear'>[];
}

/** Somebody else changed the cell after it was seen. */
const met = (change: CellChange, stored: PlanCell | undefined): boolean =>
  readThousandYen(change.seenAmount) !== (stored?.amountThousandYen ?? null) ||
  readThousandYen(change.seenGeneral) !== (stored?.generalThousandYen ?? null);

const saysTheSame = (change: CellChange, stored: PlanCell | undefined): boolean =>
  change.amountThousandYen === (stored?.amountThousandYen ?? null) &&
  change.generalThousandYen === (stored?.generalThousandYen ?? null);

/**
 * Changes of cells, all or none. In a draft they take the place of what is there; in a settled plan of fixed years
 * they are its next correction, each with a reason, and what was said before stays; a rolling plan that is settled is
 * not corrected but rolled forward.
 */
export const decideChanges = (
  plan: ImplementationPlan,
  stored: ReadonlyMap<string, PlanCell>,
  changes: readonly CellChange[],
): Result<DecidedChanges, readonly Problem[]> => {
  const isDraft = plan.state === 'draft';
  if (!isDraft && plan.mode === 'rolling') return refuse([errorAt('implementation-rolling', [])]);
  const years = yearsOf(plan);
  const wanted = changes.filter(
    (change) => !saysTheSame(change, stored.get(cellOf(change.programmeKey, change.fiscalYear))),
  );
  const problems = wanted.flatMap((change): readonly Problem[] => {
    const { programmeKey, fiscalYear, reason } = change;
    const at = [programmeKey, `amount ${fiscalYear}`];
    const now = stored.get(cellOf(programmeKey, fiscalYear));
    if (!years.includes(fiscalYear)) return [errorAt('implementation-year', at, { fiscalYear })];
    if (met(change, now))
      return [
        errorAt('implementation-met', at, {
          fiscalYear,
          stored: now === undefined ? '空' : now.amountThousandYen.toLocaleString('ja-JP'),
        }),
      ];
    if (isDraft) return [];
    if (change.amountThousandYen === null) return [errorAt('implementation-nought', at, { fiscalYear })];
    if (reason === '') return [errorAt('implementation-reason', [programmeKey, 'reason'])];
    return [...reason].length > longestReason
      ? [
          errorAt('text-too-long', [programmeKey, 'reason'], {
            length: [...reason].length,
            limit: longestReason,
          }),
        ]
      : [];
  });
  if (problems.length > 0) return refuse(problems);
  return ok({
    write: wanted.flatMap(({ programmeKey, fiscalYear, amountThousandYen, generalThousandYen, reason }) =>
      amountThousandYen === null
        ? []
        : [
            {
              programmeKey,
              fiscalYear,
              correction: isDraft ? 0 : plan.correction + 1,
              amountThousandYen,
              generalThousandYen,
              reason: isDraft ? '' : reason,
            },
          ],
    ),
    remove: wanted
      .filter(({ amountThousandYen }) => amountThousandYen === null)
      .map(({ programmeKey, fiscalYear }) => ({ programmeKey, fiscalYear })),
  });
};
