import { describe, expect, it } from 'vitest';
import type { ScenarioContent } from '../../../../../domain/population/scenario.ts';
import type { Entries } from '../../../forms/entries.ts';
import { formFromEntries } from '../../../forms/entries.ts';
import { readRowOperation, withRowOperation } from '../../../judgement/form/row-operation.ts';
import { readTaken, takeValue, withTaken } from '../backcast/take.ts';
import { freshEstate } from './fresh-estate.ts';
import { readScenarioForm } from './read-scenario-form.ts';
import { scenarioEntries } from './scenario-entries.ts';
import { partTexts, scenarioParts, withParts } from './scenario-parts.ts';

const content: ScenarioContent = {
  baseline: { kind: 'projection', seriesKey: 'ipss-h30' },
  birthRateNow: { value: 1.55, source: '県の統計' },
  levers: [
    {
      kind: 'birth-rate',
      value: 1.8345,
      fromYear: 2025,
      byYear: 2035,
      shape: 'logistic',
      reason: '子育ての施策',
      source: '戦略 3章',
    },
    {
      kind: 'working-rate',
      value: -0.012,
      fromYear: null,
      byYear: null,
      shape: 'linear',
      reason: '',
      source: '',
    },
  ],
  estates: [{ year: 2028, persons: 120, name: '駅東', source: '開発の届出' }],
  interpolation: 'geometric',
  aim: { year: 2032, total: 65_000, source: '戦略' },
  errors: 'ipss',
};
const recent: ScenarioContent = {
  ...content,
  baseline: {
    kind: 'recent-change',
    seriesKey: 'census',
    earlierDate: '2010-10-01',
    baseDate: '2015-10-01',
    untilYear: 2045,
  },
  birthRateNow: null,
  levers: [],
  estates: [],
  aim: null,
};
const plain = { name: '65,000人', description: '説明' };
const entriesOf = (of: ScenarioContent): Entries => scenarioEntries({ ...plain, content: of });
const typed = (of: ScenarioContent, fields: Readonly<Record<string, string>>): Entries => [
  ...entriesOf(of).filter(([name]) => !(name in fields)),
  ...Object.entries(fields),
];

describe('シナリオは、フォームにして読み戻すと同じになる', () => {
  it.each([
    ['公表された推計に沿う', content],
    ['最近の変化が続く', recent],
  ])('%s', (_, of) => {
    const { placed: __, ...read } = readScenarioForm(entriesOf(of));
    expect(read).toEqual({ ...plain, content: of, problems: [] });
  });
});

describe('打ち方', () => {
  const leverOf = (fields: Readonly<Record<string, string>>) => {
    const read = readScenarioForm(typed(recent, fields));
    return [read.problems, read.content?.levers[0] ?? null];
  };
  const lever = { kind: 'families-per-year', shape: 'linear', fromYear: null, byYear: null };
  it.each([
    ['全角と桁区切り', { 'lever.families-per-year.value': '１,２００' }, { ...lever, value: 1200 }],
    [
      '和暦の年',
      { 'lever.families-per-year.value': '△5', 'lever.families-per-year.byYear': '令和14年' },
      { ...lever, value: -5, byYear: 2032 },
    ],
    ['動かさない印のまま', { 'neutral.families-per-year': '0', 'lever.families-per-year.value': '0' }, null],
    [
      '動かさない印のままでも、理由があれば置いた値として残る',
      {
        'neutral.families-per-year': '0',
        'lever.families-per-year.value': '0',
        'lever.families-per-year.reason': '置かない',
      },
      { ...lever, value: 0, reason: '置かない' },
    ],
    ['空欄', { 'lever.families-per-year.value': '' }, null],
  ] as const)('%s', (_, fields, expected) => {
    const [problems, found] = leverOf(fields);
    expect(problems).toEqual([]);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });

  it.each([
    ['数でない値', { 'lever.birth-rate.value': '約1.8' }, 'scenario-not-a-number', 'lever.birth-rate.value'],
    ['年でない年', { 'lever.birth-rate.byYear': '来年' }, 'scenario-not-a-year', 'lever.birth-rate.byYear'],
    [
      '値のない理由',
      { 'lever.life-expectancy.reason': '健診' },
      'scenario-lever-without-value',
      'lever.life-expectancy.value',
    ],
    ['名前なし', { name: ' ' }, 'text-missing', 'name'],
    ['人数のない目標', { 'aim.total': '' }, 'text-missing', 'aim.total'],
    [
      '届く年が始まる年より前',
      { 'lever.birth-rate.byYear': '2020' },
      'population-lever-path',
      'lever.birth-rate.byYear',
    ],
    [
      'ありえない出生率',
      { 'lever.birth-rate.value': '18' },
      'population-number-outside',
      'lever.birth-rate.value',
    ],
    [
      '後の前提も、その欄で断る',
      { 'lever.working-rate.value': '9' },
      'population-number-outside',
      'lever.working-rate.value',
    ],
    ['端数のある人数', { 'estates.0.persons': '120.5' }, 'scenario-not-whole', 'estates.0.persons'],
    ['端数のある目標', { 'aim.total': '65000.5' }, 'scenario-not-whole', 'aim.total'],
    [
      '値のない出生率の出典',
      { 'birthRateNow.value': '' },
      'scenario-birth-rate-without-value',
      'birthRateNow.value',
    ],
    ['基準なし', { baseline: '' }, 'scenario-baseline-missing', 'baseline'],
    ['人数のない団地', { 'estates.0.persons': '' }, 'text-missing', 'estates.0.persons'],
    ['人のいない団地', { 'estates.0.persons': '0' }, 'population-number-outside', 'estates.0.persons'],
  ])('断る: %s', (_, fields, code, field) => {
    const { content: read, problems } = readScenarioForm(typed(content, fields));
    expect(read).toBeNull();
    expect(problems.map((problem) => [problem.code, problem.path.join('.')])).toEqual([[code, field]]);
  });
});

