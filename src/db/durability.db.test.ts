import fs, {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { copyOfEmptyDataFolder } from '../../test/factories/data-folder.ts';
import { fillTown, townA } from '../../test/factories/every-table.ts';
import { reasonOf } from '../../test/factories/refusal-reason.ts';
import { verifyAudit } from './audit-verify.ts';
import type { Database } from './connection.ts';
import { ConnectionLost } from './database-error.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import { openEmbedded } from './embedded.ts';
import { embeddedMajor, openDurable } from './embedded-engine.ts';
import { openFolder } from './embedded-folder.ts';
import { sessionOf } from './embedded-session.ts';
import { exclusiveTransactions } from './exclusive.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';

const folder = mkdtempSync(join(tmpdir(), 'rashin-durable-'));
/** Made once; the tests below open it one after another. */
const made = join(folder, 'made');
beforeAll(async () => {
  await copyOfEmptyDataFolder(made);
});
afterAll(() => rmSync(folder, { recursive: true }));

const giveUp = (): never => {
  throw new Error('PostgreSQL gave up');
};

const write = (n: number) => `SELECT pg_logical_emit_message(true, 'test', '${n}')`;
const begin = { readOnly: false, setup: 'SELECT 1' };

/** Calls of the real fsync for files of the log, which is what an acknowledged commit rests on. */
const countingFsync = async <T>(work: () => Promise<T>): Promise<number> => {
  const real = fs.fsyncSync;
  let calls = 0;
  const spy = vi.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
    const path = process.platform === 'linux' ? readlinkSync(`/proc/self/fd/${file}`) : '/pg_wal/';
    real(file);
    if (path.includes('/pg_wal/')) calls += 1;
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return calls;
};

describe('組み込みデータベースの書き込みはディスクにある', () => {
  it('200 回の書き込みは、ログの fsync を 200 回以上呼ぶ', async () => {
    const pg = await openFolder(made, giveUp);
    const { transaction } = exclusiveTransactions(sessionOf(pg));
    const calls = await countingFsync(async () => {
      for (let n = 0; n < 200; n += 1) await transaction(begin, ({ query }) => query(write(n), []));
    });
    await pg.close();
    expect(calls).toBeGreaterThanOrEqual(200);
  });

  it('fsync は、書き込みの完了を知らせる前に終わっている', async () => {
    const pg = await openFolder(made, giveUp);
    const { transaction } = exclusiveTransactions(sessionOf(pg));
    for (let n = 0; n < 5; n += 1) {
      const calls = await countingFsync(() => transaction(begin, ({ query }) => query(write(n), [])));
      expect(calls).toBeGreaterThanOrEqual(1);
    }
    await pg.close();
  });

  it('ディスクが失敗した書き込みは、済んだことにならない。直れば続けられ、前の書き込みは残っている', async () => {
    const broken = join(folder, 'broken');
    fs.cpSync(made, broken, { recursive: true });
    const db = await openEmbedded(
      broken,
      new URL('../../test/durability/failing-disk-worker.ts', import.meta.url),
    );
    const rows = () =>
      db.transaction(begin, async ({ query }) =>
        (await query('SELECT a FROM kept ORDER BY a', [])).rows.flat(),
      );
    await db.transaction(begin, ({ query }) => query('CREATE TABLE kept (a int)', []));
    await db.transaction(begin, ({ query }) => query('INSERT INTO kept VALUES (1)', []));
    writeFileSync(join(broken, 'disk-fails'), '');
    const lost = db.transaction(begin, ({ query }) => query('INSERT INTO kept VALUES (2)', []));
    await expect(lost).rejects.toBeInstanceOf(ConnectionLost);
    await expect(rows()).rejects.toBeInstanceOf(DatabaseRefusal);
    rmSync(join(broken, 'disk-fails'));
    expect(await rows()).toContain(1);
    await db.transaction(begin, ({ query }) => query('INSERT INTO kept VALUES (3)', []));
    expect(await rows()).toContain(3);
    await db.close();
  });

  it('PGlite が fsync の切り方を変えたら、開かない', async () => {
    const original = PGlite.defaultStartParams;
    Object.defineProperty(PGlite, 'defaultStartParams', {
      value: original.filter((p) => p !== '-F'),
      configurable: true,
    });
    try {
      await expect(openDurable(join(made, 'database'), giveUp)).rejects.toThrow('no longer starts with -F');
    } finally {
      Object.defineProperty(PGlite, 'defaultStartParams', { value: original, configurable: true });
    }
  });

  it('fsync が切られていたら、開かない', async () => {
    const original = PGlite.defaultStartParams;
    Object.defineProperty(PGlite, 'defaultStartParams', {
      value: [...original, '-c', 'fsync=off'],
      configurable: true,
    });
    try {
      await expect(openDurable(join(made, 'database'), giveUp)).rejects.toThrow('fsync is off, not on');
    } finally {
      Object.defineProperty(PGlite, 'defaultStartParams', { value: original, configurable: true });
    }
  });
});

describe('データの置き場所', () => {
  it('途中で止まった最初の作成は捨てて、作り直す', async () => {
    const place = join(folder, 'interrupted');
    mkdirSync(join(place, 'database.new', 'base'), { recursive: true });
    writeFileSync(join(place, 'database.new', 'PG_VERSION'), `${embeddedMajor}\n`);
    const pg = await openFolder(place, giveUp);
    await pg.close();
    expect(readdirSync(place)).toEqual(['database']);
    expect(readFileSync(join(place, 'database', 'PG_VERSION'), 'utf8').trim()).toBe(embeddedMajor);
  });

  it('別の版のファイルは断り、触らない', async () => {
    const place = join(folder, 'other');
    mkdirSync(join(place, 'database'), { recursive: true });
    writeFileSync(join(place, 'database', 'PG_VERSION'), '17\n');
    expect(await reasonOf(openFolder(place, giveUp))).toEqual({
      code: 'unknown-engine-version',
      folder: place,
      found: '17',
    });
    expect(readdirSync(join(place, 'database'))).toEqual(['PG_VERSION']);
  });

  it('フォルダーを作れない場所は断る', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const opening = openDatabase(
      { databaseUrl: null, dataDir: join(file, 'data') },
      { program: 'test', shared: false },
    );
    expect(await reasonOf(opening)).toMatchObject({
      code: 'not-writable',
      cause: expect.stringContaining('ENOTDIR'),
    });
  });
});

