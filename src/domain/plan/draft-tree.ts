import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { PlanItem } from './item.ts';
import type { LevelDefinition } from './level.ts';
import type { LineageLink } from './lineage.ts';
import { settleLineage } from './settle-lineage.ts';
import { textLimits } from './text-limits.ts';

/** What a person does to the tree of a draft. */
export type TreeOperation =
  | { readonly kind: 'up' | 'down' | 'indent' | 'outdent'; readonly itemKey: string }
  /** By hand: under `parentKey`, before `beforeKey` (null: last). */
  | {
      readonly kind: 'place';
      readonly itemKey: string;
      readonly parentKey: string | null;
      readonly beforeKey: string | null;
    }
  | {
      readonly kind: 'insert';
      readonly itemKey: string;
      readonly levelKey: string;
      readonly title: string;
      readonly parentKey: string | null;
      /** The sibling it follows; null: last. */
      readonly afterKey: string | null;
      readonly crossCutting: boolean;
    }
  | { readonly kind: 'remove'; readonly itemKey: string; readonly children: 'refuse' | 'remove' | 'lift' }
  /** 再掲, and its end. */
  | { readonly kind: 'show-again' | 'show-once'; readonly itemKey: string; readonly parentKey: string }
  /** 統合: `itemKey` goes into `intoKey`, which keeps its text. */
  | { readonly kind: 'merge'; readonly itemKey: string; readonly intoKey: string }
  /** 分割: new items beside `itemKey`, which stays. */
  | {
      readonly kind: 'split';
      readonly itemKey: string;
      readonly parts: readonly { readonly itemKey: string; readonly title: string }[];
    };

export interface DraftTree {
  readonly planKey: string;
  readonly levels: readonly LevelDefinition[];
  readonly items: readonly PlanItem[];
  /** Items of the revision the draft is based on: what the public knows, and is owed a reason for. */
  readonly knownKeys: ReadonlySet<string>;
  /** What the draft has recorded so far. */
  readonly lineage: readonly LineageLink[];
  /** Parents of the known items in the revision the draft is based on. */
  readonly formerParents: ReadonlyMap<string, string | null>;
}

export interface ArrangementDecision {
  readonly items: readonly PlanItem[];
  /** All that the draft records from now on. */
  readonly lineage: readonly LineageLink[];
}

export type Decided = Result<ArrangementDecision, Problem>;

export const here = (draft: DraftTree, itemKey: string) => ({ planKey: draft.planKey, itemKey });

/** Known to the public: stood in the revision before, or continues an item of the plan before. */
export const isKnown = (draft: DraftTree, itemKey: string): boolean =>
  draft.knownKeys.has(itemKey) ||
  draft.lineage.some(
    ({ from, to }) => from !== null && to !== null && to.planKey === draft.planKey && to.itemKey === itemKey,
  );

export const settled = (
  draft: DraftTree,
  items: readonly PlanItem[],
  added: readonly LineageLink[],
  reason: string,
  gone: (link: LineageLink) => boolean = () => false,
): Decided => {
  const links = [...draft.lineage.filter((link) => !gone(link)), ...added];
  return ok({ items, lineage: settleLineage(links, { ...draft, items }, reason) });
};

export const titleProblem = (title: string, path: Problem['path']): Problem | null => {
  if (title.trim() === '') return errorAt('title-missing', path);
  if (title.length > textLimits.title)
    return errorAt('text-too-long', path, { limit: textLimits.title, length: title.length });
  return null;
};

export const unknown = (itemKey: string): Decided => refuse(errorAt('item-unknown', ['items', itemKey]));
