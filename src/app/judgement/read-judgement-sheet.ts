import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { readJudgements, type TownJudgements } from './read-judgements.ts';

export interface JudgementSheet {
  readonly town: TownJudgements;
  readonly units: readonly OrganisationUnit[];
  readonly today: string;
}

/**
 * Everything the sheet of a year is made of, in nine queries however many indicators there are. `drafts`: with what
 * is entered and not public yet; `keys`: of these indicators only.
 */
export const readJudgementSheet = (
  acting: Acting,
  { drafts, keys }: { readonly drafts: boolean; readonly keys?: readonly string[] },
): Promise<JudgementSheet> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const today = todayInJapan(acting);
    return {
      town: await readJudgements(tx, today, { drafts, ...(keys === undefined ? {} : { keys }) }),
      units: await listUnits(tx),
      today,
    };
  });
