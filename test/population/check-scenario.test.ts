import { describe, expect, it } from 'vitest';
import { problemSentence } from '../../src/documents/problem-text/sentences.ts';
import { assumptionsOf } from '../../src/domain/population/assumptions-of.ts';
import { checkScenario } from '../../src/domain/population/check-scenario.ts';
import { projectScenario } from '../../src/domain/population/project-scenario.ts';
import { runScenario } from '../../src/domain/population/run-scenario.ts';
import type { Baseline, ScenarioContent, ScenarioLever } from '../../src/domain/population/scenario.ts';
import type { SeriesWithTables } from '../../src/domain/population/series.ts';
import { expectNear } from '../demography/near.ts';
import { quietContent, seriesOf } from './shiojiri-series.ts';

const lever: ScenarioLever = {
  kind: 'birth-rate',
  value: 1.8,
  fromYear: 2020,
  byYear: 2030,
  shape: 'linear',
  reason: '希望出生率',
  source: '人口ビジョン',
};
const content: ScenarioContent = {
  ...quietContent,
  birthRateNow: { value: 1.5, source: '人口動態統計' },
  levers: [lever],
  estates: [{ year: 2027, persons: 120, name: '駅前住宅団地', source: '開発計画' }],
  aim: { year: 2032, total: 65_000, source: '基本構想' },
};

describe('シナリオの内容', () => {
  it('正しいものはそのまま読む', () => {
    expect(checkScenario(JSON.parse(JSON.stringify(content)))).toEqual({ ok: true, value: content });
  });

  it.each([
    ['オブジェクトでない', 'x', 'field-type', []],
    ['知らない欄', { ...content, more: 1 }, 'field-unknown', ['more']],
    ['基準がない', { ...content, baseline: undefined }, 'field-missing', ['baseline', 'kind']],
    [
      '知らない種類の基準',
      { ...content, baseline: { kind: 'guess', seriesKey: 'x' } },
      'choice-unknown',
      ['baseline', 'kind'],
    ],
    [
      'ありえない日',
      {
        ...content,
        baseline: {
          kind: 'recent-change',
          seriesKey: 'x',
          earlierDate: '2015-02-30',
          baseDate: '2020-10-01',
          untilYear: 2050,
        },
      },
      'field-form',
      ['baseline', 'earlierDate'],
    ],
    [
      '数でない値',
      { ...content, levers: [{ ...lever, value: '1.8' }] },
      'field-type',
      ['levers', 0, 'value'],
    ],
    ['無限', { ...content, levers: [{ ...lever, value: Infinity }] }, 'field-type', ['levers', 0, 'value']],
    [
      '出生率18',
      { ...content, levers: [{ ...lever, value: 18 }] },
      'population-number-outside',
      ['levers', 0, 'value'],
    ],
    [
      '終わりが始まりより前',
      { ...content, levers: [{ ...lever, byYear: 2020 }] },
      'population-lever-path',
      ['levers', 0, 'byYear'],
    ],
    [
      '小数の年',
      { ...content, levers: [{ ...lever, fromYear: 2020.5 }] },
      'field-type',
      ['levers', 0, 'fromYear'],
    ],
    [
      '同じレバーが二つ',
      { ...content, levers: [lever, lever] },
      'population-lever-twice',
      ['levers', 1, 'kind'],
    ],
    [
      '長すぎる理由',
      { ...content, levers: [{ ...lever, reason: 'あ'.repeat(2001) }] },
      'text-too-long',
      ['levers', 0, 'reason'],
    ],
    [
      '一人も来ない団地',
      { ...content, estates: [{ year: 2027, persons: 0, name: '', source: '' }] },
      'population-number-outside',
      ['estates', 0, 'persons'],
    ],
    [
      '多すぎる団地',
      { ...content, estates: Array.from({ length: 31 }, () => content.estates[0]) },
      'field-too-large',
      ['estates'],
    ],
    [
      '負の目標',
      { ...content, aim: { year: 2032, total: -1, source: '' } },
      'population-number-outside',
      ['aim', 'total'],
    ],
    [
      '0の出生率',
      { ...content, birthRateNow: { value: 0, source: '' } },
      'population-number-outside',
      ['birthRateNow', 'value'],
    ],
    ['知らない補間', { ...content, interpolation: 'cubic' }, 'choice-unknown', ['interpolation']],
  ] as const)('%s: 場所と理由を言って断る', (_, given, code, path) => {
    const checked = checkScenario(given);
    const problems = checked.ok ? [] : checked.error;
    expect(problems).toContainEqual(expect.objectContaining({ code, path, severity: 'error' }));
    for (const problem of problems) expect(problemSentence(problem)).not.toBe('');
  });
});

