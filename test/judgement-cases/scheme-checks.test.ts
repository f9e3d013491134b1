import { describe, expect, it } from 'vitest';
import { parseJudgementScheme, readJudgementScheme } from '../../src/app/judgement/read-judgement-scheme.ts';
import { problemSentence } from '../../src/documents/problem-text/sentences.ts';
import { checkScheme } from '../../src/domain/indicator/judgement/check-scheme.ts';
import { checkVersions, schemeOfYear } from '../../src/domain/indicator/judgement/scheme-versions.ts';

const band = (give: string, from?: string, to?: string, more: object = {}) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  give,
  ...more,
});
const good = [band('A', '1'), band('B', undefined, '1')];
const rate = { rate: { name: '達成率', formula: 'ratio', target: 'final' } };
const step = (bands: readonly object[], more: object = {}) => ({
  by: 'measure',
  measure: 'rate',
  bands,
  ...more,
});
const axis = (more: object = {}) => ({
  axisKey: 'a',
  name: '軸',
  grades: ['A', 'B'].map((key) => ({ key, label: key, class: 'fair' })),
  cases: [{ steps: [step(good)] }],
  ...more,
});
const scheme = (more: object = {}) => ({
  schemeKey: 's',
  version: '1',
  name: '方式',
  validFrom: 2020,
  measures: rate,
  axes: [axis()],
  ...more,
});
const steps = (...all: readonly object[]) => scheme({ axes: [axis({ cases: [{ steps: all }] })] });

/** Errors (and warnings, marked) as 'code path', without the warning every axis without `missing` has. */
const found = (content: unknown): readonly string[] => {
  const parsed = parseJudgementScheme(content);
  if (!parsed.ok) return parsed.error.map(({ code, path }) => `${code} ${path.join('/')}`);
  const problems = checkScheme(parsed.value).filter(({ code }) => code !== 'missing-reason-ungraded');
  // Whatever is found has words.
  for (const problem of problems) expect(problemSentence(problem)).not.toMatch(/undefined/);
  return problems.map(
    ({ code, path, severity }) => `${severity === 'warning' ? '注意 ' : ''}${code} ${path.join('/')}`,
  );
};

const at = 'axes/0/cases/0/steps/0';

