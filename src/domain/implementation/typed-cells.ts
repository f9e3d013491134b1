import { errorAt, type Problem } from '../kernel/problem.ts';

/** A cell of the sheet as typed, and as the person saw it before ('' for none). */
export interface TypedCell {
  readonly programmeKey: string;
  readonly fiscalYear: number;
  readonly amount: string;
  readonly general: string;
  readonly seenAmount: string;
  readonly seenGeneral: string;
  /** Why, where the plan is settled. */
  readonly reason: string;
}

export interface CellChange {
  readonly programmeKey: string;
  readonly fiscalYear: number;
  /** null: the cell is emptied */
  readonly amountThousandYen: number | null;
  readonly generalThousandYen: number | null;
  readonly seenAmount: string;
  readonly seenGeneral: string;
  readonly reason: string;
}

/** More than the budget of the largest city of Japan is a slip of the keyboard. */
export const largestThousandYen = 10_000_000_000;

/** '1,200', '１２００千円', '' → 1200, 1200, null; undefined for what is no whole number of thousand yen. */
export const readThousandYen = (typed: string): number | null | undefined => {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,]/gu, '').replace(/千円$/u, '');
  if (plain === '') return null;
  if (!/^\d{1,11}$/u.test(plain)) return undefined;
  const amount = Number(plain);
  return amount > largestThousandYen ? undefined : amount;
};

const same = (typed: string, seen: string): boolean => {
  const [a, b] = [readThousandYen(typed), readThousandYen(seen)];
  return a !== undefined && a === b;
};

/**
 * The cells that differ from what the person saw, as numbers; a cell left as it was is no change, whatever is stored.
 * Problems stand at [programmeKey, 'amount 2025'] or [programmeKey, 'general 2025'].
 */
export const readTypedCells = (
  cells: readonly TypedCell[],
): { readonly changes: readonly CellChange[]; readonly problems: readonly Problem[] } => {
  const changes: CellChange[] = [];
  const problems: Problem[] = [];
  for (const cell of cells) {
    if (same(cell.amount, cell.seenAmount) && same(cell.general, cell.seenGeneral)) continue;
    const { programmeKey, fiscalYear } = cell;
    const amount = readThousandYen(cell.amount);
    const general = readThousandYen(cell.general);
    const at = (field: 'amount' | 'general') => [programmeKey, `${field} ${fiscalYear}`];
    if (amount === undefined)
      problems.push(errorAt('implementation-amount', at('amount'), { typed: cell.amount.slice(0, 40) }));
    if (general === undefined)
      problems.push(errorAt('implementation-amount', at('general'), { typed: cell.general.slice(0, 40) }));
    if (amount === undefined || general === undefined) continue;
    if (amount === null && general !== null)
      problems.push(errorAt('implementation-general-alone', at('amount')));
    else if (amount !== null && general !== null && general > amount)
      problems.push(errorAt('implementation-general-over', at('general'), { amount, general }));
    else
      changes.push({
        programmeKey,
        fiscalYear,
        amountThousandYen: amount,
        generalThousandYen: general,
        seenAmount: cell.seenAmount,
        seenGeneral: cell.seenGeneral,
        reason: cell.reason.trim(),
      });
  }
  return { changes, problems };
};
