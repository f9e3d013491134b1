import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { readOrganisation } from '../app/organisation/reorganise-units.ts';
import { createUsers } from '../app/people/user-create.ts';
import type { Database } from '../db/connection.ts';
import { roles } from '../domain/access/role.ts';
import { roleNames } from '../domain/access/role-names.ts';
import { parseMunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { errorAt, type Problem, placed } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';
import { type CliCommand, type CliIo, UsageError } from './command.ts';
import { operator } from './operator.ts';
import { printProblems } from './print-problems.ts';
import { withDatabase } from './with-database.ts';

const usage = `使い方: bin/rashin user add --municipality 団体コード --login ID --name 氏名 --role 役割 [--unit 組織] [--must-change]

職員のアカウントを加えます。パスワードは画面で2回たずねます（入力は表示されません）。
標準入力から渡すこともできます: printf '%s' "$PASSWORD" | bin/rashin user add ...
引数や環境変数には書けません（ほかの人から見えるため）。

  --municipality  全国地方公共団体コード（6桁）
  --login         ログインID（職員番号やメールアドレス）
  --name          氏名（表示名）
  --role          役割: ${roles.map((role) => `${role}（${roleNames[role]}）`).join('、')}。何度でも書けます
  --unit          組織の名前かキー（unit-staff、unit-head、division-head では必要）
  --must-change   初めてのログインで、パスワードを変えてもらう

例: bin/rashin user add --municipality 202151 --login k0123 --name 企画太郎 --role planner --role administrator`;

const required = (value: string | undefined, option: string): string => {
  if (value === undefined || value.trim() === '') throw new UsageError(`--${option} を指定してください。`);
  return value;
};

/** Null: typed twice and not the same. */
const askPassword = async (io: CliIo, readInput: () => Promise<string>): Promise<string | null> => {
  const first = await io.ask('パスワード: ', { hidden: true });
  // Nobody at the terminal: a script hands it over. The line's end is not part of it.
  if (first === null) return (await readInput()).replace(/\r?\n$/, '');
  const again = await io.ask('もう一度: ', { hidden: true });
  return first === again ? first : null;
};

const findUnit = async (
  db: Database,
  as: Parameters<typeof readOrganisation>[0]['as'],
  named: string,
): Promise<Result<string, readonly [Problem]>> => {
  const { units } = await readOrganisation({ db, as });
  const [found, ...others] = units.filter(({ unitKey, name }) => unitKey === named || name === named);
  if (found === undefined) return refuse([errorAt('unit-unknown', ['--unit'], { key: named })]);
  return others.length === 0
    ? ok(found.unitKey)
    : refuse([errorAt('grant.unit-ambiguous', ['--unit'], { input: named })]);
};

const options: Readonly<Record<string, string>> = {
  login: '--login',
  displayName: '--name',
  newPassword: 'パスワード',
  role: '--role',
  unitKey: '--unit',
  municipality: '--municipality',
};

/** The command knows fields; the person knows options. */
const byOption = (problem: Problem): Problem => ({
  ...problem,
  path: problem.path.filter((part) => typeof part === 'string').map((part) => options[part] ?? part),
});

/** `readInput`: the whole of standard input. */
export const userAdd = (readInput: () => Promise<string>): CliCommand => ({
  name: 'user add',
  summary: '職員のアカウントを加える',
  usage,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        municipality: { type: 'string' },
        login: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string', multiple: true },
        unit: { type: 'string' },
        'must-change': { type: 'boolean', default: false },
      },
    });
    const [login, displayName] = [required(values.login, 'login'), required(values.name, 'name')];
    const wanted = (values.role ?? []).map((named) => {
      const role = roles.find((each) => each === named || roleNames[each] === named);
      if (role === undefined) throw new UsageError(`--role「${named}」という役割はありません。`);
      return role;
    });
    if (wanted.length === 0) throw new UsageError('--role を指定してください。');
    const refusedWith = (problems: readonly Problem[]): 1 => {
      printProblems(problems, io.err);
      io.err('加えませんでした。何も変わっていません。');
      return 1;
    };
    const code = parseMunicipalityCode(required(values.municipality, 'municipality'));
    if (!code.ok) return refusedWith([placed(['--municipality'], code.error)]);
    const password = await askPassword(io, readInput);
    if (password === null) return refusedWith([errorAt('password.not-the-same', ['パスワード'])]);

    return withDatabase(io, 'rashin user add', async (db) => {
      const acting = operator(db, code.value, io.now());
      const unit = values.unit === undefined ? ok(null) : await findUnit(db, acting.as, values.unit);
      if (!unit.ok) return refusedWith(unit.error);
      const made = await createUsers(acting, [
        {
          login,
          displayName,
          password,
          mustChangePassword: values['must-change'] ? 'yes' : 'no',
          grants: wanted.map((role) => ({ role, unitKey: unit.value, validFrom: null, validTo: null })),
        },
      ]);
      if (!made.ok) return refusedWith(made.error.map(byOption));
      io.out(
        `${displayName}（${login}）を ${wanted.map((role) => roleNames[role]).join('、')} として加えました。`,
      );
      return 0;
    });
  },
});

export const command = userAdd(() => text(process.stdin));
