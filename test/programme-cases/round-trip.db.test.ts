import fc from 'fast-check';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Acting } from '../../src/app/acting.ts';
import { importProgrammes } from '../../src/app/programme/import-programmes.ts';
import { readProgrammeFile, readProgrammeTable } from '../../src/app/programme/read-programme-export.ts';
import { reopenYear, settleYear } from '../../src/app/programme/settle-year.ts';
import { importTown } from '../../src/app/town/import-town.ts';
import type { Database } from '../../src/db/connection.ts';
import { loadProgrammes, loadProgrammeYears } from '../../src/db/read-programme.ts';
import { withTenant } from '../../src/db/tenant.ts';
import { programmesCsv } from '../../src/documents/programme/programme-csv.ts';
import { programmesJson } from '../../src/documents/programme/programme-json.ts';
import { readProgrammes } from '../../src/documents/programme/read-programmes.ts';
import { listMunicipalityCodes, type MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import { describeEachDatabase } from '../factories/database.ts';
import { actingWith, someTown } from '../factories/town.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describeEachDatabase('事務事業の取込みと書き出し', (open) => {
  let db: Database;
  let code: MunicipalityCode;
  const unused = listMunicipalityCodes().map((each) => each.code);
  const acting = (): Acting => actingWith(db, code, 'planner', 'executive', 'administrator');
  const load = async (name: string, content: string, more: { dryRun?: boolean; year?: number } = {}) => {
    const read = readProgrammes(name, encode(content), { mapping: {}, fiscalYear: more.year ?? null });
    if (!read.ok) return read;
    return importProgrammes(acting(), {
      given: read.value.given,
      createUnits: true,
      dryRun: more.dryRun ?? false,
    });
  };
  const kept = () =>
    withTenant(db, acting().as, async (tx) => ({
      programmes: await loadProgrammes(tx),
      years: await loadProgrammeYears(tx),
    }));

  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    code = unused.shift() as MunicipalityCode;
    const made = await importTown(acting(), someTown(code), { dryRun: false, publish: false });
    expect(made).toMatchObject({ ok: true });
  });

  it('書き出した CSV と JSON を読むと、どの事業も変わらない', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('あ', '2', '"', ',', ' ', '=', '\n', '；', '－', 'x'), maxLength: 12 })
      .map((text) => text.trim());
    const name = cell.map((text) => `事業${text}`);
    const amount = fc.option(fc.integer({ min: 0, max: 9_000_000 }), { nil: null });
    const figure = fc.constantFrom(
      { actual: '12.50' },
      { actual: '0' },
      { actualText: '策定済み' },
      { missing: 'not-stated' },
      { missing: 'not-measured' },
      {},
    );
    const programme = fc.record({
      name,
      means: cell.map((text) => (/[あ2x]/u.test(text) ? text : '')),
      legalObligation: fc.constantFrom('obliged', 'discretionary', 'unknown'),
      unit: fc.constantFrom({ bureau: '総務部', department: '総務課' }, { bureau: '', department: '会計室' }),
      settled: amount,
      general: fc.integer({ min: 0, max: 1000 }),
      measures: fc.array(
        fc.record({
          kind: fc.constantFrom('output', 'outcome'),
          name,
          unit: fc.constantFrom('', '人', '％'),
          figure,
        }),
        { maxLength: 4 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(programme, { minLength: 1, maxLength: 6 }), async (all) => {
        const file = JSON.stringify({
          programmes: all.map(({ settled, general, measures, ...each }, index) => ({
            ...each,
            number: String(index + 1),
            statedPlace: '施策',
            years: [
              {
                fiscalYear: 2024,
                settled: {
                  totalThousandYen: settled,
                  funding:
                    settled === null
                      ? null
                      : { national: settled - general, prefecture: 0, bond: 0, other: 0, general },
                },
              },
            ],
            measures: measures.map(({ figure: stated, ...measure }) => ({
              ...measure,
              years: [{ fiscalYear: 2024, ...stated }],
            })),
          })),
        });
        const first = await load('a.json', file);
        if (!first.ok) throw new Error(JSON.stringify(first.error));
        const again = await load('a.json', file);
        const csv = programmesCsv(
          ...((table) => [table.rows, table] as const)(await readProgrammeTable(acting(), 2024)),
        );
        const json = programmesJson(await readProgrammeFile(acting()));
        const before = await kept();
        for (const done of [again, await load('b.csv', csv), await load('c.json', json)]) {
          if (!done.ok) throw new Error(JSON.stringify(done.error));
          expect(done.value.changed).toEqual([]);
          expect(done.value.added).toEqual([]);
        }
        expect(await kept()).toEqual(before);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  const head = '事業番号,事業名,担当課,決算額（千円）,成果指標1名,成果指標1単位,成果指標1実績\n';

  it.each([
    [
      '金額が数でない',
      `${head}1,甲,総務課,多い,,,\n`,
      ['a.csv', '2行目', '決算額（千円）'],
      'amount-not-number',
    ],
    ['事業名がない', `${head}1,,総務課,1,,,\n`, ['a.csv', '2行目', '事業名'], 'programme-name-missing'],
    [
      '同じ番号が2回',
      `${head}1,甲,総務課,1,,,\n1,乙,総務課,2,,,\n`,
      ['a.csv', '3行目', '事業番号'],
      'programme-twice',
    ],
    [
      '指標の名前がない',
      `${head}1,甲,総務課,1,,人,3\n`,
      ['a.csv', '2行目', '成果指標1単位'],
      'measure-without-name',
    ],
    [
      '財源が合わない',
      '事業番号,事業名,決算額,国,一般財源\n1,甲,100,30,100\n',
      ['a.csv', '2行目', '決算額'],
      'programme-funding-more',
    ],
    ['事業名の列がない', '事業番号,決算額\n1,100\n', ['a.csv', '1行目', '事業名'], 'csv.column-missing'],
    [
      '保存できない文字（NUL）',
      `${head}1,甲\u0000乙,総務課,1,,,\n`,
      ['a.csv', '2行目', '事業名'],
      'text-control-character',
    ],
    [
      '指標の名前に制御文字',
      `${head}1,甲,総務課,1,率\u0007,,\n`,
      ['a.csv', '2行目', '成果指標1名'],
      'text-control-character',
    ],
    [
      '総額が0より小さい',
      `${head}1,甲,総務課,△5,,,\n`,
      ['a.csv', '2行目', '決算額'],
      'programme-amount-negative',
    ],
  ])('%s: 行と列を示して断り、何も変えない', async (_, content, path, problem) => {
    const done = await load('a.csv', content, { year: 2024 });
    if (done.ok) throw new Error('must be refused');
    expect(done.error.map((each) => each.code)).toContain(problem);
    const found = done.error.find((each) => each.code === problem);
    const place = found?.path[0] === 'a.csv' ? found.path : ['a.csv', ...(found?.path ?? [])];
    expect(place).toEqual(path);
    expect((await kept()).programmes).toEqual([]);
  });

  it.each([
    ['大きすぎるファイル', 'a.csv', `${head}${'1,甲,総務課,1,,,\n'.repeat(500_000)}`, 'file-too-large'],
    ['JSON という名で、事業の一覧でない', 'a.json', '[]', 'field-type'],
  ])('%s: 読む前に断る', async (_, file, content, problem) => {
    const done = await load(file, content, { year: 2024 });
    if (done.ok) throw new Error('must be refused');
    expect(done.error.map(({ code, path }) => [path[0], code])).toEqual([[file, problem]]);
  });

  it('財源の内訳は、特定財源が額を超える年には0より小さくてよい', async () => {
    const content = '事業番号,事業名,決算額,国,一般財源\n1,甲,100,130,△30\n';
    expect(await load('a.csv', content, { year: 2024 })).toMatchObject({ ok: true });
  });

  it('データなし・-・空欄は「ない」のまま。数は半角にし、数でない実績は言葉のまま残る', async () => {
    const done = await load(
      'a.csv',
      `${head}１,甲,データなし," 2,637",歩数,データなし,約１２千歩\n2,乙,－,-,人数,人,１２\n3,丙,,0,率,%,-\n`,
      { year: 2024 },
    );
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    const { rows } = await readProgrammeTable(acting(), 2024);
    expect(rows.map(({ year, unitKey }) => [unitKey, year?.settled.totalThousandYen])).toEqual([
      [null, 2637],
      [null, null],
      [null, 0],
    ]);
    expect(
      rows.flatMap(({ measures }) =>
        measures.map(({ unit, figure }) => [unit, figure?.actual, figure?.actualText, figure?.missing]),
      ),
    ).toEqual([
      ['', null, '約１２千歩', null],
      ['人', '12', null, null],
      ['%', null, null, 'not-stated'],
    ]);
  });

  it('変わったところを欄ごとに示し、ファイルにない事業は残す', async () => {
    await load('a.csv', `${head}1,甲,総務課,100,率,％,50\n2,乙,総務課,200,,,\n`, { year: 2024 });
    const next = `${head}1,甲の改め,総務課,120,率,％,60\n3,丙,会計室,5,,,\n`;
    const tried = await load('a.csv', next, { year: 2024, dryRun: true });
    if (!tried.ok) throw new Error(JSON.stringify(tried.error));
    expect(
      tried.value.changed.map(({ changes }) => changes.map((each) => [each.field, each.before, each.after])),
    ).toEqual([
      [
        ['事業名', '甲', '甲の改め'],
        ['決算額', '100', '120'],
        ['率 実績', '50', '60'],
      ],
    ]);
    expect(tried.value.added.map((each) => each.name)).toEqual(['丙']);
    expect(tried.value.missing.map((each) => each.name)).toEqual(['乙']);
    expect((await kept()).programmes).toHaveLength(2);
    expect(await load('a.csv', next, { year: 2024 })).toMatchObject({ ok: true });
    expect((await kept()).programmes.map((each) => each.name)).toEqual(['甲の改め', '乙', '丙']);
  });

  it('決算を確定した年度は変えられず、理由を書いて開き直せば変えられる', async () => {
    const first = `${head}1,甲,総務課,100,,,\n`;
    await load('a.csv', first, { year: 2024 });
    expect(await settleYear(acting(), 2024, '')).toEqual({ ok: true, value: null });
    expect(await settleYear(acting(), 2024, '')).toMatchObject({ error: [{ code: 'year-already-settled' }] });
    expect(await load('a.csv', first, { year: 2024 })).toMatchObject({ ok: true });
    const before = await kept();
    const done = await load('a.csv', `${head}1,甲,総務課,101,,,\n`, { year: 2024 });
    expect(done).toMatchObject({
      ok: false,
      error: [{ code: 'programme-year-settled', path: ['2行目', '決算額'] }],
    });
    expect(await kept()).toEqual(before);
    expect(await reopenYear(acting(), 2024, ' ')).toMatchObject({ error: [{ code: 'reason-required' }] });
    expect(await reopenYear(acting(), 2024, '誤記の訂正')).toEqual({ ok: true, value: null });
    expect(await load('a.csv', `${head}1,甲,総務課,101,,,\n`, { year: 2024 })).toMatchObject({ ok: true });
  });
});
