import type { CommonDirection } from '../evaluation/common-direction.ts';
import type { Programme, ProgrammeYear } from '../programme/programme.ts';
import type { BudgetScheme } from './budget-scheme.ts';

/** What a programme had in the base year, where it is known and where it belongs. */
export interface ProgrammeBase {
  readonly programmeKey: string;
  readonly unitKey: string;
  readonly expenseClass: string;
  /** What the evaluation said last; null: nothing */
  readonly direction: CommonDirection | null;
  readonly amountThousandYen: number;
}

/** Why a programme is in no frame. It is listed, never guessed. */
export interface LeftOut {
  readonly programmeKey: string;
  readonly why: 'no-amount' | 'no-funding' | 'no-unit' | 'no-class';
}

type Sorted = Pick<Programme, 'typeKey' | 'legalObligation' | 'expenseClass'>;

/** The class of a programme: its own, else the first line of the scheme that fits; null: none. */
export const classOf = (scheme: BudgetScheme, programme: Sorted): string | null => {
  const own = scheme.expenseClasses.find(({ key }) => key === programme.expenseClass);
  if (own !== undefined) return own.key;
  const line = scheme.sorting.find(
    ({ types, legal }) =>
      (types === null || (programme.typeKey !== null && types.includes(programme.typeKey))) &&
      (legal === null || legal.includes(programme.legalObligation)),
  );
  return line?.give ?? scheme.otherwise;
};

/** Thousand yen the scheme counts, or why none. */
export const baseAmountOf = (scheme: BudgetScheme, year: ProgrammeYear): number | LeftOut['why'] => {
  const amount = year[scheme.base.of];
  if (scheme.base.money === 'general' && amount.funding !== null) return amount.funding.general;
  if (amount.totalThousandYen === null) return 'no-amount';
  return scheme.base.money === 'total' || scheme.base.unknownFunding === 'use-total'
    ? amount.totalThousandYen
    : 'no-funding';
};

/**
 * What the frames are computed from. Every programme is either in `bases` or in `leftOut`.
 * @param directionOf what the last stage of the evaluation said of a programme
 * @param frameUnitOf whose frame the programmes of a unit are in
 */
export const baseAmounts = (
  scheme: BudgetScheme,
  programmes: readonly Programme[],
  years: readonly ProgrammeYear[],
  directionOf: (programmeKey: string) => CommonDirection | null,
  frameUnitOf: (unitKey: string) => string,
): { readonly bases: readonly ProgrammeBase[]; readonly leftOut: readonly LeftOut[] } => {
  const byProgramme = new Map(years.map((year) => [year.programmeKey, year]));
  const bases: ProgrammeBase[] = [];
  const leftOut: LeftOut[] = [];
  for (const programme of programmes) {
    const { programmeKey } = programme;
    const year = byProgramme.get(programmeKey);
    const amount = year === undefined ? 'no-amount' : baseAmountOf(scheme, year);
    const unitKey = year?.unitKey ?? programme.unitKey;
    const expenseClass = classOf(scheme, programme);
    if (typeof amount === 'string') leftOut.push({ programmeKey, why: amount });
    else if (unitKey === null) leftOut.push({ programmeKey, why: 'no-unit' });
    else if (expenseClass === null) leftOut.push({ programmeKey, why: 'no-class' });
    else
      bases.push({
        programmeKey,
        unitKey: frameUnitOf(unitKey),
        expenseClass,
        direction: directionOf(programmeKey),
        amountThousandYen: amount,
      });
  }
  return { bases, leftOut };
};
