import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { stampOf } from './stamp.mjs';

let root;
const write = (path, text) => writeFileSync(join(root, path), text);
const stamp = () => stampOf(root, ['src', 'lock']);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rashin-stamp-'));
  mkdirSync(join(root, 'src', 'web'), { recursive: true });
  write('src/main.ts', 'a');
  write('src/web/app.tsx', 'b');
  write('lock', 'c');
});
afterEach(() => rmSync(root, { recursive: true }));

it.each([
  ['内容が変わる', () => write('src/main.ts', 'A')],
  ['ファイルが増える', () => write('src/web/new.ts', '')],
  [
    '名前だけ変わる',
    () => {
      rmSync(join(root, 'src/main.ts'));
      write('src/mainly.ts', 'a');
    },
  ],
  [
    '境目がずれる',
    () => {
      write('src/main.ts', '');
      write('src/web/app.tsx', 'ab');
    },
  ],
  ['ロックファイルが変わる', () => write('lock', 'd')],
])('組み立て直す: %s', (_, change) => {
  const before = stamp();
  change();
  expect(stamp()).not.toBe(before);
});

it('同じ内容を書き直しても、テストを足しても、組み立て直さない', () => {
  const before = stamp();
  write('src/main.ts', 'a');
  write('src/main.test.ts', 'x');
  expect(stamp()).toBe(before);
});