it.each(['65,000', '６５，０００人', ' 65000 人'])('人数は「%s」でも読む', (text) => {
  expect(readScenarioForm(typed(content, { 'aim.total': text })).content?.aim?.total).toBe(65_000);
});

describe('行の操作', () => {
  it('一度だけの転入を加え、前の行を消すと、後の行が詰まる', () => {
    const press = (entries: Entries, then: string): Entries => {
      const operation = readRowOperation(then);
      if (operation === null) throw new Error(then);
      return withRowOperation(entries, operation, freshEstate).entries;
    };
    const added = press(entriesOf(content), 'add estates');
    // A row nobody has typed into yet says nothing, and stops nothing.
    expect(readScenarioForm(added).content?.estates).toEqual(content.estates);
    const filled: Entries = [
      ...added.filter(([name]) => !/^estates\.1\.(year|persons)$/u.test(name)),
      ['estates.1.year', '2030'],
      ['estates.1.persons', '80'],
    ];
    const read = readScenarioForm(press(filled, 'remove estates.0'));
    expect(read.content?.estates).toEqual([{ year: 2030, persons: 80, name: '', source: '' }]);
    const behindBlank = typed(recent, {
      'estates.0.year': '',
      'estates.1.year': '2030',
      'estates.1.persons': '0',
    });
    expect(readScenarioForm(behindBlank).problems.map(({ path }) => path.join('.'))).toEqual([
      'estates.1.persons',
    ]);
  });
});

describe('答えを前提の欄に入れる', () => {
  const take = (entries: Entries, then: string): Entries => {
    const taken = readTaken(then);
    if (taken === null) throw new Error(then);
    return withTaken(entries, taken);
  };
  it('動かしていなかった前提には動き始める年も入り、動かしていた前提の年と理由は残る', () => {
    const then = takeValue({
      values: [
        { kind: 'birth-rate', value: 2.012_345_678 },
        { kind: 'families-per-year', value: 120 },
        { kind: 'working-rate', value: null },
      ],
      fromYear: 2025,
    });
    const read = readScenarioForm(take(entriesOf(content), then));
    expect(read.problems).toEqual([]);
    expect(read.content?.levers).toEqual([
      { ...content.levers[0], value: 2.012346 },
      {
        kind: 'families-per-year',
        value: 120,
        fromYear: 2025,
        byYear: null,
        shape: 'linear',
        reason: '',
        source: '',
      },
    ]);
  });
  it.each(['take', 'take x=1', 'take birth-rate=1.8 soon', 'remove birth-rate=1.8'])(
    '答えでないもの: %s',
    (then) => {
      expect(readTaken(then)).toBeNull();
    },
  );
});

describe('二人が同時に書くとき', () => {
  it('どの欄も一つのまとまりに入り、前提は一つずつ別のまとまりになる', () => {
    const texts = partTexts(entriesOf(content));
    expect(Object.keys(texts)).toEqual(Object.keys(scenarioParts));
    expect(texts['lever-birth-rate']).toContain('1.8345');
    expect(texts['lever-working-rate']).toContain('-0.012');
    expect(texts['lever-migration-scale']).toBe('');
  });
  it('相手の前提だけを取り込む', () => {
    const theirs = typed(content, { 'lever.birth-rate.value': '2.07', name: '相手の名前' });
    const merged = withParts(entriesOf(content), theirs, ['lever-birth-rate']);
    const form = formFromEntries(merged);
    expect([form.text('lever.birth-rate.value'), form.text('name')]).toEqual(['2.07', plain.name]);
  });
});
