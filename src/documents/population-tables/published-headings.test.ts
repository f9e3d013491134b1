import { describe, expect, it } from 'vitest';
import { type Cells, cp932, utf8, xlsx } from '../../../test/factories/population-files.ts';
import { problemSentence } from '../problem-text/sentences.ts';
import { readHeading } from './read-heading.ts';
import { noOptions, recogniseTables } from './recognise-tables.ts';
import type { ReadingOptions, Recognised } from './recognised.ts';

const shiojiri = { code5: '20215', name: '塩尻市' };

const read = async (rows: readonly Cells[], options: Partial<ReadingOptions> = {}): Promise<Recognised> => {
  const result = await recogniseTables({ name: 'a.csv', bytes: cp932(rows) }, shiojiri, {
    ...noOptions,
    ...options,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  return result.value;
};

const sexes = ['総数', '男', '女'] as const;
/** Of 総数, 男, 女: men are two of each three. */
const shares = [3, 2, 1];

it.each([
  ['全国，都道府県，市区町村 コード', { rowColumn: 'code' }],
  ['全国，都道府県，市区町村', { rowColumn: 'town-name' }],
  ['時間軸（年次）', { rowColumn: 'year' }],
  ['地域階層レベル', { rowColumn: 'area-level' }],
  ['字・丁目名', { rowColumn: 'area-part' }],
  ['男女 コード', { isLeftOut: true, sex: null }],
  ['男女_code', { isLeftOut: true, sex: null }],
  ['男女別人口', { sex: null, figure: null }],
  ['男女計', { sex: 'both' }],
  ['人口（総数）', { sex: null, figure: 'total' }],
  ['人口総数（男）', { sex: 'male', figure: 'total' }],
  ['総数（年齢）_女', { sex: 'female', figure: 'total' }],
  ['全世代（男）', { sex: 'male', figure: 'total' }],
  ['総数、年齢「不詳」含む', { figure: 'total' }],
  ['男の総数、年齢「不詳」含む', { sex: 'male', figure: 'total' }],
  ['総数（年齢不詳を除く）', { isLeftOut: true }],
  ['年齢「不詳」', { figure: 'unknown' }],
  ['　総数０～４歳', { sex: 'both', age: { from: 0, to: 4 } }],
  ['　女７５歳以上', { sex: 'female', age: { from: 75, to: null } }],
  ['20～24歳_男', { sex: 'male', age: { from: 20, to: 24 } }],
  ['0～14歳人口（人）', { sex: null, age: { from: 0, to: 14 } }],
  ['（再掲）65歳以上_男', { isLeftOut: true }],
])('見出し「%s」', (text, meaning) => {
  expect(readHeading(text)).toMatchObject(meaning);
});

describe('e-Stat で選んで落とした CSV', () => {
  const ages = ['総数', '0～4歳', '5～9歳', '10歳以上', '15歳未満（再掲）'];
  const persons = [12, 3, 4, 5, 8];
  const counts = { male: [6, 8, 10], female: [3, 4, 5], total: 36, totalMale: 24, totalFemale: 12 };

  it('行に並べた形。ほかの団体と、コードの列は読まない', async () => {
    const got = await read([
      [
        'tab_code',
        '表章項目',
        'cat01_code',
        '男女',
        'cat02_code',
        '年齢5歳階級',
        'area_code',
        '全国，都道府県，市区町村',
        'time_code',
        '時間軸（年次）',
        'unit',
        'value',
        'annotation',
      ],
      ...sexes.flatMap((sex, s) =>
        ages.flatMap((age, a) =>
          [
            ['00000', '全国'],
            ['20214', '茅野市'],
            ['20215', '塩尻市'],
          ].map(
            ([code = '', name = '']): Cells => [
              '020',
              '人口',
              `${s}00`,
              sex,
              `${a}0`,
              age,
              code,
              name,
              '2020000000',
              '2020年',
              '人',
              (persons[a] ?? 0) * (shares[s] ?? 0) * (name === '塩尻市' ? 1 : 7),
              '',
            ],
          ),
        ),
      ),
    ]);
    expect(got.tables).toMatchObject([{ areaKey: '', date: '2020-10-01', counts }]);
    expect(got.sheets).toEqual([{ name: '', rows: 15, otherRows: 30 }]);
  });

  it('年齢を列に並べた形。表題の行と補助コードの列がつく', async () => {
    const got = await read([
      ['統計名：', '国勢調査 令和2年国勢調査 人口等基本集計'],
      ['表題：', '男女，年齢（5歳階級）別人口'],
      ['実施年月：', '2020年', '-'],
      ['***', '該当数値がないもの'],
      [],
      [
        '男女 コード',
        '男女 補助コード',
        '男女',
        '時間軸（年次） コード',
        '時間軸（年次）',
        '全国，都道府県，市区町村 コード',
        '全国，都道府県，市区町村 補助コード',
        '全国，都道府県，市区町村',
        '/年齢5歳階級',
        ...ages,
      ],
      ...sexes.map(
        (sex, s): Cells => [
          s,
          '',
          sex,
          '2020000000',
          '2020年',
          '20215',
          '2',
          '塩尻市',
          '',
          ...persons.map((value) => (value * (shares[s] ?? 0)).toLocaleString('en')),
        ],
      ),
    ]);
    expect(got.tables).toMatchObject([{ areaKey: '', date: '2020-10-01', counts }]);
  });
});

describe('国勢調査の小地域集計', () => {
  /** The town, a 町 without 丁目, a 町 with two 丁目 and the sum of them. */
  const areas = [
    { level: '1', code: '-', name: ['', ''], of: 10 },
    { level: '2', code: '0010', name: ['大門', ''], of: 3 },
    { level: '3', code: '0020', name: ['広丘', ''], of: 7 },
    { level: '4', code: '002001', name: ['広丘', '一丁目'], of: 5 },
    { level: '4', code: '002002', name: ['広丘', '二丁目'], of: 2 },
  ] as const;
  const tables = [
    ['', '塩尻市', 10],
    ['0010', '大門', 3],
    ['002001', '広丘一丁目', 5],
    ['002002', '広丘二丁目', 2],
  ];

  it('町丁字コードのある CSV: 町の合計の行を重ねて数えない', async () => {
    const got = await read(
      [
        [
          '市区町村コード',
          '町丁字コード',
          '地域階層レベル',
          '秘匿処理',
          '都道府県名',
          '市区町村名',
          '大字・町名',
          '字・丁目名',
          '男女',
          '総数',
          '0～4歳',
          '5歳以上',
          '年齢「不詳」',
          '（再掲）15歳未満',
        ],
        ...areas.flatMap(({ level, code, name, of }) =>
          sexes.map((sex, s): Cells => {
            const share = (shares[s] ?? 0) * of;
            return [
              '20215',
              code,
              level,
              '',
              '長野県',
              '塩尻市',
              ...name,
              sex,
              share * 4,
              share,
              share * 2,
              share,
              1,
            ];
          }),
        ),
      ],
      { date: '2020-10-01' },
    );
    expect(got.layout).toBe('国勢調査の小地域集計（町丁・字等）');
    expect(got.suggestion.kind).toBe('census');
    expect(got.tables.map(({ areaKey, areaName, counts }) => [areaKey, areaName, counts.total / 12])).toEqual(
      tables,
    );
    expect(got.tables[0]?.counts).toMatchObject({ male: [20, 40], unknownAge: { male: 20, female: 10 } });
    expect(got.warnings).toEqual([]);
  });

  it('統計GIS の表: 見出しは二行、不詳を含む総数', async () => {
    const labels = ['、年齢「不詳」含む', '０～４歳', '５～９歳', '１０歳未満', '１０歳以上'];
    const got = await read(
      [
        ['KEY_CODE', 'HYOSYO', 'CITYNAME', 'NAME', 'HTKSYORI', 'HTKSAKI', 'GASSAN'].concat(
          Array.from({ length: 15 }, (_, at) => `T0010820${String(at + 1).padStart(2, '0')}`),
        ),
        [
          ...Array<string>(7).fill(''),
          ...['総数', '男', '女'].flatMap((sex, s) =>
            labels.map((label, at) =>
              at === 0 ? `${s === 0 ? sex : `${sex}の総数`}${label}` : `　${sex}${label}`,
            ),
          ),
        ],
        ...areas.map(
          ({ level, code, name, of }): Cells => [
            `20215${code === '-' ? '' : code}`,
            level,
            '塩尻市',
            name.join(''),
            '0',
            '',
            '',
            ...shares.flatMap((share) => [6, 1, 2, 3, 3].map((value) => value * share * of)),
          ],
        ),
        ['202140010', '2', '茅野市', 'ちの', '0', '', '', ...Array<number>(15).fill(9)],
      ],
      { date: '2020-10-01' },
    );
    expect(got.tables.map(({ areaName, counts }) => [areaName, counts.total / 18])).toEqual(
      tables.map(([, name, of]) => [name, of]),
    );
    expect(got.tables[1]?.counts).toMatchObject({ ages: ['0-4', '5-9', '10+'], male: [6, 12, 18] });
    expect(got.warnings.map(({ code }) => code)).toEqual(['population-file-other-rows']);
  });
});

it('町丁ごとの男女・年齢。全世代は総数', async () => {
  const got = await read(
    [
      [
        '町丁',
        '全世代（男）',
        '全世代（女）',
        '0～4歳（男）',
        '0～4歳（女）',
        '5歳以上（男）',
        '5歳以上（女）',
      ],
      ['大門', 3, 5, 1, 2, 2, 3],
      ['広丘', 3, 5, 1, 2, 2, 3],
    ],
    { date: '2024-04-01' },
  );
  expect(got.tables.map(({ areaName, counts }) => [areaName, counts.total])).toEqual([
    ['塩尻市', 16],
    ['広丘', 8],
    ['大門', 8],
  ]);
});

describe('社人研の結果表2（年齢ごとのファイル）', () => {
  const table = (number: string, what: string, values: readonly number[]): readonly Cells[] => [
    [`結果表${number}　${what}および指数（令和2（2020）年＝100とした場合）`],
    [],
    [],
    [
      'コード',
      '市などの別',
      '都道府県',
      '市区町村',
      `${what}（人）`,
      null,
      `${what}の指数（令和2年＝100）`,
      null,
    ],
    [null, null, null, null, '2020年', '2025年', '2020年', '2025年'],
    [20000, 'a', '長野県', null, 99999, 88888, 100, 88.9],
    [20215, 2, '長野県', '塩尻市', ...values, 100, 98.4],
  ];
  const parts = [
    { name: '1', rows: table('1', '総人口', [6000, 5700]) },
    { name: '2-1', rows: table('2-1', '0～14歳人口', [1000, 900]) },
    { name: '2-2', rows: table('2-2', '15～64歳人口', [3000, 2700]) },
    { name: '2-3', rows: table('2-3', '65歳以上人口', [2000, 2100]) },
    { name: '2-4', rows: table('2-4', '75歳以上人口', [900, 1100]) },
  ] as const;

  it.each(['2-1', '2-2', '2-3', '2-4'])(
    '表%s だけでは人口の表にならない: 何をまとめればよいか言う',
    async (name) => {
      const bytes = await xlsx(parts.filter((part) => part.name === name));
      const got = await recogniseTables({ name: 'kekkahyo2.xlsx', bytes }, shiojiri);
      expect(got.ok ? [] : got.error).toMatchObject([
        { code: 'population-file-one-age-band', path: ['kekkahyo2.xlsx'] },
      ]);
      expect(got.ok ? '' : got.error.map(problemSentence).join()).toContain(
        '一つの Excel にまとめてください',
      );
    },
  );

  it('一つにまとめると三区分の推計になる', async () => {
    const got = await recogniseTables({ name: 'kekkahyo.xlsx', bytes: await xlsx(parts) }, shiojiri);
    expect(got).toMatchObject({
      value: {
        suggestion: { kind: 'projection', name: '社人研 令和5年推計' },
        tables: [
          {
            date: '2020-10-01',
            counts: { ages: ['0-14', '15-64', '65+'], both: [1000, 3000, 2000], total: 6000 },
          },
          { date: '2025-10-01', counts: { both: [900, 2700, 2100], total: 5700 } },
        ],
      },
    });
  });

  it('まとめ忘れた年齢は、抜けた年齢として言う', async () => {
    const bytes = await xlsx(parts.filter(({ name }) => name !== '2-2'));
    const got = await recogniseTables({ name: 'kekkahyo.xlsx', bytes }, shiojiri);
    expect(got.ok ? [] : got.error.map(({ code, params }) => [code, params?.expected])).toEqual([
      ['population-file-age-gap', 15],
      ['population-file-age-gap', 15],
    ]);
  });
});

it('男女の別を含む見出しが列の上にあっても、片方の数にはならない', async () => {
  const rows: readonly Cells[] = [
    ['令和7年4月1日現在'],
    ['町名', '男女別人口', '', ''],
    ['', '総数', '男', '女'],
    ['大門', 8, 3, 5],
    ['広丘', 6, 2, 4],
  ];
  const got = await recogniseTables({ name: 'a.csv', bytes: utf8(rows) }, shiojiri);
  expect(got).toMatchObject({
    value: { tables: [{ counts: { total: 14, totalMale: 5, totalFemale: 9 } }, {}, {}] },
  });
});
