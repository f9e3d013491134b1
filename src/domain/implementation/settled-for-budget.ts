import type { Programme } from '../programme/programme.ts';
import type { ProgrammeType } from '../programme/yearly-cycle.ts';
import { cellOf, type PlanCell } from './cells.ts';
import { settledHere } from './check-plan.ts';
import type { ImplementationPlan } from './implementation-plan.ts';

/** What a hard programme has been given for a year: its budget proposal takes it as it stands. */
export interface SettledAmount {
  readonly programmeKey: string;
  readonly amountThousandYen: number;
  /** null: 一般財源 was not entered; the budget asks for it */
  readonly generalThousandYen: number | null;
  /** Which correction the amount is of; 0: the original */
  readonly correction: number;
}

/** Hard programmes of a settled plan with their amounts of one year. A draft settles nothing. */
export const settledForBudget = (
  plan: ImplementationPlan,
  cells: ReadonlyMap<string, PlanCell>,
  programmes: readonly Pick<Programme, 'programmeKey' | 'typeKey'>[],
  types: readonly ProgrammeType[],
  fiscalYear: number,
): readonly SettledAmount[] =>
  plan.state === 'draft'
    ? []
    : [...settledHere(programmes, types)].flatMap((programmeKey) => {
        const cell = cells.get(cellOf(programmeKey, fiscalYear));
        return cell === undefined
          ? []
          : [
              {
                programmeKey,
                amountThousandYen: cell.amountThousandYen,
                generalThousandYen: cell.generalThousandYen,
                correction: cell.corrections.at(-1)?.correction ?? 0,
              },
            ];
      });
