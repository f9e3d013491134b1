import { describe, expect, it } from 'vitest';
import {
  type Cells,
  invented,
  openDataRows,
  registerRows,
  sum,
  utf8,
  xlsx,
} from '../../../test/factories/population-files.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import { problemPlace, problemSentence } from '../problem-text/sentences.ts';
import { noOptions, recogniseTables } from './recognise-tables.ts';
import type { ReadingOptions } from './recognised.ts';

const shiojiri = { code5: '20215', name: '塩尻市' };

const judge = async (
  bytes: Uint8Array,
  name = '人口.csv',
  options: Partial<ReadingOptions> = {},
): Promise<{
  readonly refused: boolean;
  readonly problems: readonly Problem[];
  readonly lines: readonly string[];
}> => {
  const result = await recogniseTables({ name, bytes }, shiojiri, { ...noOptions, ...options });
  const problems = result.ok ? result.value.warnings : result.error;
  return {
    refused: !result.ok,
    problems,
    lines: problems.map((problem) => `${problemPlace(problem)}: ${problemSentence(problem)}`),
  };
};

const whole = () =>
  openDataRows({ layout: 'A', open: 85, townCode: '202151' }, [
    { code: '', name: '', date: '2025/1/1', ...invented(85, 400) },
  ]).map((row) => [...row]);

/** The file with one cell changed. */
const withCell = (heading: string, value: string | number): Uint8Array => {
  const [header = [], row = []] = whole();
  return utf8([header, row.map((cell, index) => (header[index] === heading ? value : cell))]);
};

describe('一つの欄の誤りは、行と列で言う', () => {
  it.each([
    [
      '負の数',
      withCell('5-9歳の男性', -3),
      'population-file-cell-negative',
      '人口.csv 2行目 › 5-9歳の男性: 負の数（-3）',
    ],
    ['△は負の数', withCell('5-9歳の男性', '△3'), 'population-file-cell-negative', '負の数（-3）'],
    [
      '空の欄',
      withCell('5-9歳の男性', ''),
      'population-file-cell-missing',
      '2行目 › 5-9歳の男性: 5-9歳の数がありません',
    ],
    [
      '文字',
      withCell('5-9歳の男性', '約千人'),
      'population-file-cell-unread',
      '「約千人」は人数として読めません',
    ],
    ['年齢の合計と合わない総数', withCell('男性', 1), 'population-file-sum', '2行目 › 男性: 総数は1人ですが'],
    [
      '男女の合計と合わない総人口',
      withCell('総人口', 1),
      'population-file-sum',
      '2行目 › 総人口: 総数は1人ですが',
    ],
    [
      '日付でない基準日',
      withCell('調査年月日', '2025年冬'),
      'population-file-date-unread',
      '2行目 › 基準日: 「2025年冬」',
    ],
    ['ありえない日', withCell('調査年月日', '2025/2/30'), 'population-file-date-unread', '「2025/2/30」'],
    ['昔すぎる日', withCell('調査年月日', '1889/4/1'), 'population-file-date-impossible', '1889-04-01'],
    [
      'ほかの団体のコード',
      withCell('都道府県コード又は市区町村コード', '202142'),
      'population-file-other-town',
      '塩尻市の数がありません',
    ],
    ['名前が違う団体', withCell('市区町村名', '茅野市'), 'population-file-other-town', '茅野市'],
    ['伏せられた数', withCell('0-4歳の男性', 'X'), '', ''],
  ])('%s', async (_, bytes, code, line) => {
    const got = await judge(bytes);
    if (code === '') {
      expect(got.refused).toBe(false);
      expect(got.problems.map((problem) => problem.code)).toEqual(['population-file-ages-withheld']);
      return;
    }
    expect(got.refused).toBe(true);
    expect(got.problems.map((problem) => problem.code)).toContain(code);
    expect(got.lines.join('\n')).toContain(line);
  });

  it('Excel ではシートとセルで言う', async () => {
    const rows = registerRows(100, [{ code: '202151', name: '塩尻市', seed: 300 }]).map((row) => [...row]);
    (rows[3] as (string | number)[])[6] = -8;
    const got = await judge(await xlsx([{ name: '総計', rows }]), '住基.xlsx', { date: '2025-01-01' });
    expect(got.lines).toEqual([
      '住基.xlsx シート「総計」 › G4（5歳~9歳・人）: 負の数（-8）です。0以上の数に直してください。',
    ]);
  });

  it('誤りはすべて一度に言う', async () => {
    const [header = [], row = []] = whole();
    const bad = row.map((cell, index) =>
      ['0-4歳の男性', '10-14歳の女性'].includes(String(header[index]))
        ? -1
        : header[index] === '85歳以上の男性'
          ? ''
          : cell,
    );
    const got = await judge(utf8([header, bad]));
    expect(got.problems.map(({ code }) => code)).toEqual([
      'population-file-cell-negative',
      'population-file-cell-negative',
      'population-file-cell-missing',
    ]);
  });

  it('同じ地区が二度あり、数が違う', async () => {
    const rows = openDataRows({ layout: 'A', open: 85, townCode: '202151' }, [
      { code: '1', name: '広丘', date: '2025/1/1', ...invented(85, 100) },
      { code: '1', name: '広丘', date: '2025/1/1', ...invented(85, 101) },
    ]);
    const got = await judge(utf8(rows));
    expect(got.refused).toBe(true);
    expect(got.lines[0]).toContain('3行目');
    expect(got.lines[0]).toContain('初めは 2行目');
  });
});

