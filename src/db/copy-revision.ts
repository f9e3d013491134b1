import { sql } from 'drizzle-orm';
import type { TenantTx } from './tenant.ts';

/**
 * A new draft with everything the revision `from` holds. Four statements whatever the number of items.
 * Lineage is not copied: it says what one revision changed.
 */
export const copyRevisionAsDraft = async (
  tx: TenantTx,
  copy: {
    readonly planKey: string;
    readonly from: number;
    readonly to: number;
    readonly label: string;
    readonly by: string | null;
    readonly now: string;
  },
): Promise<void> => {
  const { planKey, from, to, label, by, now } = copy;
  const source = sql`municipality = ${tx.municipality} AND plan_key = ${planKey} AND revision = ${from}`;
  await tx.q.execute(sql`
    INSERT INTO plan_revision (municipality, plan_key, revision, based_on_revision, state, label, reason, title,
      subtitle, kind_label, start_fiscal_year, end_fiscal_year, update_mode, summary, levels, review_calendar,
      identity, situation, source, created_at, created_by, updated_at, updated_by)
    SELECT municipality, plan_key, ${to}::int, revision, 'draft', ${label}::text, '', title,
      subtitle, kind_label, start_fiscal_year, end_fiscal_year, update_mode, summary, levels, review_calendar,
      identity, situation, source, ${now}::timestamptz, ${by}::uuid, ${now}::timestamptz, ${by}::uuid
    FROM plan_revision WHERE ${source}`);
  await tx.q.execute(sql`
    INSERT INTO plan_item (municipality, plan_key, revision, item_key, level_key, parent_key, position, code, title,
      desired_state, current_state, issue, approach, span, investment_kinds, life_stages, area_keys, sdg_goals,
      lead_unit_keys, support_unit_keys, partners, also_under, cross_cutting, reason_keys, source, article_number,
      updated_at, updated_by)
    SELECT municipality, plan_key, ${to}::int, item_key, level_key, parent_key, position, code, title,
      desired_state, current_state, issue, approach, span, investment_kinds, life_stages, area_keys, sdg_goals,
      lead_unit_keys, support_unit_keys, partners, also_under, cross_cutting, reason_keys, source, article_number,
      updated_at, updated_by
    FROM plan_item WHERE ${source}`);
  await tx.q.execute(sql`
    INSERT INTO plan_item_voice (municipality, plan_key, revision, item_key, seq, body, origin, heard_on, consent)
    SELECT municipality, plan_key, ${to}::int, item_key, seq, body, origin, heard_on, consent
    FROM plan_item_voice WHERE ${source}`);
  await tx.q.execute(sql`
    INSERT INTO plan_item_indicator (municipality, plan_key, revision, item_key, indicator_key, position)
    SELECT municipality, plan_key, ${to}::int, item_key, indicator_key, position
    FROM plan_item_indicator WHERE ${source}`);
};
