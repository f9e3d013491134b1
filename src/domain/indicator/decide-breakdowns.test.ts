import { expect, it } from 'vitest';
import { someValue } from '../../../test/factories/town.ts';
import { decideBreakdowns } from './decide-breakdowns.ts';
import { decideSeries } from './decide-series.ts';
import type { BreakdownDimension } from './indicator.ts';

const age: BreakdownDimension = {
  key: 'age',
  name: '年代',
  categories: [
    { key: '20s', name: '20歳代' },
    { key: '30s', name: '30歳代' },
  ],
};
const sex: BreakdownDimension = {
  key: 'sex',
  name: '性別',
  categories: [
    { key: 'f', name: '女性' },
    { key: 'm', name: '男性' },
  ],
};
const values = [
  someValue({ fiscalYear: 2024, breakdown: 'age:20s' }),
  someValue({ fiscalYear: 2022, breakdown: 'age:20s/sex:f' }),
];
const decide = (typed: readonly BreakdownDimension[]) => decideBreakdowns([age, sex], typed, values);
const found = (typed: readonly BreakdownDimension[]) => {
  const result = decide(typed);
  return result.ok ? [] : result.error.map(({ code, path, params }) => [code, path.join('/'), params?.years]);
};

it('名前を変え、英語の名前を付け、区分を加え、並べ替えられる', () => {
  const typed = [
    {
      ...age,
      name: '年齢',
      nameEn: 'Age',
      categories: [
        { key: '10s', name: '10歳代' },
        { key: '20s', name: '20代', nameEn: '20 to 29' },
      ],
    },
    sex,
  ];
  expect(decide(typed)).toEqual({ ok: true, value: typed });
});

it('軸の順は、値の名前がその順によるので変わらない', () => {
  const area = { key: 'area', name: '地区', categories: [{ key: 'east', name: '東' }] };
  const result = decide([area, sex, age]);
  expect(result.ok ? result.value.map(({ key }) => key) : []).toEqual(['age', 'sex', 'area']);
});

it.each<[string, readonly BreakdownDimension[], readonly unknown[]]>([
  [
    '値のある区分を外す',
    [{ ...age, categories: age.categories.slice(1) }, sex],
    ['category-has-figures', 'dimensions/0/name', ['2022', '2024']],
  ],
  [
    '二つの軸の表にだけ値のある区分を外す',
    [age, { ...sex, categories: sex.categories.slice(1) }],
    ['category-has-figures', 'dimensions/1/name', ['2022']],
  ],
  ['値のある軸を外す', [age], ['category-has-figures', 'dimensions', ['2022']]],
  [
    '区分のない軸',
    [age, sex, { key: 'a', name: '地区', categories: [] }],
    ['dimension-without-categories', 'dimensions/2/name', undefined],
  ],
  [
    '同じ名前の区分',
    [{ ...age, categories: [...age.categories, { key: 'x', name: '２０歳代' }] }, sex],
    ['breakdown-name-twice', 'dimensions/0/categories/2/name', undefined],
  ],
  ['同じ名前の軸', [age, { ...sex, name: '年代' }], ['breakdown-name-twice', 'dimensions/1/name', undefined]],
  [
    '名前のない区分',
    [{ ...age, categories: [...age.categories, { key: 'x', name: '', nameEn: 'x' }] }, sex],
    ['text-missing', 'dimensions/0/categories/2/name', undefined],
  ],
])('%sのは、場所と年度を示して断る', (_, typed, expected) => {
  expect(found(typed)).toEqual([expected]);
});

it('値のない区分は外せる', () => {
  expect(
    found([
      { ...age, categories: age.categories.slice(0, 1) },
      { ...sex, categories: sex.categories.slice(0, 1) },
    ]),
  ).toEqual([]);
});

it.each([
  ['値のある系列を外す', [], 'series-has-figures', 'series'],
  [
    '同じ名前の系列',
    [
      { series: 'a', name: '推計', note: '' },
      { series: 'b', name: '推計', note: '' },
    ],
    'breakdown-name-twice',
    'series/1/name',
  ],
  ['名前のない系列', [{ series: 'a', name: '', note: '社人研' }], 'text-missing', 'series/0/name'],
])('%sのは断る', (_, typed, code, path) => {
  const before = [{ series: 'a', name: '基準推計', note: '' }];
  const result = decideSeries(before, typed, [someValue({ series: 'a', fiscalYear: 2030 })]);
  expect(result.ok ? [] : result.error.map((problem) => [problem.code, problem.path.join('/')])).toEqual([
    [code, path],
  ]);
});
