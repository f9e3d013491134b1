import type { ImplementationAmount } from './implementation-plan.ts';

/** One programme in one year: what counts now, and how it came to that. */
export interface PlanCell {
  readonly programmeKey: string;
  readonly fiscalYear: number;
  /** The newest correction's. */
  readonly amountThousandYen: number;
  readonly generalThousandYen: number | null;
  /** As it was first settled; null: it came with a correction. */
  readonly original: Pick<ImplementationAmount, 'amountThousandYen' | 'generalThousandYen'> | null;
  /** Oldest first, the original left out. */
  readonly corrections: readonly ImplementationAmount[];
}

export const cellOf = (programmeKey: string, fiscalYear: number): string => `${fiscalYear} ${programmeKey}`;

/** The plan as it counts now, by `cellOf`. Nothing of what was said before is lost. */
export const cellsOf = (amounts: readonly ImplementationAmount[]): ReadonlyMap<string, PlanCell> => {
  const byCell = new Map<string, ImplementationAmount[]>();
  for (const amount of amounts) {
    const key = cellOf(amount.programmeKey, amount.fiscalYear);
    const said = byCell.get(key);
    if (said === undefined) byCell.set(key, [amount]);
    else said.push(amount);
  }
  return new Map(
    [...byCell].flatMap(([key, said]) => {
      const inOrder = said.toSorted((a, b) => a.correction - b.correction);
      const now = inOrder.at(-1);
      const original = inOrder.find(({ correction }) => correction === 0) ?? null;
      return now === undefined
        ? []
        : [
            [
              key,
              {
                programmeKey: now.programmeKey,
                fiscalYear: now.fiscalYear,
                amountThousandYen: now.amountThousandYen,
                generalThousandYen: now.generalThousandYen,
                original,
                corrections: inOrder.filter(({ correction }) => correction > 0),
              },
            ] as const,
          ];
    }),
  );
};
