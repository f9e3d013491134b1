import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOfEmptyDataFolder } from '../../test/factories/data-folder.ts';
import { cp932, invented, openDataRows, utf8 } from '../../test/factories/population-files.ts';
import { testConfig } from '../../test/factories/web.ts';
import type { Database } from '../db/connection.ts';
import { openDatabase } from '../db/open.ts';
import { loadSeries } from '../db/read-population.ts';
import { withTenant } from '../db/tenant.ts';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { type CliIo, UsageError } from './command.ts';
import { command as importTown } from './import.ts';
import { command } from './import-population.ts';
import { withDatabase } from './with-database.ts';

const town = '202151' as MunicipalityCode;
const folder = mkdtempSync(join(tmpdir(), 'rashin-population-'));
const lines: string[] = [];
const io: CliIo = {
  out: (line) => lines.push(line),
  err: (line) => lines.push(line),
  ask: async () => null,
  config: () => testConfig({ RASHIN_DATA: join(folder, 'data') }),
  now: () => new Date('2026-11-21T03:00:00Z'),
};
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const call = async (...args: readonly string[]) => {
  lines.length = 0;
  const code = await command.run(['--municipality', town, ...args], io);
  return { code, text: lines.join('\n') };
};
const stored = () =>
  withDatabase(io, 'test', (db) =>
    withTenant(db, { municipality: town, actor: 'test', origin: 'test' }, (tx) => loadSeries(tx)),
  );
const openData = (date: string, seed: number) =>
  openDataRows({ layout: 'D', open: 85, townCode: '' }, [
    { code: '', name: '塩尻市', date, ...invented(85, seed) },
  ]);

/** Holds the database as a running server does, so that each command only calls at its door. */
let server: Database;

beforeAll(async () => {
  await copyOfEmptyDataFolder(join(folder, 'data'));
  server = await openDatabase(io.config(), { program: 'test server', shared: false });
  const municipality = {
    code: town,
    name: '塩尻市',
    nameKana: 'しおじりし',
    nameEn: 'Shiojiri City',
    prefecture: '長野県',
    accentColour: '#00558d',
  };
  const path = file('town.json', JSON.stringify({ municipality }));
  expect(await importTown.run(['--municipality', town, path], io), lines.join('\n')).toBe(0);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('確かめるだけ、登録する、同じ系列に次の年を加える', async () => {
  const first = file('20250101opendata.csv', cp932(openData('', 400)));
  const dry = await call('--dry-run', '--publisher', '塩尻市', '--name', '住民基本台帳', first);
  expect(dry.code, dry.text).toBe(0);
  expect(dry.text).toContain('表の形: 地域・年齢別人口（団体コードのない表）（Shift_JIS（CP932））');
  expect(dry.text).toContain('登録はしていません');
  expect(await stored()).toEqual([]);

  const done = await call('--publisher', '塩尻市', '--name', '住民基本台帳', first);
  expect(done.code, done.text).toBe(0);
  const [series] = await stored();
  expect(series?.series).toMatchObject({ name: '住民基本台帳', publisher: '塩尻市', state: 'draft' });
  expect(series?.tables[0]?.counts).toMatchObject(invented(85, 400));

  const again = await call('--publisher', '塩尻市', '--name', '住民基本台帳', first);
  expect(again.code, again.text).toBe(0);
  expect(again.text).toContain('系列「住民基本台帳」');
  expect(again.text).toContain('取り込むものはありません。何も変わっていません。');
  const same = await call('--into', series?.series.seriesKey ?? '', first);
  expect(same.text).toContain('取り込むものはありません。何も変わっていません。');
  expect(await stored()).toEqual([series]);

  const next = file('jinkou.csv', utf8(openData('', 410)));
  const more = await call('--into', series?.series.seriesKey ?? '', '--date', '令和8年1月1日', next);
  expect(more.code, more.text).toBe(0);
  expect(more.text).toContain('2026-01-01 全域');
  expect((await stored())[0]?.tables.map(({ date }) => date).toSorted()).toEqual([
    '2025-01-01',
    '2026-01-01',
  ]);
});

const refusals: readonly (readonly [string, () => readonly string[], string])[] = [
  [
    '負の数',
    () => [
      '--publisher',
      'x',
      '--name',
      'y',
      file(
        'a.csv',
        utf8([
          ['年', '総人口'],
          [2020, -5],
        ]),
      ),
    ],
    'a.csv 2行目 › 総人口: 負の数',
  ],
  [
    '公表した機関がない',
    () => [
      file(
        'b.csv',
        utf8([
          ['年', '総人口'],
          [2020, 5],
        ]),
      ),
    ],
    'publisher',
  ],
  [
    '確かめるだけでも、登録なら断ることを断る',
    () => [
      '--dry-run',
      file(
        'b.csv',
        utf8([
          ['年', '総人口'],
          [2020, 5],
        ]),
      ),
    ],
    'publisher',
  ],
  [
    'まだ来ていない日の実績',
    () => [
      '--publisher',
      'x',
      '--name',
      'y',
      file(
        'c.csv',
        utf8([
          ['年', '総人口'],
          [2052, 5],
        ]),
      ),
    ],
    '日付（2052-10-01）がまだ来ていません',
  ],
  [
    '二万の誤り',
    () => [file('d.csv', `年,総人口\n${Array.from({ length: 20_000 }, () => '2020,-1').join('\n')}`)],
    '…ほか19900件',
  ],
  [
    'ない系列',
    () => [
      '--into',
      'nai',
      file(
        'b.csv',
        utf8([
          ['年', '総人口'],
          [2020, 5],
        ]),
      ),
    ],
    '--into',
  ],
  ['ないファイル', () => [join(folder, 'nai.csv')], 'nai.csv'],
  [
    '100MB のファイル',
    () => {
      const path = file('big.csv', '');
      truncateSync(path, 100 * 1024 * 1024);
      return [path];
    },
    'ファイルが大きすぎます',
  ],
];

it('断る: 場所を言い、何も変わらない', async () => {
  const before = await stored();
  for (const [name, args, sentence] of refusals) {
    const got = await call(...args());
    expect(got.code, name).toBe(1);
    expect(got.text, name).toContain(sentence);
    expect(got.text, name).toContain('何も変わっていません');
  }
  expect(await stored()).toEqual(before);
});

it.each([
  [[], 'ファイルを一つ'],
  [['--kind', '謎', 'a.csv'], '--kind'],
  [['--date', 'きょう', 'a.csv'], '--date'],
])('使い方の誤り: %j', async (args, sentence) => {
  await expect(call(...args)).rejects.toThrow(sentence);
  await expect(call(...args)).rejects.toThrow(UsageError);
});