describe('表の形の誤り', () => {
  const long = (ages: readonly string[]): readonly Cells[] => [
    ['年', '性別', '年齢', '人口'],
    ...ages.flatMap((age) => [
      [2020, '男', age, 10],
      [2020, '女', age, 12],
    ]),
  ];
  it.each([
    [
      '抜けた年齢',
      long(['0-4', '5-9', '15-19', '20+']),
      'population-file-age-gap',
      '「5-9」の次、10歳から始まる',
    ],
    ['開いていない最後', long(['0-4', '5-9', '10-14']), 'population-file-age-gap', '15歳から始まる'],
    ['0歳から始まらない', long(['5-9', '10-14', '15+']), 'population-file-age-gap', '0歳から始まる'],
    [
      '男だけ',
      [
        ['年', '性別', '年齢', '人口'],
        [2020, '男', '0-4', 1],
        [2020, '男', '5+', 1],
      ],
      'population-file-one-sex',
      '片方の数しか',
    ],
    [
      '男女の別が読めない',
      [
        ['年', '性別', '年齢', '人口'],
        [2020, '甲', '0-4', 1],
      ],
      'population-file-sex-unread',
      '2行目 › 性別: 「甲」',
    ],
    [
      '数でない総人口だけの行',
      [
        ['年', '総人口'],
        [2015, 100],
        [2020, '約六万人'],
      ],
      'population-file-cell-unread',
      '3行目 › 総人口: 「約六万人」',
    ],
    [
      '年が読めない',
      [
        ['年', '総人口'],
        ['いつか', 100],
      ],
      'population-file-year-unread',
      '2行目 › 年: 「いつか」',
    ],
    [
      '人口の表でない',
      [
        ['品名', '値段'],
        ['りんご', 100],
      ],
      'population-file-unknown',
      '人口の表が見つかりません',
    ],
    [
      '男女の別が空（結合したセル）',
      [
        ['年', '性別', '年齢', '人口'],
        [2020, '男', '0-4', 1],
        [2020, '', '5+', 1],
      ],
      'population-file-sex-missing',
      '3行目 › 性別: 男女の別の欄が空です',
    ],
    [
      '年が空（結合したセル）',
      [
        ['年', '総人口', '男', '女'],
        [2015, 100, 50, 50],
        ['', 90, 45, 45],
      ],
      'population-file-row-date-missing',
      '3行目 › 年: いつの人口かの欄が空です',
    ],
    [
      'ありえない数',
      [
        ['年', '総人口'],
        [2020, '1e30'],
      ],
      'population-file-cell-unread',
      '2行目 › 総人口: 「1e30」',
    ],
    [
      '桁のあふれる数',
      [
        ['年', '総人口'],
        [2020, '9'.repeat(400)],
      ],
      'population-file-cell-unread',
      '2行目 › 総人口: 「999',
    ],
    ['列が多すぎる', [['年', ...Array(5000).fill('総人口')], [2020]], 'population-file-too-wide', '5,000'],
    ['見出しだけ', [['年', '総人口']], 'population-file-unknown', '人口の表が見つかりません'],
  ] as const)('%s', async (_, rows, code, line) => {
    const got = await judge(utf8(rows as readonly Cells[]));
    expect(got.refused).toBe(true);
    expect(got.problems.map((problem) => problem.code)).toContain(code);
    expect(got.lines.join('\n')).toContain(line);
  });

  it('コードのない、よその団体の表。全域の数のない一つの地区', async () => {
    const other = openDataRows({ layout: 'D', open: 85, townCode: '' }, [
      { code: '', name: '茅野市', date: '', ...invented(85, 400) },
    ]);
    const got = await judge(utf8(other), '20250101opendata.csv');
    expect(got.refused).toBe(true);
    expect(got.lines).toEqual([
      '20250101opendata.csv: あるのは「茅野市」の数だけで、塩尻市の全域の数がありません。ほかの団体のファイルでないか確かめ、全域の行を加えてください。',
    ]);
  });

  it('地区と日の組が多すぎる表を、止まらずに断る', async () => {
    const lines = Array.from({ length: 45_000 }, (_, at) => `町${at},2,1,1`);
    const got = await judge(Buffer.from(['地域名,総人口,男性,女性', ...lines].join('\n')), '20250101.csv');
    expect(got.problems.map(({ code }) => code)).toEqual(['population-file-too-many-tables']);
    expect(got.lines[0]).toContain('45,000');
  });

  it('いつの人口か書いていない', async () => {
    const rows = registerRows(100, [{ code: '202151', name: '塩尻市', seed: 300 }]);
    const got = await judge(await xlsx([{ name: '総計', rows }]), '住基.xlsx');
    expect(got.problems.map(({ code }) => code)).toEqual(['population-file-date-missing']);
  });

  it('欄に書いた基準日がファイルと違う', async () => {
    const got = await judge(utf8(whole()), '人口.csv', { date: '2024-01-01' });
    expect(got.lines).toEqual([
      '人口.csv: ファイルの基準日は令和7年1月1日、欄に書いた基準日は令和6年1月1日です。どちらかを直してください。',
    ]);
  });
});

