import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PlanItem } from '../domain/plan/item.ts';
import { planItemIndicator } from './schema/indicator.ts';
import { planItem, planItemVoice } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';

export interface RevisionReference {
  readonly planKey: string;
  readonly revision: number;
}

/** All an editor of the text may change: not the key, and not the place in the tree. */
export type ItemText = Omit<PlanItem, 'itemKey' | 'levelKey' | 'parentKey' | 'position' | 'alsoUnder'>;

const within = (tx: TenantTx, at: RevisionReference) =>
  and(
    eq(planItem.municipality, tx.municipality),
    eq(planItem.planKey, at.planKey),
    eq(planItem.revision, at.revision),
  );

/** Saves when the stored version is still `expected`; null otherwise. Returns the new version. */
export const updateItemText = async (
  tx: TenantTx,
  at: RevisionReference,
  itemKey: string,
  text: ItemText,
  expected: number,
  stamp: { readonly by: string | null; readonly now: string },
): Promise<number | null> => {
  const { voices, indicatorKeys, ...columns } = text;
  const rows = await tx.q
    .update(planItem)
    .set({
      title: columns.title,
      code: columns.code,
      desiredState: columns.desiredState,
      currentState: columns.currentState,
      issue: columns.issue,
      approach: columns.approach,
      span: columns.span,
      investmentKinds: [...columns.investmentKinds],
      lifeStages: [...columns.lifeStages],
      areaKeys: [...columns.areaKeys],
      sdgGoals: [...columns.sdgGoals],
      leadUnitKeys: [...columns.leadUnitKeys],
      supportUnitKeys: [...columns.supportUnitKeys],
      partners: columns.partners,
      crossCutting: columns.crossCutting,
      reasonKeys: [...columns.reasonKeys],
      source: columns.source,
      version: sql`${planItem.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(and(within(tx, at), eq(planItem.itemKey, itemKey), eq(planItem.version, expected)))
    .returning({ version: planItem.version });
  return rows[0]?.version ?? null;
};

/** 生の声 of one item, as a whole. */
export const replaceVoices = async (
  tx: TenantTx,
  at: RevisionReference,
  itemKey: string,
  voices: PlanItem['voices'],
): Promise<void> => {
  await tx.q
    .delete(planItemVoice)
    .where(
      and(
        eq(planItemVoice.municipality, tx.municipality),
        eq(planItemVoice.planKey, at.planKey),
        eq(planItemVoice.revision, at.revision),
        eq(planItemVoice.itemKey, itemKey),
      ),
    );
  if (voices.length === 0) return;
  await tx.q
    .insert(planItemVoice)
    .values(voices.map((voice, seq) => ({ municipality: tx.municipality, ...at, itemKey, seq, ...voice })));
};

/** Indicators of one item, in their order. */
export const replaceItemIndicators = async (
  tx: TenantTx,
  at: RevisionReference,
  itemKey: string,
  indicatorKeys: readonly string[],
): Promise<void> => {
  await tx.q
    .delete(planItemIndicator)
    .where(
      and(
        eq(planItemIndicator.municipality, tx.municipality),
        eq(planItemIndicator.planKey, at.planKey),
        eq(planItemIndicator.revision, at.revision),
        eq(planItemIndicator.itemKey, itemKey),
      ),
    );
  if (indicatorKeys.length === 0) return;
  await tx.q.insert(planItemIndicator).values(
    indicatorKeys.map((indicatorKey, position) => ({
      municipality: tx.municipality,
      ...at,
      itemKey,
      indicatorKey,
      position,
    })),
  );
};

/** Removes items of a draft; their voices and indicator links go with them. */
export const deleteItems = async (
  tx: TenantTx,
  at: RevisionReference,
  itemKeys: readonly string[],
): Promise<void> => {
  if (itemKeys.length === 0) return;
  await tx.q.delete(planItem).where(and(within(tx, at), inArray(planItem.itemKey, [...itemKeys])));
};
