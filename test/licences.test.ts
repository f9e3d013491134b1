import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly dev?: boolean;
  readonly license?: string;
}
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);
const shipped = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && entry.dev !== true);

it('製品に含まれる依存は、許された利用許諾のものだけである', () => {
  expect(shipped.length).toBeGreaterThan(20);
  const allowed = new Set([
    'MIT',
    'MIT-0',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'OFL-1.1',
    'CC0-1.0',
  ]);
  expect(shipped.filter(([, entry]) => !allowed.has(entry.license ?? '')).map(([path]) => path)).toEqual([]);
});

it('THIRD-PARTY-NOTICES.md は package-lock.json と一致している', () => {
  const script = new URL('../scripts/notices.mjs', import.meta.url).pathname;
  expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
});
