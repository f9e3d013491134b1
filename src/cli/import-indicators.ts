import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importSheet, readEnterable } from '../app/collection/import-sheet.ts';
import type { ChangedRow } from '../app/collection/sheet-rows.ts';
import { findMunicipality } from '../db/read-town.ts';
import { withTenant } from '../db/tenant.ts';
import { placedInFile } from '../documents/csv/placed-in-file.ts';
import { readSheetCsv } from '../documents/csv/sheet-csv-read.ts';
import { reasonNames } from '../domain/indicator/collection/reason-names.ts';
import type { IndicatorValue } from '../domain/indicator/indicator.ts';
import { formatFiscalYear, parseFiscalYear } from '../domain/kernel/fiscal-year.ts';
import { parseMunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { errorAt, type Problem, placed } from '../domain/kernel/problem.ts';
import type { Result } from '../domain/kernel/result.ts';
import { type CliCommand, UsageError } from './command.ts';
import { operator } from './operator.ts';
import { printProblems } from './print-problems.ts';
import { withDatabase } from './with-database.ts';

const readBytes = (path: string): Result<Uint8Array, readonly Problem[]> => {
  try {
    return { ok: true, value: readFileSync(path) };
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { ok: false, error: [errorAt('file-unreadable', [path], { cause })] };
  }
};

const words = (value: IndicatorValue | null): string => {
  if (value === null) return 'なし';
  return value.missing === null ? (value.value ?? value.text ?? 'なし') : reasonNames[value.missing];
};

const changeLine = ({ record, before, after }: ChangedRow): string =>
  `  ${record.indicator.name}: ${words(before)} → ${words(after)}`;

export const command: CliCommand = {
  name: 'import indicators',
  summary: '実績値の CSV を読み込む',
  usage: `使い方: bin/rashin import indicators --municipality 団体コード --year 年度 ファイル.csv [--dry-run]

入力表から書き出した CSV（またはその見出しの CSV）の実績値を、下書きとして登録します。
どの課の指標でも読み込めます。公開するには、課の承認か、指標の画面の「公開する」を使います。
どこかに誤りがあれば、何も変えずに、すべての誤りを行と列とともに表示します。
文字は UTF-8 でも、Excel の Shift_JIS でも読めます。

  --municipality  全国地方公共団体コード（6桁）
  --year          年度（令和7年度、R7、2025）
  --dry-run       確かめて変わるところを表示するだけで、登録しない

例: bin/rashin import indicators --municipality 202151 --year R7 jisseki.csv`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        municipality: { type: 'string' },
        year: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    if (values.municipality === undefined)
      throw new UsageError('--municipality で団体コードを指定してください。');
    if (values.year === undefined) throw new UsageError('--year で年度を指定してください。');
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0)
      throw new UsageError('CSV のファイルを一つ指定してください。');
    const refuse = (problems: readonly Problem[]): 1 => {
      printProblems(problems, io.err);
      io.err('登録しませんでした。何も変わっていません。');
      return 1;
    };
    const code = parseMunicipalityCode(values.municipality);
    if (!code.ok) return refuse([placed(['--municipality'], code.error)]);
    const year = parseFiscalYear(values.year);
    if (!year.ok) return refuse([placed(['--year'], year.error)]);
    const bytes = readBytes(path);
    if (!bytes.ok) return refuse(bytes.error);
    const dryRun = values['dry-run'];
    const done = await withDatabase(io, 'rashin import', async (db) => {
      const acting = operator(db, code.value, io.now());
      if ((await withTenant(db, acting.as, findMunicipality)) === null)
        return {
          ok: false as const,
          error: [errorAt('municipality-not-found', ['--municipality'], { code: code.value })],
        };
      const rows = readSheetCsv(bytes.value, await readEnterable(acting), year.value);
      if (!rows.ok) return { ok: false as const, error: rows.error.map((each) => placedInFile(path, each)) };
      return importSheet(acting, year.value, rows.value, { dryRun });
    });
    if (!done.ok) return refuse(done.error);
    io.out(`${formatFiscalYear(year.value, 'wareki')}の実績値: ${done.value.length}件が変わります。`);
    for (const change of done.value) io.out(changeLine(change));
    io.out(dryRun ? '誤りはありません。登録はしていません（--dry-run）。' : '下書きとして登録しました。');
    return 0;
  },
};
