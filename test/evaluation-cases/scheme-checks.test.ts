import { describe, expect, it } from 'vitest';
import { readEvaluationScheme } from '../../src/app/evaluation/read-evaluation-scheme.ts';
import { checkScheme } from '../../src/domain/evaluation/check-scheme.ts';
import type { EvaluationScheme } from '../../src/domain/evaluation/evaluation-scheme.ts';
import { threeCriteria } from './three-criteria.ts';

const always = { types: [], exceptTypes: [], when: [] };
const stage = threeCriteria.stages[0] as EvaluationScheme['stages'][number];
const [first, second, third] = threeCriteria.criteria as [
  EvaluationScheme['criteria'][number],
  EvaluationScheme['criteria'][number],
  EvaluationScheme['criteria'][number],
];

const cases: readonly (readonly [string, Partial<EvaluationScheme>, string, string])[] = [
  ['段階がない', { stages: [] }, 'evaluation-scheme-no-stage', 'stages'],
  [
    '同じキー',
    { directions: [...threeCriteria.directions, ...threeCriteria.directions] },
    'evaluation-scheme-key-twice',
    'directions.2.key',
  ],
  [
    '段階が知らない項目を問う',
    { stages: [{ ...stage, criteria: [...stage.criteria, 'other'] }] },
    'evaluation-scheme-names-nothing',
    'stages.0.criteria',
  ],
  ['方向性のことばがない', { directions: [] }, 'evaluation-scheme-no-words', 'stages.0.direction'],
  [
    '何も問わない',
    {
      stages: [
        stage,
        { ...stage, key: 'x', criteria: [], texts: [], direction: 'none', grade: 'none', priority: 'none' },
      ],
    },
    'evaluation-scheme-asks-nothing',
    'stages.1',
  ],
  [
    '最初の段階が前を写す',
    { stages: [{ ...stage, startsFrom: 'previous-stage' }] },
    'evaluation-scheme-no-stage-before',
    'stages.0.startsFrom',
  ],
  ['問われない項目', { stages: [{ ...stage, texts: [] }] }, 'evaluation-scheme-never-asked', 'texts.0'],
  [
    '知らない種類',
    { criteria: [{ ...first, applies: { ...always, types: ['other'] } }, second, third] },
    'evaluation-scheme-names-nothing',
    'criteria.0.applies.types',
  ],
  [
    '後の項目を条件にする',
    {
      criteria: [
        { ...first, applies: { ...always, when: [{ criterion: 'effect', levels: ['high'] }] } },
        second,
        third,
      ],
    },
    'evaluation-scheme-condition-later',
    'criteria.0.applies.when.0.criterion',
  ],
  [
    '条件の段階がない',
    {
      criteria: [
        first,
        { ...second, applies: { ...always, when: [{ criterion: 'validity', levels: ['best'] }] } },
        third,
      ],
    },
    'evaluation-scheme-names-nothing',
    'criteria.1.applies.when.0.levels',
  ],
  [
    '条件の項目をその段階で問わない',
    {
      stages: [stage, { ...stage, key: 'x', criteria: ['effect'] }],
      criteria: [
        first,
        { ...second, applies: { ...always, when: [{ criterion: 'validity', levels: ['high'] }] } },
        third,
      ],
    },
    'evaluation-scheme-condition-not-asked',
    'criteria.1.applies.when',
  ],
  [
    '選べる段階がない',
    { criteria: [{ ...first, levels: [] }, second, third] },
    'evaluation-scheme-no-levels',
    'criteria.0.levels',
  ],
  [
    '重みが0',
    { criteria: [{ ...first, weight: '0' }, second, third] },
    'evaluation-scheme-weight',
    'criteria.0.weight',
  ],
  [
    '達成率の境の数が違う',
    { criteria: [{ ...first, proposal: { from: ['1'] } }, second, third] },
    'evaluation-scheme-proposal-length',
    'criteria.0.proposal.from',
  ],
  [
    '達成率の境が上がる',
    { criteria: [{ ...first, proposal: { from: ['0.8', '1'] } }, second, third] },
    'evaluation-scheme-bounds-order',
    'criteria.0.proposal.from.1',
  ],
  [
    '点の境が上がる',
    {
      gradeRule: {
        by: 'sum',
        bands: [
          { grade: 'a', from: '4' },
          { grade: 'b', from: '7' },
        ],
      },
    },
    'evaluation-scheme-bounds-order',
    'gradeRule.bands.1.from',
  ],
  [
    '途中の境が空',
    {
      gradeRule: {
        by: 'sum',
        bands: [
          { grade: 'a', from: null },
          { grade: 'b', from: '7' },
        ],
      },
    },
    'evaluation-scheme-open-bound',
    'gradeRule.bands.0.from',
  ],
  [
    '知らない総合評価',
    { gradeRule: { by: 'sum', bands: [{ grade: 'z', from: null }] } },
    'evaluation-scheme-names-nothing',
    'gradeRule.bands.0.grade',
  ],
  [
    '点がどこにもない',
    {
      criteria: [first, second, third].map((each) => ({
        ...each,
        levels: each.levels.map((level) => ({ ...level, points: null })),
      })),
    },
    'evaluation-scheme-no-points',
    'gradeRule.by',
  ],
  [
    '点のない段階がある',
    {
      criteria: [
        {
          ...first,
          levels: first.levels.map((level, at) => (at === 0 ? level : { ...level, points: null })),
        },
        second,
        third,
      ],
    },
    'evaluation-scheme-level-without-points',
    'criteria.0.levels',
  ],
  [
    '表の行に条件がない',
    { gradeRule: { by: 'table', rows: [{ grade: 'a', when: [] }], otherwise: null } },
    'evaluation-scheme-row-always',
    'gradeRule.rows.0',
  ],
  [
    '軸がない',
    { matrices: [{ key: 'm', title: '表', rows: 'criterion.other', columns: 'cost' }] },
    'evaluation-scheme-no-axis',
    'matrices.0.rows',
  ],
  [
    '縦と横が同じ',
    { matrices: [{ key: 'm', title: '表', rows: 'cost', columns: 'cost' }] },
    'evaluation-scheme-axes-same',
    'matrices.0.columns',
  ],
  [
    '評価しない種類がない',
    { exemptions: [{ key: 'e', label: 'x', atMost: null, types: ['other'] }] },
    'evaluation-scheme-names-nothing',
    'exemptions.0.types',
  ],
];

