import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testConfig } from '../../test/factories/web.ts';
import { logIn } from '../app/sign-in/login.ts';
import { secretBox } from '../app/sign-in/secret-box.ts';
import type { Database } from '../db/connection.ts';
import { openDatabase } from '../db/open.ts';
import { listGrants } from '../db/role-grant.ts';
import { withTenant } from '../db/tenant.ts';
import { listUsers } from '../db/user.ts';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { installationFolder } from '../installation.ts';
import { type CliIo, UsageError } from './command.ts';
import { command as importTown } from './import.ts';
import { userAdd } from './user.ts';

const folder = mkdtempSync(join(tmpdir(), 'rashin-user-'));
const shiojiri = '202151' as MunicipalityCode;
const now = new Date('2026-11-21T03:00:00Z');
const password = '青い山の測候所から見た朝';
const lines: string[] = [];
const io = (answers: readonly string[]): CliIo => {
  const left = [...answers];
  return {
    out: (line) => lines.push(line),
    err: (line) => lines.push(line),
    ask: async () => left.shift() ?? null,
    config: () => testConfig({ RASHIN_DATA: join(folder, 'data'), LOG_LEVEL: 'silent' }),
    now: () => now,
  };
};

/** `typed`: at the terminal; none: the password comes through standard input. */
const add = async (
  args: readonly string[],
  {
    typed = [],
    input = `${password}\n`,
  }: { readonly typed?: readonly string[]; readonly input?: string } = {},
) => {
  lines.length = 0;
  const code = await userAdd(async () => input).run(args, io(typed));
  return { code, text: lines.join('\n') };
};
const who = (login: string, ...more: readonly string[]) => [
  '--municipality',
  shiojiri,
  '--login',
  login,
  '--name',
  '企画の人',
  ...more,
];

const stored = () =>
  withTenant(running, { municipality: shiojiri, actor: 'test', origin: 'test' }, async (tx) => ({
    logins: (await listUsers(tx)).map(({ login }) => login),
    grants: (await listGrants(tx)).map(({ role, unitKey }) => `${role} ${unitKey ?? ''}`),
  }));

/** As beside a running server: the commands work through its control socket. */
let running: Database;
beforeAll(async () => {
  const done = await importTown.run(
    ['--municipality', shiojiri, join(installationFolder, 'demo', 'shiojiri')],
    io([]),
  );
  if (done !== 0) throw new Error(lines.join('\n'));
  running = await openDatabase(io([]).config(), { program: 'test', shared: false });
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

it('画面で2回たずねたパスワードで加え、その人はログインできる', async () => {
  const { code, text } = await add(who('K001', '--role', 'planner', '--role', 'システム管理者'), {
    typed: [password, password],
  });
  expect([code, text]).toEqual([0, '企画の人（K001）を 企画担当、システム管理者 として加えました。']);
  const result = await logIn(
    {
      db: running,
      as: { municipality: shiojiri, origin: 'test' },
      now,
      demo: false,
      secrets: secretBox(new Uint8Array(32)),
    },
    { login: 'k001', password, code: '' },
    { tokenHash: 'a', csrfToken: 'b', userAgent: '' },
  );
  expect(result.ok).toBe(true);
});

it('標準入力から渡し、組織は名前でも指せる', async () => {
  const { code } = await add(who('k002', '--role', 'unit-head', '--unit', '企画課'));
  expect(code).toBe(0);
  expect((await stored()).logins).toEqual(['k001', 'k002']);
});

it.each<[string, readonly string[], Parameters<typeof add>[1], string]>([
  ['使われているID', who('ｋ００１', '--role', 'planner'), {}, 'もう使われています'],
  [
    '2回の入力が違う',
    who('k9', '--role', 'planner'),
    { typed: [password, 'べつのもの'] },
    '2回の入力が一致しません',
  ],
  ['短いパスワード', who('k9', '--role', 'planner'), { input: 'みじかい' }, '10文字以上'],
  ['空の標準入力', who('k9', '--role', 'planner'), { input: '' }, '10文字以上'],
  ['見本のパスワード', who('k9', '--role', 'planner'), { input: 'rashin-demo' }, 'よく知られていて'],
  ['ない組織', who('k9', '--role', 'unit-head', '--unit', 'ない課'), {}, '組織「ない課」は'],
  ['組織の要る役割', who('k9', '--role', 'unit-head'), {}, '受け持つ組織を選んでください'],
  ['組織のない役割', who('k9', '--role', 'auditor', '--unit', '企画課'), {}, '組織は選ばないでください'],
  ['使えない文字のID', who('企画 太郎', '--role', 'planner'), {}, '半角の英数字'],
  [
    '検査数字の違う団体',
    ['--municipality', '202150', '--login', 'k9', '--name', 'x', '--role', 'planner'],
    {},
    '検査数字',
  ],
  [
    '登録のない団体',
    ['--municipality', '202011', '--login', 'k9', '--name', 'x', '--role', 'planner'],
    {},
    '202011',
  ],
])('断って何も変えない: %s', async (_, args, given, sentence) => {
  const before = await stored();
  const { code, text } = await add(args, given);
  expect(code).toBe(1);
  expect(text).toContain(sentence);
  expect(text).toContain('加えませんでした。何も変わっていません。');
  expect(await stored()).toEqual(before);
});

it.each<[string, readonly string[]]>([
  ['役割がない', who('k9')],
  ['知らない役割', who('k9', '--role', 'kacho')],
  ['IDがない', ['--municipality', shiojiri, '--name', 'x', '--role', 'planner']],
])('使い方の誤り: %s', async (_, args) => {
  await expect(add(args)).rejects.toBeInstanceOf(UsageError);
});
