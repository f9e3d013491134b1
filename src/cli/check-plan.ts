import { parseArgs } from 'node:util';
import { checkStoredPlan } from '../app/plan/check-stored-plan.ts';
import { importTown } from '../app/town/import-town.ts';
import { type MunicipalityCode, parseMunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { hasErrors, type Problem, placed } from '../domain/kernel/problem.ts';
import { checkFilesAlone } from './check-files-alone.ts';
import { type CliCommand, type CliIo, type ExitCode, UsageError } from './command.ts';
import { operator } from './operator.ts';
import { printProblems } from './print-problems.ts';
import { givenTown, readTownFiles, tellSkipped } from './town-files.ts';
import { withDatabase } from './with-database.ts';

const report = (io: CliIo, what: string, problems: readonly Problem[]): ExitCode => {
  printProblems(problems, hasErrors(problems) ? io.err : io.out);
  const count = (severity: Problem['severity']) =>
    problems.filter((each) => each.severity === severity).length;
  io.out(`${what}: 誤り ${count('error')}件、注意 ${count('warning')}件`);
  return hasErrors(problems) ? 1 : 0;
};

const checkStored = async (io: CliIo, code: MunicipalityCode, slug: string): Promise<ExitCode> => {
  const checked = await withDatabase(io, 'rashin check-plan', (db) =>
    checkStoredPlan(operator(db, code, io.now()), slug),
  );
  if (!checked.ok) {
    printProblems(checked.error, io.err);
    return 1;
  }
  const { title, label, problems } = checked.value;
  return report(io, `${title}（${label}）`, problems);
};

/** Against the town as it is: everything an import would do, and nothing kept. */
const checkAgainstTown = async (
  io: CliIo,
  code: MunicipalityCode,
  paths: readonly string[],
): Promise<ExitCode> => {
  const file = readTownFiles(paths, tellSkipped(io.out));
  if (!file.ok) return report(io, 'ファイル', file.error);
  const done = await withDatabase(io, 'rashin check-plan', (db) =>
    importTown(operator(db, code, io.now()), givenTown(file.value), { dryRun: true, publish: false }),
  );
  return report(io, 'ファイル', done.ok ? done.value : done.error);
};

const checkAlone = (io: CliIo, paths: readonly string[]): ExitCode => {
  const file = readTownFiles(paths, tellSkipped(io.out));
  return report(io, 'ファイル', file.ok ? checkFilesAlone(givenTown(file.value)) : file.error);
};

export const command: CliCommand = {
  name: 'check-plan',
  summary: '計画の誤りと、団体の決まりからの注意を調べる',
  usage: `使い方: bin/rashin check-plan ファイルまたはフォルダー...
        bin/rashin check-plan --municipality 団体コード ファイルまたはフォルダー...
        bin/rashin check-plan --municipality 団体コード --plan 計画のアドレス

団体データファイル、または登録済みの計画の最新の版を調べます。何も変えません。
フォルダーでは、その下の団体データファイルだけを読み、ほかの .json は読まずに名前を挙げます。
団体コードを付けてファイルを調べると、登録済みの組織・指標・計画とも照らし合わせます。
木の輪や親のない項目、ありえない年度などの誤りと、手段を表す名称や主管の多すぎる項目などの
注意を、場所とともに表示します。誤りがあれば終了コードは 1 です。

例: bin/rashin check-plan demo/shiojiri
    bin/rashin check-plan --municipality 202151 --plan mirai-toshi-senryaku`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { municipality: { type: 'string' }, plan: { type: 'string' } },
    });
    if ((values.plan === undefined) === (positionals.length === 0))
      throw new UsageError('ファイルか --plan のどちらか一方を指定してください。');
    if (values.municipality === undefined) {
      if (values.plan !== undefined) throw new UsageError('--plan には --municipality も指定してください。');
      return checkAlone(io, positionals);
    }
    const code = parseMunicipalityCode(values.municipality);
    if (!code.ok) return report(io, '団体コード', [placed(['--municipality'], code.error)]);
    return values.plan === undefined
      ? checkAgainstTown(io, code.value, positionals)
      : checkStored(io, code.value, values.plan);
  },
};
