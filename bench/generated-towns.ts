import type { MaintenanceTx } from '../src/db/maintenance.ts';

export interface GeneratedSize {
  /** Items of each town's one plan; four levels: 3 strategies, 9 fields, a tenth measures, the rest activities. */
  readonly items: number;
  readonly indicators: number;
  readonly years: number;
}

const longText = (seed: string): string =>
  `'市民が安心して暮らし続けられるよう、地域の人びとと学び合いながら取り組みを重ねています(' || ${seed} || ')。現状では担い手が足りず、世代や地区によって差があります。'`;

/**
 * Fills an empty, migrated database with towns of the same size, in a few set-based statements.
 * Triggers are off while it writes (owner only): a measurement needs the rows, not their history.
 */
export const generateTowns = async (
  owner: MaintenanceTx,
  codes: readonly string[],
  size: GeneratedSize,
): Promise<void> => {
  const run = (sql: string) => owner.query(sql);
  const tables = [
    'municipality',
    'organisation_unit',
    'plan',
    'plan_revision',
    'plan_item',
    'indicator',
    'indicator_target',
    'indicator_value',
    'plan_item_indicator',
  ];
  for (const table of tables) await run(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await run('CREATE TEMPORARY TABLE generated (code text PRIMARY KEY) ON COMMIT DROP');
  await owner.query('INSERT INTO generated SELECT unnest($1::text[])', [`{${codes.join(',')}}`]);
  await run(`INSERT INTO municipality (municipality, name, name_kana, name_en, prefecture, accent_colour, settings, public_since, article_counter)
    SELECT code, '町' || code, 'まち', 'Town ' || code, '県', '#00529a', '{}', now(), 100000 FROM generated`);
  await run(`INSERT INTO organisation_unit (municipality, unit_key, name, kind, valid_from, position)
    SELECT code, 'u' || n, '第' || n || '課', '課', '2015-04-01', n FROM generated, generate_series(1, 20) n`);
  await run(`INSERT INTO plan (municipality, plan_key, slug, kind, position, article_number)
    SELECT code, 'plan', 'plan', 'comprehensive', 1, 1 FROM generated`);
  await run(`INSERT INTO plan_revision (municipality, plan_key, revision, state, label, reason, effective_on, approved_at, published_at,
      title, subtitle, kind_label, start_fiscal_year, end_fiscal_year, update_mode, summary, levels, review_calendar, identity, situation)
    SELECT code, 'plan', 1, 'draft', '初版', '策定', '2024-04-01', now(), now(), '総合計画', '', '総合計画', 2024, 2032, 'fixed', '概要',
      '[{"levelKey":"l1","name":"基本戦略","parents":["root"],"numbering":"upper-alpha","numberingScope":"global","titleStyle":"free"},
        {"levelKey":"l2","name":"戦略分野","parents":["l1"],"numbering":"circled","numberingScope":"global","titleStyle":"free"},
        {"levelKey":"l3","name":"施策","parents":["l2"],"numbering":"decimal","numberingScope":"parent","titleStyle":"state"},
        {"levelKey":"l4","name":"取組","parents":["l3"],"numbering":"parenthesised","numberingScope":"parent","titleStyle":"free"}]',
      '[]', '[]', '[]' FROM generated`);
  const measures = Math.max(9, Math.round(size.items / 10));
  await run(`INSERT INTO plan_item (municipality, plan_key, revision, item_key, level_key, parent_key, position, title, desired_state,
      current_state, issue, approach, span, investment_kinds, life_stages, area_keys, sdg_goals, lead_unit_keys, support_unit_keys,
      partners, also_under, cross_cutting, reason_keys, article_number)
    SELECT code, 'plan', 1, 'i' || n,
      CASE WHEN n <= 3 THEN 'l1' WHEN n <= 12 THEN 'l2' WHEN n <= 12 + ${measures} THEN 'l3' ELSE 'l4' END,
      CASE WHEN n <= 3 THEN NULL WHEN n <= 12 THEN 'i' || (1 + n % 3) WHEN n <= 12 + ${measures} THEN 'i' || (4 + n % 9) ELSE 'i' || (13 + n % ${measures}) END,
      n, '地域で支え合い、笑顔で暮らしている ' || n, ${longText('n')}, ${longText('n')}, ${longText('n')}, ${longText('n')},
      CASE WHEN n % 2 = 0 THEN 'long' ELSE 'short' END, '{funds}', '{子育て世代}', '{}', ARRAY[1 + n % 17], ARRAY['u' || (1 + n % 20)], '{}',
      '[]', '[]', false, '{}', n + 1 FROM generated, generate_series(1, ${size.items}) n`);
  await run(`INSERT INTO indicator (municipality, indicator_key, name, unit, direction, kind, subjective, time_behaviour, definition,
      formula_text, frequency, decimals, unit_key, breakdowns, reference_series, baseline_fiscal_year, baseline_value, position, article_number, published_at)
    SELECT code, 'k' || n, '指標' || n, '人', 'up', 'outcome', false, 'point', '定義', '', '毎年', 1, 'u' || (1 + n % 20), '[]', '[]',
      2023, 100 + n, n, 5000 + n, now() FROM generated, generate_series(1, ${size.indicators}) n`);
  await run(`INSERT INTO indicator_target (municipality, indicator_key, fiscal_year, seq, value, comparison, reason)
    SELECT code, 'k' || n, 2032, 1, 150 + n, 'at-least', '' FROM generated, generate_series(1, ${size.indicators}) n`);
  await run(`INSERT INTO indicator_value (municipality, indicator_key, series, fiscal_year, breakdown, stage, value, status, note)
    SELECT code, 'k' || n, 'actual', 2024 + y, '', 'published', 100 + n + y * 1.5, 'final', ''
    FROM generated, generate_series(1, ${size.indicators}) n, generate_series(0, ${size.years - 1}) y`);
  await run(`INSERT INTO plan_item_indicator (municipality, plan_key, revision, item_key, indicator_key, position)
    SELECT code, 'plan', 1, 'i' || (1 + n % ${size.items}), 'k' || n, 1 FROM generated, generate_series(1, ${size.indicators}) n`);
  await run(`UPDATE plan_revision SET state = 'published'`);
  await run(
    'INSERT INTO public_version (municipality, version) SELECT code, gen_random_uuid()::text FROM generated',
  );
  // The tree's own references are checked at the end; tables cannot change while checks wait.
  await run('ANALYZE plan_item');
  await run('SET CONSTRAINTS ALL IMMEDIATE');
  for (const table of tables) await run(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
};
