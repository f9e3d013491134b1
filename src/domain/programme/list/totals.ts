import type { Funding } from '../programme.ts';
import type { ProgrammeRow } from './programme-row.ts';

/** Which amount is added up. */
export type AmountKind = 'settled' | 'budget' | 'total';

/** A sum that says what it is of. */
export interface Sum {
  /** Thousand yen */
  readonly thousandYen: number;
  /** Programmes whose amount is in it. */
  readonly counted: number;
  /** Programmes without an amount: in the list, not in the sum. */
  readonly without: number;
}

export const amountOf = ({ cost }: Pick<ProgrammeRow, 'cost'>, kind: AmountKind): number | null =>
  kind === 'total' ? cost.totalThousandYen : cost[kind];

export const sumOf = (rows: readonly Pick<ProgrammeRow, 'cost'>[], kind: AmountKind): Sum => {
  let [thousandYen, counted] = [0, 0];
  for (const row of rows) {
    const amount = amountOf(row, kind);
    if (amount === null) continue;
    thousandYen += amount;
    counted += 1;
  }
  return { thousandYen, counted, without: rows.length - counted };
};

export const fundingParts = ['national', 'prefecture', 'bond', 'other', 'general'] as const;

/** 財源別: the parts and what is not told apart are together the sum of the amounts. */
export interface FundingSum {
  readonly parts: Funding;
  /** Amounts whose sources are not recorded, thousand yen. */
  readonly unknownThousandYen: number;
  /** Programmes with an amount and without sources. */
  readonly unknown: number;
  /** Programmes whose sources are in the parts; none: the parts say nothing. */
  readonly known: number;
}

/** Of budgets or settlements; a total has no sources of its own. */
export const fundingSumOf = (
  rows: readonly Pick<ProgrammeRow, 'year'>[],
  kind: 'settled' | 'budget',
): FundingSum => {
  const parts = { national: 0, prefecture: 0, bond: 0, other: 0, general: 0 };
  let [unknownThousandYen, unknown, known] = [0, 0, 0];
  for (const { year } of rows) {
    const amount = year?.[kind];
    if (amount === undefined || amount.totalThousandYen === null) continue;
    if (amount.funding === null) {
      unknownThousandYen += amount.totalThousandYen;
      unknown += 1;
    } else {
      for (const part of fundingParts) parts[part] += amount.funding[part];
      known += 1;
    }
  }
  return { parts, unknownThousandYen, unknown, known };
};

export interface Group<Row> {
  /** null: those that have none */
  readonly key: string | null;
  readonly rows: readonly Row[];
}

/** Rows by key, in the order in which keys come; a row with several keys stands under each of them. */
export const groupRows = <Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly (string | null)[],
): readonly Group<Row>[] => {
  const groups = new Map<string | null, Row[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  return [...groups].map(([key, list]) => ({ key, rows: list }));
};
