import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

/** Each takes two seconds or more; `RASHIN_KILL_ROUNDS=50` before a release and after every new PGlite. */
const rounds = Number(process.env.RASHIN_KILL_ROUNDS ?? 10);
const writer = fileURLToPath(new URL('../../test/durability/write-until-killed.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rashin-kill-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Round {
  /** Rows there when it opened, and what the verification of the trail said. */
  readonly found: number;
  readonly findings: string;
  /** The last write it acknowledged. */
  readonly acknowledged: number;
}

/** One life of the writer; killed `delay` ms after its first acknowledged write, or already while it opens. */
const live = (delay: number, opening: boolean): Promise<Round | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    let found: { rows: number; findings: string } | null = null;
    let acknowledged = 0;
    let killed = false;
    const kill = () =>
      setTimeout(() => {
        killed = true;
        child.kill('SIGKILL');
      }, delay);
    if (opening) kill();
    child.stderr.on('data', (chunk) => {
      complaint += String(chunk);
    });
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const [word, number = '', ...rest] = line.split(' ');
      if (word === 'found') {
        found = { rows: Number(number), findings: rest.join(' ') };
        acknowledged = found.rows;
      }
      if (word === 'wrote') {
        acknowledged = Number(number);
        if (!killed && !opening && acknowledged === (found?.rows ?? 0) + 1) kill();
      }
    });
    child.on('error', reject);
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself: ${complaint}`));
      else resolve(found === null ? null : { found: found.rows, findings: found.findings, acknowledged });
    });
  });

it(
  `書いている途中で ${rounds} 回 kill -9 しても、お知らせした書き込みはすべて残る`,
  async () => {
    let acknowledged = 0;
    let opened = 0;
    for (let round = 0; round < rounds; round += 1) {
      // Every tenth is killed while it opens (recovery itself is interrupted), the first while it makes the database.
      const opening = round % 10 === 0;
      const life = await live(Math.floor(Math.random() * (opening ? 700 : 400)), opening);
      if (life === null) continue;
      opened += 1;
      // One write may have been on its way: on the disk, but its word not said or not heard.
      expect([life.found - acknowledged, life.findings]).toEqual([
        expect.toSatisfy((more) => more === 0 || more === 1),
        '[]',
      ]);
      acknowledged = Math.max(acknowledged, life.acknowledged);
    }
    expect(opened).toBeGreaterThanOrEqual(rounds * 0.8);
    expect(acknowledged).toBeGreaterThan(rounds);
    // The last kill, too, has lost nothing.
    const last = await live(0, false);
    expect([Number(last?.found) - acknowledged, last?.findings]).toEqual([
      expect.toSatisfy((more) => more === 0 || more === 1),
      '[]',
    ]);
  },
  15 * 60_000,
);