describe('評価の様式の点検', () => {
  it('正しい様式には何も言わない', () => {
    expect(checkScheme(threeCriteria)).toEqual([]);
  });

  it.each(cases)('%s', (_, change, code, path) => {
    const found = checkScheme({ ...threeCriteria, ...change }).map((each) => [
      each.code,
      each.path.join('.'),
    ]);
    expect(found).toContainEqual([code, path]);
  });

  it.each([
    ['知らない欄', { ...threeCriteria, other: 1 }, 'field-unknown', 'other'],
    [
      '共通の区分にないことば',
      { ...threeCriteria, directions: [{ key: 'a', label: 'a', common: 'keep' }] },
      'choice-unknown',
      'directions.0.common',
    ],
    ['方向の行き先がない', { ...threeCriteria, target: undefined }, 'field-missing', 'target'],
    [
      '数でない点',
      { ...threeCriteria, criteria: [{ ...first, weight: '半分' }] },
      'field-form',
      'criteria.0.weight',
    ],
  ])('ファイルの形: %s', (_, content, code, path) => {
    const read = readEvaluationScheme(content);
    expect(read.ok).toBe(false);
    expect(read.ok ? [] : read.error.map((each) => [each.code, each.path.join('.')])).toContainEqual([
      code,
      path,
    ]);
  });
});
