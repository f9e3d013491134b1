import { lockRevision } from '../../db/lock-revision.ts';
import { updateItemPlaces } from '../../db/place-items.ts';
import { type LineageRow, listLineage } from '../../db/read-plan.ts';
import { loadRevision } from '../../db/read-revision.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import {
  deleteItems,
  type RevisionReference,
  replaceItemIndicators,
  replaceVoices,
} from '../../db/write-item.ts';
import { replaceLineage } from '../../db/write-lineage.ts';
import { insertItems } from '../../db/write-revision.ts';
import { takeArticleNumbers } from '../../db/write-town.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import {
  type ArrangementDecision,
  type DraftTree,
  decideArrangement,
  type TreeOperation,
} from '../../domain/plan/arrangement-decision.ts';
import type { PlanItem } from '../../domain/plan/item.ts';
import { type Acting, type Stamp, stampOf } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

/** Where the person saw the item, and which text: an operation on something else than that is refused. */
export interface SeenItem {
  readonly itemKey: string;
  readonly version: number;
  readonly parentKey: string | null;
}

/** Operations that take an item's text away: its last text must have been seen. */
const takesText = (operation: TreeOperation): boolean =>
  operation.kind === 'remove' || operation.kind === 'merge';

const samePlace = (a: PlanItem, b: PlanItem): boolean =>
  a.parentKey === b.parentKey &&
  a.position === b.position &&
  a.levelKey === b.levelKey &&
  JSON.stringify(a.alsoUnder) === JSON.stringify(b.alsoUnder);

const save = async (
  tx: TenantTx,
  at: RevisionReference,
  draft: DraftTree,
  recorded: readonly LineageRow[],
  decision: ArrangementDecision,
  stamp: Stamp,
): Promise<void> => {
  const before = new Map(draft.items.map((item) => [item.itemKey, item]));
  const after = new Set(decision.items.map((item) => item.itemKey));
  const added = decision.items.filter((item) => !before.has(item.itemKey));
  const changed = decision.items.flatMap((item) => {
    const was = before.get(item.itemKey);
    return was === undefined || was === item ? [] : [{ was, item }];
  });
  if (added.length > 0) {
    const first = await takeArticleNumbers(tx, added.length);
    await insertItems(
      tx,
      at,
      added,
      new Map(added.map((item, index) => [item.itemKey, first + index])),
      stamp,
    );
  }
  await updateItemPlaces(
    tx,
    at,
    changed.filter(({ was, item }) => !samePlace(was, item)).map(({ item }) => item),
    stamp,
  );
  // Only a merge joins voices and indicators, and only those of its one target.
  for (const { was, item } of changed) {
    if (was.voices !== item.voices) await replaceVoices(tx, at, item.itemKey, item.voices);
    if (was.indicatorKeys !== item.indicatorKeys)
      await replaceItemIndicators(tx, at, item.itemKey, item.indicatorKeys);
  }
  await deleteItems(
    tx,
    at,
    draft.items.map((item) => item.itemKey).filter((itemKey) => !after.has(itemKey)),
  );
  await replaceLineage(tx, at, recorded, decision.lineage, stamp);
};

/** Changes the tree of a draft: order, place, new and removed items, 再掲, 統合, 分割 — one operation at a time. */
export const arrangeItems = (
  acting: Acting,
  at: RevisionReference,
  operation: TreeOperation,
  seen: SeenItem | null,
  reason: string,
): Promise<Result<{ readonly itemKey: string }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const locked = await lockRevision(tx, at.planKey, at.revision, 'update');
    if (locked === null) return refused('revision-not-found', ['revision']);
    if (locked.state !== 'draft') return refused('revision-not-draft', ['status'], { status: locked.state });
    if (!may(acting.actor, 'plan.edit', { status: 'draft' })) return refused('not-allowed', ['items']);

    const current = await loadRevision(tx, at.planKey, at.revision);
    const base =
      locked.basedOnRevision === null ? null : await loadRevision(tx, at.planKey, locked.basedOnRevision);
    if (current === null) return refused('revision-not-found', ['revision']);
    const recorded = (await listLineage(tx, [at.planKey])).filter(
      (link) => link.planKey === at.planKey && link.revision === at.revision,
    );

    const item =
      seen === null ? undefined : current.content.items.find((each) => each.itemKey === seen.itemKey);
    if (seen !== null && item === undefined) return refused('item-gone', ['items', seen.itemKey]);
    if (seen !== null && item !== undefined) {
      const version = current.records.get(seen.itemKey)?.version;
      if (item.parentKey !== seen.parentKey || (takesText(operation) && version !== seen.version))
        return refused('changed-meanwhile', ['items', seen.itemKey], { title: item.title });
    }

    const draft: DraftTree = {
      planKey: at.planKey,
      levels: current.content.levels,
      items: current.content.items,
      knownKeys: new Set(base?.content.items.map((each) => each.itemKey)),
      formerParents: new Map(base?.content.items.map((each) => [each.itemKey, each.parentKey])),
      lineage: recorded.map(({ kind, from, to, reason: why }) => ({ kind, from, to, reason: why })),
    };
    const decision = decideArrangement(draft, operation, reason);
    if (!decision.ok) return { ok: false, error: [decision.error] };
    await save(tx, at, draft, recorded, decision.value, stampOf(acting));
    return ok({ itemKey: operation.kind === 'merge' ? operation.intoKey : operation.itemKey });
  });
