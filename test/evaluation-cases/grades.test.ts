import { describe, expect, it } from 'vitest';
import { achievementOf } from '../../src/domain/evaluation/achievement.ts';
import type { EvaluationScheme } from '../../src/domain/evaluation/evaluation-scheme.ts';
import { differsFromMachine, gradeOf, settledGrade } from '../../src/domain/evaluation/grade.ts';
import { proposeLevels } from '../../src/domain/evaluation/propose-levels.ts';
import { fractionOf } from '../../src/domain/kernel/fraction.ts';
import { shippedScheme } from './shipped-schemes.ts';
import { threeCriteria } from './three-criteria.ts';

const sado = (levels: readonly string[]) =>
  Object.fromEntries(
    ['involvement', 'stopping', 'achievement', 'contribution', 'cost'].map((key, at) => [
      `criterion.${key}`,
      levels[at] ?? '',
    ]),
  );
const answers = (validity: string, effect: string, efficiency: string) => ({
  'criterion.validity': validity,
  'criterion.effect': effect,
  'criterion.efficiency': efficiency,
});
const withRule = (gradeRule: EvaluationScheme['gradeRule']): EvaluationScheme => ({
  ...threeCriteria,
  gradeRule,
});

describe('合計による総合評価', () => {
  it.each([
    [['high', 'high', 'high', 'high', 'high'], 'a', '15点 → A（12点以上）'],
    [['high', 'high', 'middle', 'middle', 'middle'], 'a', '12点 → A（12点以上）'],
    [['high', 'middle', 'middle', 'middle', 'middle'], 'b', '11点 → B（8点以上）'],
    [['middle', 'middle', 'middle', 'low', 'low'], 'b', '8点 → B（8点以上）'],
    [['middle', 'middle', 'low', 'low', 'low'], 'c', '7点 → C（それ未満）'],
  ])('佐渡市 %j は %s', (levels, grade, ending) => {
    const made = gradeOf(shippedScheme('sado'), null, sado(levels));
    expect(made.grade).toBe(grade);
    expect(made.steps.at(-1)).toContain(ending);
  });

  it('式は項目の名前と点で書かれる', () => {
    const sum = withRule({
      by: 'sum',
      bands: [
        { grade: 'a', from: '8' },
        { grade: 'b', from: '4' },
        { grade: 'c', from: null },
      ],
    });
    expect(gradeOf(sum, 'full', answers('high', 'low', 'low')).steps).toEqual([
      '妥当性 3点 + 有効性 1点 + 効率性 0.5点 = 4.5点 → B（4点以上）',
    ]);
  });

  it('当てはまらない項目は分母に入れず、そう述べる', () => {
    const share = withRule({
      by: 'sum',
      of: 'share',
      bands: [
        { grade: 'a', from: '0.8' },
        { grade: 'b', from: '0.5' },
        { grade: 'c', from: null },
      ],
    });
    // 有効性 does not apply to 'short': 3 + 0.5 of 3 + 2.5.
    expect(gradeOf(share, 'short', answers('high', 'high', 'low'))).toEqual({
      grade: 'b',
      steps: [
        '対象外（分母に入れない）: 有効性',
        '妥当性 3点 + 効率性 0.5点 = 3.5点、5.5点満点の 約63.636% → B（50%以上）',
      ],
    });
  });

  it('答えていない項目があれば計算せず、どれかを述べる', () => {
    const { grade, steps } = gradeOf(shippedScheme('sado'), null, sado(['high', '', 'high', 'high', '']));
    expect(grade).toBeNull();
    expect(steps).toEqual(['まだ答えていない項目: 取りやめた場合の影響、コスト低減余地']);
  });

  it('最後の境より下は、どの段階でもない', () => {
    const gap = withRule({ by: 'sum', bands: [{ grade: 'a', from: '8' }] });
    expect(gradeOf(gap, 'full', answers('low', 'low', 'low'))).toEqual({
      grade: null,
      steps: ['妥当性 1点 + 有効性 1点 + 効率性 0.5点 = 2.5点 → どの段階の範囲にも入りません'],
    });
  });

  it('当てはまる項目が一つもなければ計算しない', () => {
    const sum = withRule({ by: 'sum', bands: [{ grade: 'a', from: null }] });
    const none = gradeOf(sum, 'nothing', answers('high', 'high', 'high'));
    expect(none.grade).toBeNull();
    expect(none.steps.at(-1)).toBe('点数のつく項目がないため、計算しません');
  });
});