describe('判定基準の誤り', () => {
  it('正しい方式には何も言わない', () => {
    expect(found(scheme())).toEqual([]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['期間が逆', scheme({ validTo: 2019 }), ['scheme-years-reversed validTo']],
    ['知らない尺度', steps({ ...step(good), measure: 'rat' }), [`measure-unknown ${at}/measure`]],
    [
      '知らない段階',
      steps(step([band('A', '1'), band('B', undefined, '0.5'), band('X', '0.5', '1')])),
      [`grade-unknown ${at}/bands/2/give`],
    ],
    ['帯がない', steps(step([])), [`field-too-small ${at}/bands`]],
    ['空き', steps(step([band('A', '1'), band('B', undefined, '0.8')])), [`band-gap ${at}/bands`]],
    [
      '境そのものの空き',
      steps(step([band('A', '1', undefined, { fromInclusive: false }), band('B', undefined, '1')])),
      [`band-gap ${at}/bands`],
    ],
    ['下の空き', steps(step([band('A', '1'), band('B', '0', '1')])), [`band-gap ${at}/bands`]],
    ['上の空き', steps(step([band('A', '1', '2'), band('B', undefined, '1')])), [`band-gap ${at}/bands`]],
    ['重なり', steps(step([band('A', '0.8'), band('B', undefined, '1')])), [`band-overlap ${at}/bands`]],
    [
      '境そのものの重なり',
      steps(step([band('A', '1'), band('B', undefined, '1', { toInclusive: true })])),
      [`band-overlap ${at}/bands`],
    ],
    ['限りのない帯が二つ', steps(step([band('A'), band('B', '1')])), [`band-overlap ${at}/bands`]],
    [
      '逆さの帯',
      steps(step([band('A', '2', '1'), band('B', undefined, '1')])),
      [`band-reversed ${at}/bands`],
    ],
    [
      '知らない許容幅',
      steps(step([band('A', '1'), { to: { tolerance: 'same' }, give: 'B' }])),
      [`tolerance-unknown ${at}/bands`],
    ],
    [
      '最後の手順が次へ',
      steps(step([band('A', '1'), band('next', undefined, '1')])),
      [`step-last-next ${at}/bands/1/give`, '注意 grade-never-given axes/0/grades/1'],
    ],
    [
      '届かない手順',
      steps(step(good), { by: 'grade', give: 'B' }),
      ['step-unreachable axes/0/cases/0/steps/1'],
    ],
    [
      '届かない場合分け',
      scheme({
        axes: [
          axis({
            cases: [
              { for: { direction: ['up', 'down'] }, steps: [step(good)] },
              { for: { direction: ['down'], subjective: true }, steps: [step(good)] },
              { steps: [step(good)] },
            ],
          }),
        ],
      }),
      ['case-unreachable axes/0/cases/1'],
    ],
    [
      '最後の場合分けが条件つき',
      scheme({ axes: [axis({ cases: [{ for: { subjective: true }, steps: [step(good)] }] })] }),
      ['case-last-conditional axes/0/cases/0'],
    ],
    [
      '出ない段階（注意）',
      scheme({
        axes: [axis({ grades: ['A', 'B', 'C'].map((key) => ({ key, label: key, class: 'fair' })) })],
      }),
      ['注意 grade-never-given axes/0/grades/2'],
    ],
    [
      '二度書かれた段階',
      scheme({
        axes: [axis({ grades: ['A', 'B', 'A'].map((key) => ({ key, label: key, class: 'fair' })) })],
      }),
      ['key-twice axes/0/grades'],
    ],
    [
      'next という段階',
      scheme({
        axes: [axis({ grades: ['A', 'B', 'next'].map((key) => ({ key, label: key, class: 'fair' })) })],
      }),
      ['grade-key-reserved axes/0/grades/2/key', '注意 grade-never-given axes/0/grades/2'],
    ],
    ['二度書かれた軸', scheme({ axes: [axis(), axis()] }), ['key-twice axes']],
    ['知らない見出しの軸', scheme({ overall: 'b' }), ['axis-unknown overall']],
    [
      '欠測の段階がない',
      scheme({ axes: [axis({ missing: { discontinued: 'X' } })] }),
      ['grade-unknown axes/0/missing/discontinued'],
    ],
    [
      '互いを必要とする尺度',
      scheme({
        measures: {
          ...rate,
          x: { name: 'x', formula: 'sum', of: [{ measure: 'y' }] },
          y: { name: 'y', formula: 'max', of: [{ measure: 'x' }, { measure: 'rate' }] },
        },
      }),
      ['measure-cycle measures/x'],
    ],
    [
      '自分を必要とする尺度',
      scheme({ measures: { ...rate, x: { name: 'x', formula: 'sum', of: [{ measure: 'x' }] } } }),
      ['measure-cycle measures/x'],
    ],
    [
      'たどりきれない数の尺度',
      scheme({
        measures: Object.fromEntries([
          ...Object.entries(rate),
          ...Array.from({ length: 5000 }, (_, at) => [
            `m${at}`,
            { name: 'm', formula: 'sum', of: [{ measure: at === 4999 ? 'rate' : `m${at + 1}` }] },
          ]),
        ]),
      }),
      ['measures-too-many measures'],
    ],
    [
      '部分のない組合せ、0の重み',
      scheme({
        measures: { ...rate, x: { name: 'x', formula: 'mean', of: [{ measure: 'z', weight: '0' }] } },
      }),
      ['measure-unknown measures/x/of/0/measure', 'weight-not-positive measures/x/of/0/weight'],
    ],
    [
      '計画の初年度がない',
      scheme({
        measures: {
          ...rate,
          x: {
            name: 'x',
            formula: 'attainment',
            target: 'final',
            required: { by: 'linear', since: 'plan-start' },
          },
        },
      }),
      ['plan-start-missing measures/x/required'],
    ],
    [
      '増えない必要到達率',
      scheme({
        planStart: 2020,
        measures: {
          ...rate,
          x: {
            name: 'x',
            formula: 'required',
            target: 'final',
            required: { by: 'table', shares: ['0.4', '0.2'] },
          },
        },
      }),
      ['shares-not-rising measures/x/required/shares'],
    ],
    [
      '1を超える必要到達率',
      scheme({
        planStart: 2020,
        measures: {
          ...rate,
          x: {
            name: 'x',
            formula: 'required',
            target: 'final',
            required: { by: 'table', shares: ['0.5', '1.5'] },
          },
        },
      }),
      ['shares-not-rising measures/x/required/shares'],
    ],
    [
      '負の許容幅',
      scheme({ tolerances: { same: [{ value: '-0.1' }] } }),
      ['tolerance-negative tolerances/same/0/value'],
    ],
    [
      '知らない評価の欄',
      steps({ by: 'mark', mark: 'own', choices: { 良: 'A' } }),
      [`mark-key-unknown ${at}/choices`, '注意 grade-never-given axes/0/grades/1'],
    ],
    [
      '選択肢の過不足',
      {
        ...steps({ by: 'mark', mark: 'own', choices: { 良: 'A', 可: 'B' } }),
        marks: {
          own: {
            name: '評価',
            choices: [
              { key: '良', label: '良' },
              { key: '不', label: '不' },
            ],
          },
        },
      },
      [`mark-choice-unknown ${at}/choices`, `mark-choice-missing ${at}/choices`],
    ],
    [
      '後の軸を見る',
      scheme({
        axes: [
          axis({
            cases: [{ steps: [{ by: 'axes', table: [{ axes: { b: ['A'] }, give: 'A' }], otherwise: 'B' }] }],
          }),
          axis({ axisKey: 'b' }),
        ],
      }),
      [`axis-later ${at}/table/0/axes/b`],
    ],
    [
      'ない軸、ない段階を見る',
      scheme({
        axes: [
          axis(),
          axis({
            axisKey: 'b',
            cases: [
              {
                steps: [{ by: 'axes', table: [{ axes: { c: ['A'], a: ['Z'] }, give: 'A' }], otherwise: 'B' }],
              },
            ],
          }),
        ],
      }),
      [
        'axis-unknown axes/1/cases/0/steps/0/table/0/axes/c',
        'grade-unknown axes/1/cases/0/steps/0/table/0/axes/a',
      ],
    ],
    [
      '公表する尺度がない',
      scheme({ publishedMeasures: [{ measure: 'x', name: 'x', as: 'number', decimals: 1 }] }),
      ['measure-unknown publishedMeasures/0/measure'],
    ],
    ['集計の段階がない', scheme({ rollUp: { counted: ['A', 'Z'] } }), ['grade-unknown rollUp/counted']],
    [
      '点のない軸の点数',
      scheme({ rollUp: { scores: [{ scoreKey: 's', name: '点', of: 'points', decimals: 1 }] } }),
      ['score-no-points rollUp/scores/0/axes/0'],
    ],
    [
      '何を数えるか書かれていない',
      scheme({ rollUp: { alsoCount: [{ countKey: 'c', name: 'うち' }] } }),
      ['count-empty rollUp/alsoCount/0'],
    ],
    [
      '逆さの範囲を数える',
      scheme({
        rollUp: {
          alsoCount: [{ countKey: 'c', name: 'うち', measure: { measure: 'rate', from: '1', to: '1' } }],
        },
      }),
      ['band-reversed rollUp/alsoCount/0/measure'],
    ],
    [
      '数でない境',
      steps(step([band('A', '八割'), band('B', undefined, '1')])),
      [`field-form ${at}/bands/0/from`],
    ],
    [
      '知らない式',
      scheme({ measures: { rate: { name: 'x', formula: 'x / t' } } }),
      ['field-form measures/rate/formula'],
    ],
    ['知らない欄', scheme({ formula: 'x/t' }), ['field-unknown formula']],
  ])('%s', (_, content, expected) => {
    expect(found(content)).toEqual(expected);
  });

  it('空きと重なりは区間を言うので、数直線に描ける', () => {
    const problemsOf = (...bands: readonly object[]) => {
      const read = readJudgementScheme(steps(step(bands)));
      return read.ok ? [] : read.error.map(({ params }) => [params?.from, params?.to]);
    };
    expect(problemsOf(band('A', '1'), band('B', undefined, '0.80'))[0]).toEqual(['0.80', '1']);
    expect(problemsOf(band('A', '1'), band('B', '0.5', '1'))[0]).toEqual(['', '0.5']);
    expect(problemsOf(band('A', '0.9'), band('B', undefined, '1'))[0]).toEqual(['0.9', '1']);
  });

  it('許容幅は、どの行でも帯が閉じなければならない', () => {
    const bands = [
      { to: { tolerance: 'same', sign: '-' }, give: 'B' },
      { from: { tolerance: 'same', sign: '-' }, to: '0.05', give: 'A' },
      { from: '0.05', give: 'B' },
    ];
    const tolerances = (wide: string) => ({
      same: [{ for: { subjective: true }, value: wide }, { value: '0.02' }],
    });
    expect(found({ ...steps(step(bands)), tolerances: tolerances('0.04') })).toEqual([]);
    // −(−…) cannot be written; a tolerance that swallows its neighbour is found although the last row is fine.
    const swallowing = [
      { to: { tolerance: 'same' }, give: 'B' },
      { from: { tolerance: 'same' }, to: '0.05', give: 'A' },
      { from: '0.05', give: 'B' },
    ];
    expect(found({ ...steps(step(swallowing)), tolerances: tolerances('0.06') })).toEqual([
      `band-reversed ${at}/bands`,
    ]);
  });
});

describe('版', () => {
  const version = (name: string, validFrom: number, validTo: number | null) => ({
    schemeKey: 's',
    version: name,
    validFrom,
    validTo,
  });

  it.each([
    ['続いた版', [version('1', 2010, 2015), version('2', 2016, null)], []],
    [
      '一年重なる',
      [version('1', 2010, 2016), version('2', 2016, null)],
      ['scheme-years-overlap 1/validFrom'],
    ],
    [
      '終わりのない二つ',
      [version('1', 2010, null), version('2', 2016, null)],
      ['scheme-years-overlap 1/validFrom'],
    ],
    ['同じ名の版', [version('1', 2010, 2015), version('1', 2016, null)], ['key-twice 1/version']],
  ])('%s', (_, versions, expected) => {
    const problems = checkVersions(versions);
    for (const problem of problems) expect(problemSentence(problem)).not.toMatch(/undefined/);
    expect(problems.map(({ code, path }) => `${code} ${path.join('/')}`)).toEqual(expected);
  });

  it('年度は、その時に効いていた版を使う', () => {
    const versions = [version('1', 2010, 2015), version('2', 2016, null)];
    expect([2009, 2015, 2016, 2030].map((year) => schemeOfYear(versions, 's', year)?.version)).toEqual([
      undefined,
      '1',
      '2',
      '2',
    ]);
  });
});
