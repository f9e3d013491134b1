import {
  differIdentity,
  differLevels,
  differSituation,
  type EntryDifference,
  type IdentityField,
  type LevelField,
  type SituationField,
} from './difference-entries.ts';
import { differFields, type FieldChange } from './difference-fields.ts';
import { differHeader, type HeaderField } from './difference-header.ts';
import { type ComparedPlans, type Matching, matchItems } from './difference-matching.ts';
import { type Codes, type Move, movedItems, type Path, pathsOf } from './difference-place.ts';
import type { PlanItem } from './item.ts';
import type { LevelDefinition } from './level.ts';
import type { LineageLink } from './lineage.ts';
import { numberItems } from './numbering.ts';
import type { IdentityEntry, PlanContent, SituationEntry } from './plan.ts';
import { buildTree, walkTree } from './tree.ts';

export const itemMarks = [
  'added', // 追加
  'removed', // 廃止
  'merged', // 統合
  'split', // 分割
  'carried', // 継承: from the predecessor plan
  'renamed', // 名称変更
  'rewritten', // 内容変更
  'moved', // 移動
  'renumbered', // 番号変更
] as const;
/** 区分. Several may hold at once; moving and renumbering are never rewriting. */
export type ItemMark = (typeof itemMarks)[number];

export interface ItemDifference {
  /** Key of the new item, or of the old one where nothing came of it. */
  readonly itemKey: string;
  readonly old: readonly PlanItem[];
  readonly new: PlanItem | null;
  /** Printed number and name of the level, of the new item or else the old. */
  readonly code: string;
  readonly levelName: string;
  readonly path: Path;
  readonly marks: readonly ItemMark[];
  readonly fields: readonly FieldChange[];
  readonly move: Move | null;
  readonly renumber: { readonly from: string; readonly to: string } | null;
  /** 系譜 on the way from old to new, in order. */
  readonly links: readonly LineageLink[];
  /** Why, as recorded; each once. */
  readonly reasons: readonly string[];
}

export interface ContentDifference {
  readonly header: readonly FieldChange<HeaderField>[];
  readonly identity: readonly EntryDifference<IdentityEntry, IdentityField>[];
  readonly situation: readonly EntryDifference<SituationEntry, SituationField>[];
  readonly levels: readonly EntryDifference<LevelDefinition, LevelField>[];
  /** Changed items only, in the order of the new tree; what is gone stands after its old brother. */
  readonly items: readonly ItemDifference[];
  /** How many items carry each mark, and how many are as they were. */
  readonly counts: Readonly<Record<ItemMark | 'unchanged', number>>;
}

/** A title before and after, where there was one: what decides 名称変更. */
const renamed = (fields: readonly FieldChange[]): boolean => fields.some(({ field }) => field === 'title');

interface Side {
  readonly codes: Codes;
  readonly path: (item: PlanItem) => Path;
  readonly levelName: (item: PlanItem) => string;
}

const sideOf = (content: PlanContent): Side => {
  const codes = numberItems(content.levels, content.items);
  const names = new Map(content.levels.map((level) => [level.levelKey, level.name]));
  return {
    codes,
    path: pathsOf(content.items, codes),
    levelName: (item) => names.get(item.levelKey) ?? '',
  };
};

const reasonsOf = (links: readonly LineageLink[]): string[] => [
  ...new Set(links.map(({ reason }) => reason).filter((reason) => reason !== '')),
];

const differGone = (gone: Matching['gone'][number], before: Side): ItemDifference => ({
  itemKey: gone.item.itemKey,
  old: [gone.item],
  new: null,
  code: before.codes.get(gone.item.itemKey) ?? '',
  levelName: before.levelName(gone.item),
  path: before.path(gone.item),
  marks: ['removed'],
  fields: differFields([gone.item], null),
  move: null,
  renumber: null,
  links: gone.links,
  reasons: reasonsOf(gone.links),
});

