import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { barePostgresDatabase, testDatabase } from '../../test/factories/database.ts';
import { fillTown, townA, townB } from '../../test/factories/every-table.ts';
import { reasonOf } from '../../test/factories/refusal-reason.ts';
import { verifyAudit } from './audit-verify.ts';
import { backUp } from './backup.ts';
import { readBackup } from './backup-read.ts';
import type { Database } from './connection.ts';
import { openMemory } from './embedded-memory.ts';
import { withMaintenance } from './maintenance.ts';
import { appliedMigrations } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { openPostgres } from './postgres.ts';
import { restore } from './restore.ts';
import { listTables, readRows } from './table-list.ts';

const of = { program: 'test', now: new Date('2026-11-21T00:00:00Z') };
const folder = mkdtempSync(join(tmpdir(), 'rashin-backup-'));
let count = 0;
const newFile = () => {
  count += 1;
  return join(folder, `${count}.gz`);
};
const open: Database[] = [];
const kept = async (opening: Promise<Database>): Promise<Database> => {
  const db = await opening;
  open.push(db);
  return db;
};

/** Nothing in it, not even tables. */
const emptyServer = async (): Promise<Database> => {
  const bare = await barePostgresDatabase();
  if (bare === null) throw new Error('emptyServer requires PostgreSQL');
  const db = await openPostgres(bare.url);
  return { ...db, close: () => db.close().then(bare.drop) };
};

/** SHA-256 of every table, by name. */
const digests = (db: Database): Promise<Readonly<Record<string, string>>> =>
  withMaintenance(db, { readOnly: true }, async (tx) => {
    const found: Record<string, string> = {};
    for (const table of await listTables(tx)) {
      const hash = createHash('sha256');
      for await (const rows of readRows(tx, table)) for (const row of rows) hash.update(JSON.stringify(row));
      found[table.name] = hash.digest('hex');
    }
    return found;
  });

/** What makes rows safe: must be as before after a restore. */
const rules = (db: Database) =>
  withMaintenance(db, { readOnly: true }, async (tx) => ({
    keys: await tx.query(
      "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f', 'c') ORDER BY 1",
    ),
    triggers: await tx.query(
      'SELECT tgname, tgrelid::regclass::text, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 2, 1',
    ),
  }));

const filled = async (db: Database): Promise<Database> => {
  await fillTown(db, townA);
  await fillTown(db, townB);
  return db;
};

let source: Database;
let file: string;
beforeAll(async () => {
  source = await filled(await kept(testDatabase()));
  file = newFile();
  await backUp(source, file, of);
});
afterAll(async () => {
  await Promise.all(open.map((db) => db.close()));
  rmSync(folder, { recursive: true });
});

