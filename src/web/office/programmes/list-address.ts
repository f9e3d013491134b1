import { isFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import {
  type ProgrammeFilter,
  type ProgrammeSort,
  programmeSorts,
  programmeStates,
} from '../../../domain/programme/list/filter.ts';

/** What the address of the list asks for. */
export interface ListAddress {
  /** null: the newest */
  readonly fiscalYear: number | null;
  readonly filter: ProgrammeFilter;
  readonly sort: ProgrammeSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

export const pageSize = 50;

const find = <T extends string>(values: readonly T[], text: string): T | undefined =>
  values.find((value) => value === text);

export const readListAddress = (query: (name: string) => string | undefined): ListAddress => {
  const year = Number(query('year') ?? '');
  const page = Number(query('page') ?? '1');
  const text = (name: string): string => (query(name) ?? '').slice(0, 200);
  return {
    fiscalYear: isFiscalYear(year) ? year : null,
    filter: {
      text: text('q').trim(),
      unit: text('unit'),
      type: text('type'),
      expenseClass: text('class'),
      item: text('item'),
      state: find(programmeStates, text('state')) ?? '',
    },
    sort: find(programmeSorts, text('sort')) ?? 'position',
    descending: text('order') === 'desc',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
};

/** The same list with something else in it: '?year=2024&q=…'. A new filter or order begins at its first page. */
export const listQuery = (
  address: ListAddress,
  change: Partial<Omit<ListAddress, 'filter'>> & { readonly filter?: Partial<ProgrammeFilter> } = {},
): string => {
  const next = { ...address, ...change, filter: { ...address.filter, ...change.filter } };
  const { filter } = next;
  const entries: readonly (readonly [string, string])[] = [
    ['year', next.fiscalYear === null ? '' : String(next.fiscalYear)],
    ['q', filter.text],
    ['unit', filter.unit],
    ['type', filter.type],
    ['class', filter.expenseClass],
    ['item', filter.item],
    ['state', filter.state],
    ['sort', next.sort === 'position' ? '' : next.sort],
    ['order', next.descending ? 'desc' : ''],
    ['page', next.page === 1 ? '' : String(next.page)],
  ];
  const query = new URLSearchParams(
    entries.filter(([, value]) => value !== '').map(([name, value]) => [name, value]),
  );
  return query.size === 0 ? '' : `?${query}`;
};
