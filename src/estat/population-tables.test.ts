import { describe, expect, it } from 'vitest';
import { answerOf, type MadeTable } from '../../test/estat/answers.ts';
import {
  census2015,
  census2020,
  fiveYears,
  made,
  madeTotals,
  smallAreas,
} from '../../test/estat/census-tables.ts';
import { checkTables } from '../domain/population/check-series.ts';
import { estatAnswer } from './answer-schema.ts';
import { type EstatTable, tableOf } from './estat-table.ts';
import { populationTables } from './population-tables.ts';

const town = { code5: '20215', name: '塩尻市' };

const labels = [...fiveYears.slice(0, 20).map((_, at) => `${at * 5}-${at * 5 + 4}`), '100+'];

const tableFrom = (answer: MadeTable): EstatTable => {
  const page = estatAnswer.parse(answerOf(answer)).GET_STATS_DATA.STATISTICAL_DATA;
  const table = page === undefined ? null : tableOf([page]);
  if (table === null) throw new Error('the made answer must be a table');
  return table;
};

const read = (answer: MadeTable) => {
  const result = populationTables(tableFrom(answer), town);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const refusal = (answer: MadeTable) => {
  const result = populationTables(tableFrom(answer), town);
  if (result.ok) throw new Error('must be refused');
  return result.error;
};

/** Changes the value of one cell of the census of 2020. */
const with2020 = (
  change: (names: readonly string[], value: string | null) => string | null,
  more: Partial<MadeTable> = {},
): MadeTable => ({
  ...census2020,
  ...more,
  value: (codes, names) => change(names, census2020.value(codes, names)),
});

describe('国勢調査の統計表を人口表として読む', () => {
  it.each([
    ['令和2年（男女が先、年齢が後）', census2020, '2020-10-01'],
    ['平成27年（年齢が先、男女が後。全域・国籍総数・人口を選ぶ）', census2015, '2015-10-01'],
  ])('%s', (_, answer, date) => {
    const { tables, warnings } = read(answer);
    expect(tables).toEqual([
      {
        areaKey: '',
        areaName: '',
        date,
        counts: {
          ages: labels,
          male: made.male,
          female: made.female,
          both: null,
          unknownAge: made.unknown,
          total: madeTotals.male + madeTotals.female,
          totalMale: madeTotals.male,
          totalFemale: madeTotals.female,
          households: null,
        },
      },
    ]);
    expect(checkTables(tables, 'census')).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('どの分類をどう読んだかを言う', () => {
    expect(read(census2020).readings).toEqual([
      { name: '表章項目', meaning: '「人口」だけを使う' },
      { name: '国籍総数か日本人', meaning: '「国籍総数」だけを使う' },
      { name: '男女', meaning: '男女の別' },
      { name: '年齢', meaning: '年齢' },
      { name: '全国，都道府県，市区町村', meaning: '地域' },
      { name: '時間軸（調査年）', meaning: '基準日' },
    ]);
  });

  it('「-」（該当数字がないもの）は0人として読み、いくつかを言う', () => {
    const { tables, warnings } = read(
      with2020((names, value) => (names[3] === '100歳以上' && names[2] === '男' ? '-' : value)),
    );
    expect(tables[0]?.counts.male?.at(-1)).toBe(0);
    expect(warnings).toEqual([{ code: 'estat-dashes', path: [], severity: 'warning', params: { count: 1 } }]);
  });

  it.each([
    ['秘匿', 'X', '数値が秘匿されているもの'],
    ['得られない', '***', '数値が得られないもの'],
    ['説明のない記号', '…', ''],
  ])('%s は0にしない: 場所と記号を言って、すべて断る', (_, text, meaning) => {
    expect(
      refusal(with2020((names, value) => (names[3] === '5～9歳' && names[2] === '女' ? text : value))),
    ).toEqual([
      {
        code: 'estat-symbol',
        path: ['塩尻市', '2020-10-01', '女', '5-9'],
        severity: 'error',
        params: { text, meaning },
      },
    ]);
  });

  it.each<[string, MadeTable, string, readonly (string | number)[]]>([
    [
      '負の数',
      with2020((names, value) => (names[3] === '5～9歳' && names[2] === '男' ? '-12' : value)),
      'estat-negative',
      ['塩尻市', '2020-10-01', '男', '5-9'],
    ],
    [
      '値が一つない',
      with2020((names, value) => (names[3] === '10～14歳' && names[2] === '男' ? null : value)),
      'estat-cell-missing',
      ['塩尻市', '2020-10-01'],
    ],
    ['単位が千人', { ...census2020, unit: '千人' }, 'estat-unit', ['塩尻市']],
    [
      'この町がない',
      with2020((names, value) => (names[4] === '塩尻市' ? null : value)),
      'estat-area-missing',
      ['全国，都道府県，市区町村'],
    ],
    [
      '総数のない分類',
      {
        ...census2020,
        dimensions: census2020.dimensions.map((dimension) =>
          dimension.id === 'cat01'
            ? {
                ...dimension,
                classes: [
                  ['1', '日本人'],
                  ['2', '外国人'],
                ] as const,
              }
            : dimension,
        ),
      },
      'estat-which-class',
      ['国籍総数か日本人'],
    ],
    [
      '人口のない表',
      {
        ...census2020,
        dimensions: census2020.dimensions.map((dimension) =>
          dimension.id === 'tab'
            ? {
                ...dimension,
                classes: [
                  ['1', '世帯数'],
                  ['2', '平均年齢'],
                ] as const,
              }
            : dimension,
        ),
      },
      'estat-no-population',
      ['表章項目'],
    ],
    [
      '地域の別がない',
      { ...census2020, dimensions: census2020.dimensions.filter(({ id }) => id !== 'area') },
      'estat-no-area',
      [],
    ],
    [
      '年齢に切れ目がある',
      {
        ...census2020,
        dimensions: census2020.dimensions.map((dimension) =>
          dimension.id === 'cat03'
            ? { ...dimension, classes: dimension.classes.filter(([, name]) => name !== '20～24歳') }
            : dimension,
        ),
      },
      'estat-ages',
      ['年齢'],
    ],
    [
      '基準日が分からない',
      {
        ...census2020,
        statCode: '00999999',
        dimensions: census2020.dimensions.map((dimension) =>
          dimension.id === 'time' ? { ...dimension, classes: [['1', '2020年']] as const } : dimension,
        ),
      },
      'estat-day',
      ['時間軸（調査年）'],
    ],
    [
      '男女の分類が二つ',
      {
        ...census2020,
        dimensions: [
          ...census2020.dimensions,
          {
            id: 'cat09',
            name: '世帯主の男女',
            classes: [
              ['1', '男'],
              ['2', '女'],
            ],
          },
        ],
      },
      'estat-dimension-twice',
      [],
    ],
  ])('断る: %s', (_, answer, code, path) => {
    const [problem] = refusal(answer);
    expect(problem).toMatchObject({ code, path, severity: 'error' });
  });
});

describe('小地域の統計表を地区として読む', () => {
  it('町と9桁の町丁・字等だけを使い、秘匿の地区は0にせず除いて名前を言う', () => {
    const { tables, warnings } = read(smallAreas);
    expect(
      tables.map(({ areaKey, areaName, date, counts }) => [areaKey, areaName, date, counts.total]),
    ).toEqual([
      ['', '', '2020-10-01', 3 * (22 * 16 + 8)],
      ['202150010', '大字大門', '2020-10-01', 22 * 16 + 8],
      ['202150020', '大字宗賀', '2020-10-01', 2 * (22 * 16 + 8)],
    ]);
    expect(tables[1]?.counts).toMatchObject({
      ages: [...labels.slice(0, 15), '75+'],
      male: Array.from({ length: 16 }, () => 10),
      female: Array.from({ length: 16 }, () => 12),
      unknownAge: { male: 4, female: 4 },
    });
    expect(checkTables(tables, 'census')).toEqual([]);
    expect(warnings.map(({ code, params }) => [code, params?.names])).toEqual([
      ['estat-withheld', ['塩尻市大字奥山']],
      ['estat-merged', ['塩尻市大字宗賀']],
    ]);
  });

  it('記号で秘匿された地区も除き、ほかの地区は残す', () => {
    const { tables, warnings } = read({
      ...smallAreas,
      value: (codes, names) =>
        codes[2] === '202150010' ? (codes[1] === '1' ? 'X' : null) : smallAreas.value(codes, names),
      notes: { X: '秘匿' },
    });
    expect(tables.map(({ areaKey }) => areaKey)).toEqual(['', '202150020']);
    expect(warnings[0]?.params?.names).toEqual(['塩尻市大字大門', '塩尻市大字奥山']);
  });
});
