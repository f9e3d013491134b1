/** 費用の大きさ: bounds in thousand yen, inclusive from below. */
export interface CostClass {
  readonly key: string;
  readonly fromThousandYen: number;
  /** Exclusive; null: no upper bound. */
  readonly belowThousandYen: number | null;
}

/** 100万円・1,000万円・1億円で区切る: the orders in which such meetings speak of money. */
export const costClasses: readonly CostClass[] = [
  { key: 'from-100m', fromThousandYen: 100_000, belowThousandYen: null },
  { key: 'from-10m', fromThousandYen: 10_000, belowThousandYen: 100_000 },
  { key: 'from-1m', fromThousandYen: 1_000, belowThousandYen: 10_000 },
  { key: 'below-1m', fromThousandYen: 0, belowThousandYen: 1_000 },
];

/** null where the amount is not known or below zero. */
export const costClassOf = (amountThousandYen: number | null): string | null =>
  amountThousandYen === null
    ? null
    : (costClasses.find(({ fromThousandYen }) => amountThousandYen >= fromThousandYen)?.key ?? null);
