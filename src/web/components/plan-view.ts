import type { LoadedRevision } from '../../db/read-revision.ts';
import type { PlanItem } from '../../domain/plan/item.ts';
import type { LevelDefinition } from '../../domain/plan/level.ts';
import { numberItems } from '../../domain/plan/numbering.ts';
import type { PlanContent } from '../../domain/plan/plan.ts';
import { buildTree, type PlanTree } from '../../domain/plan/tree.ts';
import { href, type TownFrame } from './frame.ts';

/** A revision as pages read it: looked up once, then by key. */
export interface PlanView {
  readonly slug: string;
  /** A version that is no longer in force: links to its items stay in it. null: the one in force. */
  readonly past: number | null;
  readonly content: PlanContent;
  readonly records: LoadedRevision['records'];
  readonly tree: PlanTree;
  readonly byKey: ReadonlyMap<string, PlanItem>;
  readonly codes: ReadonlyMap<string, string>;
  readonly levels: ReadonlyMap<string, LevelDefinition>;
}

export const planView = (
  slug: string,
  { content, records }: LoadedRevision,
  past: number | null = null,
): PlanView => ({
  slug,
  past,
  content,
  records,
  tree: buildTree(content.items),
  byKey: new Map(content.items.map((item) => [item.itemKey, item])),
  codes: numberItems(content.levels, content.items),
  levels: new Map(content.levels.map((level) => [level.levelKey, level])),
});

/** In the reader's language where the level names itself in English. */
export const levelName = (view: PlanView, item: PlanItem, frame: TownFrame): string => {
  const level = view.levels.get(item.levelKey);
  if (level === undefined) return '';
  return frame.language === 'en' ? (level.nameEn ?? level.name) : level.name;
};

export const planHref = (frame: TownFrame, slug: string): string => href(frame, `/plans/${slug}`);

export const itemHref = (frame: TownFrame, slug: string, itemKey: string): string =>
  `${planHref(frame, slug)}/items/${encodeURIComponent(itemKey)}`;

/** The item in the version that is being read. */
export const viewItemHref = (frame: TownFrame, { slug, past }: PlanView, itemKey: string): string =>
  `${itemHref(frame, slug, itemKey)}${past === null ? '' : `?revision=${past}`}`;

export const indicatorHref = (frame: TownFrame, indicatorKey: string): string =>
  href(frame, `/indicators/${encodeURIComponent(indicatorKey)}`);

/** The newest change among the items, for 更新日. */
export const newestOf = (instants: Iterable<string>): string | null => {
  let newest: string | null = null;
  for (const instant of instants) if (newest === null || instant > newest) newest = instant;
  return newest;
};
