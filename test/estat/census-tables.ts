import type { Dimension, MadeTable } from './answers.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** 0～4歳 … 95～99歳, 100歳以上 */
export const fiveYears: readonly string[] = [
  ...Array.from({ length: 20 }, (_, at) => `${at * 5}～${at * 5 + 4}歳`),
  '100歳以上',
];

/** Figures made for the tests: men 100 + 3 g, women 90 + 2 g in group g; of unknown age 7 and 5. */
export const made = {
  male: fiveYears.map((_, group) => 100 + 3 * group),
  female: fiveYears.map((_, group) => 90 + 2 * group),
  unknown: { male: 7, female: 5 },
};
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const madeTotals = {
  male: sum(made.male) + made.unknown.male,
  female: sum(made.female) + made.unknown.female,
};

/** By sex (男, 女, 総数) and what a class of ages is called. */
const figure = (sex: string, age: string): number | null => {
  if (sex === '総数') {
    const [men, women] = [figure('男', age), figure('女', age)];
    return men === null || women === null ? null : men + women;
  }
  const key = sex === '男' ? 'male' : 'female';
  if (age.startsWith('総数')) return madeTotals[key];
  if (age.includes('不詳')) return made.unknown[key];
  if (age.includes('15歳未満')) return sum(made[key].slice(0, 3));
  const at = fiveYears.indexOf(age);
  return at < 0 ? null : (made[key][at] ?? null);
};

export const area: Dimension = {
  id: 'area',
  name: '全国，都道府県，市区町村',
  classes: [
    ['20214', '茅野市'],
    ['20215', '塩尻市'],
  ],
};
export const year = (code: string, name: string): Dimension => ({
  id: 'time',
  name: '時間軸（調査年）',
  classes: [[code, name]],
});

/** 令和2年: 男女 cat02, 年齢 cat03, 国籍 cat01 */
export const census2020: MadeTable = {
  dimensions: [
    { id: 'tab', name: '表章項目', classes: [['2020_01', '人口']] },
    {
      id: 'cat01',
      name: '国籍総数か日本人',
      classes: [
        ['0', '国籍総数'],
        ['1', 'うち日本人'],
      ],
    },
    {
      id: 'cat02',
      name: '男女',
      classes: [
        ['0', '総数'],
        ['1', '男'],
        ['2', '女'],
      ],
    },
    {
      id: 'cat03',
      name: '年齢',
      classes: [
        ['00', '総数'],
        ...fiveYears.map((age, at) => [two(at + 1), age] as const),
        ['22', '不詳'],
        ['R1', '（再掲）15歳未満'],
      ],
    },
    area,
    year('2020000000', '2020年'),
  ],
  notes: { '***': '数値が得られないもの', '-': '該当数字がないもの', X: '数値が秘匿されているもの' },
  value: ([, nationality], [, , sex = '', age = '', town]) => {
    const value = figure(sex, age.replace('（再掲）', ''));
    if (value === null) return null;
    return String((town === '塩尻市' ? value : value + 1000) - (nationality === '1' ? 10 : 0));
  },
};

/** 平成27年: 年齢 cat02, 男女 cat03, and further dimensions; the measure is one of two */
export const census2015: MadeTable = {
  id: '0003149862',
  surveyDate: 201510,
  dimensions: [
    {
      id: 'tab',
      name: '表章項目',
      classes: [
        ['020', '人口'],
        ['101', '人口構成比［年齢別］'],
      ],
    },
    {
      id: 'cat01',
      name: '全域・人口集中地区2015',
      classes: [
        ['00710', '全域'],
        ['00711', '人口集中地区'],
      ],
    },
    {
      id: 'cat02',
      name: '年齢（5歳階級、3区分）2015',
      classes: [
        ['0000', '総数（年齢）'],
        ...fiveYears.map((age, at) => [String(1180 + at * 10), age.replace('～', '〜')] as const),
        ['1490', '年齢「不詳」'],
      ],
    },
    {
      id: 'cat03',
      name: '男女別2015',
      classes: [
        ['0000', '総数（男女別）'],
        ['0010', '男'],
        ['0020', '女'],
      ],
    },
    {
      id: 'cat04',
      name: '国籍2015',
      classes: [
        ['0000', '総数（国籍）'],
        ['0150', '日本人'],
      ],
    },
    area,
    year('2015000000', '2015年'),
  ],
  value: ([tab, place, , , nationality], [, , age = '', sex = '', , town]) => {
    if (tab === '101') return '4.8';
    const value = figure(sex.replace('（男女別）', ''), age.replace('〜', '～').replace('（年齢）', ''));
    if (value === null) return null;
    const other = place === '00711' || nationality === '0150' || town !== '塩尻市';
    return String(other ? Math.max(0, value - 20) : value);
  },
};

const smallAges = [...fiveYears.slice(0, 15), '75歳以上'];
const wide = (text: string): string =>
  text.replaceAll(/[0-9]/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));

/** Persons of one cell: women one more than men; in 宗賀 twice as many as in 大門. */
export const smallAreas: MadeTable = {
  id: '8003006775',
  title: '年齢（5歳階級、4区分）別、男女別人口　長野県',
  dimensions: [
    {
      id: 'cat01',
      name: '年齢（5歳階級、4区分）別、男女別人口',
      classes: ['総数', '男', '女'].flatMap((sex, block) => [
        [`${block}00`, sex === '総数' ? '総数、年齢「不詳」含む' : `${sex}の総数、年齢「不詳」含む`] as const,
        ...smallAges.map((age, at) => [`${block}${two(at + 1)}`, `　${sex}${wide(age)}`] as const),
        [`${block}98`, `　${sex}１５歳未満`] as const,
        [`${block}99`, `　${sex}６５歳以上`] as const,
      ]),
    },
    {
      id: 'cat02',
      name: '秘匿・合算の別',
      classes: [
        ['1', '無し'],
        ['2', '合算'],
        ['3', '秘匿'],
      ],
    },
    {
      id: 'area',
      name: '市区町村、町丁・字等',
      classes: [
        ['20214', '茅野市'],
        ['202140010', '茅野市ちの'],
        ['20215', '塩尻市'],
        ['202150010', '塩尻市大字大門'],
        ['20215001001', '塩尻市大字大門一番町'],
        ['202150020', '塩尻市大字宗賀'],
        ['202150030', '塩尻市大字奥山'],
      ],
    },
  ],
  value: ([kind = '', hiding, place = '']) => {
    const state = { '202150020': '2', '202150030': '3' }[place] ?? '1';
    if (hiding !== state) return null;
    if (state === '3') return '0';
    const times = place === '20215' ? 3 : place === '202150020' ? 2 : place.length === 11 ? 0.5 : 1;
    const [block, group] = [Number(kind[0]), kind.slice(1)];
    const perCell = block === 1 ? 10 : block === 2 ? 12 : 22;
    const cells = group === '00' ? 16 : group === '98' ? 3 : group === '99' ? 3 : 1;
    // Four persons of unknown age in each area and sex stand in the totals only.
    return String(perCell * cells * times + (group === '00' ? 4 * times * (block === 0 ? 2 : 1) : 0));
  },
};
