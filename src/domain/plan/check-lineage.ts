import { errorAt, type Problem, warningAt } from '../kernel/problem.ts';
import type { ItemReference, LineageLink } from './lineage.ts';
import { referenceKey } from './lineage-history.ts';

/** What links may refer to. */
export interface LineageScope {
  /** Items of the revision the new one is based on, and of the predecessor plan. */
  readonly before: readonly ItemReference[];
  /** Items of the revision that records the links. */
  readonly after: readonly ItemReference[];
}

type Kind = LineageLink['kind'];

/** Which ends a kind has. */
const ends: Readonly<Record<Kind, { readonly from: boolean; readonly to: boolean }>> = {
  rename: { from: true, to: true },
  merge: { from: true, to: true },
  split: { from: true, to: true },
  move: { from: true, to: true },
  carry: { from: true, to: true },
  drop: { from: true, to: false },
  new: { from: false, to: true },
};

const needsReason: readonly Kind[] = ['rename', 'merge', 'split', 'move', 'drop'];

const endProblems = (
  link: LineageLink,
  index: number,
  known: { readonly from: ReadonlySet<string>; readonly to: ReadonlySet<string> },
): readonly Problem[] =>
  (['from', 'to'] as const).flatMap((end) => {
    const path = ['lineage', index, end];
    const reference = link[end];
    if (reference === null) {
      return ends[link.kind][end] ? [errorAt('lineage-end-missing', path, { kind: link.kind })] : [];
    }
    const params = { kind: link.kind, plan: reference.planKey, item: reference.itemKey };
    if (!ends[link.kind][end]) return [errorAt('lineage-end-superfluous', path, params)];
    return known[end].has(referenceKey(reference)) ? [] : [errorAt('lineage-item-unknown', path, params)];
  });

/** 統合 has two sources or more, 分割 two results or more. */
const groupProblems = (links: readonly LineageLink[], kind: 'merge' | 'split'): readonly Problem[] => {
  const [shared, many] = kind === 'merge' ? (['to', 'from'] as const) : (['from', 'to'] as const);
  const groups = new Map<string, { readonly first: number; readonly others: Set<string> }>();
  links.forEach((link, index) => {
    const [one, other] = [link[shared], link[many]];
    if (link.kind !== kind || one === null || other === null) return;
    const key = referenceKey(one);
    const group = groups.get(key) ?? { first: index, others: new Set<string>() };
    group.others.add(referenceKey(other));
    groups.set(key, group);
  });
  return [...groups.values()]
    .filter(({ others }) => others.size < 2)
    .map(({ first }) => errorAt(`lineage-${kind}-needs-two`, ['lineage', first, many]));
};

const contradictions = (links: readonly LineageLink[]): readonly Problem[] => {
  const continued = new Set(
    links.flatMap(({ from, to }) => (from === null || to === null ? [] : [referenceKey(from)])),
  );
  const seen = new Set<string>();
  return links.flatMap((link, index) => {
    const key = JSON.stringify([link.kind, link.from, link.to]);
    const again = seen.has(key);
    seen.add(key);
    const path = ['lineage', index];
    if (again) return [errorAt('lineage-twice', path, { kind: link.kind })];
    return link.kind === 'drop' && link.from !== null && continued.has(referenceKey(link.from))
      ? [errorAt('lineage-dropped-and-continued', path, { item: link.from.itemKey })]
      : [];
  });
};

/** Items from before of which nothing says what became of them: no link, and no item of the same key after. */
export const unaccounted = (scope: LineageScope, links: readonly LineageLink[]): readonly ItemReference[] => {
  const accounted = new Set([
    ...scope.after.map(referenceKey),
    ...links.flatMap(({ from }) => (from === null ? [] : [referenceKey(from)])),
  ]);
  return scope.before.filter((reference) => !accounted.has(referenceKey(reference)));
};

/** Links recorded with one revision. Path: ['lineage', place from 0, end], or ['lineage', plan key, item key]. */
export const checkLineage = (links: readonly LineageLink[], scope: LineageScope): readonly Problem[] => {
  const known = { from: new Set(scope.before.map(referenceKey)), to: new Set(scope.after.map(referenceKey)) };
  return [
    ...links.flatMap((link, index) => [
      ...endProblems(link, index, known),
      ...(needsReason.includes(link.kind) && link.reason.trim() === ''
        ? [errorAt('lineage-reason-missing', ['lineage', index, 'reason'], { kind: link.kind })]
        : []),
    ]),
    ...groupProblems(links, 'merge'),
    ...groupProblems(links, 'split'),
    ...contradictions(links),
    ...unaccounted(scope, links).map(({ planKey, itemKey }) =>
      warningAt('lineage-unaccounted', ['lineage', planKey, itemKey], { plan: planKey, item: itemKey }),
    ),
  ];
};
