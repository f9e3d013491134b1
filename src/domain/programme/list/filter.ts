import type { Programme } from '../programme.ts';
import type { ProgrammeRow } from './programme-row.ts';
import { amountOf } from './totals.ts';

/** 'running' in the year, not begun yet, ended before it, without a record of it, without a settlement. */
export const programmeStates = ['running', 'not-started', 'ended', 'no-record', 'no-amount'] as const;
export type ProgrammeState = (typeof programmeStates)[number];

export const programmeSorts = ['position', 'number', 'name', 'unit', 'settled', 'budget', 'total'] as const;
export type ProgrammeSort = (typeof programmeSorts)[number];

/** '' asks for nothing; 'none' for those that have none. */
export interface ProgrammeFilter {
  readonly text: string;
  readonly unit: string;
  readonly type: string;
  readonly expenseClass: string;
  /** 'plan/item' */
  readonly item: string;
  readonly state: ProgrammeState | '';
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

export const isInState = (
  { programme, year, cost }: Pick<ProgrammeRow, 'programme' | 'year' | 'cost'>,
  state: ProgrammeState,
  fiscalYear: number,
): boolean => {
  const { startFiscalYear: start, endFiscalYear: end } = programme;
  switch (state) {
    case 'running':
      return (start === null || start <= fiscalYear) && (end === null || end >= fiscalYear);
    case 'not-started':
      return start !== null && start > fiscalYear;
    case 'ended':
      return end !== null && end < fiscalYear;
    case 'no-record':
      return year === null;
    case 'no-amount':
      return cost.settled === null;
    default:
      return state satisfies never;
  }
};

const matches = (asked: string, own: string | null): boolean =>
  asked === '' || (asked === 'none' ? own === null : own === asked);

/** Rows that answer to every part of the filter. `within`: the units a chosen unit stands for (itself and what is below). */
export const filterRows = <P extends Programme>(
  rows: readonly ProgrammeRow<P>[],
  filter: ProgrammeFilter,
  fiscalYear: number,
  within: (unitKey: string) => ReadonlySet<string>,
): readonly ProgrammeRow<P>[] => {
  const words = folded(filter.text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const units = filter.unit === '' || filter.unit === 'none' ? null : within(filter.unit);
  return rows.filter((row) => {
    const { programme, unitKey, items } = row;
    const text = folded(
      [programme.number, programme.name, programme.statedPlace, programme.intent, programme.means].join('\n'),
    );
    return (
      words.every((word) => text.includes(word)) &&
      (units === null ? matches(filter.unit, unitKey) : unitKey !== null && units.has(unitKey)) &&
      matches(filter.type, programme.typeKey) &&
      matches(filter.expenseClass, programme.expenseClass) &&
      (filter.item === '' || (filter.item === 'none' ? items.length === 0 : items.includes(filter.item))) &&
      (filter.state === '' || isInState(row, filter.state, fiscalYear))
    );
  });
};

const collator = new Intl.Collator('ja', { numeric: true });

/** Rows in the order asked for; without an amount last, whichever way the amounts go. */
export const sortRows = <P extends Programme>(
  rows: readonly ProgrammeRow<P>[],
  sort: ProgrammeSort,
  descending: boolean,
  unitPlace: (unitKey: string | null) => number,
): readonly ProgrammeRow<P>[] => {
  const sign = descending ? -1 : 1;
  const byAmount =
    (kind: 'settled' | 'budget' | 'total') =>
    (a: ProgrammeRow<P>, b: ProgrammeRow<P>): number => {
      const [left, right] = [amountOf(a, kind), amountOf(b, kind)];
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return sign * (left - right);
    };
  const orders: Readonly<Record<ProgrammeSort, (a: ProgrammeRow<P>, b: ProgrammeRow<P>) => number>> = {
    position: (a, b) => sign * (a.programme.position - b.programme.position),
    number: (a, b) => sign * collator.compare(a.programme.number, b.programme.number),
    name: (a, b) => sign * collator.compare(a.programme.name, b.programme.name),
    unit: (a, b) => sign * (unitPlace(a.unitKey) - unitPlace(b.unitKey)),
    settled: byAmount('settled'),
    budget: byAmount('budget'),
    total: byAmount('total'),
  };
  // What is equal stays in the town's own order.
  return rows.toSorted((a, b) => orders[sort](a, b) || a.programme.position - b.programme.position);
};
