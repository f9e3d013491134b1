import { describe, expect, it } from 'vitest';
import { judge } from '../../src/domain/indicator/judgement/judge.ts';
import type { Judgeable } from '../../src/domain/indicator/judgement/judgeable.ts';
import { rollUp, rollUpBy } from '../../src/domain/indicator/judgement/roll-up.ts';
import { compiledFrom, shippedScheme } from './compiled-scheme.ts';
import { actualOf, baselineOf, judgeableOf, targetOf } from './judgeable.ts';
import { countsOf, judgeAll, percentsOf, syntheticSet } from './synthetic-set.ts';

const figures = (
  fiscalYear: number,
  baseline: string,
  actual: string,
  target: string | null,
): Partial<Judgeable> => ({
  baseline: baselineOf(fiscalYear - 1, baseline),
  values: [actualOf(fiscalYear, actual)],
  targets: target === null ? [] : [targetOf(fiscalYear + 4, target)],
});

const marked = (fiscalYear: number, markKey: string, mark: string): Partial<Judgeable> => ({
  marks: [{ fiscalYear, markKey, mark, reason: '' }],
});

/** https://expydoc.com/doc/11693707/ : 57/12/6/0/3 of 78, 32 of them at 100 % or more. */
describe('富士市の集計（件数は公表、個々の数値は作ったもの）', () => {
  const scheme = shippedScheme('fuji');
  const set = syntheticSet([
    [32, figures(2013, '50', '100', '100')],
    [25, figures(2013, '50', '80', '100')],
    [12, figures(2013, '50', '79.9', '100')],
    [6, figures(2013, '10', '49.9', '100')],
    [2, { targets: [targetOf(2015, '100')], values: [actualOf(2013, null, { missing: 'not-surveyed' })] }],
    [1, { targets: [targetOf(2015, '100')], values: [actualOf(2013, null, { missing: 'discontinued' })] }],
  ]);
  const result = rollUp(scheme, judgeAll(scheme, set, 2013));

  it('区分ごとの件数、うち100%以上、総数は「その他」を含む', () => {
    expect(countsOf(result)).toEqual({ '80': 57, '50': 12, '20': 6, '0': 0, other: 3 });
    expect(result.alsoCounts).toEqual([
      { countKey: 'reached', name: 'うち100%以上', count: 32, percent: '41.0' },
    ]);
    expect(result.denominator).toEqual({ of: 'all', count: 78 });
    expect(result.counted).toBe(78);
  });

  it('数値のあるものは75', () => {
    expect(result.withValue).toBe(75);
  });
});

/** http://webtown.nagayo.jp/gyoseijoho/kaikaku/sesaku_hyouka/sesaku_29.html : of 197, A80 B96 C17 D4. */
describe('長与町 平成28年度の施策評価', () => {
  const counts = [80, 96, 17, 4];
  const set = syntheticSet(counts.map((count, at) => [count, marked(2016, 'overall', 'ABCD'[at] ?? '')]));
  const scheme = shippedScheme('nagayo-measures');

  it('件数と割合は公表のとおり（Bの48.8%も）', () => {
    const result = rollUp(scheme, judgeAll(scheme, set, 2016));
    expect(countsOf(result)).toEqual({ A: 80, B: 96, C: 17, D: 4 });
    expect(percentsOf(result)).toEqual({ A: '40.6', B: '48.8', C: '8.6', D: '2.0' });
  });

  it('四捨五入なら、Bは48.7%で合計が100.0にならない', () => {
    const { rollUp: rule, ...rest } = scheme.scheme;
    const plain = compiledFrom({
      ...rest,
      rollUp: { ...rule, percent: { ...rule.percent, rounding: 'half-away' } },
    });
    const result = rollUp(plain, judgeAll(plain, set, 2016));
    expect(percentsOf(result)).toEqual({ A: '40.6', B: '48.7', C: '8.6', D: '2.0' });
  });
});

