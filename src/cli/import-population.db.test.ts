import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cp932, invented, openDataRows, utf8 } from '../../test/factories/population-files.ts';
import { testConfig } from '../../test/factories/web.ts';
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

beforeAll(async () => {
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
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

  const next = file('jinkou.csv', utf8(openData('', 410)));
  const more = await call('--into', series?.series.seriesKey ?? '', '--date', '令和8年1月1日', next);
  expect(more.code, more.text).toBe(0);
  expect(more.text).toContain('2026-01-01 全域');
  expect((await stored())[0]?.tables.map(({ date }) => date).toSorted()).toEqual([
    '2025-01-01',
    '2026-01-01',
  ]);
});

/** Each opens the installation's own database: one look before and one after all of them. */
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
