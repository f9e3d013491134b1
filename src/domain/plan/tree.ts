import type { PlanItem } from './item.ts';

/** An item at one place of the tree. */
export interface TreeNode {
  readonly item: PlanItem;
  /** 0 at the top. */
  readonly depth: number;
  /** 再掲: shown here as well; its children stand at its own place only. */
  readonly again: boolean;
  readonly children: readonly TreeNode[];
}

export interface PlanTree {
  readonly roots: readonly TreeNode[];
  /** 横断: 包括プロジェクト, ブランド戦略 — beside the tree, with what hangs from them. */
  readonly crossCutting: readonly TreeNode[];
  /** Items no path leads to (missing or circular parent). Shown apart, so that nothing vanishes. */
  readonly unplaced: readonly PlanItem[];
}

/** Order among siblings; the key settles equal positions, so that every reader sees the same order. */
export const compareSiblings = (
  a: { readonly position: number; readonly itemKey: string },
  b: { readonly position: number; readonly itemKey: string },
): number => a.position - b.position || (a.itemKey < b.itemKey ? -1 : a.itemKey > b.itemKey ? 1 : 0);

interface Place {
  readonly item: PlanItem;
  readonly itemKey: string;
  readonly position: number;
  readonly again: boolean;
}

const placesByParent = (items: readonly PlanItem[]): ReadonlyMap<string | null, readonly Place[]> => {
  const places = new Map<string | null, Place[]>();
  const add = (parentKey: string | null, place: Place) => {
    const siblings = places.get(parentKey);
    if (siblings === undefined) places.set(parentKey, [place]);
    else siblings.push(place);
  };
  for (const item of items) {
    const { itemKey, position } = item;
    add(item.parentKey, { item, itemKey, position, again: false });
    for (const also of item.alsoUnder) {
      add(also.parentKey, { item, itemKey, position: also.position, again: true });
    }
  }
  for (const siblings of places.values()) siblings.sort(compareSiblings);
  return places;
};

/** Never fails: what cannot be placed is returned apart (`checkTree` says why). Linear in the items, sorting aside. */
export const buildTree = (items: readonly PlanItem[]): PlanTree => {
  const places = placesByParent(items);
  const reached = new Set<PlanItem>();
  const grow = ({ item, again }: Place, depth: number): TreeNode => {
    if (again) return { item, depth, again, children: [] };
    reached.add(item);
    const children = (places.get(item.itemKey) ?? [])
      // Two items of one key would otherwise each claim the children.
      .filter((child) => child.again || !reached.has(child.item))
      .map((child) => grow(child, depth + 1));
    return { item, depth, again, children };
  };
  const top = (places.get(null) ?? []).map((place) => grow(place, 0));
  return {
    roots: top.filter((node) => !node.item.crossCutting || node.again),
    crossCutting: top.filter((node) => node.item.crossCutting && !node.again),
    unplaced: items.filter((item) => !reached.has(item)),
  };
};

/** Reading order: each node before its children; the cross-cutting ones after the tree. */
export function* walkTree(tree: PlanTree): Generator<TreeNode> {
  const stack = [...tree.roots, ...tree.crossCutting].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** Children at their own place, in order. */
export const childrenOf = (items: readonly PlanItem[], parentKey: string | null): readonly PlanItem[] =>
  items.filter((item) => item.parentKey === parentKey).sort(compareSiblings);

/** From the top down to, not including, the item; stops at a missing or circular parent. */
export const pathTo = (items: readonly PlanItem[], itemKey: string): readonly PlanItem[] => {
  const byKey = new Map(items.map((item) => [item.itemKey, item]));
  const path: PlanItem[] = [];
  const seen = new Set<string>([itemKey]);
  let parentKey = byKey.get(itemKey)?.parentKey ?? null;
  while (parentKey !== null && !seen.has(parentKey)) {
    seen.add(parentKey);
    const parent = byKey.get(parentKey);
    if (parent === undefined) break;
    path.unshift(parent);
    parentKey = parent.parentKey;
  }
  return path;
};

/** The item's own key and the keys of everything below its own place. */
export const subtreeKeys = (items: readonly PlanItem[], itemKey: string): ReadonlySet<string> => {
  const childKeys = new Map<string, string[]>();
  for (const item of items) {
    if (item.parentKey === null) continue;
    const siblings = childKeys.get(item.parentKey);
    if (siblings === undefined) childKeys.set(item.parentKey, [item.itemKey]);
    else siblings.push(item.itemKey);
  }
  const keys = new Set<string>();
  const open = [itemKey];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (keys.has(key)) continue;
    keys.add(key);
    open.push(...(childKeys.get(key) ?? []));
  }
  return keys;
};