describe('疑わしいことは、数を添えて確かめてもらう', () => {
  it('男と女の取り違え', async () => {
    const { male, female } = invented(85, 400);
    const rows = openDataRows({ layout: 'B', open: 85, townCode: '202151' }, [
      { code: '', name: '', date: '2025/1/1', male: female, female: male },
    ]);
    const got = await judge(utf8(rows));
    const old = (values: readonly number[]) => sum(values.slice(15)).toLocaleString('ja-JP');
    expect(got.refused).toBe(false);
    expect(got.lines).toEqual([
      `人口.csv 塩尻市 › 2025-01-01: 75歳以上の男が${old(female)}人、女が${old(male)}人で、男のほうが大きく上回ります。男と女の列を取り違えていないか確かめてください。`,
    ]);
  });

  it('地区の合計が全域と違う。全域がなければ合計にしたと言う', async () => {
    const areas = ['一', '二'].map((name) => ({ code: name, name, date: '2025/1/1', ...invented(85, 10) }));
    const none = await judge(utf8(openDataRows({ layout: 'A', open: 85, townCode: '202151' }, areas)));
    expect(none.problems.map(({ code }) => code)).toEqual(['population-file-whole-summed']);
    const more = [{ code: '', name: '', date: '2025/1/1', ...invented(85, 400) }, ...areas];
    const differs = await judge(utf8(openDataRows({ layout: 'A', open: 85, townCode: '202151' }, more)));
    expect(differs.problems.map(({ code }) => code)).toEqual(['population-file-districts-differ']);
  });

  it('「-」は0人、ほかの団体の行がまじる、日がまじる', async () => {
    const { male, female } = invented(85, 10);
    const areas = ['一', '二', '三', '四', '五', '六', '七', '八'].map((name) => ({
      code: name,
      name,
      date: name === '八' ? '2024/1/1' : '2025/1/1',
      male,
      female,
    }));
    const rows = openDataRows({ layout: 'A', open: 85, townCode: '202151' }, areas).map((row) => [...row]);
    (rows[1] as (string | number)[])[0] = '202142';
    (rows[1] as (string | number)[])[3] = '茅野市';
    for (const row of rows.slice(1)) row[row.length - 2] = '-';
    const got = await judge(utf8(rows));
    expect(got.refused).toBe(false);
    expect(got.problems.map(({ code }) => code)).toEqual([
      'population-file-dashes',
      'population-file-other-rows',
      'population-file-whole-summed',
      'population-file-whole-summed',
      'population-file-day-differs',
    ]);
  });

  it('男女に分かれていない年齢不詳: 総数だけになる', async () => {
    const rows: readonly Cells[] = [
      ['年', '総数', '0-14', '15-64', '65+', '年齢不詳'],
      [2020, 103, 30, 40, 30, 3],
    ];
    const got = await recogniseTables({ name: 'a.csv', bytes: utf8(rows) }, shiojiri, {
      ...noOptions,
      monthDay: '10-01',
    });
    expect(got).toMatchObject({
      value: {
        tables: [{ counts: { total: 103, ages: [], both: null, unknownAge: null } }],
        warnings: [{ code: 'population-file-unknown-of-both' }],
      },
    });
  });

  it('推計は、数がそれぞれ丸められていてもよい。実績は一人でも違えば断る', async () => {
    const rows: readonly Cells[] = [
      ['年', '総数', '0-14', '15-64', '65+'],
      [2030, 101, 30, 40, 30],
    ];
    expect((await judge(utf8(rows), 'a.csv', { projected: true })).refused).toBe(false);
    expect((await judge(utf8(rows), 'a.csv')).problems.map(({ code }) => code)).toEqual([
      'population-file-sum',
    ]);
  });
});
