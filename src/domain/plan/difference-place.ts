import type { Matching } from './difference-matching.ts';
import type { PlanItem } from './item.ts';
import { longestIncreasing } from './longest-increasing.ts';
import { compareSiblings } from './tree.ts';

/** Where an item hangs: printed numbers and titles from the top of the tree, without the item itself. */
export type Path = readonly { readonly itemKey: string; readonly code: string; readonly title: string }[];

export interface Move {
  readonly from: Path;
  readonly to: Path;
  /** Same parent, another place among the items that stayed. */
  readonly withinParent: boolean;
}

export type Codes = ReadonlyMap<string, string>;

export const pathsOf = (items: readonly PlanItem[], codes: Codes): ((item: PlanItem) => Path) => {
  const byKey = new Map(items.map((item) => [item.itemKey, item]));
  return (item) => {
    const path: Path[number][] = [];
    const seen = new Set([item.itemKey]);
    let parent = item.parentKey === null ? undefined : byKey.get(item.parentKey);
    // A draft may hold a cycle until it is checked.
    while (parent !== undefined && !seen.has(parent.itemKey)) {
      seen.add(parent.itemKey);
      path.unshift({
        itemKey: parent.itemKey,
        code: codes.get(parent.itemKey) ?? '',
        title: parent.title,
      });
      parent = parent.parentKey === null ? undefined : byKey.get(parent.parentKey);
    }
    return path;
  };
};

/** Did the old parent become the new one? A parent that never existed (an unchecked draft) stays what it was. */
const sameParent = (old: PlanItem, now: PlanItem, matching: Matching): boolean => {
  if (old.parentKey === null || now.parentKey === null) return old.parentKey === now.parentKey;
  const became = matching.successors.get(old.parentKey);
  if (became !== undefined) return became.includes(now.parentKey);
  return old.parentKey === now.parentKey && !matching.gone.some(({ item }) => item.itemKey === old.parentKey);
};

/**
 * New items that stand elsewhere than their origin. Among brothers the fewest that explain the new order count
 * as moved, so that an item inserted above does not "move" everything below it.
 */
export const movedItems = (
  now: readonly PlanItem[],
  matching: Matching,
): ReadonlyMap<string, 'parent' | 'order'> => {
  const moved = new Map<string, 'parent' | 'order'>();
  const stayed = new Map<string | null, { itemKey: string; was: PlanItem; position: number }[]>();
  for (const item of now) {
    const old = matching.origins.get(item.itemKey)?.old ?? [];
    const [first] = old;
    if (first === undefined) continue;
    if (!old.some((origin) => sameParent(origin, item, matching))) moved.set(item.itemKey, 'parent');
    else if (old.length === 1 && matching.successors.get(first.itemKey)?.length === 1) {
      const brothers = stayed.get(item.parentKey) ?? [];
      brothers.push({ itemKey: item.itemKey, was: first, position: item.position });
      stayed.set(item.parentKey, brothers);
    }
  }
  for (const brothers of stayed.values()) {
    brothers.sort(compareSiblings);
    // Equal positions are told apart as the reader's tree does.
    const before = brothers.map(({ was }) => was).toSorted(compareSiblings);
    const ranks = new Map(before.map((was, rank) => [was, rank]));
    const inOrder = new Set(longestIncreasing(brothers.map(({ was }) => ranks.get(was) ?? 0)));
    brothers.forEach(({ itemKey }, at) => {
      if (!inOrder.has(at)) moved.set(itemKey, 'order');
    });
  }
  return moved;
};
