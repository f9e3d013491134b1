import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importProgrammes } from '../app/programme/import-programmes.ts';
import { readProgrammes } from '../documents/programme/read-programmes.ts';
import { parseFiscalYear } from '../domain/kernel/fiscal-year.ts';
import { parseMunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { errorAt, type Problem, placed } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';
import type { ProgrammeImport } from '../domain/programme/import/plan-import.ts';
import { readMapping } from './column-mapping.ts';
import { columnMappingUsage } from './column-mapping-usage.ts';
import { type CliCommand, UsageError } from './command.ts';
import { operator } from './operator.ts';
import { printProblems } from './print-problems.ts';
import { withDatabase } from './with-database.ts';

const readBytes = (path: string): Result<Uint8Array, readonly Problem[]> => {
  try {
    return ok(readFileSync(path));
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : '';
    return refuse([errorAt('file-unreadable', [path], { cause })]);
  }
};

/** So many of a kind are listed; the rest is a number. */
const listed = 20;

const called = ({ number, name }: { readonly number: string; readonly name: string }): string =>
  number === '' ? name : `${number} ${name}`;

const listOf = (lines: readonly string[]): readonly string[] => [
  ...lines.slice(0, listed),
  ...(lines.length > listed ? [`  …ほか${lines.length - listed}件`] : []),
];

/** What the import did, or would do. */
const reportOf = (done: ProgrammeImport): readonly string[] => [
  `追加 ${done.added.length}件、変更 ${done.changed.length}件、変更なし ${done.unchanged}件、ファイルにない事業 ${done.missing.length}件（消しません）`,
  ...(done.units.length === 0
    ? []
    : [`作る組織 ${done.units.length}件: ${done.units.map(({ name }) => name).join('、')}`]),
  ...done.changed
    .slice(0, listed)
    .flatMap((programme) => [
      `変更: ${called(programme)}`,
      ...programme.changes.map(
        ({ fiscalYear, field, before, after }) =>
          `    ${fiscalYear === null ? '' : `${fiscalYear}年度 `}${field}: ${before === '' ? 'なし' : before} → ${after === '' ? 'なし' : after}`,
      ),
    ]),
  ...(done.changed.length > listed ? [`  …ほか${done.changed.length - listed}件の変更`] : []),
  ...(done.missing.length === 0
    ? []
    : ['ファイルにない事業:', ...listOf(done.missing.map((each) => `  ${called(each)}`))]),
];

export const command: CliCommand = {
  name: 'import programmes',
  summary: '事務事業の CSV・JSON を読み込む',
  usage: `使い方: bin/rashin import programmes --municipality 団体コード [--fiscal-year 年度] [--map 列=項目] [--create-units] [--dry-run] ファイル

事務事業とその年度の記録（予算・決算・財源・活動指標・成果指標）を登録します。
ある事業は事業番号（なければ名前と施策）で見分け、変わったところだけを直します。
ファイルにない事業・年度・指標は消しません。どこかに誤りがあれば、何も変えずに、
すべての誤りを行と列とともに表示します。決算を確定した年度は変えられません。

  --municipality  全国地方公共団体コード（6桁）
  --fiscal-year   年度（令和6年度、R6、2024）。ファイルに書いてあれば要らない
  --map           CSV の列の名前が違うとき。何度でも書ける。{"列": "項目"} の JSON ファイルでもよい
  --create-units  登録のない部・課を作る
  --dry-run       確かめて変わるところを表示するだけで、登録しない

${columnMappingUsage}

例: bin/rashin import programmes --municipality 153079 --fiscal-year R6 --map 所属名=担当課 jigyou.csv`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        municipality: { type: 'string' },
        'fiscal-year': { type: 'string' },
        map: { type: 'string', multiple: true, default: [] },
        'create-units': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    if (values.municipality === undefined)
      throw new UsageError('--municipality で団体コードを指定してください。');
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0)
      throw new UsageError('CSV か JSON のファイルを一つ指定してください。');
    const refusal = (problems: readonly Problem[]): 1 => {
      printProblems(problems, io.err);
      io.err('登録しませんでした。何も変わっていません。');
      return 1;
    };
    const code = parseMunicipalityCode(values.municipality);
    if (!code.ok) return refusal([placed(['--municipality'], code.error)]);
    const year = values['fiscal-year'] === undefined ? ok(null) : parseFiscalYear(values['fiscal-year']);
    if (!year.ok) return refusal([placed(['--fiscal-year'], year.error)]);
    const mapping = readMapping(values.map);
    if (!mapping.ok) return refusal(mapping.error);
    const bytes = readBytes(path);
    if (!bytes.ok) return refusal(bytes.error);
    const read = readProgrammes(basename(path), bytes.value, {
      mapping: mapping.value,
      fiscalYear: year.value,
    });
    if (!read.ok) return refusal(read.error);
    const dryRun = values['dry-run'];
    const done = await withDatabase(io, 'rashin import', (db) =>
      importProgrammes(operator(db, code.value, io.now()), {
        given: read.value.given,
        createUnits: values['create-units'],
        dryRun,
      }),
    );
    if (!done.ok) return refusal(done.error.map(read.value.placed));
    printProblems(done.value.warnings.map(read.value.placed), io.out);
    for (const line of reportOf(done.value)) io.out(line);
    io.out(dryRun ? '誤りはありません。登録はしていません（--dry-run）。' : '登録しました。');
    return 0;
  },
};
