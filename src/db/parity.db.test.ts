import { expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import type { Cell, Database } from './connection.ts';

const ask = (db: Database, sql: string, params: readonly unknown[] = []): Promise<Cell | undefined> =>
  db.transaction(
    { readOnly: true, setup: 'SELECT 1' },
    async ({ query }) => (await query(sql, params)).rows[0]?.[0],
  );

const reading: readonly (readonly [expression: string, expected: Cell])[] = [
  ['true', true],
  ['false', false],
  ['7::int2', 7],
  ['(-2147483648)::int4', -2147483648],
  ['0.1::float4', 0.1],
  ['0.1::float8 + 0.2::float8', 0.30000000000000004],
  ["'NaN'::float8", Number.NaN],
  ["'-Infinity'::float8", Number.NEGATIVE_INFINITY],
  ['9007199254740993::int8', '9007199254740993'],
  ['6.770::numeric', '6.770'],
  ["'NaN'::numeric", 'NaN'],
  ["'2024-04-01'::date", '2024-04-01'],
  ["'2024-04-01 09:00:00.123456+09'::timestamptz", '2024-04-01 00:00:00.123456+00'],
  ["'2024-04-01 09:00'::timestamp", '2024-04-01 09:00:00'],
  ["'infinity'::timestamptz", 'infinity'],
  ["'14 months 3 days'::interval", '1 year 2 mons 3 days'],
  [`'{"b": 1, "a": [1.50, null]}'::jsonb`, '{"a": [1.50, null], "b": 1}'],
  [`'{"b":1,  "a":2}'::json`, '{"b":1,  "a":2}'],
  ["'null'::jsonb", 'null'],
  ["'\\xdeadBEEF'::bytea", '\\xdeadbeef'],
  [`ARRAY['子ども', 'a"b,c', NULL, '']`, `{子ども,"a\\"b,c",NULL,""}`],
  ['ARRAY[1, NULL, 3]', '{1,NULL,3}'],
  ["'11111111-1111-4111-8111-111111111111'::uuid", '11111111-1111-4111-8111-111111111111'],
  ["E'改行\\nとU+2028:\\u2028'", '改行\nとU+2028:\u2028'],
  ['NULL::text', null],
  ['NULL::int4', null],
];

const writing: readonly (readonly [title: string, cast: string, value: unknown, expected: Cell])[] = [
  ['文字列', 'text', "O'Reilly \\ 100%", "O'Reilly \\ 100%"],
  ['数', 'int4', 12, 12],
  ['小数の文字列', 'numeric', '6.770', '6.770'],
  ['bigint', 'int8', 9007199254740993n, '9007199254740993'],
  ['真偽', 'bool', false, false],
  ['日付の文字列', 'date', '2024-04-01', '2024-04-01'],
  ['Date', 'timestamptz', new Date('2024-04-01T00:00:00.500Z'), '2024-04-01 00:00:00.5+00'],
  ['文字列の配列', 'text[]', ['a"b', 'c\\d', null, ''], '{"a\\"b","c\\\\d",NULL,""}'],
  ['数の配列', 'int4[]', [1, 2], '{1,2}'],
  ['空の配列', 'text[]', [], '{}'],
  ['オブジェクト', 'jsonb', { a: 'あ' }, '{"a": "あ"}'],
  ['JSON の文字列', 'jsonb', '"text"', '"text"'],
  ['バイト列', 'bytea', Uint8Array.of(0, 255), '\\x00ff'],
  ['null', 'text', null, null],
  ['undefined', 'text', undefined, null],
];

describeEachDatabase('値の読み書きはどちらのデータベースでも同じ', (open) => {
  let once: Promise<Database> | undefined;
  const shared = () => (once ??= open());

  it.each(reading)('%s を読む', async (expression, expected) => {
    expect(await ask(await shared(), `SELECT ${expression}`)).toEqual(expected);
  });

  it.each(writing)('%s を %s として書く', async (_, cast, value, expected) => {
    expect(await ask(await shared(), `SELECT $1::${cast}`, [value])).toEqual(expected);
  });

  it('関数などを値として渡すのは誤り', async () => {
    await expect(ask(await shared(), 'SELECT $1::text', [() => 1])).rejects.toThrow(
      'cannot write a function',
    );
  });

  it('読んだ行数と変えた行数が分かる', async () => {
    const db = await shared();
    const counts = await db.transaction({ readOnly: false, setup: 'SELECT 1' }, async ({ query }) => [
      (await query('SELECT generate_series(1, 3)', [])).rowCount,
      (await query('CREATE TEMP TABLE t (a int)', [])).rowCount,
      (await query('INSERT INTO t VALUES (1), (2)', [])).rowCount,
      (await query('UPDATE t SET a = 3 WHERE a = 1', [])).rowCount,
      (await query('DELETE FROM t RETURNING a', [])).rowCount,
    ]);
    expect(counts).toEqual([3, 0, 2, 1, 2]);
  });
});
