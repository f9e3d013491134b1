import type { PublishedRound, PublishedSheet } from '../../../domain/evaluation/publication.ts';
import { groupKeysOf, sheetAmount, type TotalsWay } from '../../../domain/evaluation/totals.ts';
import { foldText, splitWords } from '../plan-filter.ts';

/** What a reader may narrow the programmes by; the names are the keys of the address. */
export const listFacets = [
  'direction',
  'grade',
  'unit',
  'item',
  'place',
  'type',
] as const satisfies readonly TotalsWay[];
export type ListFacet = (typeof listFacets)[number];

/** In an address nothing can be empty: the line of what belongs to no group. */
export const noneInAddress = '*none';

export const listSorts = ['order', 'cost', 'cost-up'] as const;
export type ListSort = (typeof listSorts)[number];

export interface ListFilter {
  readonly chosen: ReadonlyMap<ListFacet, string>;
  readonly words: readonly string[];
  readonly sort: ListSort;
}

export const listQuery = ['q', ...listFacets, 'sort', 'page', 'round', 'by'] as const;

export const readListFilter = (query: ReadonlyMap<string, string>): ListFilter => ({
  chosen: new Map(
    listFacets.flatMap((facet) => {
      const value = query.get(facet);
      return value === undefined ? [] : [[facet, value === noneInAddress ? '' : value] as const];
    }),
  ),
  words: splitWords(query.get('q') ?? ''),
  sort: listSorts.find((sort) => sort === query.get('sort')) ?? 'order',
});

const textOf = (sheet: PublishedSheet): string =>
  foldText(
    [
      sheet.number,
      sheet.name,
      sheet.unitName,
      sheet.statedPlace,
      sheet.targetGroup,
      sheet.means,
      sheet.intent,
      ...sheet.planItems.map(({ title }) => title),
    ].join(' '),
  );

export interface FilteredList {
  readonly matching: readonly PublishedSheet[];
  /** How many would match with each value of a facet, the other conditions kept. */
  readonly counts: ReadonlyMap<ListFacet, ReadonlyMap<string, number>>;
}

/** Programmes that match, in the order wished; what has no cost comes last where cost decides. */
export const filterList = (
  sheets: readonly PublishedSheet[],
  round: PublishedRound,
  fiscalYear: number,
  filter: ListFilter,
): FilteredList => {
  const found = sheets
    .filter(
      (sheet) => filter.words.length === 0 || filter.words.every((word) => textOf(sheet).includes(word)),
    )
    .map((sheet) => ({
      sheet,
      groups: new Map(listFacets.map((facet) => [facet, groupKeysOf(sheet, facet, round)] as const)),
    }));
  const fits = (groups: ReadonlyMap<ListFacet, readonly string[]>, but?: ListFacet): boolean =>
    [...filter.chosen].every(
      ([facet, value]) => facet === but || groups.get(facet)?.includes(value) === true,
    );
  const counts = new Map(
    listFacets.map((facet) => {
      const number = new Map<string, number>();
      for (const { groups } of found) {
        if (!fits(groups, facet)) continue;
        for (const key of groups.get(facet) ?? []) number.set(key, (number.get(key) ?? 0) + 1);
      }
      return [facet, number] as const;
    }),
  );
  const matching = found.filter(({ groups }) => fits(groups)).map(({ sheet }) => sheet);
  if (filter.sort === 'order') return { matching, counts };
  const sign = filter.sort === 'cost' ? -1 : 1;
  const amounts = new Map(matching.map((sheet) => [sheet, sheetAmount(sheet, fiscalYear, round.timing)]));
  const sorted = matching.toSorted((a, b) => {
    const [left, right] = [amounts.get(a) ?? null, amounts.get(b) ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
  return { matching: sorted, counts };
};