const ages = [...Array.from({ length: 18 }, (_, group) => `${group * 5}-${group * 5 + 4}`), '90+'];
const even = (each: number): readonly number[] => ages.map(() => each);
const table = (date: string, male: readonly number[] | null, female: readonly number[] | null) => ({
  seriesKey: 'ipss',
  areaKey: '',
  areaName: '',
  date,
  counts: {
    ages,
    male,
    female,
    both: null,
    unknownAge: null,
    total: 0,
    totalMale: null,
    totalFemale: null,
    households: null,
  },
});
const withTables = (...tables: readonly ReturnType<typeof table>[]): readonly SeriesWithTables[] => [
  { series: seriesOf('ipss', 'projection', '推計A'), tables },
];
const [t2015, t2020, t2025] = ['2015-10-01', '2020-10-01', '2025-10-01'].map((date, index) =>
  table(date, even(100 - index), even(100 - index)),
);
if (t2015 === undefined || t2020 === undefined || t2025 === undefined) throw new Error('tables');
const projection: Baseline = { kind: 'projection', seriesKey: 'ipss' };
const recent = (given: object): Baseline => ({
  kind: 'recent-change',
  seriesKey: 'ipss',
  earlierDate: '2015-10-01',
  baseDate: '2020-10-01',
  untilYear: 2050,
  ...given,
});

describe('基準となる推計', () => {
  it.each([
    [
      '系列がない',
      { ...projection, seriesKey: 'gone' },
      withTables(t2015, t2020),
      'population-baseline-missing',
      'seriesKey',
    ],
    ['一時点しかない', projection, withTables(t2015), 'population-baseline-no-ages', 'seriesKey'],
    [
      '年齢のない表だけ',
      projection,
      withTables(table('2015-10-01', null, null)),
      'population-baseline-no-ages',
      'seriesKey',
    ],
    ['5年ごとでない', projection, withTables(t2015, t2025), 'population-baseline-years', 'seriesKey'],
    [
      '前の日の表がない',
      recent({ earlierDate: '2014-10-01' }),
      withTables(t2015, t2020),
      'population-baseline-no-table',
      'earlierDate',
    ],
    [
      '基準日の表がない',
      recent({ baseDate: '2021-10-01' }),
      withTables(t2015, t2020),
      'population-baseline-no-table',
      'baseDate',
    ],
    [
      '10年離れた二時点',
      recent({ baseDate: '2025-10-01' }),
      withTables(t2015, t2025),
      'population-baseline-apart',
      'earlierDate',
    ],
    [
      '終わりの年が基準より前',
      recent({ untilYear: 2020 }),
      withTables(t2015, t2020),
      'population-baseline-until',
      'untilYear',
    ],
    [
      '終わりの年が遠すぎる',
      recent({ untilYear: 2200 }),
      withTables(t2015, t2020),
      'population-baseline-until',
      'untilYear',
    ],
  ] as const)('%s: 場所と理由を言って断る', (_, baseline, series, code, field) => {
    const ready = assumptionsOf(baseline, series);
    expect(ready.ok).toBe(false);
    if (ready.ok) return;
    expect(ready.error).toMatchObject([{ code, path: ['baseline', field] }]);
    for (const problem of ready.error) expect(problemSentence(problem)).not.toBe('');
  });

  it('毎年の表がある推計は、5年ごとに使う', () => {
    const yearly = Array.from({ length: 12 }, (_, index) =>
      table(`${2018 + index}-10-01`, even(100 - index), even(100 - index)),
    );
    const ready = assumptionsOf(projection, withTables(...yearly));
    if (!ready.ok) throw new Error(JSON.stringify(ready.error));
    const { populations, years } = projectScenario(quietContent, ready.value).projection;
    expect(years).toEqual([2018, 2023, 2028]);
    for (const [index, { male }] of populations.entries()) expectNear(male, even(100 - index * 5), 1e-12);
  });

  it('男女・年齢の値が負なら、その階級を言って断る', () => {
    const ready = assumptionsOf(projection, withTables(table('2015-10-01', even(-1), even(9)), t2020));
    expect(ready).toMatchObject({ ok: false });
    expect(ready.ok ? [] : ready.error[0]).toMatchObject({
      code: 'population-negative',
      path: ['baseline', 'male', 0],
    });
  });
});

