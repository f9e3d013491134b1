import { beforeAll, expect, it } from 'vitest';
import { asPublic, denied, refusalOf } from '../../test/factories/as-role.ts';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { fillTown, future, townA, townB } from '../../test/factories/every-table.ts';
import type { Cell, Database } from './connection.ts';
import { withMaintenance } from './maintenance.ts';

type Row = readonly Cell[];

describeEachDatabase('公開の役割には', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await fillTown(db, townA);
    await fillTown(db, townB);
  });

  const visible: readonly (readonly [title: string, sql: string, rows: readonly Row[]])[] = [
    ['施行日を迎えた公開の版だけが', 'SELECT revision FROM plan_revision', [[1]]],
    ['版のある計画だけが', 'SELECT plan_key FROM plan', [['plan']]],
    ['その版の項目だけが', 'SELECT DISTINCT title FROM plan_item', [['第1版の項目']]],
    ['同意のある声だけが', 'SELECT body FROM plan_item_voice', [['公開してよい声']]],
    ['その版の系譜だけが', 'SELECT revision, seq FROM lineage', [[1, 1]]],
    ['公開の指標だけが', 'SELECT indicator_key FROM indicator', [['open']]],
    ['公開の指標の目標だけが', 'SELECT indicator_key FROM indicator_target', [['open']]],
    ['公開した値だけが', 'SELECT indicator_key, value FROM indicator_value', [['open', '6.50']]],
    ['両方が公開の結び付きだけが', 'SELECT revision, indicator_key FROM plan_item_indicator', [[1, 'open']]],
    ['公開した人口の系列だけが', 'SELECT series_key FROM population_series', [['published']]],
    ['公開した系列の人口表だけが', 'SELECT series_key FROM population_table', [['published']]],
    ['その団体の組織が', 'SELECT count(*)::int FROM organisation_unit', [[2]]],
    ['公開の版の番号が', `SELECT municipality FROM public_version`, [[townA]]],
  ];
  it.each(visible)('%s見える: %s', async (_, sql, rows) => {
    expect(await asPublic(db, townA, sql)).toEqual(rows);
  });

  it('先の日付の版は、その日になると見え、前の日には見えない', async () => {
    const sql = 'SELECT revision FROM plan_revision ORDER BY revision';
    expect(await asPublic(db, townA, sql, '2199-03-31')).toEqual([[1]]);
    expect(await asPublic(db, townA, sql, future)).toEqual([[1], [3]]);
    expect(
      await asPublic(db, townA, 'SELECT DISTINCT revision FROM plan_item ORDER BY 1', '2199-03-31'),
    ).toEqual([[1]]);
    expect(await asPublic(db, townA, 'SELECT DISTINCT revision FROM plan_item ORDER BY 1', future)).toEqual([
      [1],
      [3],
    ]);
  });

  it.each([
    'app_user',
    'role_grant',
    'session',
    'recovery_code',
    'autosave',
    'audit_event',
    'audit_head',
    'collection',
    'collection_sheet',
    'mail',
    'population_scenario',
  ])('%s は何も見えない', async (table) => {
    expect(await refusalOf(asPublic(db, townA, `SELECT * FROM ${table}`))).toBe(denied);
    expect(await refusalOf(asPublic(db, townA, `SELECT count(*) FROM ${table}`))).toBe(denied);
  });

  it.each([
    ['plan_revision', 'approved_by'],
    ['plan_revision', 'approved_at'],
    ['plan_revision', 'published_by'],
    ['plan_revision', 'created_by'],
    ['plan_revision', 'updated_by'],
    ['plan_item', 'updated_by'],
    ['lineage', 'created_by'],
    ['indicator', 'updated_by'],
    ['indicator_target', 'created_by'],
    ['indicator_value', 'updated_by'],
    ['human_judgement', 'updated_by'],
    ['judgement_scheme', 'updated_by'],
    ['judgement_year', 'updated_by'],
    ['population_series', 'updated_by'],
    ['municipality', 'article_counter'],
  ])('%s の %s は読めない', async (table, column) => {
    expect(await refusalOf(asPublic(db, townA, `SELECT ${column} FROM ${table}`))).toBe(denied);
  });

  it('職員を指す列は、どの表でも読めない', async () => {
    const readable = await withMaintenance(db, { readOnly: true }, (tx) =>
      tx.query(`SELECT table_name, column_name FROM information_schema.columns
          WHERE table_schema = 'public' AND (column_name LIKE '%\\_by' OR column_name LIKE '%user%' OR column_name LIKE '%password%')
            AND has_column_privilege('rashin_public', format('%I.%I', table_schema, table_name)::regclass, column_name, 'SELECT')`),
    );
    expect(readable).toEqual([]);
  });

  it('判定は、公開した年度のものと、その年度の判定基準だけが見える', async () => {
    expect(await asPublic(db, townA, 'SELECT fiscal_year FROM judgement_year')).toEqual([[2023]]);
    expect(await asPublic(db, townA, 'SELECT scheme_version FROM judgement_scheme')).toEqual([[1]]);
    // Of the indicator that is not public, and of the year that is not, nothing.
    expect(
      await asPublic(db, townA, 'SELECT indicator_key, fiscal_year, choice FROM human_judgement'),
    ).toEqual([['open', 2023, 'a']]);
  });

  it('人による判定は、公表しないと決めた年度なら見えない', async () => {
    await withMaintenance(db, { readOnly: false }, (tx) =>
      tx.query(`UPDATE judgement_year SET publishes_human = 'no' WHERE municipality = '${townA}'`),
    );
    expect(await asPublic(db, townA, 'SELECT choice FROM human_judgement')).toEqual([]);
    expect(await asPublic(db, townA, 'SELECT fiscal_year FROM judgement_year')).toEqual([[2023]]);
  });

  it('読めるのは選んだ表だけで、書ける表は一つもない', async () => {
    const [readable, writable] = await withMaintenance(db, { readOnly: true }, async (tx) => [
      (
        await tx.query(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
           AND has_any_column_privilege('rashin_public', oid, 'SELECT') ORDER BY relname COLLATE "C"`)
      ).flat(),
      (
        await tx.query(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
           AND (has_any_column_privilege('rashin_public', oid, 'INSERT, UPDATE') OR has_table_privilege('rashin_public', oid, 'DELETE, TRUNCATE'))`)
      ).flat(),
    ]);
    expect(readable).toEqual([
      'area',
      'human_judgement',
      'indicator',
      'indicator_target',
      'indicator_value',
      'judgement_scheme',
      'judgement_year',
      'lineage',
      'municipality',
      'organisation_unit',
      'plan',
      'plan_item',
      'plan_item_indicator',
      'plan_item_voice',
      'plan_revision',
      'population_series',
      'population_table',
      'public_version',
      'publication',
      'publication_entry',
      'unit_succession',
    ]);
    expect(writable).toEqual([]);
  });

  it('団体を決めないとき、見えるのは公開した団体の一覧と、くらべるための公開の指標と値、評価だけ', async () => {
    const readable = [
      'area',
      'human_judgement',
      'indicator_target',
      'judgement_scheme',
      'judgement_year',
      'lineage',
      'organisation_unit',
      'plan',
      'plan_item',
      'plan_item_indicator',
      'plan_item_voice',
      'plan_revision',
      'population_series',
      'population_table',
      'unit_succession',
    ];
    for (const table of readable)
      expect([table, await asPublic(db, null, `SELECT municipality FROM ${table}`)]).toEqual([table, []]);
    expect(await asPublic(db, null, 'SELECT DISTINCT indicator_key FROM indicator')).toEqual([['open']]);
    expect(
      await asPublic(db, null, 'SELECT DISTINCT indicator_key, value, stage, breakdown FROM indicator_value'),
    ).toEqual([['open', '6.50', 'published', '']]);
    const towns = await asPublic(db, null, 'SELECT municipality FROM municipality ORDER BY 1');
    expect(await asPublic(db, null, 'SELECT DISTINCT municipality FROM indicator ORDER BY 1')).toEqual(towns);
    expect(
      await asPublic(db, null, 'SELECT DISTINCT municipality FROM publication_entry ORDER BY 1'),
    ).toEqual(towns);
    expect(await asPublic(db, null, 'SELECT municipality FROM public_version ORDER BY 1')).toEqual(towns);
    expect(towns).toEqual([[townB], [townA]]);
  });

  it('まだ公開していない団体は、公開の版があっても何も見えない', async () => {
    await withMaintenance(db, { readOnly: false }, (tx) =>
      tx.query(`UPDATE municipality SET public_since = NULL WHERE municipality = '${townB}'`),
    );
    for (const table of [
      'municipality',
      'area',
      'human_judgement',
      'indicator',
      'indicator_target',
      'indicator_value',
      'judgement_scheme',
      'judgement_year',
      'lineage',
      'organisation_unit',
      'plan',
      'plan_item',
      'plan_item_indicator',
      'plan_item_voice',
      'plan_revision',
      'public_version',
      'publication',
      'publication_entry',
      'unit_succession',
    ])
      expect([
        table,
        await asPublic(db, townB, `SELECT municipality FROM ${table} WHERE municipality = '${townB}'`),
      ]).toEqual([table, []]);
    expect(await asPublic(db, null, 'SELECT municipality FROM municipality')).toEqual([[townA]]);
  });
});