describe('重みによる総合評価', () => {
  const weight = withRule({
    by: 'weight',
    bands: [
      { grade: 'a', from: '2.5' },
      { grade: 'b', from: '1.5' },
      { grade: 'c', from: null },
    ],
  });
  it.each([
    // (3×2 + 1×1 + 2.5×1) ÷ 4 = 2.375
    ['full', answers('high', 'low', 'high'), 'b', '2.375点'],
    // (3×2 + 3×1 + 2.5×1) ÷ 4 = 2.875
    ['full', answers('high', 'high', 'high'), 'a', '2.875点'],
    // 有効性 outside: (3×2 + 0.5×1) ÷ 3 = 2.1666…
    ['short', answers('high', 'high', 'low'), 'b', '約2.167点'],
    // (1×2 + 1×1 + 0.5×1) ÷ 4 = 0.875
    ['full', answers('low', 'low', 'low'), 'c', '0.875点'],
  ])('%s %j', (typeKey, given, grade, figure) => {
    const made = gradeOf(weight, typeKey, given);
    expect(made.grade).toBe(grade);
    expect(made.steps.at(-1)).toContain(figure);
  });

  it('境の値ちょうどは、その段階に入る', () => {
    // 0.1 + 0.2 are not 0.3 in a machine's numbers; here they are.
    const tenths: EvaluationScheme = {
      ...threeCriteria,
      criteria: threeCriteria.criteria.slice(0, 2).map((criterion, at) => ({
        ...criterion,
        levels: [{ key: 'high', label: '高い', wording: '', points: at === 0 ? '0.1' : '0.2' }],
      })),
      gradeRule: {
        by: 'sum',
        bands: [
          { grade: 'a', from: '0.3' },
          { grade: 'b', from: null },
        ],
      },
    };
    expect(gradeOf(tenths, 'full', answers('high', 'high', '')).grade).toBe('a');
  });
});

describe('表による総合評価', () => {
  const table = withRule({
    by: 'table',
    rows: [
      {
        grade: 'a',
        when: [
          { criterion: 'validity', levels: ['high'] },
          { criterion: 'effect', levels: ['high'] },
        ],
      },
      { grade: 'b', when: [{ criterion: 'validity', levels: ['high'] }] },
    ],
    otherwise: 'c',
  });
  it.each([
    ['full', answers('high', 'high', 'low'), 'a', '妥当性「高い」、有効性「高い」 → A（表の1行目）'],
    ['full', answers('high', 'low', 'low'), 'b', '妥当性「高い」 → B（表の2行目）'],
    ['full', answers('low', 'high', 'low'), 'c', '表のどの行にも当てはまらないため → C'],
    ['short', answers('high', 'high', 'low'), 'b', '妥当性「高い」 → B（表の2行目）'],
  ])('%s %j は %s', (typeKey, given, grade, line) => {
    const made = gradeOf(table, typeKey, given);
    expect(made.grade).toBe(grade);
    expect(made.steps.at(-1)).toBe(line);
  });

  it('「どれでもないとき」がなければ人が決める', () => {
    const open = withRule({
      by: 'table',
      rows: table.gradeRule.by === 'table' ? table.gradeRule.rows : [],
      otherwise: null,
    });
    expect(gradeOf(open, 'full', answers('low', 'low', 'low'))).toEqual({
      grade: null,
      steps: ['表のどの行にも当てはまらないため、人が決めます'],
    });
  });
});

describe('人による総合評価', () => {
  it('鳴門市は計算しない', () => {
    expect(
      gradeOf(shippedScheme('naruto'), null, {
        'criterion.effect': 'a',
        'criterion.efficiency': 'a',
        'criterion.result': 'a',
      }),
    ).toEqual({ grade: null, steps: [] });
  });

  it.each([
    ['', 'b', 'b', false],
    ['a', 'b', 'a', true],
    ['b', 'b', 'b', false],
    ['a', null, 'a', false],
    ['', null, '', false],
  ])('人「%s」と計算「%s」では「%s」', (human, machine, settled, differs) => {
    expect(settledGrade(human, machine)).toBe(settled);
    expect(differsFromMachine(human, machine)).toBe(differs);
  });
});

describe('達成率からの案', () => {
  it.each([
    ['1.2', 'a', '達成率 120% → A（100%以上）'],
    ['1', 'a', '達成率 100% → A（100%以上）'],
    ['0.9999', 'b', '達成率 99.99% → B（80%以上）'],
    ['0.8', 'b', '達成率 80% → B（80%以上）'],
    ['0.6', 'c', '達成率 60% → C（60%以上）'],
    ['0.59', 'd', '達成率 59% → D（それ未満）'],
  ])('鳴門市 達成率 %s は %s', (share, level, step) => {
    expect(proposeLevels(shippedScheme('naruto'), fractionOf(share))).toEqual([
      { criterion: 'result', field: 'criterion.result', level, step },
    ]);
  });

  it('達成率がなければ案もない', () => {
    expect(proposeLevels(shippedScheme('naruto'), null)).toEqual([]);
  });

  it.each([
    ['増やす指標', [{ direction: 'up', target: '10', actual: '8' }], '0.8'],
    ['減らす指標は目標÷実績', [{ direction: 'down', target: '8', actual: '10' }], '0.8'],
    ['減らす指標が0なら達成', [{ direction: 'down', target: '5', actual: '0' }], '1'],
    [
      'いくつもあれば平均',
      [
        { direction: 'up', target: '10', actual: '10' },
        { direction: 'up', target: '10', actual: '6' },
        { direction: 'up', target: '10', actual: null },
      ],
      '0.8',
    ],
  ] as const)('%s', (_, figures, share) => {
    const achievement = achievementOf(figures);
    expect(achievement === null ? null : proposeLevels(shippedScheme('naruto'), achievement)[0]?.step).toBe(
      proposeLevels(shippedScheme('naruto'), fractionOf(share))[0]?.step,
    );
  });

  it.each([
    ['目標が0', [{ direction: 'up', target: '0', actual: '3' }]],
    ['実績がない', [{ direction: 'up', target: '3', actual: null }]],
    ['何もない', []],
  ] as const)('%s なら達成率はない', (_, figures) => {
    expect(achievementOf(figures)).toBeNull();
  });
});
