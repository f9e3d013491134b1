import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfEmptyDataFolder } from '../../test/factories/data-folder.ts';
import { fillTown, townA } from '../../test/factories/every-table.ts';
import { verifyAudit } from './audit-verify.ts';
import { backUp } from './backup.ts';
import type { Database } from './connection.ts';
import { frame, frameReader } from './control-protocol.ts';
import { takeDataLock } from './data-lock.ts';
import { ConnectionLost, databaseErrorOf } from './database-error.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import { area } from './schema/index.ts';
import { withPublic, withTenant } from './tenant.ts';

const folder = mkdtempSync(join(tmpdir(), 'rashin-control-'));
const place = { databaseUrl: null, dataDir: join(folder, 'data') };
const as = { municipality: townA, actor: 'test', origin: 'cli' };
const source = (name: string) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));

const areaRow = (areaKey: string) => ({
  municipality: townA,
  areaKey,
  name: areaKey,
  layer: 'district' as const,
  position: 1,
});
const names = (db: Database) =>
  withTenant(db, as, async (tx) =>
    (await tx.q.select({ key: area.areaKey }).from(area).orderBy(area.areaKey)).map((row) => row.key),
  );

const children: ChildProcess[] = [];
/** A process of its own that runs `script` and has said `word`. */
const other = (script: string, word: string): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === word) resolve(child);
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code} before it said ${word}`)));
  });
const killed = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

describe('データの置き場所の鍵', () => {
  const dataDir = join(folder, 'lock');
  const hold = `import { takeDataLock } from ${source('./data-lock.ts')};
    takeDataLock(${JSON.stringify(dataDir)}, '先のサーバー'); console.log('held'); setInterval(() => {}, 1000);`;

  it('ほかのプロセスが持つ間は取れず、だれが持つかが分かり、kill -9 で死ねばすぐ取れる', async () => {
    const child = await other(hold, 'held');
    expect(takeDataLock(dataDir, '後')).toMatchObject({
      held: false,
      holder: { program: '先のサーバー', pid: child.pid, socket: null },
    });
    await killed(child);
    const attempt = takeDataLock(dataDir, '後');
    expect(attempt.held).toBe(true);
    expect(takeDataLock(dataDir, '同じプロセス')).toMatchObject({
      held: false,
      holder: { program: '後', pid: process.pid },
    });
    if (attempt.held) attempt.release();
  });

  /** Ten processes to start on a machine that has other things to do; the race itself is over at once. */
  const startingTen = 240_000;

  it(
    '死んだ持ち主の鍵を十のプロセスが争っても、取れるのは一つ',
    async () => {
      await killed(await other(hold, 'held'));
      // Each is ready before any begins: they race for the lock, not for the processor.
      const race = `import { takeDataLock } from ${source('./data-lock.ts')};
      process.stdin.once('data', () => {
        console.log(takeDataLock(${JSON.stringify(dataDir)}, 'race').held ? 'won' : 'lost');
      });
      console.log('ready');
      // The winner holds it until all have tried.
      setInterval(() => {}, 1000);`;
      const racers = Array.from({ length: 10 }, () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', race], {
          stdio: ['pipe', 'pipe', 'inherit'],
        });
        children.push(child);
        const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
        /** The end of a process that said nothing is an answer too. */
        const next = async (): Promise<string> => String((await lines.next()).value ?? 'died');
        return { child, next };
      });
      expect(await Promise.all(racers.map(({ next }) => next()))).toEqual(Array(10).fill('ready'));
      for (const { child } of racers) child.stdin.write('go\n');
      const results = await Promise.all(racers.map(({ next }) => next()));
      await Promise.all(racers.map(({ child }) => killed(child)));
      expect(results.toSorted()).toEqual([...Array(9).fill('lost'), 'won']);
    },
    startingTen,
  );
});

describe('動いているサーバーを通した命令', () => {
  let server: Database;
  let command: Database;
  beforeAll(async () => {
    await copyOfEmptyDataFolder(place.dataDir);
    server = await openDatabase(place, { program: 'rashin serve', shared: false });
    await migrate(server);
    await fillTown(server, townA);
    command = await openDatabase(place, { program: 'rashin audit', shared: true });
  });
  afterAll(async () => {
    await command.close();
    await server.close();
  });

  it('サーバーをもう一つ動かすのは断り、だれが使っているかを言う', async () => {
    const error = await openDatabase(place, { program: 'rashin serve', shared: false }).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(DatabaseRefusal);
    expect(error).toMatchObject({
      reason: {
        code: 'locked',
        folder: place.dataDir,
        holder: expect.stringContaining(`rashin serve, PID ${process.pid}`),
      },
    });
  });

  it('命令の書き込みがサーバーから見え、サーバーの書き込みが命令から見える', async () => {
    await withTenant(command, as, (tx) => tx.q.insert(area).values(areaRow('by-command')));
    await withTenant(server, as, (tx) => tx.q.insert(area).values(areaRow('by-server')));
    expect(await names(server)).toEqual(['all', 'by-command', 'by-server']);
    expect(await names(command)).toEqual(['all', 'by-command', 'by-server']);
    expect(await migrate(command)).toEqual([]);
  });

  it('値はどれも同じに届く', async () => {
    const sql = `SELECT 'NaN'::float8, '-Infinity'::float8, '-0'::float8, 1::int4, '9007199254740993'::int8, true, NULL, $1::text, repeat('あ', 2000000)`;
    const ask = (db: Database) =>
      db.transaction(
        { readOnly: true, setup: 'SELECT 1' },
        async ({ query }) => (await query(sql, ['\u2028"\\'])).rows[0],
      );
    const answer = await ask(command);
    expect(answer).toEqual(await ask(server));
    expect(answer?.slice(0, 8)).toEqual([
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      -0,
      1,
      '9007199254740993',
      true,
      null,
      '\u2028"\\',
    ]);
  });

  it('誤りは同じ形で伝わり、取り消される', async () => {
    const before = await names(server);
    const error = await withTenant(command, as, async (tx) => {
      await tx.q.insert(area).values(areaRow('half'));
      await tx.q.insert(area).values(areaRow('all'));
    }).catch((e: unknown) => e);
    expect(databaseErrorOf(error)).toMatchObject({
      code: '23505',
      constraint: 'area_municipality_area_key_pk',
    });
    await expect(
      withTenant(command, as, async (tx) => {
        await tx.q.insert(area).values(areaRow('half'));
        throw new Error('やめた');
      }),
    ).rejects.toThrow('やめた');
    expect(await names(server)).toEqual(before);
  });

  it('取引の最後に断られる外部キーも伝わる', async () => {
    const error = await withTenant(command, as, (tx) =>
      tx.q.update(area).set({ parentKey: 'ない' }).where(eq(area.areaKey, 'all')),
    ).catch((e: unknown) => e);
    expect(databaseErrorOf(error)?.code).toBe('23503');
  });

  it('取引の途中で kill -9 された命令の書き込みは消え、サーバーは続く', async () => {
    const before = await names(server);
    const script = `import { openDatabase } from ${source('./open.ts')}; import { withTenant } from ${source('./tenant.ts')};
      import { area } from ${source('./schema/index.ts')};
      const db = await openDatabase(${JSON.stringify(place)}, { program: 'dying', shared: true });
      await withTenant(db, ${JSON.stringify(as)}, async (tx) => {
        await tx.q.insert(area).values(${JSON.stringify(areaRow('dying'))});
        console.log('half'); await new Promise(() => setInterval(() => {}, 1000));
      });`;
    const child = await other(script, 'half');
    const waiting = withPublic(server, as, (tx) => tx.q.select({ key: area.areaKey }).from(area));
    await killed(child);
    expect(await waiting).toHaveLength(before.length);
    expect(await names(server)).toEqual(before);
    expect((await verifyAudit(command))[0]?.findings).toEqual([]);
  });

  it('動かしたままバックアップできる', async () => {
    const { rows } = await backUp(command, join(folder, 'running.gz'), { program: 'test', now: new Date(0) });
    expect(rows).toBeGreaterThan(50);
  });

  it('ソケットは本人だけのもので、言葉の通じない相手は切る', async () => {
    const { socket } = JSON.parse(readFileSync(join(place.dataDir, 'holder.json'), 'utf8'));
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'lock')).mode & 0o777).toBe(0o700);
    for (const noise of [
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      Buffer.from([0, 0, 0, 2, 0x7b, 0x7b]),
      Buffer.from([0, 0, 0, 2, 0x7b, 0x7d]),
    ])
      await new Promise<void>((resolve) => {
        const stranger = connect(socket, () => stranger.write(noise));
        stranger.on('close', () => resolve());
      });
    expect(await names(server)).toContain('all');
  });

  it('サーバーが終わると命令は断られ、置き場所は次の人のもの', async () => {
    const dataDir = join(folder, 'x'.repeat(90));
    await copyOfEmptyDataFolder(dataDir);
    const first = await openDatabase(
      { databaseUrl: null, dataDir },
      { program: 'rashin serve', shared: false },
    );
    const through = await openDatabase(
      { databaseUrl: null, dataDir },
      { program: 'rashin audit', shared: true },
    );
    await first.close();
    await expect(
      through.transaction({ readOnly: true, setup: 'SELECT 1' }, ({ query }) => query('SELECT 1', [])),
    ).rejects.toBeInstanceOf(ConnectionLost);
    const own = await openDatabase({ databaseUrl: null, dataDir }, { program: 'rashin audit', shared: true });
    expect(own.promise).not.toContain('サーバーを通して');
    await own.close();
  });
});

describe('枠', () => {
  it.each([1, 3, 7, 1_000])('%i バイトずつ届いても、枠ごとに読める', (size) => {
    const messages = [
      { ask: 'commit' },
      { ask: 'query', sql: 'あ'.repeat(300), params: [null, '\n'] },
      { ask: 'rollback' },
    ] as const;
    const bytes = Buffer.concat(messages.map(frame));
    const received: unknown[] = [];
    const read = frameReader((message) => received.push(message));
    for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size));
    expect(received).toEqual(messages);
  });
});
