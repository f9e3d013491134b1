import { sql } from 'drizzle-orm';
import type { PlanItem } from '../domain/plan/item.ts';
import type { TenantTx } from './tenant.ts';
import type { RevisionReference } from './write-item.ts';

export type ItemPlace = Pick<PlanItem, 'itemKey' | 'levelKey' | 'parentKey' | 'position' | 'alsoUnder'>;

/**
 * Writes the places of items in one statement. Their version stays: moving an item does not disturb
 * whoever is writing its text.
 */
export const updateItemPlaces = async (
  tx: TenantTx,
  at: RevisionReference,
  places: readonly ItemPlace[],
  stamp: { readonly by: string | null; readonly now: string },
): Promise<void> => {
  if (places.length === 0) return;
  const rows = JSON.stringify(
    places.map((place) => ({
      item_key: place.itemKey,
      level_key: place.levelKey,
      parent_key: place.parentKey,
      position: place.position,
      also_under: place.alsoUnder,
    })),
  );
  await tx.q.execute(sql`
    UPDATE plan_item AS i SET level_key = p.level_key, parent_key = p.parent_key, position = p.position,
      also_under = p.also_under, updated_at = ${stamp.now}::timestamptz, updated_by = ${stamp.by}::uuid
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS p(item_key text, level_key text, parent_key text, position int, also_under jsonb)
    WHERE i.municipality = ${tx.municipality} AND i.plan_key = ${at.planKey} AND i.revision = ${at.revision}
      AND i.item_key = p.item_key`);
};
