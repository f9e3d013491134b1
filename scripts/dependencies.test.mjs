import { expect, it } from 'vitest';
import { isInstalled } from './dependencies.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/hono': { version: '4.13.19' },
    'node_modules/@esbuild/win32-x64': { version: '0.25.0', optional: true },
  },
};
const installed = { packages: { 'node_modules/hono': { version: '4.13.19' } } };

it.each([
  ['何も入っていない', null, false],
  ['求めるとおり（ほかの機械用のものは、なくてよい）', installed, true],
  ['版が違う', { packages: { 'node_modules/hono': { version: '4.13.18' } } }, false],
  ['一つ足りない', { packages: {} }, false],
  [
    '任意のものの版が違う',
    { packages: { ...installed.packages, 'node_modules/@esbuild/win32-x64': { version: '0.24.0' } } },
    false,
  ],
])('%s', (_, found, expected) => {
  expect(isInstalled(found, wanted)).toBe(expected);
});
