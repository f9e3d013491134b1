import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder;
let file;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rashin-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('二つめは一つめが終わるまで待つ', async () => {
  const order = [];
  await Promise.all([
    withLock(file, async () => {
      order.push('一つめ始め');
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('一つめ終わり');
    }),
    withLock(file, async () => order.push('二つめ')),
  ]);
  expect(order).toEqual(['一つめ始め', '一つめ終わり', '二つめ']);
});

it('失敗しても離す', async () => {
  await expect(withLock(file, async () => Promise.reject(new Error('失敗')))).rejects.toThrow('失敗');
  expect(existsSync(file)).toBe(false);
});

it('持ち主が死んでいれば引き継ぐ', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(file, String(pid));
  expect(await withLock(file, async () => 'した')).toBe('した');
});
