import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageStarts,
  type Cells,
  invented,
  openDataRows,
  sum,
  utf8,
} from '../../../test/factories/population-files.ts';
import { problemPlace } from '../problem-text/sentences.ts';
import { noOptions, recogniseTables } from './recognise-tables.ts';
import type { ReadingOptions } from './recognised.ts';

const shiojiri = { code5: '20215', name: '塩尻市' };

/** What is told, each with its place: nothing where the file is read. */
const told = async (rows: readonly Cells[], options: Partial<ReadingOptions> = {}) => {
  const read = await recogniseTables({ name: '人口.csv', bytes: utf8(rows) }, shiojiri, {
    ...noOptions,
    ...options,
  });
  return read.ok
    ? []
    : read.error.map((problem) => `${problemPlace(problem)} ${problem.code.replace('population-file-', '')}`);
};

type Change = readonly [row: number, heading: string, value: string | number];

/** The whole town and a district, some cells changed. */
const changed = (...changes: readonly Change[]): readonly Cells[] => {
  const [header = [], ...rows] = openDataRows({ layout: 'A', open: 85, townCode: '202151' }, [
    { code: '', name: '', date: '2025/1/1', ...invented(85, 400) },
    { code: '1', name: '広丘', date: '2025/1/1', ...invented(85, 10) },
  ]);
  const cells = rows.map((row) => [...row]);
  for (const [row, heading, value] of changes) {
    const own = cells[row];
    if (own !== undefined) own[header.indexOf(heading)] = value;
  }
  return [header, ...cells];
};

describe('欄の誤りと合計の誤りを一度に言う', () => {
  it.each<readonly [string, readonly Cells[], readonly string[]]>([
    [
      '誤った欄の入らない合計',
      changed([0, '5-9歳の男性', '約千人'], [0, '女性', 1]),
      [
        '人口.csv 2行目 › 5-9歳の男性 cell-unread',
        '人口.csv 2行目 › 女性 sum',
        '人口.csv 2行目 › 総人口 sexes-sum',
      ],
    ],
    [
      '誤った欄の入る合計は言わない',
      changed([0, '5-9歳の男性', -3], [0, '10-14歳の男性', 1]),
      ['人口.csv 2行目 › 5-9歳の男性 cell-negative'],
    ],
    [
      '空の欄の入る合計も言わない',
      changed([0, '5-9歳の男性', ''], [0, '男性', 9_999_999]),
      ['人口.csv 2行目 › 5-9歳の男性 cell-missing', '人口.csv 2行目 › 総人口 sexes-sum'],
    ],
    [
      '誤っているのが総数',
      changed([0, '男性', '多数'], [0, '0-4歳の女性', 1]),
      ['人口.csv 2行目 › 男性 cell-unread', '人口.csv 2行目 › 女性 sum', '人口.csv 2行目 › 総人口 sum'],
    ],
    [
      '誤っているのが年齢不詳',
      changed([0, '年齢不詳の男性', '数名'], [0, '男性', 1]),
      ['人口.csv 2行目 › 年齢不詳の男性 cell-unread', '人口.csv 2行目 › 総人口 sexes-sum'],
    ],
    [
      '別の地区の合計',
      changed([0, '5-9歳の男性', 'たくさん'], [1, '総人口', 7]),
      [
        '人口.csv 2行目 › 5-9歳の男性 cell-unread',
        '人口.csv 3行目 › 総人口 sum',
        '人口.csv 3行目 › 総人口 sexes-sum',
      ],
    ],
    [
      'いつの数か読めない行の合計は言わない',
      changed([0, '調査年月日', '冬'], [0, '総人口', 7], [1, '女性', 7]),
      [
        '人口.csv 2行目 › 基準日 date-unread',
        '人口.csv 3行目 › 女性 sum',
        '人口.csv 3行目 › 総人口 sexes-sum',
      ],
    ],
    [
      'いつの数か読めない行の、ほかの欄の誤り',
      changed([0, '調査年月日', '冬'], [0, '85歳以上の女性', -1]),
      ['人口.csv 2行目 › 基準日 date-unread', '人口.csv 2行目 › 85歳以上の女性 cell-negative'],
    ],
    [
      'ありえない日と合計',
      changed([0, '調査年月日', '1889/4/1'], [0, '男性', 7]),
      ['人口.csv date-impossible', '人口.csv 2行目 › 男性 sum', '人口.csv 2行目 › 総人口 sexes-sum'],
    ],
    [
      '年齢と男女の読めない行は、その年の表だけを見送る',
      [
        ['年', '性別', '年齢', '人口'],
        ...[2015, 2020].flatMap((year): Cells[] => [
          [year, '男', '総数', 5],
          [year, year === 2015 ? '甲' : '男', '0-64', 1],
          [year, '男', '65+', 1],
          [year, '女', '0-64', 1],
          [year, '女', '65+', 1],
        ]),
      ],
      ['人口.csv 3行目 › 性別 sex-unread', '人口.csv 7行目 › 人口 sum'],
    ],
    [
      '欠けた年齢と誤った欄',
      [
        ['年', '総数', '0-4', '10-14', '15+'],
        [2015, 3, 'x1', 1, 1],
        [2020, 3, 1, 1, 1],
      ],
      ['人口.csv 2行目 › 0-4 cell-unread', '人口.csv 2行目 age-gap', '人口.csv 3行目 age-gap'],
    ],
    [
      '同じ欄が二度あり、一つが誤り',
      [
        ['年', '性別', '年齢', '人口'],
        [2020, '男', '0+', 1],
        [2020, '男', '0+', '一'],
        [2020, '女', '0+', 1],
      ],
      ['人口.csv 3行目 › 人口 cell-unread'],
    ],
  ])('%s', async (_, rows, lines) => {
    expect(await told(rows)).toEqual(lines);
  });

  it('伏せられた数の入らない合計は確かめる', async () => {
    const withheld = [0, '0-4歳の男性', 'X'] as const;
    expect(await told(changed(withheld, [0, '男性', 1], [0, '総人口', 2]))).toEqual([
      '人口.csv 2行目 › 総人口 sexes-sum',
    ]);
    expect(await told(changed(withheld, [0, '0-4歳の女性', 1]))).toEqual(['人口.csv 2行目 › 女性 sum']);
  });

  it('欄に書いた基準日が違い、合計も合わない', async () => {
    expect(await told(changed([0, '女性', 1]), { date: '2024-01-01' })).toEqual([
      '人口.csv date-differs',
      '人口.csv 2行目 › 女性 sum',
      '人口.csv 2行目 › 総人口 sexes-sum',
    ]);
  });
});

