import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testConfig } from '../../test/factories/web.ts';
import type { Database } from '../db/connection.ts';
import { openDatabase } from '../db/open.ts';
import { listUnits } from '../db/read-town.ts';
import { withTenant } from '../db/tenant.ts';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { installationFolder } from '../installation.ts';
import { command as checkPlan } from './check-plan.ts';
import { type CliCommand, type CliIo, UsageError } from './command.ts';
import { command as demo } from './demo.ts';
import { command as importTown } from './import.ts';
import { withDatabase } from './with-database.ts';

const demoFile = (path: string): string => join(installationFolder, 'demo', path);

describe('コマンド', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-cli-'));
  const lines: string[] = [];
  const io = (environment: Readonly<Record<string, string>> = {}): CliIo => ({
    out: (line) => lines.push(line),
    err: (line) => lines.push(line),
    ask: async () => null,
    config: () => testConfig({ RASHIN_DATA: join(folder, 'data'), ...environment }),
    now: () => new Date('2026-11-21T03:00:00Z'),
  });
  const call = async (command: CliCommand, ...args: readonly string[]) => {
    lines.length = 0;
    const code = await command.run(args, io());
    return { code, lines: [...lines] };
  };
  const write = (name: string, content: unknown): string => {
    const file = join(folder, name);
    writeFileSync(
      file,
      typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 1),
    );
    return file;
  };
  const plan = (items: readonly object[], header: object = {}) => ({
    plans: [
      {
        plan: { planKey: 'new', slug: 'new', kind: 'individual', position: 9 },
        revisions: [
          {
            label: '案',
            content: {
              header: {
                title: '個別計画',
                kindLabel: '個別計画',
                startFiscalYear: 'R7',
                endFiscalYear: 'R9',
                updateMode: 'rolling',
                ...header,
              },
              levels: [
                {
                  levelKey: 'a',
                  name: '施策',
                  parents: ['root', 'a'],
                  numbering: 'decimal',
                  titleStyle: 'state',
                },
              ],
              items,
            },
          },
        ],
      },
    ],
  });
  const item = (itemKey: string, change: object = {}) => ({
    itemKey,
    levelKey: 'a',
    position: 1,
    title: itemKey,
    ...change,
  });

  // Opened anew for the first command; the others work beside a running program, through its control socket.
  let running: Database | null = null;
  beforeAll(async () => {
    expect((await call(demo)).code).toBe(0);
    running = await openDatabase(io().config(), { program: 'test', shared: false });
  });
  afterAll(async () => {
    await running?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('demo は何度実行しても同じ', async () => {
    const again = await call(demo);
    expect(again.code).toBe(0);
    expect(again.lines[0]).toBe('202151 塩尻市: すでにあります（変えていません）');
    expect(again.lines.join('\n')).toContain('rashin-demo');
  });

  it('demo は RASHIN_DEMO=0 なら断る', async () => {
    lines.length = 0;
    expect(await demo.run([], io({ RASHIN_DEMO: '0' }))).toBe(1);
    expect(lines).toEqual(['RASHIN_DEMO=0 のため、見本のデータは入れません。何も変わっていません。']);
  });

  it.each(['shiojiri', 'seiro', 'takanezawa', 'maniwa', 'sapporo'])(
    '見本のファイル %s に誤りはない',
    async (town) => {
      const checked = await call(checkPlan, demoFile(town));
      expect([checked.code, checked.lines.at(-1)]).toEqual([0, 'ファイル: 誤り 0件、注意 0件']);
    },
  );

  it('登録済みの計画を調べる', async () => {
    const checked = await call(checkPlan, '--municipality', '202151', '--plan', 'mirai-toshi-senryaku');
    expect(checked.lines).toEqual([
      'しおじり未来投資戦略（第六次塩尻市総合計画）（長期戦略（令和5年12月））: 誤り 0件、注意 0件',
    ]);
  });

  it('手段を表す名称と、三つを超える主管は注意で、終了コードは 0', async () => {
    const units = ['b1', 'b2', 'b3', 'b4'].map((unitKey, position) => ({
      unitKey,
      name: unitKey,
      kind: '課',
      validFrom: '令和6年4月1日',
      position,
    }));
    const file = write('warnings.json', {
      units,
      ...plan([item('x', { title: '子育て環境の整備', leadUnitKeys: ['b1', 'b2', 'b3', 'b4'] })]),
    });
    expect(await call(checkPlan, file)).toEqual({
      code: 0,
      lines: [
        '注意  plans new › 案 › items › x › leadUnitKeys: 「子育て環境の整備」の主管が4あります。この団体の決まりでは3までです。',
        '注意  plans new › 案 › items › x › title: 「子育て環境の整備」は手段（…整備）を表す名称です。ありたい姿で書くと意図が伝わります。例: 子育て環境が整っている',
        'ファイル: 誤り 0件、注意 2件',
      ],
    });
  });

  const bad: readonly (readonly [string, () => string, string])[] = [
    [
      '輪',
      () => write('cycle.json', plan([item('x', { parentKey: 'y' }), item('y', { parentKey: 'x' })])),
      '誤り  plans new › 案 › items › x › parentKey: 項目の上をたどると元に戻ります: x → y。どれかの上の項目を直してください。',
    ],
    [
      '親のない項目',
      () => write('orphan.json', plan([item('x', { parentKey: 'nowhere' })])),
      '誤り  plans new › 案 › items › x › parentKey: 「x」の上の項目「nowhere」がありません。',
    ],
    [
      'ほかの団体の組織',
      () => write('foreign.json', plan([item('x', { leadUnitKeys: ['sogo-seisaku-bu'] })])),
      '誤り  plans new › 案 › items › x › leadUnitKeys › 0: 組織「sogo-seisaku-bu」はこの団体に登録されていません。組織を先に登録するか、キーを直してください。',
    ],
    [
      'ありえない元号の年度',
      () => write('era.json', plan([], { startFiscalYear: '平成40年度' })),
      '「平成40年度」は平成の続く年ではありません。令和10年度のことなら、そう書いてください。',
    ],
    ['JSONでないもの', () => write('text.json', '計画{'), 'JSONとして読めない文字があります'],
    [
      'UTF-8でないもの',
      () => write('sjis.json', Buffer.from([0x7b, 0x89, 0x96])),
      '2バイト目からUTF-8の文字として読めません',
    ],
    [
      'ないファイル',
      () => join(folder, 'none.json'),
      'ファイルを読めません（その名前のファイルがありません）',
    ],
    [
      '空のフォルダー',
      () => mkdtempSync(join(folder, 'empty-')),
      'このフォルダーに .json のファイルがありません',
    ],
  ];

  it('フォルダーでは団体データファイルだけを読み、読まなかったものを言う', async () => {
    const place = mkdtempSync(join(folder, 'mixed-'));
    const put = (name: string, content: unknown) => {
      mkdirSync(join(place, name, '..'), { recursive: true });
      writeFileSync(join(place, name), JSON.stringify(content));
    };
    put('a.json', plan([]));
    put('package.json', { name: 'x' });
    put('programmes.json', { $schema: '../programme-file.schema.json', municipality: '202151' });
    put('node_modules/x/package.json', { plans: [] });
    put('.cache/b.json', { plans: 1 });
    const checked = await call(checkPlan, place);
    expect([checked.code, ...checked.lines]).toEqual([
      0,
      '団体データファイルではないため、読まなかったファイル: 2件',
      `  ${join(place, 'package.json')}`,
      `  ${join(place, 'programmes.json')}`,
      'ファイル: 誤り 0件、注意 0件',
    ]);
    put('b.json', { units: 'x' });
    put('c.json', { units: [{}] });
    const wrong = await call(checkPlan, place);
    expect([wrong.code, wrong.lines.some((line) => line.includes(join(place, 'c.json')))]).toEqual([1, true]);
  });

  it('団体データファイルのないフォルダーは断る', async () => {
    const place = mkdtempSync(join(folder, 'other-'));
    writeFileSync(join(place, 'package.json'), '{}');
    const checked = await call(checkPlan, place);
    expect(checked.code).toBe(1);
    expect(checked.lines.join('\n')).toContain('.json 1件に、団体データファイルはありません');
  });

  it.each(bad)('check-plan: %s は場所を挙げて終了コード 1', async (_, file, message) => {
    for (const args of [[file()], ['--municipality', '202151', file()]]) {
      const checked = await call(checkPlan, ...args);
      expect(checked.code).toBe(1);
      expect(checked.lines.join('\n')).toContain(message);
    }
  });

  it.each(bad)('import: %s は断り、何も登録しない', async (_, file, message) => {
    const done = await call(importTown, '--municipality', '202151', file());
    expect(done.code).toBe(1);
    expect(done.lines.join('\n')).toContain(message);
    expect(done.lines.at(-1)).toBe('登録しませんでした。何も変わっていません。');
    const checked = await call(checkPlan, '--municipality', '202151', '--plan', 'new');
    expect(checked.lines).toEqual(['誤り  --plan new: 計画が見つかりません。']);
  });

  it.each([
    ['検査数字の誤り', '202150', '検査数字（6桁目）が合いません'],
    ['一覧にないコード', '992003', '一覧にありません'],
    ['都道府県のコード', '200000', '都道府県のコードです'],
    ['5桁のコード', '20215', 'もしかして: 202151 塩尻市'],
  ])('団体コード: %s は断る', async (_, code, message) => {
    for (const command of [importTown, checkPlan]) {
      const done = await call(command, '--municipality', code, demoFile('maniwa'));
      expect(done.code).toBe(1);
      expect(done.lines[0]).toContain(`誤り  --municipality: 「${code}」`);
      expect(done.lines[0]).toContain(message);
    }
  });

  it('ほかの団体のファイルは断る', async () => {
    const done = await call(importTown, '--municipality', '202151', demoFile('maniwa'));
    expect(done.code).toBe(1);
    expect(done.lines.slice(0, 2)).toEqual([
      '団体データファイルではないため、読まなかったファイル: 1件',
      `  ${join(demoFile('maniwa'), 'population.json')}`,
    ]);
    expect(done.lines[2]).toContain('ファイルは団体 332143 のものですが、指定した団体は 202151 です');
  });

  it('--dry-run は確かめるだけで、次に本当に登録できる', async () => {
    const file = write('units.json', {
      units: [{ unitKey: 'kodomo', name: 'こども課', kind: '課', validFrom: '令和7年4月1日', position: 3 }],
    });
    const dry = await call(importTown, '--municipality', '202151', '--dry-run', file);
    expect(dry.lines).toEqual(['誤りはありません。登録はしていません（--dry-run）。']);
    const units = () =>
      withDatabase(io(), 'test', (db) =>
        withTenant(
          db,
          { municipality: '202151' as MunicipalityCode, actor: 'test', origin: 'test' },
          async (tx) => (await listUnits(tx)).map(({ name }) => name),
        ),
      );
    expect(await units()).not.toContain('こども課');
    expect(await call(importTown, '--municipality', '202151', file)).toEqual({
      code: 0,
      lines: ['登録しました。'],
    });
    expect(await units()).toContain('こども課');
  });

  it.each([
    ['ファイルも --plan もない', checkPlan, []],
    ['--plan だけ', checkPlan, ['--plan', 'x']],
    ['ファイルと --plan の両方', checkPlan, ['--municipality', '202151', '--plan', 'x', 'file']],
    ['import に団体コードがない', importTown, ['file']],
    ['import にファイルがない', importTown, ['--municipality', '202151']],
    ['demo に余分な引数', demo, ['x']],
  ])('使い方の誤り: %s', async (_, command, args) => {
    await expect(command.run(args, io())).rejects.toThrow(UsageError);
  });
});
