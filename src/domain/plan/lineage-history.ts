import type { ItemReference, LineageLink } from './lineage.ts';

/** One step of the way back (or on): the link, the item it leads to, and how many steps away that is. */
export interface LineageStep {
  readonly link: LineageLink;
  /** null where the way ends: new here, or dropped. */
  readonly reference: ItemReference | null;
  readonly distance: number;
}

/** A key of plan and item together; neither may contain what JSON escapes ambiguously, so JSON it is. */
export const referenceKey = ({ planKey, itemKey }: ItemReference): string =>
  JSON.stringify([planKey, itemKey]);

export const sameReference = (a: ItemReference | null, b: ItemReference | null): boolean =>
  a === null || b === null ? a === b : a.planKey === b.planKey && a.itemKey === b.itemKey;

const follow = (
  start: ItemReference,
  links: readonly LineageLink[],
  near: 'from' | 'to',
  far: 'from' | 'to',
): readonly LineageStep[] => {
  const byNear = new Map<string, LineageLink[]>();
  for (const link of links) {
    const reference = link[near];
    if (reference === null) continue;
    const key = referenceKey(reference);
    const known = byNear.get(key);
    if (known === undefined) byNear.set(key, [link]);
    else known.push(link);
  }
  const steps: LineageStep[] = [];
  const taken = new Set<LineageLink>();
  let reached: readonly ItemReference[] = [start];
  for (let distance = 1; reached.length > 0; distance += 1) {
    const next: ItemReference[] = [];
    for (const reference of reached) {
      for (const link of byNear.get(referenceKey(reference)) ?? []) {
        // A renamed item keeps its key: its links lead to itself. Each link is taken once, so that no circle turns.
        if (taken.has(link)) continue;
        taken.add(link);
        steps.push({ link, reference: link[far], distance });
        if (link[far] !== null) next.push(link[far]);
      }
    }
    reached = next;
  }
  return steps;
};

/**
 * Where an item comes from: nearest first, across revisions and plans, through renames, merges and splits.
 * `links`: newest revision first.
 */
export const historyOf = (item: ItemReference, links: readonly LineageLink[]): readonly LineageStep[] =>
  follow(item, links, 'to', 'from');

/** What became of an item. `links`: oldest revision first. */
export const futureOf = (item: ItemReference, links: readonly LineageLink[]): readonly LineageStep[] =>
  follow(item, links, 'from', 'to');
