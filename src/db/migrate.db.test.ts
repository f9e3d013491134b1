import { afterEach, describe, expect, inject, it } from 'vitest';
import { barePostgresDatabase } from '../../test/factories/database.ts';
import { reasonOf } from '../../test/factories/refusal-reason.ts';
import type { Database } from './connection.ts';
import type { RefusalReason } from './database-refusal.ts';
import { openMemory } from './embedded-memory.ts';
import { withMaintenance } from './maintenance.ts';
import { appliedMigrations, migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migration-files.ts';
import { openPostgres } from './postgres.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const embedded = async (): Promise<readonly Database[]> => {
  const db = await openMemory();
  closing.push(() => db.close());
  return [db, db];
};

/** Two programs on one server. */
const server = async (): Promise<readonly Database[]> => {
  const bare = await barePostgresDatabase();
  if (bare === null) throw new Error('server requires PostgreSQL');
  closing.push(bare.drop);
  const both = await Promise.all([openPostgres(bare.url), openPostgres(bare.url)]);
  for (const db of both) closing.push(() => db.close());
  return both;
};

const made = (tag: string, ...statements: readonly string[]): Migration => ({
  tag,
  hash: `hash of ${tag}`,
  statements,
});
const first = made('0000_first', 'CREATE TABLE first (municipality text PRIMARY KEY)');
const second = made(
  '0001_second',
  'CREATE TABLE second (municipality text PRIMARY KEY)',
  'INSERT INTO first VALUES ($$1$$)',
);

const state = async (db: Database) => ({
  tags: (await appliedMigrations(db)).map(({ tag }) => tag),
  tables: await withMaintenance(db, { readOnly: true }, (tx) =>
    tx.query(
      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
    ),
  ),
});

const engines = [
  ['組み込み', embedded],
  ['PostgreSQL', server],
] as const;
describe.each(engines.filter(([, open]) => open !== server || inject('postgres') !== null))(
  'マイグレーション（%s）',
  (_, open) => {
    it('一度だけ、順に適用し、適用したものを返す', async () => {
      const [db] = (await open()) as [Database];
      expect(await appliedMigrations(db)).toEqual([]);
      expect(await migrate(db, [first])).toEqual(['0000_first']);
      expect(await migrate(db, [first, second])).toEqual(['0001_second']);
      expect(await migrate(db, [first, second])).toEqual([]);
      expect(await state(db)).toEqual({
        tags: ['0000_first', '0001_second'],
        tables: [['first'], ['second']],
      });
    });

    it('同時に始めた二つのプログラムも、一度だけ適用する', async () => {
      const [one, other] = (await open()) as [Database, Database];
      const done = await Promise.all([migrate(one), migrate(other)]);
      expect(done.flat().toSorted()).toEqual(readMigrations().map(({ tag }) => tag));
    });

    it('失敗したものは何も残さず、前のものは残る', async () => {
      const [db] = (await open()) as [Database];
      const broken = made(
        '0001_broken',
        'CREATE TABLE half (municipality text PRIMARY KEY)',
        'SELECT no_such_function()',
      );
      expect(await reasonOf(migrate(db, [first, broken]))).toEqual({
        code: 'migration-failed',
        tag: '0001_broken',
        cause: expect.stringContaining('no_such_function'),
      });
      expect(await state(db)).toEqual({ tags: ['0000_first'], tables: [['first']] });
    });

    it.each<[string, readonly Migration[], RefusalReason]>([
      [
        '書き換わった',
        [{ ...first, hash: 'another' }, second],
        { code: 'migration-changed', tag: '0000_first' },
      ],
      ['プログラムが知らない', [first], { code: 'database-newer', tags: ['0001_second'] }],
      [
        '順序の違う',
        [made('0000_zero'), first, second],
        { code: 'migrations-out-of-order', tag: '0000_first' },
      ],
    ])('適用済みのものが%sなら断り、何も変えない', async (__, migrations, reason) => {
      const [db] = (await open()) as [Database];
      await migrate(db, [first, second]);
      const before = await state(db);
      expect(
        await reasonOf(migrate(db, [...migrations, made('0009_more', 'CREATE TABLE more (a int)')])),
      ).toEqual(reason);
      expect(await state(db)).toEqual(before);
    });
  },
);

it('プログラムのマイグレーションは、空でなく、順に並ぶ', () => {
  const migrations = readMigrations();
  expect(migrations.length).toBeGreaterThan(1);
  expect(migrations.map(({ tag }) => tag)).toEqual(migrations.map(({ tag }) => tag).toSorted());
  expect(
    migrations.every(({ statements, hash }) => statements.length > 0 && /^[0-9a-f]{64}$/.test(hash)),
  ).toBe(true);
});