describe('バックアップと復元', () => {
  const places: readonly (readonly [
    title: string,
    from: 'embedded' | 'server',
    to: 'embedded' | 'server',
  ])[] = [
    ['組み込みから組み込み', 'embedded', 'embedded'],
    ['組み込みから PostgreSQL', 'embedded', 'server'],
    ['PostgreSQL から組み込み', 'server', 'embedded'],
    ['PostgreSQL から PostgreSQL', 'server', 'server'],
  ];
  const empty = (place: 'embedded' | 'server') => kept(place === 'embedded' ? openMemory() : emptyServer());
  const runnable = places.filter(([, ...both]) => inject('postgres') !== null || !both.includes('server'));

  it.each(runnable)('%sへ、どの表も同じになって戻る', async (_, from, to) => {
    const origin = from === 'embedded' ? source : await empty('server');
    // What was restored to a server is as good a source as any, and shows that a second round loses nothing.
    if (from === 'server') await restore(origin, file, { replace: false });
    const target = await empty(to);
    const copy = newFile();
    const summary = await backUp(origin, copy, of);
    const before = await digests(origin);
    expect(summary).toEqual({ tables: Object.keys(before).length, rows: expect.any(Number) });
    await restore(target, copy, { replace: false });
    expect(await digests(target)).toEqual(before);
    expect(await rules(target)).toEqual(await rules(origin));
    expect((await verifyAudit(target)).map(({ municipality, findings }) => [municipality, findings])).toEqual(
      [
        [townB, []],
        [townA, []],
      ],
    );
  });

  it('どの表にも行があり、値は文字のまま残っている', async () => {
    const empty = await withMaintenance(source, { readOnly: true }, async (tx) => {
      const names: string[] = [];
      for (const { name } of await listTables(tx))
        if ((await tx.query(`SELECT FROM ${name} LIMIT 1`)).length === 0) names.push(name);
      return names;
    });
    expect(empty).toEqual([]);
    const text = gunzipSync(readFileSync(file)).toString();
    for (const value of ['"6.770"', '2024-01-01 00:00:00.000001+00', '"null"', '\u2028'])
      expect(text).toContain(value);
  });

  it('同じ名前のファイルがあれば断り、そのファイルは変わらない', async () => {
    const taken = newFile();
    writeFileSync(taken, '大事なもの');
    expect(await reasonOf(backUp(source, taken, of))).toEqual({ code: 'file-exists', file: taken });
    expect(readFileSync(taken, 'utf8')).toBe('大事なもの');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('書けない場所なら断る', async () => {
    const nowhere = join(folder, 'ない', 'a.gz');
    expect(await reasonOf(backUp(source, nowhere, of))).toEqual({
      code: 'file-unwritable',
      file: nowhere,
      cause: 'ENOENT',
    });
  });
});

describe('壊れたバックアップは断り、何も変えない', () => {
  const damage = (change: (lines: string[]) => string[]) => () =>
    gzipSync(change(gunzipSync(readFileSync(file)).toString().split('\n')).join('\n'));
  const bytes = (change: (whole: Buffer) => Buffer) => () => change(readFileSync(file));
  const place = (lines: readonly string[], text: string) => {
    const found = lines.findIndex((line) => line.includes(text));
    expect(found).toBeGreaterThan(0);
    return found;
  };

  const cases: readonly (readonly [title: string, make: () => Buffer, what: RegExp])[] = [
    ['途中で切れている', bytes((whole) => whole.subarray(0, whole.length / 2)), /Z_BUF_ERROR/],
    [
      '圧縮の途中が変わっている',
      bytes((whole) => {
        const copy = Buffer.from(whole);
        copy.fill(0x55, copy.length >> 1, (copy.length >> 1) + 8);
        return copy;
      }),
      /Z_DATA_ERROR|ENCODING|checksum|not JSON|row/,
    ],
    ['圧縮ファイルではない', () => Buffer.from('こんにちは'), /Z_DATA_ERROR/],
    ['空', () => gzipSync(''), /end is missing/],
    [
      '値が一つ変わっている',
      damage((lines) =>
        lines.with(place(lines, '"6.770"'), (lines[place(lines, '"6.770"')] ?? '').replace('6.770', '6.771')),
      ),
      /indicator_target do not match/,
    ],
    ['行が一つない', damage((lines) => lines.toSpliced(place(lines, '公開してよい声'), 1)), /do not match/],
    [
      '行が一つ多い',
      damage((lines) =>
        lines.toSpliced(place(lines, '公開してよい声'), 0, lines[place(lines, '公開してよい声')] ?? ''),
      ),
      /do not match/,
    ],
    [
      '列が足りない',
      damage((lines) => lines.with(place(lines, '公開してよい声'), '["x"]')),
      /number of columns/,
    ],
    [
      '表が一つない',
      damage((lines) => lines.toSpliced(place(lines, '{"table":"area"}'), 4)),
      /not the one announced/,
    ],
    ['終わりの行がない', damage((lines) => lines.slice(0, -2)), /end is missing/],
    ['終わりの後に何かある', damage((lines) => [...lines.slice(0, -1), '["x"]', '']), /after the end/],
    [
      '終わりのハッシュが違う',
      damage((lines) => lines.with(-2, `{"complete":true,"sha256":"${'0'.repeat(64)}"}`)),
      /file does not match/,
    ],
    ['別の形式', damage((lines) => lines.with(0, '{"format":"other"}')), /not the head/],
  ];

  let target: Database;
  let before: Readonly<Record<string, string>>;
  beforeAll(async () => {
    target = await kept(testDatabase());
    await fillTown(target, townB);
    before = await digests(target);
  });

  it.each(cases)('%s', async (_, make, what) => {
    const damaged = newFile();
    writeFileSync(damaged, make());
    const reason = await reasonOf(restore(target, damaged, { replace: true }));
    expect(reason).toMatchObject({
      code: 'backup-damaged',
      file: damaged,
      what: expect.stringMatching(what),
    });
    expect(await digests(target)).toEqual(before);
  });

  it('ファイルがない', async () => {
    expect(await reasonOf(readBackup(join(folder, 'ない.gz')))).toMatchObject({
      code: 'file-unreadable',
      cause: 'ENOENT',
    });
  });
});

describe('戻してよいかを先に確かめる', () => {
  const withHead = (change: (head: Record<string, unknown>) => Record<string, unknown>): string => {
    const [head = '', ...rest] = gunzipSync(readFileSync(file)).toString().split('\n').slice(0, -2);
    const body = `${[JSON.stringify(change(JSON.parse(head))), ...rest].join('\n')}\n`;
    const made = newFile();
    const sha256 = createHash('sha256').update(body).digest('hex');
    writeFileSync(made, gzipSync(`${body}${JSON.stringify({ complete: true, sha256 })}\n`));
    return made;
  };

  it('データのあるデータベースには、--replace なしでは戻さない', async () => {
    const target = await kept(testDatabase());
    await fillTown(target, townB);
    const before = await digests(target);
    expect(await reasonOf(restore(target, file, { replace: false }))).toMatchObject({
      code: 'database-not-empty',
    });
    expect(await digests(target)).toEqual(before);
    await restore(target, file, { replace: true });
    expect(await digests(target)).toEqual(await digests(source));
  });

  it('新しい形式は断る', async () => {
    const newer = withHead((head) => ({ ...head, version: 2 }));
    expect(await reasonOf(restore(await kept(testDatabase()), newer, { replace: false }))).toEqual({
      code: 'backup-newer-format',
      file: newer,
      found: 2,
    });
  });

  it('知らないマイグレーションのものは断り、空のデータベースのまま', async () => {
    const other = withHead((head) => ({ ...head, migrations: [{ tag: '9999_future', hash: 'x' }] }));
    const target = await kept(openMemory());
    expect(await reasonOf(restore(target, other, { replace: false }))).toMatchObject({
      code: 'backup-other-migrations',
      what: '9999_future',
    });
    expect(await appliedMigrations(target)).toEqual([]);
  });

  it('古い版のバックアップは、その版まで作って戻してから今の版にする', async () => {
    const older = readMigrations();
    const later = {
      tag: '9999_later',
      hash: 'h',
      statements: ['CREATE TABLE later (municipality text PRIMARY KEY)'],
    };
    const target = await kept(openMemory());
    await restore(target, file, { replace: false }, [...older, later]);
    expect((await appliedMigrations(target)).at(-1)?.tag).toBe('9999_later');
    const { later: added, ...rest } = await digests(target);
    expect(added).toBeDefined();
    expect(rest).toEqual(await digests(source));
  });
});
