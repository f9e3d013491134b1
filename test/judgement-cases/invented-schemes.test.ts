import { describe, expect, it } from 'vitest';
import { judge } from '../../src/domain/indicator/judgement/judge.ts';
import type { Judgeable } from '../../src/domain/indicator/judgement/judgeable.ts';
import { rollUp } from '../../src/domain/indicator/judgement/roll-up.ts';
import { compiledFrom } from './compiled-scheme.ts';
import { actualOf, baselineOf, judgeableOf, targetOf } from './judgeable.ts';
import { judgeAll, syntheticSet } from './synthetic-set.ts';

/** No town's: what other towns are known to do, put together so that a scheme not yet seen finds its place. */
const invented = (scheme: object) =>
  compiledFrom({ schemeKey: 'invented', version: '1', name: '作った方式', validFrom: 2000, ...scheme });

const grade = (key: string, more: object = {}) => ({ key, label: key, class: 'fair', ...more });

const simple = (actual: string, said: Partial<Judgeable> = {}): Judgeable =>
  judgeableOf({
    baseline: baselineOf(2019, '100'),
    targets: [targetOf(2024, '200')],
    values: [actualOf(2021, actual)],
    ...said,
  });

describe('符号つきの点数、両側の帯（−2〜+2）', () => {
  const scheme = invented({
    measures: { relative: { name: '前年度比', formula: 'relative-change', from: 'baseline' } },
    axes: [
      {
        axisKey: 'score',
        name: '点数',
        grades: [-2, -1, 0, 1, 2].map((points) => grade(String(points), { points: String(points) })),
        cases: [
          {
            steps: [
              {
                by: 'measure',
                measure: 'relative',
                bands: [
                  { to: '-0.1', give: '-2' },
                  { from: '-0.1', to: '-0.02', give: '-1' },
                  { from: '-0.02', to: '0.02', toInclusive: true, give: '0' },
                  { from: '0.02', fromInclusive: false, to: '0.1', toInclusive: true, give: '1' },
                  { from: '0.1', fromInclusive: false, give: '2' },
                ],
              },
            ],
          },
        ],
      },
    ],
    rollUp: {
      scores: [{ scoreKey: 'mean', name: '平均', of: 'points', decimals: 2 }],
    },
  });

  it.each([
    ['89.9', '-2'],
    ['90', '-1'],
    ['98', '0'],
    ['102', '0'],
    ['102.01', '1'],
    ['110', '1'],
    ['111', '2'],
  ])('100 → %s は %s', (actual, expected) => {
    expect(judge(scheme, simple(actual), 2021).overall).toMatchObject({ grade: expected, points: expected });
  });

  it('減少が望ましい指標では符号が返る', () => {
    expect(judge(scheme, simple('80', { direction: 'down' }), 2021).overall?.grade).toBe('2');
    expect(judge(scheme, simple('120', { direction: 'down' }), 2021).overall?.grade).toBe('-2');
  });

  it('点数の平均は負にもなる', () => {
    const set = syntheticSet([
      [2, simple('50')],
      [1, simple('105')],
    ]);
    const [score] = rollUp(scheme, judgeAll(scheme, set, 2021)).scores;
    expect(score?.text).toBe('-1.00');
  });
});

describe('指標の種類ごとの「同じ」の幅', () => {
  const scheme = invented({
    measures: { relative: { name: '増減率', formula: 'relative-change', from: 'baseline' } },
    tolerances: {
      same: [
        { for: { subjective: true }, value: '0.05' },
        { for: { kind: ['activity', 'output'] }, value: '0.1' },
        { value: '0' },
      ],
    },
    axes: [
      {
        axisKey: 'trend',
        name: '動き',
        grades: ['上', '同', '下'].map((key) => grade(key)),
        cases: [
          {
            steps: [
              {
                by: 'measure',
                measure: 'relative',
                bands: [
                  { from: { tolerance: 'same' }, fromInclusive: false, give: '上' },
                  {
                    from: { tolerance: 'same', sign: '-' },
                    to: { tolerance: 'same' },
                    toInclusive: true,
                    give: '同',
                  },
                  { to: { tolerance: 'same', sign: '-' }, give: '下' },
                ],
              },
            ],
          },
        ],
      },
    ],
  });

  it.each<[string, Partial<Judgeable>, string, string]>([
    ['主観指標は±5%', { subjective: true }, '105', '同'],
    ['主観指標の5%超', { subjective: true }, '105.1', '上'],
    ['主観指標の5%超の下落', { subjective: true }, '94.9', '下'],
    ['活動指標は±10%', { kind: 'activity' }, '91', '同'],
    ['成果指標は幅なし', { kind: 'outcome' }, '100.1', '上'],
    ['成果指標の同じ値', { kind: 'outcome' }, '100.0', '同'],
  ])('%s', (_, said, actual, expected) => {
    expect(judge(scheme, simple(actual, said), 2021).overall?.grade).toBe(expected);
  });

  it('算式はその指標に当てはまる幅を言う', () => {
    expect(
      judge(scheme, simple('103', { subjective: true }), 2021)
        .arithmetic()
        .at(-1)?.text,
    ).toBe('動き: 増減率 3%（−5%以上5%以下） → 同');
  });
});