it('誤った欄が一つ、違う数が一つ: 言うのは、誤った欄の入らない合計だけ', async () => {
  const ages = ageStarts(85).length;
  // 0 総人口, 1 男性, 2 女性, then men and women of each age, then 年齢不詳 of both
  const cells = 3 + 2 * ages + 2;
  const partsOf = (side: 0 | 1): readonly number[] =>
    Array.from({ length: ages + 1 }, (_, age) => 3 + 2 * age + side);
  const sums: readonly (readonly [total: number, parts: readonly number[]])[] = [
    [1, partsOf(0)],
    [2, partsOf(1)],
    [0, [...partsOf(0), ...partsOf(1)]],
    [0, [1, 2]],
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: cells - 1 }),
      fc.nat({ max: cells - 1 }),
      fc.integer({ min: 1, max: 500 }),
      fc.constantFrom('約千人', -4, '3-4'),
      async (bad, other, by, text) => {
        fc.pre(bad !== other);
        const [header = [], row = []] = openDataRows({ layout: 'A', open: 85, townCode: '202151' }, [
          { code: '', name: '', date: '2025/1/1', ...invented(85, 400), unknown: [3, 4] },
        ]);
        const first = header.indexOf('総人口');
        const own = [...row];
        own[first + bad] = text;
        own[first + other] = Number(own[first + other]) + by;
        const numbers = own.slice(first, first + cells).map(Number);
        const at = (cell: number): number => numbers[cell] ?? Number.NaN;
        const differing = sums.filter(
          ([total, parts]) =>
            ![total, ...parts].includes(bad) && at(total) !== sum(parts.map((part) => at(part))),
        );
        const lines = await told([header, own]);
        expect(lines.filter((line) => !/ (?:sexes-)?sum$/u.test(line))).toHaveLength(1);
        expect(
          lines.filter((line) => / (?:sexes-)?sum$/u.test(line)).map((line) => line.split(' ').at(-2)),
        ).toEqual(differing.map(([total]) => String(header[first + total])));
      },
    ),
    { numRuns: 80 },
  );
});
