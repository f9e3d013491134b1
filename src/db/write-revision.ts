import type { PlanItem } from '../domain/plan/item.ts';
import type { PlanContent } from '../domain/plan/plan.ts';
import { inChunks } from './in-chunks.ts';
import { planItemIndicator } from './schema/indicator.ts';
import { planItem, planItemVoice, planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';
import type { RevisionReference } from './write-item.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

/** A new draft, whole. A few statements, however many items there are (1,000 items a statement). */
export const insertDraftRevision = async (
  tx: TenantTx,
  at: RevisionReference,
  draft: {
    readonly basedOnRevision: number | null;
    readonly label: string;
    readonly reason: string;
    readonly content: PlanContent;
    /** 記事番号 by item key; every item has one. */
    readonly articleNumbers: ReadonlyMap<string, number>;
  },
  stamp: Stamp,
): Promise<void> => {
  const { content, articleNumbers } = draft;
  const key = { municipality: tx.municipality, planKey: at.planKey, revision: at.revision };
  await tx.q.insert(planRevision).values({
    ...key,
    basedOnRevision: draft.basedOnRevision,
    state: 'draft',
    label: draft.label,
    reason: draft.reason,
    ...content.header,
    levels: content.levels,
    createdAt: stamp.now,
    createdBy: stamp.by,
    updatedAt: stamp.now,
    updatedBy: stamp.by,
  });
  await insertItems(tx, at, content.items, articleNumbers, stamp);
};

/** Items of a draft with their voices and indicator links. Every item has its 記事番号 in `articleNumbers`. */
export const insertItems = async (
  tx: TenantTx,
  at: RevisionReference,
  items: readonly PlanItem[],
  articleNumbers: ReadonlyMap<string, number>,
  stamp: Stamp,
): Promise<void> => {
  const key = { municipality: tx.municipality, planKey: at.planKey, revision: at.revision };
  await inChunks(items, 1000, (chunk) =>
    tx.q.insert(planItem).values(chunk.map((item) => itemRow(key, item, articleNumbers, stamp))),
  );
  const voices = items.flatMap(({ itemKey, voices: ofItem }) =>
    ofItem.map((voice, seq) => ({ ...key, itemKey, seq, ...voice })),
  );
  await inChunks(voices, 2000, (chunk) => tx.q.insert(planItemVoice).values(chunk));
  const links = items.flatMap(({ itemKey, indicatorKeys }) =>
    indicatorKeys.map((indicatorKey, position) => ({ ...key, itemKey, indicatorKey, position })),
  );
  await inChunks(links, 2000, (chunk) => tx.q.insert(planItemIndicator).values(chunk));
};

const itemRow = (
  key: { readonly municipality: string; readonly planKey: string; readonly revision: number },
  { voices: _, indicatorKeys: __, ...item }: PlanItem,
  articleNumbers: ReadonlyMap<string, number>,
  stamp: Stamp,
) => {
  const articleNumber = articleNumbers.get(item.itemKey);
  if (articleNumber === undefined)
    throw new Error(`insertDraftRevision requires an article number for ${item.itemKey}`);
  return {
    ...key,
    ...item,
    investmentKinds: [...item.investmentKinds],
    lifeStages: [...item.lifeStages],
    areaKeys: [...item.areaKeys],
    sdgGoals: [...item.sdgGoals],
    leadUnitKeys: [...item.leadUnitKeys],
    supportUnitKeys: [...item.supportUnitKeys],
    reasonKeys: [...item.reasonKeys],
    articleNumber,
    updatedAt: stamp.now,
    updatedBy: stamp.by,
  };
};