/** The page of the scheme gives bounds and no figures; which way each falls is the reading. */
describe('長与町 数値目標の段階', () => {
  const judged = (version: string, year: number, said: Partial<Judgeable>) =>
    judge(shippedScheme(version), judgeableOf(said), year).overall?.grade;
  it.each<[string, Partial<Judgeable>, string]>([
    ['目標値を超える', figures(2018, '50', '101', '100'), 'S'],
    ['目標値と同じ', figures(2018, '50', '100', '100'), 'A'],
    ['基準値を超える', figures(2018, '50', '50.1', '100'), 'A'],
    ['基準値と同じ', figures(2018, '50', '50', '100'), 'B'],
    ['10%の下落', figures(2018, '50', '45', '100'), 'B'],
    ['10%を超える下落', figures(2018, '50', '44.9', '100'), 'C'],
    ['減少が望ましい指標の超過', { ...figures(2018, '50', '39', '40'), direction: 'down' }, 'S'],
    ['減少が望ましい指標の下落', { ...figures(2018, '50', '56', '40'), direction: 'down' }, 'C'],
    ['基準値が0で増えた', figures(2018, '0', '1', '100'), 'A'],
    ['基準値が0のまま', figures(2018, '0', '0', '100'), 'B'],
    [
      '把握できない',
      { ...figures(2018, '50', '1', '100'), values: [actualOf(2018, null, { missing: 'not-measurable' })] },
      '-',
    ],
    ['目標値がない', figures(2018, '50', '60', null), '-'],
  ])('令和元年度: %s', (_, said, grade) => {
    expect(judged('nagayo-r1', 2018, said)).toBe(grade);
  });

  it.each<[string, Partial<Judgeable>, string]>([
    ['目標値を超える', figures(2016, '50', '101', '100'), 'A'],
    ['目標値と同じ', figures(2016, '50', '100', '100'), 'B'],
    ['基準値と同じ', figures(2016, '50', '50', '100'), 'C'],
  ])('平成29年度（Sなし）: %s', (_, said, grade) => {
    expect(judged('nagayo-h29', 2016, said)).toBe(grade);
  });

  // 50 → 100 in five years: 60 expected of the first.
  it.each([
    ['計画値の110%', '66', 'A'],
    ['計画値のとおり', '60', 'B'],
    ['10%にわずかに足りない遅れ', '54.1', 'B'],
    ['10%の遅れ', '54', 'C'],
  ])('令和4年度: %s', (_, actual, grade) => {
    expect(judged('nagayo-r4', 2021, figures(2021, '50', actual, '100'))).toBe(grade);
  });
});

/** https://www.town.ino.kochi.jp/chosei/choseikeikaku/keikaku_sougousenryaku/1797/ : 76 = ◎30 ○13 △32, 1 without a target. */
describe('いの町の集計（件数は公表、個々の数値は作ったもの）', () => {
  const scheme = shippedScheme('ino');

  it('76のうち評価なし1を含む', () => {
    const set = syntheticSet([
      [30, figures(2016, '50', '101', '100')],
      [13, figures(2016, '50', '100', '100')],
      [32, figures(2016, '50', '60', '100')],
      [1, figures(2016, '50', '60', null)],
    ]);
    const result = rollUp(scheme, judgeAll(scheme, set, 2016));
    expect(countsOf(result)).toEqual({ above: 30, same: 13, below: 32, none: 0, 'no-target': 1 });
    expect(result.denominator).toEqual({ of: 'all', count: 76 });
  });

  it('×は進捗なしと事業終了を束ねるが、どちらかは理由に残る', () => {
    const still = judge(scheme, judgeableOf(figures(2016, '50', '50', '100')), 2016).overall;
    const ended = judge(
      scheme,
      judgeableOf({
        ...figures(2016, '50', '50', '100'),
        values: [actualOf(2016, null, { missing: 'discontinued' })],
      }),
      2016,
    ).overall;
    expect(still).toMatchObject({ grade: 'none', because: 'band', reason: null });
    expect(ended).toMatchObject({ grade: 'none', because: 'missing', reason: 'discontinued' });
  });
});

/** https://www.city.kakamigahara.lg.jp/shisei/shisaku/1008697/1017052/1008738.html */
describe('各務原市の集計（件数は公表、個々の数値は作ったもの）', () => {
  it.each([
    ['kakamigahara-2016', 2016, '向上している', [53, 10], [25, 27], [78, 37]],
    ['kakamigahara-2018', 2018, '順調に推移', [51, 12], [31, 21], [82, 33]],
  ] as const)('%s', (file, year, label, objective, subjective, total) => {
    const scheme = shippedScheme(file);
    const [up, down] = [figures(year, '50', '51', '60'), figures(year, '50', '50', '60')];
    const set = syntheticSet([
      [objective[0], up],
      [objective[1], down],
      [subjective[0], { ...up, subjective: true }],
      [subjective[1], { ...down, subjective: true }],
    ]);
    const judged = judgeAll(scheme, set, year);
    const whole = rollUp(scheme, judged);
    expect(countsOf(whole)).toEqual({ up: total[0], down: total[1] });
    expect(whole.grades[0]?.grade.label).toBe(label);
    expect(whole.entries).toBe(115);
    const parts = rollUpBy(scheme, judged, 'subjective').groups.map(({ groupKey, rollUp: part }) => [
      groupKey,
      part.entries,
      countsOf(part),
    ]);
    expect(parts).toEqual([
      ['objective', 63, { up: objective[0], down: objective[1] }],
      ['subjective', 52, { up: subjective[0], down: subjective[1] }],
    ]);
  });
});