describe('シナリオの計算を断る', () => {
  const ready = assumptionsOf(projection, withTables(t2015, t2020, t2025));
  if (!ready.ok) throw new Error(JSON.stringify(ready.error));
  const inside = {
    ...quietContent,
    levers: [{ ...lever, fromYear: 2015, byYear: 2025 }],
    estates: [],
    aim: null,
  };
  it.each([
    [
      '目標の年が推計の外',
      { ...inside, aim: { year: 2032, total: 1, source: '' } },
      'population-year-outside',
      ['aim', 'year'],
    ],
    [
      '始まる年が推計の外',
      { ...inside, levers: [{ ...lever, fromYear: 2030, byYear: null }] },
      'population-year-outside',
      ['levers', 0, 'fromYear'],
    ],
    [
      '届く年が基準年より前',
      { ...inside, levers: [{ ...lever, fromYear: null, byYear: 2010 }] },
      'population-lever-path',
      ['levers', 0, 'byYear'],
    ],
    [
      '基準年の団地',
      { ...inside, estates: [{ year: 2015, persons: 1, name: '', source: '' }] },
      'population-estate-at-base',
      ['estates', 0, 'year'],
    ],
    [
      '人より多く出ていく',
      {
        ...inside,
        levers: [{ ...lever, kind: 'young-adults-per-year', value: -1000, fromYear: null, byYear: null }],
      },
      'population-result-negative',
      ['levers'],
    ],
  ] as const)('%s', (_, given, code, path) => {
    const run = runScenario(given, ready.value, { draws: 50, seed: 1 });
    expect(run.ok).toBe(false);
    if (run.ok) return;
    expect(run.error).toContainEqual(expect.objectContaining({ code, path }));
    for (const problem of run.error) expect(problemSentence(problem)).not.toBe('');
  });

  it('子どものいない町の出生率は、いまの値を書くまで動かせない', () => {
    const childless = even(50).map((count, group) => (group === 0 ? 0 : count));
    const empty = assumptionsOf(
      projection,
      withTables(table('2015-10-01', childless, childless), table('2020-10-01', childless, childless)),
    );
    if (!empty.ok) throw new Error(JSON.stringify(empty.error));
    const levers = [{ ...lever, fromYear: null, byYear: null }];
    const run = runScenario({ ...quietContent, levers }, empty.value, { draws: 50, seed: 1 });
    expect(run.ok ? [] : run.error).toMatchObject([
      { code: 'population-birth-rate-unknown', path: ['birthRateNow'] },
    ]);
    expect(runScenario(quietContent, empty.value, { draws: 50, seed: 1 }).ok).toBe(true);
  });

  it('同じ内容と系列からは、最後の桁まで同じ結果', () => {
    const [once, again] = [runScenario(inside, ready.value), runScenario(inside, ready.value)];
    expect(once.ok).toBe(true);
    expect(again).toEqual(once);
  });
});
