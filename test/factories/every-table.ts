import type { Database } from '../../src/db/connection.ts';
import { withMaintenance } from '../../src/db/maintenance.ts';
import type { MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import { populationRows } from './population.ts';
import { yearlyCycleRows } from './yearly-cycle.ts';

export const townA = '202151' as MunicipalityCode;
export const townB = '153079' as MunicipalityCode;
export const userId = '11111111-1111-4111-8111-111111111111';

/** Day the third revision below comes into force. */
export const future = '2199-04-01';

const revision = (number: number): string =>
  `INSERT INTO plan_revision (municipality, plan_key, revision, state, label, title, subtitle, kind_label,
     start_fiscal_year, end_fiscal_year, update_mode, summary, levels, review_calendar, identity, situation, approved_by)
   VALUES ($1, 'plan', ${number}, 'draft', '第${number}版', '計画', '', '総合計画', 2024, 2032, 'fixed', '', '[]', '[]', '[]', '[]', '${userId}')`;

const parts = (number: number): readonly string[] => [
  `INSERT INTO plan_item (municipality, plan_key, revision, item_key, level_key, parent_key, position, title,
     desired_state, current_state, issue, approach, investment_kinds, life_stages, area_keys, sdg_goals, lead_unit_keys,
     support_unit_keys, partners, also_under, cross_cutting, reason_keys, article_number, updated_by)
   SELECT $1, 'plan', ${number}, key, 'field', parent, position, '第${number}版の項目', '', '', '', '', '{}', '{"子ども,\\"x\\"",NULL}', '{}', '{1,4}', '{}',
     '{}', '[{"kind":"npo","name":"x","role":"y"}]', '[]', false, '{}', 1, '${userId}'
   FROM (VALUES ('child', 'item', 2), ('item', NULL, 1)) v (key, parent, position)`,
  `INSERT INTO plan_item_voice (municipality, plan_key, revision, item_key, seq, body, origin, heard_on, consent)
   VALUES ($1, 'plan', ${number}, 'item', 1, '公開してよい声', '懇談会', '2023-07-01', true),
     ($1, 'plan', ${number}, 'item', 2, '内緒の声', '懇談会', NULL, false)`,
  `INSERT INTO lineage (municipality, plan_key, revision, seq, kind, to_plan_key, to_item_key, reason, created_by)
   VALUES ($1, 'plan', ${number}, 1, 'new', 'plan', 'item', E'理由\\u2028改行\\n\\ttab', '${userId}')`,
  `INSERT INTO plan_item_indicator (municipality, plan_key, revision, item_key, indicator_key, position)
   VALUES ($1, 'plan', ${number}, 'item', 'open', 1), ($1, 'plan', ${number}, 'item', 'hidden', 2)`,
];

const publish = (number: number, effectiveOn: string): string =>
  `UPDATE plan_revision SET state = 'published', effective_on = '${effectiveOn}', approved_at = '2024-03-01 00:00:00.123456Z',
     published_at = '2024-03-01T00:00:00Z' WHERE municipality = $1 AND plan_key = 'plan' AND revision = ${number}`;

const indicator = (key: string, publishedAt: string): readonly string[] => [
  `INSERT INTO indicator (municipality, indicator_key, name, unit, direction, kind, subjective, time_behaviour, definition,
     formula_text, frequency, decimals, breakdowns, reference_series, baseline_value, position, article_number,
     published_at, updated_by)
   VALUES ($1, '${key}', '指標', '点', 'up', 'outcome', true, 'point', '', '', '毎年', 2, '[]', '[]', 6.60, 1, 2, ${publishedAt}, '${userId}')`,
  `INSERT INTO indicator_target (municipality, indicator_key, fiscal_year, seq, value, comparison, reason, created_by)
   VALUES ($1, '${key}', 2032, 1, 6.770, 'at-least', '', '${userId}')`,
  `INSERT INTO indicator_value (municipality, indicator_key, series, fiscal_year, breakdown, stage, value, status, note, updated_by)
   VALUES ($1, '${key}', '', 2023, '', 'published', 6.50, 'final', '', '${userId}'),
     ($1, '${key}', '', 2023, '', 'draft', 6.51, 'final', '訂正', '${userId}')`,
];

const statements: readonly string[] = [
  `INSERT INTO municipality (municipality, name, name_kana, name_en, prefecture, accent_colour, settings, public_since)
   VALUES ($1, '町', 'まち', 'Town', '県', '#123456', '{"contact": {"phone": "000"}}', '2024-01-01T00:00:00.000001Z')`,
  `INSERT INTO organisation_unit (municipality, unit_key, name, kind, parent_key, valid_from, position)
   VALUES ($1, 'child', '課', '課', NULL, '2020-04-01', 2), ($1, 'top', '部', '部', NULL, '2020-04-01', 1)`,
  `UPDATE organisation_unit SET parent_key = 'top' WHERE municipality = $1 AND unit_key = 'child'`,
  `INSERT INTO unit_succession (municipality, predecessor_key, successor_key, succeeded_on, kind, reason)
   VALUES ($1, 'child', 'top', '2024-04-01', 'merge', '')`,
  `INSERT INTO area (municipality, area_key, name, layer, position) VALUES ($1, 'all', '全域', 'municipality', 1)`,
  `INSERT INTO app_user (municipality, user_id, login, display_name, password_hash, totp_secret)
   VALUES ($1, '${userId}', 'kikaku', '企画', '$argon2id$secret', 'totp-secret')`,
  `INSERT INTO role_grant (municipality, user_id, role) VALUES ($1, '${userId}', 'planner')`,
  `INSERT INTO session (municipality, token_hash, user_id, csrf_token, expires_at)
   VALUES ($1, 'hash', '${userId}', 'csrf', '2199-01-01')`,
  `INSERT INTO recovery_code (municipality, user_id, code_hash) VALUES ($1, '${userId}', 'code-hash')`,
  `INSERT INTO autosave (municipality, user_id, form_key, fields, base_version)
   VALUES ($1, '${userId}', 'plan/plan/1/item/item', 'null', 1)`,
  `INSERT INTO plan (municipality, plan_key, slug, kind, position, article_number)
   VALUES ($1, 'plan', 'plan', 'comprehensive', 1, 1), ($1, 'draft-only', 'draft-only', 'comprehensive', 2, 3)`,
  ...indicator('open', `'2024-03-01T00:00:00Z'`),
  ...indicator('hidden', 'NULL'),
  `INSERT INTO collection (municipality, fiscal_year, due_on, note, updated_by) VALUES ($1, 2024, '2025-06-30', '', '${userId}')`,
  `INSERT INTO collection_sheet (municipality, fiscal_year, unit_key, state, reason, submitted_at, submitted_by)
   VALUES ($1, 2024, 'child', 'submitted', '', '2025-06-01T00:00:00.000001Z', '${userId}')`,
  `INSERT INTO mail (municipality, mail_id, user_id, subject_key, address, subject, body)
   VALUES ($1, '${userId}', '${userId}', 'collection 2024', 'kikaku@example.lg.jp', '実績値の入力', '期限は6月30日です。')`,
  `INSERT INTO judgement_scheme (municipality, scheme_key, scheme_version, name, content, state, adopted_at)
   VALUES ($1, 'own', 1, '達成度', '{"axes": []}', 'adopted', '2024-04-01T00:00:00Z'),
     ($1, 'own', 2, '達成度', '{"axes": []}', 'draft', NULL)`,
  `INSERT INTO judgement_year (municipality, fiscal_year, scheme_key, scheme_version, reason, publishes_human, published_at)
   VALUES ($1, 2023, 'own', 1, '', 'yes', '2024-08-01T00:00:00Z'), ($1, 2024, 'own', 1, '', 'yes', NULL)`,
  `INSERT INTO human_judgement (municipality, indicator_key, fiscal_year, kind, subject, choice, reason, updated_by)
   VALUES ($1, 'open', 2023, 'override', 'axis', 'a', '理由', '${userId}'),
     ($1, 'open', 2024, 'override', 'axis', 'b', '公表前', '${userId}'),
     ($1, 'hidden', 2023, 'mark', 'mark', 'c', '', '${userId}')`,
  ...yearlyCycleRows(userId),
  ...populationRows(userId),
  ...[1, 2, 3].flatMap((number) => [revision(number), ...parts(number)]),
  publish(1, '2024-04-01'),
  publish(3, future),
];

/**
 * Rows in every table for one town: revision 1 published, 2 a draft, 3 published for a future day; one indicator
 * public, one not; one voice with consent, one without. Written with awkward values: microseconds, trailing zeros,
 * quotes in arrays, JSON null, U+2028.
 */
export const fillTown = (db: Database, town: MunicipalityCode): Promise<void> =>
  withMaintenance(db, { readOnly: false }, async (tx) => {
    await tx.query(
      `SELECT set_config('rashin.actor', 'test', true), set_config('rashin.origin', 'test', true)`,
    );
    for (const statement of statements) await tx.query(statement, [town]);
  });
