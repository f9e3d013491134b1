import type { PlanItem } from '../../domain/plan/item.ts';
import type { PlanTree, TreeNode } from '../../domain/plan/tree.ts';

/** What a reader may narrow a plan by; the names are the keys of the address. */
export const facets = ['sdg', 'unit', 'area', 'span', 'stage'] as const;
export type Facet = (typeof facets)[number];

export interface PlanFilter {
  readonly chosen: ReadonlyMap<Facet, string>;
  /** Every word must occur. */
  readonly words: readonly string[];
}

export const filterKeys = ['q', ...facets] as const;

export const readFilter = (query: ReadonlyMap<string, string>): PlanFilter => ({
  chosen: new Map(
    facets.flatMap((facet) => {
      const value = query.get(facet);
      return value === undefined ? [] : [[facet, value] as const];
    }),
  ),
  words: splitWords(query.get('q') ?? ''),
});

/** 全角と半角, upper and lower case are one. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase();

export const splitWords = (text: string): readonly string[] =>
  foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');

export const facetValues = (item: PlanItem, facet: Facet): readonly string[] => {
  switch (facet) {
    case 'sdg':
      return item.sdgGoals.map(String);
    case 'unit':
      return [...item.leadUnitKeys, ...item.supportUnitKeys];
    case 'area':
      return item.areaKeys;
    case 'span':
      return item.span === null ? [] : [item.span];
    case 'stage':
      return item.lifeStages;
    default: {
      const unknown: never = facet;
      throw new Error(`unknown facet ${String(unknown)}`);
    }
  }
};

/** Everything of the item a citizen may read, folded. */
export const searchText = (item: PlanItem): string =>
  foldText(
    [
      item.title,
      item.desiredState,
      item.currentState,
      item.issue,
      item.approach,
      ...item.lifeStages,
      ...item.partners.map((partner) => `${partner.name} ${partner.role}`),
      ...item.voices.map((voice) => voice.body),
    ].join('\n'),
  );

export const isFiltering = (filter: PlanFilter): boolean => filter.chosen.size > 0 || filter.words.length > 0;

const matchesFacets = (item: PlanItem, filter: PlanFilter, except?: Facet): boolean =>
  [...filter.chosen].every(([facet, value]) => facet === except || facetValues(item, facet).includes(value));

export interface FilterOutcome {
  readonly matching: ReadonlySet<string>;
  /** Matches if this value were chosen (in place of the facet's present one), by facet and value. */
  readonly counts: ReadonlyMap<Facet, ReadonlyMap<string, number>>;
}

/** One pass over the items for the words, one per facet for its counts. */
export const applyFilter = (items: readonly PlanItem[], filter: PlanFilter): FilterOutcome => {
  const worded =
    filter.words.length === 0
      ? items
      : items.filter((item) => {
          const text = searchText(item);
          return filter.words.every((word) => text.includes(word));
        });
  const counts = new Map(
    facets.map((facet) => {
      const count = new Map<string, number>();
      for (const item of worded) {
        if (!matchesFacets(item, filter, facet)) continue;
        for (const value of new Set(facetValues(item, facet))) count.set(value, (count.get(value) ?? 0) + 1);
      }
      return [facet, count] as const;
    }),
  );
  const matching = new Set(worded.filter((item) => matchesFacets(item, filter)).map((item) => item.itemKey));
  return { matching, counts };
};

/** The tree with only the matching items and what leads to them. */
export const pruneTree = (tree: PlanTree, matching: ReadonlySet<string>): PlanTree => {
  const prune = (nodes: readonly TreeNode[]): readonly TreeNode[] =>
    nodes.flatMap((node) => {
      const children = prune(node.children);
      return children.length > 0 || matching.has(node.item.itemKey) ? [{ ...node, children }] : [];
    });
  return {
    roots: prune(tree.roots),
    crossCutting: prune(tree.crossCutting),
    unplaced: tree.unplaced.filter((item) => matching.has(item.itemKey)),
  };
};