/** http://headlines.yahoo.co.jp/hl?a=20160920-00000000-san-l20 : of 92, 85 evaluated: 46, 4, 35. */
it('長野県の集計: 評価できない7は割合の分母に入らない（件数は公表、個々の数値は作ったもの）', () => {
  const scheme = shippedScheme('nagano-pref');
  const yearly = (actual: string): Partial<Judgeable> => ({
    baseline: baselineOf(2012, '50'),
    targets: [targetOf(2015, '100')],
    values: [actualOf(2015, actual)],
  });
  const set = syntheticSet([
    [46, yearly('100.1')],
    [2, yearly('100')],
    [1, yearly('90')],
    // Known only of the year after.
    [1, { ...yearly('90'), values: [actualOf(2016, '90')] }],
    [34, yearly('89.9')],
    // Known only of two years before.
    [1, { ...yearly('0'), values: [actualOf(2013, '89.9')] }],
    [7, { ...yearly('0'), values: [actualOf(2012, '50')] }],
  ]);
  const result = rollUp(scheme, judgeAll(scheme, set, 2015));
  expect(countsOf(result)).toEqual({ good: 46, fair: 4, poor: 35 });
  expect([result.entries, result.judged, result.denominator.count]).toEqual([92, 85, 85]);
  expect(percentsOf(result)).toEqual({ good: '54.1', fair: '4.7', poor: '41.2' });
  expect(result.ungraded).toEqual([
    { reason: 'no-value', indicatorKeys: Array.from({ length: 7 }, (_, n) => `k6-${n}`) },
  ]);
});

/** https://ako-minpo.jp/news/14668-16.html */
describe('赤穂市: A95点・B80点・C35点', () => {
  const scheme = shippedScheme('ako');
  const layer = (name: string, counts: readonly number[]) =>
    counts.map((count, at): [number, Partial<Judgeable>] => [
      count,
      { ...marked(2015, 'achievement', 'ABC'[at] ?? ''), groups: { layer: [name] } },
    ]);
  const set = syntheticSet([...layer('施策', [89, 67, 2]), ...layer('細目', [195, 136, 9])]);
  const { scores } = rollUp(scheme, judgeAll(scheme, set, 2015));

  it('全体の算式は記事から確定しない。四通りとも示す', () => {
    expect(scores.map(({ scoreKey, text, entries }) => [scoreKey, text, entries])).toEqual([
      ['measures', '87.88', 158],
      ['details', '87.41', 340],
      ['all', '87.56', 498],
      ['mean-of-means', '87.65', 498],
      ['mean-of-rounded', '87.7', 498],
    ]);
  });

  it('記事の87.7は、二つの平均の平均（87.65）を丸めた87.6でなく、丸めた二つの平均の平均から出る', () => {
    const { rollUp: rule, ...rest } = scheme.scheme;
    const once = compiledFrom({
      ...rest,
      rollUp: { ...rule, scores: rule.scores.map((score) => ({ ...score, decimals: 1 })) },
    });
    const texts = rollUp(once, judgeAll(once, set, 2015)).scores.map(({ scoreKey, text }) => [
      scoreKey,
      text,
    ]);
    expect(texts).toEqual([
      ['measures', '87.9'],
      ['details', '87.4'],
      ['all', '87.6'],
      ['mean-of-means', '87.6'],
      ['mean-of-rounded', '87.7'],
    ]);
  });

  it('点のない評価は平均に入れず、入れなかった件数を言う', () => {
    const judged = judgeAll(
      scheme,
      [...set, judgeableOf({ indicatorKey: 'unmarked', groups: { layer: ['施策'] } })],
      2015,
    );
    const [measures] = rollUp(scheme, judged).scores;
    expect(measures).toMatchObject({ text: '87.88', entries: 158, leftOut: 1 });
  });
});

