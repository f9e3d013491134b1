import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadSecretKey, SecretKeyRefusal, secretKeyFile } from './secret-key.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rashin-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const load = (secretKey: string | null = null, dataDir = join(folder, 'data')) =>
  Buffer.from(loadSecretKey({ dataDir, secretKey })).toString('base64');

it('なければ持ち主だけが読めるファイルに作り、次からは同じ鍵を読む', () => {
  const made = load();
  const file = secretKeyFile(join(folder, 'data'));
  expect(readFileSync(file, 'utf8')).toBe(`${made}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'data'))).toEqual(['secret.key']);
  expect(load()).toBe(made);
  expect(load(null, join(folder, 'other'))).not.toBe(made);
});

it('だれでも読める写しは、持ち主だけのものにする', () => {
  const made = load();
  chmodSync(secretKeyFile(join(folder, 'data')), 0o644);
  expect(load()).toBe(made);
  expect(statSync(secretKeyFile(join(folder, 'data'))).mode & 0o777).toBe(0o600);
});

it('設定で渡せば、ファイルは作らない', () => {
  const given = Buffer.alloc(32, 5).toString('base64');
  expect(load(given)).toBe(given);
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ['空', ''],
  ['短い', 'aGltaXRzdQ=='],
])('鍵でないファイルは断り、書き換えない: %s', (_, content) => {
  load();
  const file = secretKeyFile(join(folder, 'data'));
  writeFileSync(file, content);
  expect(() => load()).toThrow(SecretKeyRefusal);
  expect(() => load()).toThrow(file);
  expect(readFileSync(file, 'utf8')).toBe(content);
});

it('置き場所が作れなければ、どうすればよいかを言って断る', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => load(null, join(folder, 'file'))).toThrow('RASHIN_SECRET_KEY');
});
