import type { PlanItem } from './item.ts';
import type { ItemReference, LineageLink } from './lineage.ts';

/** The two plans compared; the same key twice for two revisions of one plan. */
export interface ComparedPlans {
  readonly old: string;
  readonly new: string;
}

/** Which old items an item comes from, and what the lineage says on the way. */
export interface Origin {
  readonly old: readonly PlanItem[];
  readonly links: readonly LineageLink[];
}

export interface Matching {
  /** By key of the new item; every new item has an entry. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Old items nothing new comes from, with the links that say why. */
  readonly gone: readonly { readonly item: PlanItem; readonly links: readonly LineageLink[] }[];
  /** New items an old one went into, by old key. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
}

const nodeOf = (reference: ItemReference): string => JSON.stringify([reference.planKey, reference.itemKey]);

/** Follows links from an old item to items of the new content, through items that existed only in between. */
const follow = (
  start: string,
  from: ReadonlyMap<string, readonly LineageLink[]>,
  isNew: (node: string) => boolean,
): { reached: Map<string, LineageLink[]>; ended: LineageLink[] } => {
  const reached = new Map<string, LineageLink[]>();
  const ended: LineageLink[] = [];
  const seen = new Set<string>([start]);
  const open: { node: string; path: LineageLink[] }[] = [{ node: start, path: [] }];
  for (let at = 0; at < open.length; at++) {
    const { node, path } = open[at] ?? { node: start, path: [] };
    if (isNew(node)) reached.set(node, path);
    // What lies behind an item of the new content is that item's later history, not this one's.
    if (isNew(node) && node !== start) continue;
    for (const link of from.get(node) ?? []) {
      if (link.to === null) ended.push(...path, link);
      else if (!seen.has(nodeOf(link.to))) {
        seen.add(nodeOf(link.to));
        open.push({ node: nodeOf(link.to), path: [...path, link] });
      } else if (nodeOf(link.to) === start && isNew(start))
        reached.set(start, [...(reached.get(start) ?? []), link]);
    }
  }
  return { reached, ended };
};

/**
 * 対応付け. Within one plan an item is itself as long as it keeps its key; beyond that, and between a plan and
 * its predecessor, only the lineage tells: several to one (統合), one to several (分割), one to one, or none.
 * `lineage`: the links recorded by the revisions after the old one up to the new one.
 */
export const matchItems = (
  old: readonly PlanItem[],
  now: readonly PlanItem[],
  lineage: readonly LineageLink[],
  plans: ComparedPlans | null,
): Matching => {
  const samePlan = plans === null || plans.old === plans.new;
  // Without plan keys the lineage can only be of the plan itself, whose key the links then agree on.
  const oldPlan = plans?.old ?? lineage.find((link) => link.from !== null)?.from?.planKey ?? '';
  const newPlan = plans?.new ?? oldPlan;
  const newNodes = new Map(
    now.map((item) => [nodeOf({ planKey: newPlan, itemKey: item.itemKey }), item.itemKey]),
  );
  const from = Map.groupBy(
    lineage.filter((link) => link.from !== null),
    (link) => (link.from === null ? '' : nodeOf(link.from)),
  );
  const origins = new Map<string, { old: PlanItem[]; links: LineageLink[] }>(
    now.map((item) => [item.itemKey, { old: [], links: [] }]),
  );
  const gone: { item: PlanItem; links: LineageLink[] }[] = [];
  const successors = new Map<string, string[]>();
  for (const item of old) {
    const start = nodeOf({ planKey: oldPlan, itemKey: item.itemKey });
    const { reached, ended } = follow(start, from, (node) =>
      node === start ? samePlan && newNodes.has(node) : newNodes.has(node),
    );
    if (reached.size === 0) gone.push({ item, links: ended });
    for (const [node, path] of reached) {
      const key = newNodes.get(node) ?? '';
      origins.get(key)?.old.push(item);
      origins.get(key)?.links.push(...path);
      successors.set(item.itemKey, [...(successors.get(item.itemKey) ?? []), key]);
    }
  }
  for (const link of lineage) {
    // A link without origin says why an item is new.
    if (link.from !== null || link.to === null) continue;
    const key = newNodes.get(nodeOf(link.to));
    if (key !== undefined) origins.get(key)?.links.push(link);
  }
  return { origins, gone, successors };
};
