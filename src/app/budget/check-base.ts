import { loadProgrammeYears } from '../../db/read-programme.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { baseAmountOf } from '../../domain/budget/base-amounts.ts';
import type { BudgetProposal } from '../../domain/budget/budget.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import type { BudgetContext } from './budget-context.ts';

type Based = Pick<BudgetProposal, 'programmeKey' | 'baseGeneralThousandYen'>;

/**
 * The amount a proposal starts from is the programme's of the base year: nobody types more, so that more would seem to be
 * freed. What is no programme yet starts from nothing; where the programme's amount is unknown, what is typed stands.
 * @param before as stored: the programme's figures may have been corrected since
 */
export const checkBase = async (
  tx: TenantTx,
  { year, scheme }: BudgetContext,
  { programmeKey, baseGeneralThousandYen: base }: Based,
  before: Based | undefined,
): Promise<readonly Problem[]> => {
  if (base === before?.baseGeneralThousandYen) return [];
  const at = ['baseGeneralThousandYen'];
  if (programmeKey === null) return base === 0 ? [] : [errorAt('proposal-base-without-programme', at)];
  const [own] = await loadProgrammeYears(tx, { keys: [programmeKey], fiscalYears: [year.baseFiscalYear] });
  const known = own === undefined ? 'no-amount' : baseAmountOf(scheme, own);
  return typeof known === 'string' || known === base
    ? []
    : [errorAt('proposal-base-differs', at, { known, base, fiscalYear: year.baseFiscalYear })];
};