const differItem = (
  now: PlanItem,
  matching: Matching,
  moved: ReadonlyMap<string, 'parent' | 'order'>,
  before: Side,
  after: Side,
): ItemDifference => {
  const { old, links } = matching.origins.get(now.itemKey) ?? { old: [], links: [] };
  const fields = differFields(old, now);
  const [first] = old;
  const code = after.codes.get(now.itemKey) ?? '';
  const was = first === undefined ? code : (before.codes.get(first.itemKey) ?? '');
  const place = moved.get(now.itemKey);
  const parted = old.some((item) => (matching.successors.get(item.itemKey)?.length ?? 0) > 1);
  // A part of a split, or the sum of a merger, does not have "the" number of its origin.
  const renumber = old.length === 1 && was !== code && !(parted && first?.itemKey !== now.itemKey);
  const marks: ItemMark[] = [];
  if (first === undefined) marks.push('added');
  if (old.length > 1) marks.push('merged');
  if (parted) marks.push('split');
  if (links.some((link) => link.from !== null && link.to !== null && link.from.planKey !== link.to.planKey))
    marks.push('carried');
  if (first !== undefined && renamed(fields)) marks.push('renamed');
  if (first !== undefined && fields.some(({ field }) => field !== 'title')) marks.push('rewritten');
  if (place !== undefined) marks.push('moved');
  if (renumber) marks.push('renumbered');
  return {
    itemKey: now.itemKey,
    old,
    new: now,
    code,
    levelName: after.levelName(now),
    path: after.path(now),
    marks,
    fields,
    move:
      place === undefined || first === undefined
        ? null
        : { from: before.path(first), to: after.path(now), withinParent: place === 'order' },
    renumber: renumber ? { from: was, to: code } : null,
    links,
    reasons: reasonsOf(links),
  };
};

/** As it is read; what no tree reaches (an unchecked draft) comes last. */
const inTreeOrder = (items: readonly PlanItem[]): PlanItem[] => {
  const tree = buildTree(items);
  const placed = [...walkTree(tree)].filter(({ again }) => !again).map(({ item }) => item);
  return [...placed, ...tree.unplaced];
};

/** Puts what is gone behind the nearest old neighbour that is still there, else at the top. */
const weave = (
  kept: readonly ItemDifference[],
  gone: ReadonlyMap<string, ItemDifference>,
  oldOrder: readonly PlanItem[],
  matching: Matching,
): ItemDifference[] => {
  const behind = new Map<string, ItemDifference[]>();
  let anchor = '';
  for (const item of oldOrder) {
    const difference = gone.get(item.itemKey);
    if (difference === undefined) anchor = matching.successors.get(item.itemKey)?.[0] ?? anchor;
    else behind.set(anchor, [...(behind.get(anchor) ?? []), difference]);
  }
  return [
    ...(behind.get('') ?? []),
    ...kept.flatMap((difference) => [difference, ...(behind.get(difference.itemKey) ?? [])]),
  ];
};

/**
 * 新旧の差分 between two revisions of a plan, or (with `plans`) between a plan and its predecessor.
 * `lineage`: the links recorded by the revisions after the old one up to the new one.
 */
export const differContent = (
  old: PlanContent,
  now: PlanContent,
  lineage: readonly LineageLink[],
  plans: ComparedPlans | null = null,
): ContentDifference => {
  const matching = matchItems(old.items, now.items, lineage, plans);
  const before = sideOf(old);
  const after = sideOf(now);
  const moved = movedItems(now.items, matching);
  const gone = new Map(matching.gone.map((entry) => [entry.item.itemKey, differGone(entry, before)]));
  const all = weave(
    inTreeOrder(now.items).map((item) => differItem(item, matching, moved, before, after)),
    gone,
    inTreeOrder(old.items),
    matching,
  );
  const items = all.filter(({ marks }) => marks.length > 0);
  const count = (mark: ItemMark): number => items.filter(({ marks }) => marks.includes(mark)).length;
  return {
    header: differHeader(old.header, now.header),
    identity: differIdentity(old.header.identity, now.header.identity),
    situation: differSituation(old.header.situation, now.header.situation),
    levels: differLevels(old.levels, now.levels),
    items,
    counts: {
      ...(Object.fromEntries(itemMarks.map((mark) => [mark, count(mark)])) as Record<ItemMark, number>),
      unchanged: all.length - items.length,
    },
  };
};
