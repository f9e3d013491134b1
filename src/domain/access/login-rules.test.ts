import { describe, expect, it } from 'vitest';
import { carriedGrants } from './carry-grants.ts';
import { decideLogin } from './decide-login.ts';
import { freeFailures, lockMinutes } from './lockout.ts';
import { loginProblems, normalLogin } from './login-name.ts';
import { passwordProblems } from './password-rules.ts';
import { absoluteHours, idleMinutes, sessionEnd, sessionState } from './session-life.ts';
import { temporaryPassword } from './temporary-password.ts';
import { unitsWithin } from './units-within.ts';

const minute = 60_000;

it.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [10, 32],
  [11, 60],
  [1000, 60],
])('ロック: %i 回続けて失敗すると %i 分待つ', (failures, minutes) => {
  expect(lockMinutes(failures)).toBe(minutes);
});

describe('ログインの可否', () => {
  const now = 1_000_000_000;
  const account = { disabled: false, failedLogins: 0, lockedUntil: null };
  it.each([
    ['正しい', account, true, { kind: 'accepted' }],
    ['停止中は見もしない', { ...account, disabled: true }, true, { kind: 'barred' }],
    ['ロック中は正しくても断り、数えない', { ...account, lockedUntil: now + 1 }, true, { kind: 'barred' }],
    ['ロック中の失敗も数えない', { ...account, lockedUntil: now + 1 }, false, { kind: 'barred' }],
    ['ロックの期限ちょうどに入れる', { ...account, lockedUntil: now }, true, { kind: 'accepted' }],
    ['初めの失敗', account, false, { kind: 'failed', failedLogins: 1, lockedUntil: null }],
    [
      '許される回数を使い切る',
      { ...account, failedLogins: freeFailures - 1 },
      false,
      { kind: 'failed', failedLogins: freeFailures, lockedUntil: now + minute },
    ],
    [
      '時間がたっても、次の失敗の待ち時間は長くなる',
      { ...account, failedLogins: 6, lockedUntil: now - 1 },
      false,
      { kind: 'failed', failedLogins: 7, lockedUntil: now + 4 * minute },
    ],
  ])('%s', (_, state, proven, expected) => {
    expect(decideLogin(state, proven, now)).toEqual(expected);
  });
});

describe('セッション', () => {
  const start = 1_000_000_000;
  const times = { lastSeenAt: start, expiresAt: sessionEnd(start), revokedAt: null };
  it.each([
    ['始まったとき', 0, 'live'],
    ['操作のない時間の直前', idleMinutes * minute - 1, 'live'],
    ['操作のない時間', idleMinutes * minute, 'idle'],
    ['期限', absoluteHours * 60 * minute, 'expired'],
  ])('%s', (_, passed, state) => {
    expect(sessionState(times, start + passed)).toBe(state);
  });
  it('終わらせたものは、いつ見ても終わっている', () => {
    expect(sessionState({ ...times, revokedAt: start }, start)).toBe('revoked');
  });
});

describe('パスワードの条件', () => {
  const about = { login: 'k0123', displayName: '塩尻 太郎' };
  it.each([
    ['青い山の測候所の朝', 'password.too-short'],
    ['青い山の測候所から見た', null],
    ['𠮷野家の丼を九つ食', 'password.too-short'],
    ['abcabcabcabc', 'password.too-uniform'],
    ['ｐａｓｓｗｏｒｄ-himitsu', 'password.common'],
    ['watashi-K0123-desu', 'password.own-name'],
    ['わたしは塩尻太郎です。', 'password.own-name'],
    ['x'.repeat(201), 'password.too-long'],
  ])('%s → %s', (password, code) => {
    expect(passwordProblems(password, about)[0]?.code ?? null).toBe(code);
  });
});

it.each([
  ['Ｋ０１２３', 'k0123', true],
  [' kikaku@city.example.lg.jp ', 'kikaku@city.example.lg.jp', true],
  ['企画', '企画', false],
  ['-k', '-k', false],
  ['a b', 'a b', false],
  ['', '', false],
  ['k'.repeat(101), 'k'.repeat(101), false],
])('ログインID %s', (typed, normal, fits) => {
  expect([normalLogin(typed), loginProblems(typed).length === 0]).toEqual([normal, fits]);
});

describe('仮パスワード', () => {
  it('4文字ずつ四つで、読み違える字を使わず、条件を満たす', () => {
    const made = temporaryPassword(Uint8Array.from({ length: 16 }, (_, i) => i * 16));
    expect(made).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
    expect(passwordProblems(made, { login: 'k0123', displayName: '職員' })).toEqual([]);
  });
  it('乱数が足りなければ作らない', () => {
    expect(() => temporaryPassword(new Uint8Array(15))).toThrow('16 random bytes');
  });
});

it('組織改編で役割を引き継ぐ: 終わっていたものと移管は引き継がない', () => {
  const grant = { userId: 'u', role: 'unit-head', unitKey: 'a', validFrom: null, validTo: null } as const;
  const succession = {
    predecessorKey: 'a',
    successorKey: 'b',
    on: '2026-04-01',
    kind: 'merge',
    reason: '',
  } as const;
  expect(
    carriedGrants(
      [
        grant,
        { ...grant, userId: 'later', validFrom: '2026-10-01', validTo: '2027-03-31' },
        { ...grant, userId: 'over', validTo: '2026-03-31' },
        { ...grant, userId: 'other', unitKey: 'c' },
      ],
      [succession, { ...succession, successorKey: 'z', kind: 'transfer' }],
    ),
  ).toEqual([
    { ...grant, unitKey: 'b', validFrom: '2026-04-01' },
    { ...grant, userId: 'later', unitKey: 'b', validFrom: '2026-10-01', validTo: '2027-03-31' },
  ]);
});

describe('受け持つ組織', () => {
  const ancestors = new Map([
    ['bu', []],
    ['ka', ['bu']],
    ['kakari', ['ka', 'bu']],
    ['other', []],
  ]);
  const keys = [...ancestors.keys()];
  const actor = (role: 'unit-head' | 'planner' | 'auditor', unitKey: string | null) => ({
    userId: 'u',
    displayName: '',
    grants: [{ role, unitKey }],
  });
  it.each([
    ['課長は課とその下', actor('unit-head', 'ka'), ['ka', 'kakari']],
    ['企画は全体', actor('planner', null), null],
    ['監査は書かない', actor('auditor', null), []],
  ])('%s', (_, who, expected) => {
    expect(unitsWithin(who, 'plan.edit-item', keys, ancestors)).toEqual(expected);
  });
});
