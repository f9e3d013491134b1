import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installationFolder } from '../../src/installation.ts';
import { barePostgresDatabase } from '../factories/database.ts';
import { startTestServer } from './server.ts';

const program = join(installationFolder, 'dist', 'server', 'main.js');
let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'rashin-start-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const status = async (url: string): Promise<number | null> => {
  try {
    return (await fetch(url)).status;
  } catch {
    return null;
  }
};

const untilSilent = async (url: string): Promise<boolean> => {
  for (let i = 0; i < 100; i++) {
    if ((await status(url)) === null) return true;
    await wait(100);
  }
  return false;
};

describe('起動と終了', () => {
  it('最初の起動で答え、どのデータベースかと約束を言い、SIGTERM で 0 で終わる', async () => {
    const server = await startTestServer({ RASHIN_DATA: data });
    expect(server.output()).toContain('データベース: 組み込み');
    expect(server.output()).toContain('fsync');
    expect(await status(`${server.address}/healthz`)).toBe(200);
    expect(await status(`${server.address}/readyz`)).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  it('二度めの起動も同じデータで答え、重ねて SIGTERM を受けても 0 で終わる', async () => {
    const server = await startTestServer({ RASHIN_DATA: data });
    expect(await status(`${server.address}/readyz`)).toBe(200);
    server.process.kill('SIGTERM');
    expect(await server.stop()).toBe(0);
  });

  it('途中の返事を終えてから止まる', async () => {
    const server = await startTestServer({ RASHIN_DATA: data });
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    socket.write(
      'POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nab',
    );
    await wait(300);
    const stopped = server.stop();
    await wait(300);
    socket.write('cd');
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).toContain('ページが見つかりません');
    expect(await stopped).toBe(0);
  });

  it('起動した側が死ぬと、自分も終わる', async () => {
    const server = await startTestServer({ RASHIN_DATA: data });
    server.process.disconnect();
    expect(await untilSilent(`${server.address}/healthz`)).toBe(true);
    expect(await server.stop()).toBe(0);
  });
});

describe('PostgreSQL サーバーで', () => {
  it('DATABASE_URL を渡すと、同じものがそこで動き、二度めもデータがある', async (test) => {
    const database = await barePostgresDatabase();
    if (database === null) return test.skip('この機械に PostgreSQL がない');
    const homes: (number | null)[] = [];
    for (let round = 0; round < 2; round++) {
      const server = await startTestServer({ DATABASE_URL: database.url });
      expect(server.output()).toContain('データベース: PostgreSQL');
      expect(await status(`${server.address}/readyz`)).toBe(200);
      homes.push(await status(`${server.address}/m/202151`));
      expect(await server.stop()).toBe(0);
    }
    expect(homes).toEqual([200, 200]);
    await database.drop();
  });

  it('つながらなければ、どのサーバーかを言って 1 で終わる。パスワードは出さない', () => {
    const ended = spawnSync(process.execPath, [program], {
      env: {
        ...process.env,
        RASHIN_DATA: data,
        DATABASE_URL: 'postgresql://rashin:himitsu@127.0.0.1:1/rashin',
      },
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('127.0.0.1:1/rashin');
    expect(ended.stderr + ended.stdout).not.toContain('himitsu');
  });
});

describe('起動できないときは、理由を言って 1 で終わる', () => {
  const start = (environment: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, [program], {
      env: { ...process.env, RASHIN_DATA: data, ...environment },
      encoding: 'utf8',
      timeout: 60_000,
    });

  it('設定の誤り', () => {
    const ended = start({ PORT: 'abc', LOG_LEVEL: 'loud' });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('環境変数 PORT: 0 から 65535 までの整数で指定してください。');
    expect(ended.stderr).toContain('環境変数 LOG_LEVEL: ');
  });

  it('ポートが使われている', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    const ended = start({ PORT: String(port) });
    other.close();
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain(`ポート ${port} はほかのプログラムが使っています。`);
  });

  it('同じデータの置き場所を、別のサーバーが使っている', async () => {
    const server = await startTestServer({ RASHIN_DATA: data });
    const ended = start({ PORT: '0' });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain(data);
    expect(await status(`${server.address}/readyz`)).toBe(200);
    expect(await server.stop()).toBe(0);
  });
});

describe('npm start', () => {
  it.skipIf(process.platform === 'win32').each([
    ['プロセスのまとまり', (pid: number) => process.kill(-pid, 'SIGTERM')],
    ['npm だけ', (pid: number) => process.kill(pid, 'SIGTERM')],
  ])('%sへの SIGTERM で 0 で終わり、何も残らない', async (_, signal) => {
    const child = spawn('npm', ['start'], {
      cwd: installationFolder,
      env: { ...process.env, RASHIN_DATA: data, PORT: '0', LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const address = await new Promise<string>((resolve, reject) => {
      let printed = '';
      const read = (chunk: Buffer) => {
        printed += chunk.toString();
        const found = /^(http:\/\/\S+) を開いてください/m.exec(printed)?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      void ended.then(() => reject(new Error(printed)));
    });
    signal(child.pid ?? 0);
    expect(await ended).toBe(0);
    expect(await status(`${address}/healthz`)).toBe(null);
  });
});
