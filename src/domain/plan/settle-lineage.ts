import type { PlanItem } from './item.ts';
import type { ItemReference, LineageLink } from './lineage.ts';
import { referenceKey, sameReference } from './lineage-history.ts';

/** What the links of one draft must agree with. */
export interface SettledFor {
  readonly planKey: string;
  /** Items of the revision the draft is based on. */
  readonly knownKeys: ReadonlySet<string>;
  /** The items of the draft as they are now. */
  readonly items: readonly Pick<PlanItem, 'itemKey'>[];
}

const identity = ({ kind, from, to }: LineageLink): string => JSON.stringify([kind, from, to]);

/** The newest word on the same thing counts: moved twice is moved once, for the later reason. */
const latestOfEach = (links: readonly LineageLink[]): readonly LineageLink[] => [
  ...new Map(links.map((link) => [identity(link), link])).values(),
];

/** A merge of one and a split into one are a change of name. One item going on as itself is nothing. */
const withoutLonelyGroups = (links: readonly LineageLink[]): readonly LineageLink[] => {
  const count = (kind: 'merge' | 'split', end: 'from' | 'to', reference: ItemReference | null): number =>
    links.filter((link) => link.kind === kind && sameReference(link[end], reference)).length;
  return links.flatMap((link) => {
    const lonely =
      (link.kind === 'merge' && count('merge', 'to', link.to) < 2) ||
      (link.kind === 'split' && count('split', 'from', link.from) < 2);
    if (!lonely) return [link];
    return sameReference(link.from, link.to) ? [] : [{ ...link, kind: 'rename' as const }];
  });
};

/**
 * The links of a draft after its tree has changed: nothing leads to an item that is gone, every known item that
 * is gone and did not go on as another is dropped for `reason`, and nothing is said twice.
 */
export const settleLineage = (
  links: readonly LineageLink[],
  { planKey, knownKeys, items }: SettledFor,
  reason: string,
): readonly LineageLink[] => {
  const here = new Set(items.map((item) => item.itemKey));
  const isGone = (reference: ItemReference | null): boolean =>
    reference !== null && reference.planKey === planKey && !here.has(reference.itemKey);
  const [dangling, standing] = [
    links.filter((link) => isGone(link.to)),
    links.filter((link) => !isGone(link.to)),
  ];
  const goesOn = new Set(
    standing.flatMap(({ from, to }) => (from === null || to === null ? [] : [referenceKey(from)])),
  );
  const ended: readonly ItemReference[] = [
    ...[...knownKeys].map((itemKey) => ({ planKey, itemKey })).filter(isGone),
    ...dangling.flatMap(({ from }) =>
      from === null || (from.planKey === planKey && here.has(from.itemKey)) ? [] : [from],
    ),
  ];
  const said = new Set(
    standing.flatMap(({ kind, from }) => (kind === 'drop' && from !== null ? [referenceKey(from)] : [])),
  );
  const drops = ended
    .filter((reference) => !goesOn.has(referenceKey(reference)) && !said.has(referenceKey(reference)))
    .map((from): LineageLink => ({ kind: 'drop', from, to: null, reason }));
  const kept = standing.filter(
    ({ kind, from }) => kind !== 'drop' || from === null || !goesOn.has(referenceKey(from)),
  );
  return latestOfEach(withoutLonelyGroups(latestOfEach([...kept, ...drops])));
};
