import { parseArgs } from 'node:util';
import { importTown } from '../app/town/import-town.ts';
import { parseMunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { placed } from '../domain/kernel/problem.ts';
import { type CliCommand, UsageError } from './command.ts';
import { operator } from './operator.ts';
import { printProblems } from './print-problems.ts';
import { givenTown, readTownFiles, tellSkipped } from './town-files.ts';
import { withDatabase } from './with-database.ts';

export const command: CliCommand = {
  name: 'import',
  summary: '団体データファイルを読み込む',
  usage: `使い方: bin/rashin import --municipality 団体コード [--publish] [--dry-run] ファイルまたはフォルダー...

団体・組織・エリア・指標・計画を、団体データファイル（JSON）から登録します。
まだない団体なら municipality を書いたファイルで新しく作り、ある団体なら追加します。
どこかに誤りがあれば、何も変えずに、すべての誤りを場所とともに表示します。
計画の版は、施行日（effectiveOn）があれば承認・公開し、なければ下書きになります。

  --municipality  全国地方公共団体コード（6桁）
  --publish       指標の値と団体のページも公開する
  --dry-run       確かめるだけで、登録しない

例: bin/rashin import --municipality 202151 --publish demo/shiojiri`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        municipality: { type: 'string' },
        publish: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    if (values.municipality === undefined)
      throw new UsageError('--municipality で団体コードを指定してください。');
    if (positionals.length === 0) throw new UsageError('ファイルかフォルダーを指定してください。');
    const code = parseMunicipalityCode(values.municipality);
    if (!code.ok) {
      printProblems([placed(['--municipality'], code.error)], io.err);
      return 1;
    }
    const file = readTownFiles(positionals, tellSkipped(io.out));
    const dryRun = values['dry-run'];
    const done = file.ok
      ? await withDatabase(io, 'rashin import', (db) =>
          importTown(operator(db, code.value, io.now()), givenTown(file.value), {
            dryRun,
            publish: values.publish,
          }),
        )
      : file;
    if (!done.ok) {
      printProblems(done.error, io.err);
      io.err('登録しませんでした。何も変わっていません。');
      return 1;
    }
    printProblems(done.value, io.out);
    io.out(dryRun ? '誤りはありません。登録はしていません（--dry-run）。' : '登録しました。');
    return 0;
  },
};