/** https://www.city.naruto.tokushima.jp/shisei/torikumi/hyoka/r1gaiyo.html */
describe('鳴門市', () => {
  const programme = (actual: string, marks: Readonly<Record<string, string>>): Partial<Judgeable> => ({
    values: [actualOf(2018, actual)],
    targets: [targetOf(2018, '100')],
    marks: Object.entries(marks).map(([markKey, mark]) => ({ fiscalYear: 2018, markKey, mark, reason: '' })),
  });

  it.each([
    ['100', 'A'],
    ['99.9', 'B'],
    ['80', 'B'],
    ['79.9', 'C'],
    ['60', 'C'],
    ['59.9', 'D'],
  ])('令和元年度: 達成率%s%%の成果は%s。総合は人が決め、計算しない', (actual, grade) => {
    const said = programme(actual, { effectiveness: 'A', efficiency: 'B', overall: 'C' });
    const { axes, overall } = judge(shippedScheme('naruto-r1'), judgeableOf(said), 2018);
    expect(axes.map((axis) => axis.grade)).toEqual(['A', 'B', grade, 'C']);
    expect(overall).toMatchObject({ axisKey: 'overall', grade: 'C', because: 'mark' });
  });

  it('令和元年度は146事業', () => {
    const scheme = shippedScheme('naruto-r1');
    const set = syntheticSet([[146, programme('100', { overall: 'A' })]]);
    expect(rollUp(scheme, judgeAll(scheme, set, 2018)).denominator).toEqual({ of: 'all', count: 146 });
  });

  it('令和2年度: 「遅れている」は事業全体の欄だけで選べる', () => {
    const scheme = shippedScheme('naruto-r2');
    const late = (markKey: string) =>
      judge(scheme, judgeableOf({ marks: [{ fiscalYear: 2019, markKey, mark: 'late', reason: '' }] }), 2019);
    expect(late('whole').overall).toMatchObject({ grade: 'late', because: 'mark', reason: null });
    expect(late('part').axes[0]).toMatchObject({ grade: null, because: 'undefined', reason: 'mark-unknown' });
    const set = syntheticSet([[145, marked(2019, 'whole', 'planned')]]);
    expect(countsOf(rollUp(scheme, judgeAll(scheme, set, 2019)))).toMatchObject({ planned: 145 });
  });
});

describe('段階のない町、目標のない指標', () => {
  it.each([
    ['増えた', ['100', '101'], 'up', '1'],
    ['変わらない', ['100', '100.0'], 'same', '0.0'],
    ['減った', ['100', '98.5'], 'down', '−1.5'],
  ] as const)(
    '目標値のない指標は増減だけを言い、良し悪しを言わない: %s',
    (_, [before, now], grade, change) => {
      const scheme = shippedScheme('no-target');
      // Falling is desired here, and still it only rose.
      const indicator = judgeableOf({
        direction: 'down',
        values: [actualOf(2022, before), actualOf(2024, now)],
      });
      const judgement = judge(scheme, indicator, 2024);
      expect(judgement.overall).toMatchObject({ grade, because: 'band' });
      expect(judgement.published[0]?.text).toBe(change);
      const result = rollUp(scheme, [{ judgeable: indicator, judgement }]);
      expect([result.entries, result.judged]).toEqual([1, 0]);
    },
  );

  it('前の値がなければ、そう言う', () => {
    const { overall } = judge(
      shippedScheme('no-target'),
      judgeableOf({ values: [actualOf(2024, '1')] }),
      2024,
    );
    expect(overall).toMatchObject({ grade: null, because: 'undefined', reason: 'no-previous' });
  });

  it.each([
    ['指定した年度', [[2003, '5.1']], '5.1'],
    [
      '近い年度',
      [
        [2000, '4'],
        [2004, '6.25'],
      ],
      '6.25',
    ],
    [
      '同じ近さなら早いほう',
      [
        [2002, '4'],
        [2004, '6'],
      ],
      '4',
    ],
    ['ないものは空欄のまま', [], null],
  ] as const)('八街市の現状（2003年度）: %s', (_, values, text) => {
    const indicator = judgeableOf({
      baseline: baselineOf(1998, '3'),
      targets: [targetOf(2008, '10')],
      values: values.map(([year, value]) => actualOf(year, value)),
    });
    const judgement = judge(shippedScheme('yachimata'), indicator, 2003);
    expect(judgement.published[0]?.text).toBe(text);
    expect(judgement.axes).toEqual([]);
    expect(judgement.overall).toBeNull();
  });
});
