import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testConfig } from '../../test/factories/web.ts';
import { moveSheet } from '../app/collection/move-sheet.ts';
import { openCollection } from '../app/collection/open-collection.ts';
import type { Database } from '../db/connection.ts';
import { loadIndicators } from '../db/read-indicator.ts';
import { withTenant } from '../db/tenant.ts';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { type CliIo, UsageError } from './command.ts';
import { command as importTown } from './import.ts';
import { command } from './import-indicators.ts';
import { operator } from './operator.ts';
import { withDatabase } from './with-database.ts';

const town = '202151' as MunicipalityCode;
const folder = mkdtempSync(join(tmpdir(), 'rashin-import-'));
const lines: string[] = [];
const now = () => new Date('2026-11-21T03:00:00Z');
const io: CliIo = {
  out: (line) => lines.push(line),
  err: (line) => lines.push(line),
  ask: async () => null,
  config: () => testConfig({ RASHIN_DATA: join(folder, 'data') }),
  now,
};
const inDatabase = <T>(run: (db: Database) => Promise<T>) => withDatabase(io, 'test', run);
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const indicator = (indicatorKey: string, name: string, unitKey: string) => ({
  indicatorKey,
  name,
  unit: '人',
  direction: 'up',
  kind: 'outcome',
  subjective: false,
  timeBehaviour: 'point',
  decimals: 0,
  unitKey,
  position: 1,
});
const call = async (...args: readonly string[]) => {
  lines.length = 0;
  return { code: await command.run(args, io), lines: [...lines] };
};
const figures = () =>
  inDatabase((db) =>
    withTenant(db, { municipality: town, actor: 'test', origin: 'test' }, async (tx) =>
      (await loadIndicators(tx)).flatMap(({ indicator: { indicatorKey }, values }) =>
        values.map(
          ({ fiscalYear, stage, value, missing }) =>
            `${indicatorKey} ${fiscalYear} ${stage} ${value ?? missing}`,
        ),
      ),
    ),
  );
const header = '指標キー,年度,実績値,値がない理由,出典';

beforeAll(async () => {
  const unit = { kind: '課', validFrom: '2020-04-01', position: 1 };
  const path = file(
    'town.json',
    JSON.stringify({
      municipality: {
        code: town,
        name: '塩尻市',
        nameKana: 'しおじりし',
        nameEn: 'Shiojiri City',
        prefecture: '長野県',
        accentColour: '#00558d',
      },
      units: [
        { ...unit, unitKey: 'kodomo', name: 'こども未来課' },
        { ...unit, unitKey: 'doboku', name: '土木課', position: 2 },
      ],
      indicators: [
        { indicator: indicator('a', '出生数', 'kodomo') },
        { indicator: indicator('d', '補修', 'doboku') },
      ],
    }),
  );
  const code = await importTown.run(['--municipality', town, '--publish', path], io);
  if (code !== 0) throw new Error(lines.join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bin/rashin import indicators', () => {
  const args = ['--municipality', town, '--year', 'R7'];

  it.each([
    ['団体がない', ['--year', 'R7', 'x.csv'], '--municipality'],
    ['年度がない', ['--municipality', town, 'x.csv'], '--year'],
    ['ファイルがない', args, 'CSV'],
    ['ファイルが二つ', [...args, 'a.csv', 'b.csv'], 'CSV'],
  ])('使い方の誤り: %s', async (_, words, sentence) => {
    await expect(call(...words)).rejects.toThrow(UsageError);
    await expect(call(...words)).rejects.toThrow(sentence);
  });

  it.each<[string, readonly string[], string, readonly string[]]>([
    [
      'いくつもの誤りを、行と列とともにすべて言う',
      args,
      `${header}\na,R7,約120,,統計書\nx,R7,1,,統計書\nd,R6,5,,台帳`,
      [
        '2行目 › 実績値: 「約120」は数として読めません。120 と入力し',
        '3行目 › 指標キー: 指標キー「x」',
        '4行目 › 年度: 「R6」は',
      ],
    ],
    [
      '先の年度',
      ['--municipality', town, '--year', 'R20'],
      `${header}\na,R20,1,,統計書`,
      ['まだ始まっていません'],
    ],
    [
      'ない団体',
      ['--municipality', '332143', '--year', 'R7'],
      `${header}\na,R7,1,,統計書`,
      ['--municipality: 団体 332143 は'],
    ],
  ])('断って、何も変えない: %s', async (_, words, csv, sentences) => {
    const before = await figures();
    const done = await call(...words, file('bad.csv', csv));
    expect([done.code, await figures()]).toEqual([1, before]);
    for (const sentence of sentences) expect(done.lines.join('\n')).toContain(sentence);
    expect(done.lines.at(-1)).toBe('登録しませんでした。何も変わっていません。');
  });

  it('読めないファイルは、理由を言って断る', async () => {
    const done = await call(...args, join(folder, 'nai.csv'));
    expect(done.code).toBe(1);
    expect(done.lines[0]).toMatch(/nai\.csv: ファイルを読めません（その名前のファイルがありません）。/u);
  });

  it.each([
    ['空のファイル', '', 'ファイルが空です'],
    ['引用符が閉じていない', '"指標キー,年度', '引用符'],
    ['見出しだけ', header, ''],
  ])('ファイル全体の誤りは、ファイルの名前を場所として言う: %s', async (_, csv, sentence) => {
    const done = await call(...args, file('whole.csv', csv));
    expect(done.code).toBe(1);
    expect(done.lines[0]).toMatch(/whole\.csv: /u);
    expect(done.lines[0]).toContain(sentence);
  });

  it('試すだけなら変わるところを言い、登録すると下書きになる', async () => {
    const csv = file('good.csv', `${header}\na,R7,"1,234",,統計書\nd,令和7年度,,秘匿,`);
    const tried = await call(...args, '--dry-run', csv);
    expect([tried.code, await figures()]).toEqual([0, []]);
    expect(tried.lines).toEqual([
      '令和7年度の実績値: 2件が変わります。',
      '  出生数: なし → 1234',
      '  補修: なし → 秘匿',
      '誤りはありません。登録はしていません（--dry-run）。',
    ]);
    expect((await call(...args, csv)).code).toBe(0);
    expect(await figures()).toEqual(['a 2025 draft 1234', 'd 2025 draft suppressed']);
    expect((await call(...args, csv)).lines[0]).toBe('令和7年度の実績値: 0件が変わります。');
  });

  it('課が提出した表には書き込まない', async () => {
    await inDatabase(async (db) => {
      const acting = operator(db, town, now());
      const typed = { fiscalYear: 2025, dueOn: '2026-12-18', note: '', unitKeys: ['kodomo', 'doboku'] };
      const opened = await openCollection(acting, typed);
      const at = { fiscalYear: 2025, unitKey: 'kodomo' };
      const moved = await moveSheet(acting, at, { kind: 'submit', confirmed: [] });
      expect([opened.ok, moved.ok]).toEqual([true, true]);
    });
    const before = await figures();
    const done = await call(...args, file('late.csv', `${header}\na,R7,5,,統計書\nd,R7,6,,台帳`));
    expect([done.code, await figures()]).toEqual([1, before]);
    expect(done.lines[0]).toContain('提出済みのため、書き換えられません');
  });
});