describe('ワーカーで動く組み込みデータベース', () => {
  it('閉じて開き直すと、書いたものが同じにある。その間も時計は止まらない', async () => {
    const place = { databaseUrl: null, dataDir: join(folder, 'worker') };
    const user = { program: 'test', shared: false };
    await copyOfEmptyDataFolder(place.dataDir);
    const ends: number[] = [];
    const tick = setInterval(() => ends.push(performance.now()), 5);
    const db: Database = await openDatabase(place, user);
    expect(db.promise).toContain('fsync');
    await migrate(db);
    await fillTown(db, townA);
    const before = await verifyAudit(db);
    clearInterval(tick);
    await db.close();
    const again = await openDatabase(place, user);
    expect(await migrate(again)).toEqual([]);
    expect(await verifyAudit(again)).toEqual(before);
    await again.close();
    expect(before[0]?.findings).toEqual([]);
    const pauses = ends.slice(1).map((at, i) => at - (ends[i] ?? at));
    // On the main thread the engine stands in the way for seconds.
    expect(Math.max(...pauses)).toBeLessThan(1_000);
  });

  it('閉じた後は、待たずに断る', async () => {
    const db = await openDatabase({ databaseUrl: null, dataDir: made }, { program: 'test', shared: false });
    await db.close();
    await expect(db.transaction(begin, ({ query }) => query('SELECT 1', []))).rejects.toBeInstanceOf(
      ConnectionLost,
    );
  });
});
