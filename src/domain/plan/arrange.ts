import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { PlanItem } from './item.ts';
import type { LevelDefinition } from './level.ts';
import { childrenOf, subtreeKeys } from './tree.ts';

/** A tree being arranged: only what arranging needs. */
export interface Arrangement {
  readonly levels: readonly LevelDefinition[];
  readonly items: readonly PlanItem[];
}

export type ArrangeStep =
  /** `index`: place among the new siblings, 0 first; beyond the last: last. */
  | { readonly kind: 'insert'; readonly item: PlanItem; readonly index: number }
  | {
      readonly kind: 'move';
      readonly itemKey: string;
      readonly parentKey: string | null;
      readonly index: number;
    }
  | { readonly kind: 'up' | 'down' | 'indent' | 'outdent'; readonly itemKey: string }
  /** `children`: 'refuse' while it has any, 'remove' with it, 'lift' to its parent. */
  | { readonly kind: 'remove'; readonly itemKey: string; readonly children: 'refuse' | 'remove' | 'lift' };

type Arranged = Result<readonly PlanItem[], Problem>;

const no = (code: string, itemKey: string, params?: Problem['params']): Arranged =>
  refuse(errorAt(code, ['items', itemKey], params));

const find = (items: readonly PlanItem[], itemKey: string): PlanItem | undefined =>
  items.find((item) => item.itemKey === itemKey);

/** Siblings at `parentKey` get positions 0, 1, 2 … with `item` at `index`; items whose place is unchanged are kept. */
const place = (
  items: readonly PlanItem[],
  item: PlanItem,
  parentKey: string | null,
  index: number,
): readonly PlanItem[] => {
  const siblings = childrenOf(items, parentKey).filter((other) => other.itemKey !== item.itemKey);
  const order = siblings.map((sibling) => sibling.itemKey);
  order.splice(Math.max(0, Math.min(index, order.length)), 0, item.itemKey);
  const positions = new Map(order.map((key, position) => [key, position]));
  const placed = { ...item, parentKey };
  const all = find(items, item.itemKey) === undefined ? [...items, placed] : items;
  return all.map((each) => {
    const position = positions.get(each.itemKey);
    const base = each.itemKey === item.itemKey ? placed : each;
    return position === undefined || (base === each && each.position === position)
      ? each
      : { ...base, position };
  });
};

/** The level that fits under the new parent: its own where allowed, else the only one that is; null: none or a choice. */
const fittingLevel = (
  { levels, items }: Arrangement,
  item: PlanItem,
  parentKey: string | null,
): string | null => {
  const parentLevel = parentKey === null ? 'root' : find(items, parentKey)?.levelKey;
  const allowed = levels.filter((level) => parentLevel !== undefined && level.parents.includes(parentLevel));
  if (allowed.some((level) => level.levelKey === item.levelKey)) return item.levelKey;
  if (parentKey === null && item.crossCutting) return item.levelKey;
  return allowed.length === 1 ? (allowed[0]?.levelKey ?? null) : null;
};

/** Below a moved item levels must still fit; they do when the item kept its level. */
const childrenStillFit = ({ levels, items }: Arrangement, itemKey: string, levelKey: string): boolean => {
  const byKey = new Map(levels.map((level) => [level.levelKey, level]));
  return childrenOf(items, itemKey).every((child) => byKey.get(child.levelKey)?.parents.includes(levelKey));
};

const move = (
  arrangement: Arrangement,
  itemKey: string,
  parentKey: string | null,
  index: number,
): Arranged => {
  const { items } = arrangement;
  const item = find(items, itemKey);
  if (item === undefined) return no('item-unknown', itemKey);
  if (parentKey !== null && find(items, parentKey) === undefined) {
    return no('item-parent-unknown', itemKey, { title: item.title, parent: parentKey });
  }
  if (parentKey !== null && subtreeKeys(items, itemKey).has(parentKey)) {
    return no('item-into-itself', itemKey, { title: item.title });
  }
  const levelKey = fittingLevel(arrangement, item, parentKey);
  if (levelKey === null || !childrenStillFit(arrangement, itemKey, levelKey)) {
    return no('item-does-not-fit', itemKey, {
      title: item.title,
      parent: parentKey === null ? '' : (find(items, parentKey)?.title ?? ''),
    });
  }
  const alsoUnder = item.alsoUnder.filter((also) => also.parentKey !== parentKey);
  const kept = levelKey === item.levelKey && alsoUnder.length === item.alsoUnder.length;
  return ok(place(items, kept ? item : { ...item, levelKey, alsoUnder }, parentKey, index));
};

