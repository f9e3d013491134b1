import type { OrganisationUnit } from '../../organisation/unit.ts';
import type { ProgrammeRow } from './programme-row.ts';
import { type AmountKind, groupRows, type Sum, sumOf } from './totals.ts';

/** How the town's total is divided. */
export const costDivisions = ['unit', 'type', 'class', 'item'] as const;
export type CostDivision = (typeof costDivisions)[number];

export interface YearRows {
  readonly fiscalYear: number;
  readonly rows: readonly ProgrammeRow[];
}

/** One line: a part of the town, with its sum in each year. */
export interface CostLine {
  /** null: those that have none */
  readonly key: string | null;
  /** In the order of the years. */
  readonly sums: readonly Sum[];
}

/** The unit right below `within` (null: at the top) that a unit stands under; `within` itself for its own. */
export const stepBelow = (
  units: ReadonlyMap<string, OrganisationUnit>,
  unitKey: string | null,
  within: string | null,
): string | null => {
  let key = unitKey;
  const seen = new Set<string>();
  while (key !== null && key !== within && !seen.has(key)) {
    seen.add(key);
    const parent = units.get(key)?.parentKey ?? null;
    if (parent === within) return key;
    key = parent;
  }
  return key;
};

/** Lines by key over several years; every year's lines are together all its rows (by item: a row of several items in each). */
export const costLines = (
  years: readonly YearRows[],
  kind: AmountKind,
  keysOf: (row: ProgrammeRow) => readonly (string | null)[],
  order: readonly string[],
): readonly CostLine[] => {
  const groups = years.map(
    ({ rows }) => new Map(groupRows(rows, keysOf).map(({ key, rows: list }) => [key, list])),
  );
  const keys = new Set(groups.flatMap((group) => [...group.keys()]));
  const place = new Map(order.map((key, index) => [key, index]));
  return [...keys]
    .sort((a, b) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return (place.get(a) ?? order.length) - (place.get(b) ?? order.length) || (a < b ? -1 : 1);
    })
    .map((key) => ({ key, sums: groups.map((group) => sumOf(group.get(key) ?? [], kind)) }));
};