describe('数値と人の評価の二つで決まる段階、外部要因による判定不能', () => {
  const figureAxis = {
    axisKey: 'figure',
    name: '数値',
    grades: [grade('達'), grade('未'), grade('欠', { class: 'unknown' })],
    cases: [
      {
        steps: [
          {
            by: 'measure',
            measure: 'rate',
            bands: [
              { from: '1', give: '達' },
              { to: '1', give: '未' },
            ],
          },
        ],
      },
    ],
    undefined: { 'no-value': '欠' },
  };
  const scheme = invented({
    measures: { rate: { name: '達成率', formula: 'ratio', target: 'final' } },
    marks: {
      own: {
        name: '自己評価',
        choices: [
          { key: '良', label: '良い' },
          { key: '不', label: '不十分' },
        ],
      },
      cause: {
        name: '外部要因',
        choices: [
          { key: '災害', label: '災害' },
          { key: '制度', label: '制度の変更' },
        ],
      },
    },
    axes: [
      figureAxis,
      {
        axisKey: 'total',
        name: '総合',
        grades: [
          grade('A'),
          grade('B'),
          grade('C'),
          grade('外', { label: '外部要因により判定できない', class: 'unknown' }),
        ],
        cases: [
          {
            steps: [
              { by: 'mark', mark: 'cause', choices: { 災害: '外', 制度: 'next' }, unmarked: 'next' },
              {
                by: 'axes',
                table: [
                  { axes: { figure: ['達'] }, marks: { own: ['良'] }, give: 'A' },
                  { axes: { figure: ['達', '未'] }, marks: { own: ['良'] }, give: 'B' },
                  { axes: { figure: ['達', '未'] }, marks: { own: ['不'] }, give: 'C' },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
  const marked = (...marks: readonly (readonly [string, string])[]): Partial<Judgeable> => ({
    marks: marks.map(([markKey, mark]) => ({ fiscalYear: 2021, markKey, mark, reason: '' })),
  });

  it.each<[string, string, Partial<Judgeable>, object]>([
    ['達成し、自己評価も良い', '200', marked(['own', '良']), { grade: 'A', because: 'axes' }],
    ['未達だが、自己評価は良い', '199', marked(['own', '良']), { grade: 'B', because: 'axes' }],
    ['達成したが、自己評価は不十分', '200', marked(['own', '不']), { grade: 'C', because: 'axes' }],
    [
      '災害のため判定できない',
      '10',
      marked(['own', '不'], ['cause', '災害']),
      { grade: '外', because: 'mark' },
    ],
    ['制度の変更だけでは判定を避けない', '200', marked(['own', '良'], ['cause', '制度']), { grade: 'A' }],
    ['自己評価がない', '200', {}, { grade: null, because: 'undefined', reason: 'no-rule' }],
  ])('%s', (_, actual, said, expected) => {
    expect(judge(scheme, simple(actual, said), 2021).overall).toMatchObject(expected);
  });

  it.each<[string, string, object]>([
    ['印の決まりより先に決まるものはない', '200', { grade: null, reason: 'mark-withheld' }],
    ['値がなくても同じ', '199', { grade: null, reason: 'mark-withheld' }],
  ])('印を読み手に見せないときは、印がないとは言わない: %s', (_, actual, expected) => {
    const judged = judge(scheme, simple(actual, { withholdsMarks: true }), 2021);
    expect(judged.overall).toMatchObject(expected);
    expect(judged.axes[0]?.grade).not.toBe(null);
    expect(judged.arithmetic().at(-1)?.text).toBe(
      '総合: 外部要因（公表していない） → 判定なし（人による評価によるところで、団体が公表していない）',
    );
  });

  const table = invented({
    measures: { rate: { name: '達成率', formula: 'ratio', target: 'final' } },
    marks: { own: { name: '自己評価', choices: [{ key: '良', label: '良い' }] } },
    axes: [
      figureAxis,
      {
        axisKey: 'total',
        name: '総合',
        grades: [grade('A'), grade('B'), grade('C')],
        cases: [
          {
            steps: [
              {
                by: 'axes',
                table: [
                  { axes: { figure: ['達'] }, give: 'A' },
                  { axes: { figure: ['未'] }, marks: { own: ['良'] }, give: 'B' },
                ],
                otherwise: 'C',
              },
            ],
          },
        ],
      },
    ],
  });
  it.each([
    ['印を尋ねない行は決まる', '200', 'A', null],
    ['印を尋ねる行から先は、「ほか」とも言えない', '199', null, 'mark-withheld'],
  ])('組み合わせの表: %s', (_, actual, expected, reason) => {
    expect(judge(table, simple(actual, { withholdsMarks: true }), 2021).overall).toMatchObject({
      grade: expected,
      reason,
    });
  });

  it('二つの条件を算式に示す', () => {
    const lines = judge(scheme, simple('199', marked(['own', '良'])), 2021).arithmetic();
    expect(lines.map(({ text }) => text)).toEqual([
      '達成率 = 199 ÷ 200 = 99.5%',
      '数値: 達成率 99.5%（100%未満） → 未',
      '総合: 外部要因なし → 次の条件へ',
      '総合: 数値 未、自己評価「良い」 → B',
    ]);
  });
});

describe('いくつもの軸を点に換え、全体の得点率を出す', () => {
  const byMark = (axisKey: string, points: readonly (string | null)[]) => ({
    axisKey,
    name: axisKey,
    grades: points.map((one, at) => grade(String(at), { points: one })),
    cases: [
      {
        steps: [
          { by: 'mark', mark: axisKey, choices: Object.fromEntries(points.map((_, at) => [at, String(at)])) },
        ],
      },
    ],
  });
  const choices = { name: '評価', choices: ['0', '1', '2'].map((key) => ({ key, label: key })) };
  const scheme = invented({
    marks: { need: choices, effect: choices },
    axes: [byMark('need', ['5', '3', '1']), byMark('effect', ['10', '5', null])],
    rollUp: {
      scores: [
        {
          scoreKey: 'rate',
          name: '得点率',
          of: 'points-of-max',
          axes: [{ axisKey: 'need', weight: '2' }, { axisKey: 'effect' }],
          weights: 'given',
          decimals: 1,
        },
      ],
    },
  });
  const entry = (need: string, effect: string, weight: string | null = null): Partial<Judgeable> => ({
    weight,
    marks: [
      { fiscalYear: 2021, markKey: 'need', mark: need, reason: '' },
      { fiscalYear: 2021, markKey: 'effect', mark: effect, reason: '' },
    ],
  });

  it('重みをかけ、点のない段階のものは除いて件数を言う', () => {
    // (2×5+10)×1 + (2×3+5)×3 = 53 of 20×1 + 20×3 = 80
    const set = syntheticSet([
      [1, entry('0', '0')],
      [1, entry('1', '1', '3')],
      [1, entry('0', '2')],
    ]);
    expect(rollUp(scheme, judgeAll(scheme, set, 2021)).scores).toMatchObject([
      { text: '66.3%', entries: 2, leftOut: 1 },
    ]);
  });
});

/** 令和14年度の幸福度 6.77点以上: mean 6.7750, standard error 0.0592 (methods of the survey). */
describe('標本調査の指標: 達成・誤差の範囲・未達', () => {
  const scheme = invented({
    measures: {
      z: { name: '標準誤差の何倍か', formula: 'standard-errors', against: { target: 'final' } },
      waves: { name: '前回との差', formula: 'standard-errors', against: { from: 'previous-known' } },
    },
    axes: [
      {
        axisKey: 'survey',
        name: '調査',
        grades: ['達成', '誤差の範囲', '未達', '誤差不明'].map((key) => grade(key)),
        cases: [
          {
            steps: [
              {
                by: 'measure',
                measure: 'z',
                bands: [
                  { from: '1.96', give: '達成' },
                  { from: '-1.96', fromInclusive: false, to: '1.96', give: '誤差の範囲' },
                  { to: '-1.96', toInclusive: true, give: '未達' },
                ],
                without: { 'no-standard-error': '誤差不明' },
              },
            ],
          },
        ],
      },
    ],
  });
  const survey = (value: string, standardError: string | null): Judgeable =>
    judgeableOf({ targets: [targetOf(2032, '6.77')], values: [actualOf(2032, value, { standardError })] });

  it.each([
    ['6.7750', '0.0592364', '誤差の範囲'],
    ['6.89', '0.0592364', '達成'],
    ['6.886103344', '0.0592364', '達成'],
    ['6.886103343', '0.0592364', '誤差の範囲'],
    ['6.60', '0.0592364', '未達'],
    ['6.77', null, '誤差不明'],
  ])('%s（標準誤差 %s）は%s', (value, standardError, expected) => {
    expect(judge(scheme, survey(value, standardError), 2032).overall?.grade).toBe(expected);
  });

  it('二回の調査の差は、両方の誤差を合わせて見る', () => {
    const twoWaves = judgeableOf({
      values: [actualOf(2022, '6', { standardError: '0.3' }), actualOf(2025, '7', { standardError: '0.4' })],
    });
    const { waves } = judge(scheme, twoWaves, 2025).measures;
    // √(0.09 + 0.16) = 0.5
    expect(waves).toMatchObject({ numerator: 2 * Number((waves as { denominator: number }).denominator) });
  });

  it('標準誤差が0なら割らずに理由を言う', () => {
    expect(judge(scheme, survey('7', '0'), 2032).overall).toMatchObject({
      grade: null,
      reason: 'division-by-zero',
    });
  });
});
