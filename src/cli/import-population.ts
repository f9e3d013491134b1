import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { todayInJapan } from '../app/acting.ts';
import { replaceTables } from '../app/population/change-series.ts';
import { createSeries } from '../app/population/create-series.ts';
import { readPopulation } from '../app/population/read-population.ts';
import { findMunicipality } from '../db/read-town.ts';
import { withTenant } from '../db/tenant.ts';
import { largestPopulationFile } from '../documents/population-tables/read-sheets.ts';
import { recogniseTables } from '../documents/population-tables/recognise-tables.ts';
import type { Recognised } from '../documents/population-tables/recognised.ts';
import { standsAgainst } from '../documents/population-tables/stands-against.ts';
import { dateOfCell, monthDayOf } from '../documents/population-tables/table-dates.ts';
import { parseMunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { errorAt, type Problem, placed } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';
import { checkSeriesFacts } from '../domain/population/check-series.ts';
import {
  heldBy,
  importChanges,
  type TableChange,
  withImported,
} from '../domain/population/import-changes.ts';
import { isProjected, type SeriesKind, seriesKinds } from '../domain/population/series.ts';
import { seriesKindNames } from '../domain/population/series-kind-names.data.ts';
import { type CliCommand, UsageError } from './command.ts';
import { operator } from './operator.ts';
import { printProblems } from './print-problems.ts';
import { withDatabase } from './with-database.ts';

/** A file too large is refused by its size, before it is read. */
const readBytes = (path: string): Result<Uint8Array, readonly Problem[]> => {
  try {
    const { size } = statSync(path);
    if (size > largestPopulationFile)
      return refuse([errorAt('file-too-large', [path], { limit: largestPopulationFile, size })]);
    return ok(readFileSync(path));
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : '';
    return refuse([errorAt('file-unreadable', [path], { cause })]);
  }
};

const kindWords: Readonly<Record<TableChange['kind'], string>> = {
  new: '新しく入る',
  changed: '変わる',
  same: '同じ数',
};

/** So many tables are listed; the rest is a number. */
const listed = 40;

/** So many problems are told one by one. */
const told = 100;

/** What was done: a line for the person. */
const ends = {
  dry: '誤りはありません。登録はしていません（--dry-run）。',
  same: 'すべて同じ数なので、取り込むものはありません。何も変わっていません。',
} as const;

const persons = (value: number): string => `${Math.round(value).toLocaleString('ja-JP')}人`;

const reportOf = (
  { layout, encoding, ages, sheets }: Recognised,
  changes: readonly TableChange[],
): readonly string[] => [
  `表の形: ${layout}（${encoding}）`,
  ...sheets.map(
    ({ name, rows, otherRows }) =>
      `読んだ行: ${name === '' ? '' : `シート「${name}」 `}${rows}行${otherRows === 0 ? '' : `、ほかの団体の${otherRows}行は読みません`}`,
  ),
  `年齢: ${ages.length === 0 ? '総数だけ' : `${ages[0]} ～ ${ages.at(-1)}（${ages.length}区分）`}`,
  ...changes
    .slice(0, listed)
    .map(
      ({ table, kind, before }) =>
        `  ${table.date} ${table.areaKey === '' ? '全域' : table.areaName}: ${before === null ? '' : `${persons(before.counts.total)} → `}${persons(table.counts.total)}（${kindWords[kind]}）`,
    ),
  ...(changes.length > listed ? [`  …ほか${changes.length - listed}件`] : []),
];

const kindOf = (text: string | undefined): SeriesKind | null => {
  if (text === undefined) return null;
  const kind = seriesKinds.find((each) => each === text || seriesKindNames[each] === text);
  if (kind === undefined)
    throw new UsageError(`--kind は ${Object.values(seriesKindNames).join('、')} のどれかにしてください。`);
  return kind;
};

const dayOf = <T>(option: string, text: string | undefined, read: (text: string) => T | null): T | null => {
  if (text === undefined) return null;
  const day = read(text);
  if (day === null) throw new UsageError(`${option} の「${text}」は日付として読めません。`);
  return day;
};

export const command: CliCommand = {
  name: 'import population',
  summary: '人口の CSV・Excel を読み込む',
  usage: `使い方: bin/rashin import population --municipality 団体コード [--into 系列のキー] [--name 名前 …] [--dry-run] ファイル

地域・年齢別人口のオープンデータ、住民基本台帳年齢階級別人口（総務省）、社人研の将来推計人口の
結果、年・性別・年齢・人口の表を、形を見分けて読み込みます。CSV（UTF-8 か Shift_JIS）と .xlsx。
新しい系列は公開前のものとして作ります。--into があれば、その系列の同じ日・地区の表を置き換え、
ファイルにない日・地区の表は残します。どこかに誤りがあれば、何も変えずに、すべての誤りを
シート・行・列とともに表示します。

  --municipality  全国地方公共団体コード（6桁）
  --date          基準日（ファイルに書いていないとき）。2025-01-01、令和7年1月1日
  --month-day     年だけが書いてあるときの月日。1月1日（書かなければ10月1日）
  --kind          種類: ${Object.values(seriesKindNames).join('、')}
  --name          新しい系列の名前（書かなければファイルから）
  --publisher     公表した機関（書かなければファイルから）
  --source        出典（書かなければ表の形とファイルの名前）
  --published-on  公表日。2023-12、2023-12-22 など、分かるところまで
  --terms         利用条件・クレジット
  --into          加える系列のキー
  --dry-run       確かめて表示するだけで、登録しない

例: bin/rashin import population --municipality 202151 --date 2025-01-01 --name '住民基本台帳 令和7年' jinkou.xlsx`,
  run: async (args, io) => {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        municipality: text,
        date: text,
        'month-day': text,
        kind: text,
        name: text,
        publisher: text,
        source: text,
        'published-on': text,
        terms: text,
        into: text,
        'dry-run': { type: 'boolean', default: false },
      },
    });
    if (values.municipality === undefined)
      throw new UsageError('--municipality で団体コードを指定してください。');
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0)
      throw new UsageError('CSV か .xlsx のファイルを一つ指定してください。');
    const kind = kindOf(values.kind);
    const date = dayOf('--date', values.date, dateOfCell);
    const monthDay = dayOf('--month-day', values['month-day'], monthDayOf);
    const refusal = (problems: readonly Problem[]): 1 => {
      printProblems(problems.slice(0, told), io.err);
      if (problems.length > told) io.err(`…ほか${problems.length - told}件`);
      io.err('登録しませんでした。何も変わっていません。');
      return 1;
    };
    const code = parseMunicipalityCode(values.municipality);
    if (!code.ok) return refusal([placed(['--municipality'], code.error)]);
    const bytes = readBytes(path);
    if (!bytes.ok) return refusal(bytes.error);
    const done = await withDatabase(
      io,
      'rashin import',
      async (db): Promise<Result<string, readonly Problem[]>> => {
        const acting = operator(db, code.value, io.now());
        const town = await withTenant(db, acting.as, findMunicipality);
        if (town === null)
          return refuse([errorAt('municipality-not-found', ['--municipality'], { code: code.value })]);
        const desk = await readPopulation(acting);
        const target = desk?.series.find(({ series }) => series.seriesKey === values.into) ?? null;
        if (values.into !== undefined && target === null)
          return refuse([errorAt('population-series-unknown', ['--into'])]);
        const expected = target?.series.kind ?? kind;
        const read = await recogniseTables(
          { name: basename(path), bytes: bytes.value },
          { code5: code.value.slice(0, 5), name: town.name },
          { date, monthDay, projected: expected !== null && isProjected(expected) },
        );
        if (!read.ok) return read;
        const { tables, suggestion, layout } = read.value;
        printProblems(read.value.warnings, io.out);
        const holder = target === null ? heldBy(desk?.series ?? [], tables) : null;
        const changes = importChanges((target ?? holder)?.tables ?? [], tables);
        for (const line of reportOf(read.value, changes)) io.out(line);
        if (holder !== null) {
          io.out(`系列「${holder.series.name}」（キー ${holder.series.seriesKey}）にあります。`);
          return ok(ends.same);
        }
        if (changes.every((change) => change.kind === 'same')) return ok(ends.same);
        const series = {
          kind: expected ?? suggestion.kind,
          name: values.name ?? suggestion.name,
          publisher: values.publisher ?? suggestion.publisher,
          source: values.source ?? `${layout}（${basename(path)}）`,
          publishedOn: values['published-on'] ?? '',
          baseYear: suggestion.baseYear,
          terms: values.terms ?? '',
          note: '',
        };
        // What saving would refuse is told without --dry-run and with it.
        const wrong = [
          ...(target === null ? checkSeriesFacts(series) : []),
          ...standsAgainst(basename(path), tables, series.kind, todayInJapan(acting)),
        ];
        if (wrong.length > 0) return refuse(wrong);
        if (values['dry-run']) return ok(ends.dry);
        const stored =
          target === null
            ? await createSeries(acting, { tables, series, unlessHeld: true })
            : await replaceTables(acting, {
                seriesKey: target.series.seriesKey,
                tables: withImported(target.tables, tables),
                seenVersion: target.series.version,
              });
        if (!stored.ok) return stored;
        const key = 'seriesKey' in stored.value ? stored.value.seriesKey : (target?.series.seriesKey ?? '');
        return ok(`登録しました。系列のキー: ${key}`);
      },
    );
    if (!done.ok) return refusal(done.error);
    io.out(done.value);
    return 0;
  },
};