const insert = (arrangement: Arrangement, item: PlanItem, index: number): Arranged => {
  if (find(arrangement.items, item.itemKey) !== undefined) {
    return no('item-key-duplicate', item.itemKey, { key: item.itemKey, title: item.title });
  }
  if (item.parentKey !== null && find(arrangement.items, item.parentKey) === undefined) {
    return no('item-parent-unknown', item.itemKey, { title: item.title, parent: item.parentKey });
  }
  if (fittingLevel(arrangement, item, item.parentKey) !== item.levelKey) {
    return no('item-does-not-fit', item.itemKey, {
      title: item.title,
      parent: item.parentKey === null ? '' : (find(arrangement.items, item.parentKey)?.title ?? ''),
    });
  }
  return ok(place(arrangement.items, item, item.parentKey, index));
};

const reorder = (arrangement: Arrangement, item: PlanItem, by: -1 | 1): Arranged => {
  const siblings = childrenOf(arrangement.items, item.parentKey);
  const index = siblings.findIndex((sibling) => sibling.itemKey === item.itemKey);
  const target = index + by;
  if (target < 0) return no('item-is-first', item.itemKey, { title: item.title });
  if (target >= siblings.length) return no('item-is-last', item.itemKey, { title: item.title });
  return ok(place(arrangement.items, item, item.parentKey, target));
};

/** Under the sibling just above it, as its last child. */
const indent = (arrangement: Arrangement, item: PlanItem): Arranged => {
  const siblings = childrenOf(arrangement.items, item.parentKey);
  const above = siblings[siblings.findIndex((sibling) => sibling.itemKey === item.itemKey) - 1];
  if (above === undefined) return no('item-is-first', item.itemKey, { title: item.title });
  return move(arrangement, item.itemKey, above.itemKey, Number.MAX_SAFE_INTEGER);
};

/** Beside its parent, just below it. */
const outdent = (arrangement: Arrangement, item: PlanItem): Arranged => {
  const parent = item.parentKey === null ? undefined : find(arrangement.items, item.parentKey);
  if (parent === undefined) return no('item-is-at-top', item.itemKey, { title: item.title });
  const siblings = childrenOf(arrangement.items, parent.parentKey);
  const index = siblings.findIndex((sibling) => sibling.itemKey === parent.itemKey);
  return move(arrangement, item.itemKey, parent.parentKey, index + 1);
};

/** References to removed items go with them: 再掲 under a removed item ends. */
const without = (items: readonly PlanItem[], keys: ReadonlySet<string>): readonly PlanItem[] =>
  items
    .filter((item) => !keys.has(item.itemKey))
    .map((item) => {
      const alsoUnder = item.alsoUnder.filter((also) => also.parentKey === null || !keys.has(also.parentKey));
      return alsoUnder.length === item.alsoUnder.length ? item : { ...item, alsoUnder };
    });

const remove = (arrangement: Arrangement, item: PlanItem, policy: 'refuse' | 'remove' | 'lift'): Arranged => {
  const children = childrenOf(arrangement.items, item.itemKey);
  if (policy === 'refuse' && children.length > 0) {
    return no('item-has-children', item.itemKey, { title: item.title, count: children.length });
  }
  if (policy === 'remove') {
    return ok(without(arrangement.items, subtreeKeys(arrangement.items, item.itemKey)));
  }
  let items = arrangement.items;
  const siblings = childrenOf(items, item.parentKey);
  const index = siblings.findIndex((sibling) => sibling.itemKey === item.itemKey);
  for (const [offset, child] of children.entries()) {
    const lifted = move({ ...arrangement, items }, child.itemKey, item.parentKey, index + offset);
    if (!lifted.ok) return lifted;
    items = lifted.value;
  }
  return ok(without(items, new Set([item.itemKey])));
};

/**
 * One step of arranging a tree. Pure: items that do not change are the same objects, so that a writer can tell.
 * A step that would leave a tree `checkTree` refuses is refused (but for its greatest depth, which approval checks).
 */
export const arrange = (arrangement: Arrangement, step: ArrangeStep): Arranged => {
  if (step.kind === 'insert') return insert(arrangement, step.item, step.index);
  const item = find(arrangement.items, step.itemKey);
  if (item === undefined) return no('item-unknown', step.itemKey);
  switch (step.kind) {
    case 'move':
      return move(arrangement, step.itemKey, step.parentKey, step.index);
    case 'up':
      return reorder(arrangement, item, -1);
    case 'down':
      return reorder(arrangement, item, 1);
    case 'indent':
      return indent(arrangement, item);
    case 'outdent':
      return outdent(arrangement, item);
    case 'remove':
      return remove(arrangement, item, step.children);
    default: {
      const unknown: never = step;
      throw new Error(`unknown step ${JSON.stringify(unknown)}`);
    }
  }
};
