import { errorAt } from '../kernel/problem.ts';
import { refuse } from '../kernel/result.ts';
import { arrange } from './arrange.ts';
import { blankItem } from './blank-item.ts';
import {
  type Decided,
  type DraftTree,
  here,
  isKnown,
  settled,
  type TreeOperation,
  titleProblem,
  unknown,
} from './draft-tree.ts';
import type { PlanItem } from './item.ts';
import type { LineageLink } from './lineage.ts';
import { childrenOf, subtreeKeys } from './tree.ts';

/** Steps of `arrange` that keep every item: at most one changes its parent. Moved back is not moved. */
export const moved = (
  draft: DraftTree,
  itemKey: string,
  items: readonly PlanItem[],
  reason: string,
): Decided => {
  const before = draft.items.find((item) => item.itemKey === itemKey);
  const after = items.find((item) => item.itemKey === itemKey);
  const isMove = ({ kind, to }: LineageLink): boolean => kind === 'move' && to?.itemKey === itemKey;
  if (before?.parentKey === after?.parentKey || !draft.knownKeys.has(itemKey))
    return settled(draft, items, [], reason);
  if (after?.parentKey === draft.formerParents.get(itemKey)) return settled(draft, items, [], reason, isMove);
  if (reason === '') return refuse(errorAt('reason-required', ['reason'], { title: before?.title ?? '' }));
  const place = here(draft, itemKey);
  return settled(draft, items, [{ kind: 'move', from: place, to: place, reason }], reason, isMove);
};

export const indexBefore = (
  draft: DraftTree,
  itemKey: string,
  parentKey: string | null,
  beforeKey: string | null,
): number => {
  const siblings = childrenOf(draft.items, parentKey).filter((sibling) => sibling.itemKey !== itemKey);
  const index = siblings.findIndex((sibling) => sibling.itemKey === beforeKey);
  return index === -1 ? siblings.length : index;
};

/** One place up or down among those it is shown with: 横断 items stand beside the tree, not between its branches. */
export const reordered = (draft: DraftTree, itemKey: string, way: 'up' | 'down'): Decided => {
  const item = draft.items.find((other) => other.itemKey === itemKey);
  if (item === undefined) return refuse(errorAt('item-unknown', ['items', itemKey]));
  const all = childrenOf(draft.items, item.parentKey);
  const shown = all.filter((other) => item.parentKey !== null || other.crossCutting === item.crossCutting);
  const at = shown.findIndex((other) => other.itemKey === itemKey);
  const neighbour = shown[way === 'up' ? at - 1 : at + 1];
  if (neighbour === undefined)
    return refuse(
      errorAt(way === 'up' ? 'item-is-first' : 'item-is-last', ['items', itemKey], { title: item.title }),
    );
  const others = all.filter((other) => other.itemKey !== itemKey);
  const index = others.indexOf(neighbour) + (way === 'up' ? 0 : 1);
  const items = arrange(draft, { kind: 'move', itemKey, parentKey: item.parentKey, index });
  return items.ok ? settled(draft, items.value, [], '') : items;
};

export const inserted = (
  draft: DraftTree,
  operation: Extract<TreeOperation, { kind: 'insert' }>,
): Decided => {
  const wrong = titleProblem(operation.title, ['title']);
  if (wrong !== null) return refuse(wrong);
  const siblings = childrenOf(draft.items, operation.parentKey);
  const after = siblings.findIndex((sibling) => sibling.itemKey === operation.afterKey);
  const { itemKey, levelKey, parentKey, crossCutting } = operation;
  const item = { ...blankItem(itemKey, levelKey, operation.title.trim()), parentKey, crossCutting };
  const items = arrange(draft, { kind: 'insert', item, index: after === -1 ? siblings.length : after + 1 });
  return items.ok ? settled(draft, items.value, [], '') : items;
};

export const removed = (
  draft: DraftTree,
  { itemKey, children }: Extract<TreeOperation, { kind: 'remove' }>,
  reason: string,
): Decided => {
  const items = arrange(draft, { kind: 'remove', itemKey, children });
  if (!items.ok) return items;
  const gone = children === 'remove' ? subtreeKeys(draft.items, itemKey) : new Set([itemKey]);
  const known = draft.items.find((item) => gone.has(item.itemKey) && isKnown(draft, item.itemKey));
  if (known !== undefined && reason === '')
    return refuse(errorAt('reason-required', ['reason'], { title: known.title }));
  return settled(draft, items.value, [], reason);
};

export const shownAgain = (draft: DraftTree, itemKey: string, parentKey: string): Decided => {
  const item = draft.items.find((other) => other.itemKey === itemKey);
  const parent = draft.items.find((other) => other.itemKey === parentKey);
  if (item === undefined) return unknown(itemKey);
  if (parent === undefined)
    return refuse(errorAt('item-parent-unknown', ['items', itemKey], { parent: parentKey }));
  const taken = item.parentKey === parentKey || item.alsoUnder.some((also) => also.parentKey === parentKey);
  if (taken || subtreeKeys(draft.items, itemKey).has(parentKey))
    return refuse(
      errorAt('item-also-under-needless', ['items', itemKey], { title: item.title, parent: parent.title }),
    );
  const last = Math.max(-1, ...childrenOf(draft.items, parentKey).map((child) => child.position));
  const again = { ...item, alsoUnder: [...item.alsoUnder, { parentKey, position: last + 1 }] };
  return settled(
    draft,
    draft.items.map((other) => (other === item ? again : other)),
    [],
    '',
  );
};

export const shownOnce = (draft: DraftTree, itemKey: string, parentKey: string): Decided => {
  const item = draft.items.find((other) => other.itemKey === itemKey);
  if (item === undefined) return unknown(itemKey);
  const alsoUnder = item.alsoUnder.filter((also) => also.parentKey !== parentKey);
  const items = draft.items.map((other) => (other === item ? { ...item, alsoUnder } : other));
  return settled(draft, items, [], '');
};
