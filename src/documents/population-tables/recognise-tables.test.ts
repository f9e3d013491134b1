import { describe, expect, it } from 'vitest';
import {
  ageStarts,
  type Cells,
  cp932,
  type DistrictRow,
  invented,
  ipssListRows,
  ipssSheetRows,
  openDataRows,
  registerRows,
  sum,
  utf8,
  utf8WithMark,
  xlsx,
} from '../../../test/factories/population-files.ts';
import { noOptions, recogniseTables } from './recognise-tables.ts';
import type { ReadingOptions, Recognised } from './recognised.ts';

const shiojiri = { code5: '20215', name: '塩尻市' };

const read = async (
  name: string,
  bytes: Uint8Array,
  options: Partial<ReadingOptions> = {},
  town = shiojiri,
): Promise<Recognised> => {
  const result = await recogniseTables({ name, bytes }, town, { ...noOptions, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  return result.value;
};

const labels = (open: number): readonly string[] =>
  ageStarts(open).map((from) => (from === open ? `${from}+` : `${from}-${from + 4}`));

const districts = (
  open: 85 | 100,
  date: string,
  unknown?: readonly [number, number],
): readonly DistrictRow[] => {
  const [whole, north, south] = [invented(open, 400), invented(open, 100), invented(open, 100)];
  const rest = (of: 'male' | 'female') => whole[of].map((value, index) => value - (north[of][index] ?? 0));
  return [
    { code: '', name: '', date, ...whole, ...(unknown === undefined ? {} : { unknown }) },
    { code: '20215001', name: '大門一番町', date, ...north },
    { code: '20215002', name: '広丘', date, male: rest('male'), female: rest('female'), ...(south && {}) },
  ];
};

describe('オープンデータの四つの様式', () => {
  it.each([
    ['A', 100, '202151', '2025/1/1', utf8, 'UTF-8', 'A.csv', [3, 1]],
    ['A', 100, '20215', '2025-01-01', utf8WithMark, 'UTF-8（BOM付き）', 'A.csv', undefined],
    ['B', 85, '202151', '令和7年1月1日', utf8, 'UTF-8', 'B.csv', undefined],
    ['C', 85, '20215', '2025/1/1', cp932, 'Shift_JIS（CP932）', 'C.csv', [2, 2]],
    ['D', 85, '', '', cp932, 'Shift_JIS（CP932）', '20250101opendata.csv', undefined],
  ] as const)(
    '様式%s、%i歳以上、コード「%s」、日付「%s」',
    async (layout, open, townCode, date, encode, encoding, name, unknown) => {
      const rows = openDataRows({ layout, open, townCode }, districts(open, date, unknown));
      const got = await read(name, encode(rows));
      expect(got.encoding).toBe(encoding);
      expect(got.layout).toContain('地域・年齢別人口');
      expect(got.ages).toEqual(labels(open));
      expect(got.tables.map(({ areaKey, date: day }) => [areaKey, day])).toEqual([
        ['', '2025-01-01'],
        [layout === 'D' ? '広丘' : '20215001', '2025-01-01'],
        [layout === 'D' ? '大門一番町' : '20215002', '2025-01-01'],
      ]);
      const [whole] = got.tables;
      const { male, female } = invented(open, 400);
      expect(whole?.counts).toMatchObject({ male, female, both: null, households: 1234 });
      const lost = unknown ?? [0, 0];
      expect(whole?.counts.total).toBe(sum(male) + sum(female) + lost[0] + lost[1]);
      expect(whole?.counts.unknownAge).toEqual(
        ['A', 'C'].includes(layout) ? { male: lost[0], female: lost[1] } : null,
      );
    },
  );

  it('先頭の 0 が落ちたコードを読む', async () => {
    const rows = openDataRows({ layout: 'A', open: 85, townCode: '12025' }, districts(85, '2025/1/1')).map(
      (row) => row.map((cell) => (cell === '塩尻市' ? '函館市' : cell === '長野県' ? '北海道' : cell)),
    );
    const got = await read('A.csv', utf8(rows), {}, { code5: '01202', name: '函館市' });
    expect(got.tables).toHaveLength(3);
  });
});

it.each([
  ['才', ['年', '性別', '0～4才', '5才以上'], '2020'],
  ['時刻のついた日', ['年月日', '性別', '0-4', '5+'], '2020/10/01 0:00'],
  ['現在', ['基準日', '性別', '0-4', '5+'], '令和2年10月1日現在'],
])('表計算ソフトや人の書き方: %s', async (_, header, day) => {
  const got = await read('own.csv', utf8([header, [day, '男', 3, 4], [day, '女', 5, 6]]));
  expect(got.tables).toMatchObject([{ date: '2020-10-01', counts: { male: [3, 4], female: [5, 6] } }]);
});

describe('住民基本台帳年齢階級別人口', () => {
  it.each([80, 100] as const)('%i歳以上まで。ほかの市町村の行は読まない', async (open) => {
    const rows = registerRows(open, [
      { code: '202142', name: '茅野市', seed: 5 },
      { code: '202151', name: '塩尻市', seed: 300 },
      { code: '204501', name: '東筑摩郡山形村', seed: 7 },
    ]);
    const bytes = await xlsx([{ name: '年齢別人口(市区町村別)【総計】', rows }]);
    const got = await read('2501nen.xlsx', bytes, { date: '2025-01-01' });
    expect(got.layout).toBe('住民基本台帳年齢階級別人口（総務省）');
    expect(got.tables).toHaveLength(1);
    expect(got.tables[0]?.counts).toMatchObject(invented(open, 300));
    expect(got.ages).toEqual(labels(open));
    expect(got.sheets).toEqual([{ name: '年齢別人口(市区町村別)【総計】', rows: 3, otherRows: 6 }]);
    expect(got.suggestion.kind).toBe('register');
    const village = await read('x.xlsx', bytes, { date: '2025-01-01' }, { code5: '20450', name: '山形村' });
    expect(village.tables[0]?.counts).toMatchObject(invented(open, 7));
  });

  it('題に書かれた基準日を読む', async () => {
    const rows = [
      ['令和7年1月1日住民基本台帳年齢階級別人口（市区町村別）（総計）'],
      ...registerRows(100, [{ code: '202151', name: '塩尻市', seed: 300 }]),
    ];
    const got = await read('a.xlsx', await xlsx([{ name: 'Sheet1', rows }]));
    expect(got.tables[0]?.date).toBe('2025-01-01');
  });
});

describe('社人研の結果', () => {
  it.each([
    [90, [2015, 2020, 2025], '社人研 平成30年推計'],
    [95, [2020, 2025, 2030], '社人研 令和5年推計'],
  ] as const)('全市区町村の一覧、%i歳以上', async (open, years, name) => {
    const rows = ipssListRows(open, years, [
      { code: 20000, name: '', seed: 1 },
      { code: 20215, name: '塩尻市', seed: 300 },
      { code: 1100, name: '札幌市', seed: 9 },
    ]);
    const got = await read('suikei_kekka.xlsx', await xlsx([{ name: 'Sheet1', rows }]));
    expect(got.tables.map(({ date }) => date)).toEqual(years.map((year) => `${year}-10-01`));
    expect(got.tables[0]?.counts).toMatchObject(invented(open, 300));
    expect(got.ages).toEqual(labels(open));
    expect(got.suggestion).toMatchObject({ kind: 'projection', name, baseYear: years[0] });
    expect(got.warnings).toEqual([]);
    const sapporo = await read(
      'suikei_kekka.xlsx',
      await xlsx([{ name: 'Sheet1', rows }]),
      {},
      { code5: '01100', name: '札幌市' },
    );
    expect(sapporo.tables[0]?.counts).toMatchObject(invented(open, 9));
  });

  it.each([90, 95] as const)('市区町村ごとのシート、%i歳以上', async (open) => {
    const years = [2020, 2025, 2030, 2035];
    const bytes = await xlsx([
      { name: '2000_長野県', rows: ipssSheetRows(open, years, 1) },
      { name: '20214_茅野市', rows: ipssSheetRows(open, years, 2) },
      { name: '20215_塩尻市', rows: ipssSheetRows(open, years, 300) },
    ]);
    const got = await read('20.xlsx', bytes);
    expect(got.tables.map(({ date }) => date)).toEqual(years.map((year) => `${year}-10-01`));
    expect(got.tables[1]?.counts).toMatchObject(invented(open, 280));
    expect(got.sheets.map(({ name }) => name)).toEqual(['20215_塩尻市']);
    expect(got.suggestion.kind).toBe('projection');
  });

  it.each([
    [
      '男女の別が年と同じ行に',
      (rows: readonly Cells[], years: readonly number[]) => {
        const [title = [], , heads = []] = rows;
        const sexes = ['男女計', '男', '女'];
        const block = years.length + 2;
        return [
          title,
          heads.map((cell, at) => (at % block === 0 ? (sexes[at / block] ?? '') : cell)),
          ...rows.slice(3),
        ];
      },
    ],
    [
      '年が数',
      (rows: readonly Cells[]) => [
        ...rows.slice(0, 2),
        (rows[2] ?? []).map((cell) => (/年$/u.test(String(cell)) ? Number(String(cell).slice(0, 4)) : cell)),
        ...rows.slice(3),
      ],
    ],
    [
      '和暦と西暦',
      (rows: readonly Cells[]) => [
        ...rows.slice(0, 2),
        (rows[2] ?? []).map((cell) =>
          /年$/u.test(String(cell)) ? `令和${Number(String(cell).slice(0, 4)) - 2018}年\n（${cell}）` : cell,
        ),
        ...rows.slice(3),
      ],
    ],
  ] as const)('市区町村ごとのシート: %s', async (_, changed) => {
    const years = [2020, 2025, 2030];
    const rows = changed(ipssSheetRows(95, years, 300), years) as readonly Cells[];
    const got = await read('20.xlsx', await xlsx([{ name: '20215_塩尻市', rows }]));
    expect(got.tables.map(({ date }) => date)).toEqual(years.map((year) => `${year}-10-01`));
    expect(got.tables[2]?.counts).toMatchObject(invented(95, 260));
  });

  it('男女計・男・女を縦に並べた表', async () => {
    const { male, female } = invented(90, 300);
    const both = male.map((value, index) => value + (female[index] ?? 0));
    const ages = ageStarts(90).map((from) => (from === 90 ? '90歳以上' : `${from}～${from + 4}歳`));
    const part = (sex: string, values: readonly number[]): readonly Cells[] => [
      [sex],
      ['総数', sum(values)],
      ...ages.map((age, index) => [age, values[index] ?? 0]),
    ];
    const rows: readonly Cells[] = [
      ['年齢', '令和2年'],
      ...part('男女計', both),
      ...part('男', male),
      ...part('女', female),
    ];
    const got = await read('a.csv', utf8(rows));
    expect(got.tables).toHaveLength(1);
    expect(got.tables[0]?.counts).toMatchObject({ male, female, total: sum(both) });
  });

  it('町ごとの世帯数・男・女・計', async () => {
    const rows: readonly Cells[] = [
      ['令和7年4月1日現在'],
      ['町名', '世帯数', '男', '女', '計'],
      ['大門', 100, 120, 130, 250],
      ['広丘', '1,000', '1,200', '1,300', '2,500'],
      ['合計', '1,100', '1,320', '1,430', '2,750'],
    ];
    const got = await read('machi.csv', cp932(rows));
    expect(
      got.tables.map(({ areaName, date, counts }) => [areaName, date, counts.total, counts.households]),
    ).toEqual([
      ['塩尻市', '2025-04-01', 2750, 1100],
      ['広丘', '2025-04-01', 2500, 1000],
      ['大門', '2025-04-01', 250, 100],
    ]);
  });

  it('結果表1: 年を列に並べた総数。指数は読まない', async () => {
    const rows: readonly Cells[] = [
      ['結果表1　総人口および指数（令和2（2020）年＝100とした場合）'],
      [],
      [],
      [
        'コード',
        '市などの別',
        '都道府県',
        '市区町村',
        '総人口（人）',
        null,
        null,
        '総人口の指数（令和2年＝100）',
        null,
        null,
      ],
      [null, null, null, null, '2020年', '2025年', '2030年', '2020年', '2025年', '2030年'],
      [20000, 'a', '長野県', null, 2048011, 1972880, 1891187, 100, 96.3, 92.3],
      [20215, 2, '長野県', '塩尻市', 67241, 65500, 63800, 100, 97.4, 94.9],
    ];
    const got = await read('kekkahyo1.xlsx', await xlsx([{ name: 'Sheet1', rows }]));
    expect(got.tables.map(({ date, counts }) => [date, counts.total, counts.ages])).toEqual([
      ['2020-10-01', 67241, []],
      ['2025-10-01', 65500, []],
      ['2030-10-01', 63800, []],
    ]);
  });
});

describe('ふつうの CSV', () => {
  const { male, female } = invented(90, 0);
  const long = (age: (from: number) => string, sexes: readonly [string, string]): readonly Cells[] => [
    ['年', '性別', '年齢', '人口'],
    ...(
      [
        [2015, 0],
        [2020, 50],
      ] as const
    ).flatMap(([year, more]) =>
      ageStarts(90).flatMap((from, index) => [
        [year, sexes[0], age(from), (male[index] ?? 0) + more],
        [year, sexes[1], age(from), (female[index] ?? 0) + more],
      ]),
    ),
  ];

  it.each([
    ['0-4', (from: number) => (from === 90 ? '90+' : `${from}-${from + 4}`), ['男', '女']],
    ['0～4歳', (from: number) => (from === 90 ? '90歳以上' : `${from}～${from + 4}歳`), ['男性', '女性']],
    ['全角', (from: number) => (from === 90 ? '９０歳～' : `${from}〜${from + 4}`), ['male', 'female']],
  ] as const)('年・性別・年齢・人口を行に: %s', async (_, age, sexes) => {
    const got = await read('own.csv', utf8(long(age, sexes)));
    expect(got.tables.map(({ date }) => date)).toEqual(['2015-10-01', '2020-10-01']);
    expect(got.tables[0]?.counts).toMatchObject({ male, female });
    expect(got.warnings.map(({ code }) => code)).toEqual(['population-file-day-assumed']);
    const january = await read('own.csv', utf8(long(age, sexes)), { monthDay: '01-01' });
    expect(january.tables.map(({ date }) => date)).toEqual(['2015-01-01', '2020-01-01']);
    expect(january.warnings).toEqual([]);
  });

  it('各歳を行に、男女を列に。5歳ごとの小計は重ねない', async () => {
    const single = Array.from({ length: 101 }, (_, age) => [
      age === 100 ? '100歳以上' : `${age}歳`,
      30,
      10,
      20,
    ]);
    const rows: readonly Cells[] = [
      ['塩尻市の人口（令和6年4月1日現在）'],
      ['年齢', '総数', '男', '女'],
      ['総数', 3030, 1010, 2020],
      ['0～4歳', 150, 50, 100],
      ...single,
    ];
    const got = await read('kakusai.csv', cp932(rows));
    expect(got.ages).toHaveLength(101);
    expect(got.tables[0]).toMatchObject({ date: '2024-04-01', counts: { total: 3030, totalMale: 1010 } });
  });

  it('各歳を数の見出しの列に', async () => {
    const header = ['年', '性別', ...Array.from({ length: 100 }, (_, age) => age), '100+'];
    const row = (sex: string, each: number) => [2020, sex, ...Array.from({ length: 101 }, () => each)];
    const got = await read('own.csv', utf8([header, row('男', 3), row('女', 4)]));
    expect(got.ages.at(-1)).toBe('100+');
    expect(got.tables[0]?.counts.total).toBe(707);
  });

  it('三区分だけの表', async () => {
    const got = await read(
      'own.csv',
      utf8([
        ['年', '総数', '15歳未満', '15～64歳', '65歳以上', '75歳以上（再掲）'],
        [2020, 67241, 8500, 39000, 19741, 10000],
      ]),
    );
    expect(got.ages).toEqual(['0-14', '15-64', '65+']);
    expect(got.tables[0]?.counts).toMatchObject({ both: [8500, 39000, 19741], male: null, total: 67241 });
  });

  it('総数だけの表', async () => {
    const got = await read(
      'own.csv',
      utf8([
        ['年次', '総人口'],
        ['令和2年', 67241],
        ['令和7年', '65,100人'],
      ]),
      { projected: true },
    );
    expect(got.tables.map(({ date, counts }) => [date, counts.total])).toEqual([
      ['2020-10-01', 67241],
      ['2025-10-01', 65100],
    ]);
  });
});
