import { errorAt } from '../kernel/problem.ts';
import { refuse } from '../kernel/result.ts';
import { arrange } from './arrange.ts';
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
import type { ItemReference, LineageLink } from './lineage.ts';
import { sameReference } from './lineage-history.ts';
import { childrenOf, subtreeKeys } from './tree.ts';

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];

export const merged = (draft: DraftTree, itemKey: string, intoKey: string, reason: string): Decided => {
  const source = draft.items.find((item) => item.itemKey === itemKey);
  const target = draft.items.find((item) => item.itemKey === intoKey);
  if (source === undefined) return unknown(itemKey);
  if (target === undefined) return unknown(intoKey);
  if (subtreeKeys(draft.items, itemKey).has(intoKey))
    return refuse(errorAt('item-into-itself', ['items', itemKey], { title: source.title }));
  const known = isKnown(draft, itemKey);
  // A merge is of what was there before; a new item is renamed into, which is said with the name.
  if (known && !isKnown(draft, intoKey))
    return refuse(errorAt('merge-into-new', ['intoKey'], { title: target.title }));
  if (known && reason === '') return refuse(errorAt('reason-required', ['reason'], { title: source.title }));
  let items = draft.items;
  for (const child of childrenOf(items, itemKey)) {
    const step = {
      kind: 'move',
      itemKey: child.itemKey,
      parentKey: intoKey,
      index: Number.MAX_SAFE_INTEGER,
    } as const;
    const lifted = arrange({ levels: draft.levels, items }, step);
    if (!lifted.ok) return lifted;
    items = lifted.value;
  }
  const without = arrange({ levels: draft.levels, items }, { kind: 'remove', itemKey, children: 'refuse' });
  if (!without.ok) return without;
  const joined = {
    indicatorKeys: union(target.indicatorKeys, source.indicatorKeys),
    voices: [...target.voices, ...source.voices],
  };
  const all = without.value.map((item) => (item.itemKey === intoKey ? { ...item, ...joined } : item));
  const to = here(draft, intoKey);
  const sources = known ? [...originsOf(draft, itemKey), ...originsOf(draft, intoKey)] : [];
  const links = sources.map((from): LineageLink => ({ kind: 'merge', from, to, reason }));
  // What the two continued is said by the merge from now on; a new name or place of the target stays recorded.
  const replaced = ({ kind, to: end }: LineageLink): boolean =>
    known && sameReference(end, to) && (kind === 'carry' || kind === 'merge');
  return settled(draft, all, links, reason, replaced);
};

/** What the public knew the item as: itself, or the items of the plan before that it continues. */
function originsOf(draft: DraftTree, itemKey: string): readonly ItemReference[] {
  const continued = draft.lineage.flatMap(({ from, to }) =>
    from !== null && to !== null && to.planKey === draft.planKey && to.itemKey === itemKey ? [from] : [],
  );
  const own = draft.knownKeys.has(itemKey) ? [here(draft, itemKey)] : [];
  return [...own, ...continued.filter((from) => !own.some((each) => sameReference(each, from)))];
}

export const split = (
  draft: DraftTree,
  { itemKey, parts }: Extract<TreeOperation, { kind: 'split' }>,
  reason: string,
): Decided => {
  const source = draft.items.find((item) => item.itemKey === itemKey);
  if (source === undefined) return unknown(itemKey);
  if (parts.length === 0) return refuse(errorAt('title-missing', ['parts.0.title']));
  const known = draft.knownKeys.has(itemKey);
  if (known && reason === '') return refuse(errorAt('reason-required', ['reason'], { title: source.title }));
  let items = draft.items;
  let index = childrenOf(items, source.parentKey).findIndex((sibling) => sibling.itemKey === itemKey);
  for (const [number, part] of parts.entries()) {
    const wrong = titleProblem(part.title, [`parts.${number}.title`]);
    if (wrong !== null) return refuse(wrong);
    index += 1;
    // The new part begins as a copy: what does not belong to it is taken out by hand, and nothing is lost.
    const item = {
      ...source,
      itemKey: part.itemKey,
      title: part.title.trim(),
      code: null,
      voices: [],
      alsoUnder: [],
    };
    const next = arrange({ levels: draft.levels, items }, { kind: 'insert', item, index });
    if (!next.ok) return next;
    items = next.value;
  }
  const from = here(draft, itemKey);
  const links = [{ itemKey }, ...parts].map(
    (part): LineageLink => ({ kind: 'split', from, to: here(draft, part.itemKey), reason }),
  );
  return settled(draft, items, known ? links : [], reason);
};
