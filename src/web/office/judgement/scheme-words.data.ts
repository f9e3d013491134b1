import type { UndefinedReason } from '../../../domain/indicator/judgement/judgement.ts';
import type { Grade, GradeShape, Step } from '../../../domain/indicator/judgement/judgement-scheme.ts';
import type { Measure } from '../../../domain/indicator/judgement/measure.ts';
import type { MissingReason } from '../../../domain/indicator/missing-reason.ts';

interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

const choices = <Value extends string>(words: Readonly<Record<Value, string>>): readonly Choice<Value>[] =>
  Object.entries<string>(words).map(([value, label]) => ({ value: value as Value, label }));

/** 式. x: 実績、t: 目標、b: 基準. */
export const formulas = choices<Measure['formula']>({
  progress: '進捗: (実績 − 基準) ÷ (目標 − 基準)',
  ratio: '達成率: 実績 ÷ 目標',
  'ratio-in-direction': '向きに応じた達成率（減らす指標は逆に見る）',
  'inverse-ratio': '目標 ÷ 実績',
  'mirrored-ratio': '2 − 実績 ÷ 目標',
  attainment: '進み具合: 進捗 ÷ その年に必要な進捗',
  required: 'その年に必要な進捗',
  'expected-ratio': '実績 ÷ 道筋がその年に求める値',
  change: '変化: 実績 − 以前の値',
  'relative-change': '変化の割合: (実績 − 以前の値) ÷ 以前の値',
  difference: '目標との差: 実績 − 目標',
  'relative-difference': '目標との差の割合: (実績 − 目標) ÷ 目標',
  'standard-errors': '差が標準誤差の何倍か（アンケートの指標）',
  value: '実績そのもの',
  sum: '足し合わせ（重み付き）',
  mean: '平均（重み付き）',
  min: '小さいほう',
  max: '大きいほう',
});

export const targetChoices = choices({
  final: '最後の目標',
  'this-year': 'その年度の目標',
  'next-stated': '次に示された目標',
  expected: '道筋がその年度に求める値',
  year: '決まった年度の目標',
});
export const fromChoices = choices({
  baseline: '基準値',
  'previous-year': '前の年度',
  'previous-known': '分かっている直前の値',
});
export const orientations = choices({
  desired: '望ましい向きをプラスにする',
  'as-written': '数のまま（増えればプラス）',
});
export const fallingChoices = choices({
  inverse: '目標 ÷ 実績',
  mirrored: '2 − 実績 ÷ 目標',
});
export const requiredChoices = choices({
  'linear-plan-start': '計画の初年度から等分',
  'linear-baseline': '基準値の年度から等分',
  table: '年ごとに決める',
  path: '指標の道筋のとおり',
});
export const againstChoices = choices({ target: '目標と比べる', from: '以前の値と比べる' });

export const actualChoices = choices({
  'this-year': 'その年度の値だけ',
  latest: 'その年度までの、いちばん新しい値',
  nearest: 'その年度にいちばん近い値',
});

export const shapes = choices<GradeShape>({
  'double-circle': '◎ 二重丸',
  circle: '○ 丸',
  triangle: '△ 三角',
  cross: '× ばつ',
  square: '□ 四角',
  diamond: '◇ ひし形',
  'arrow-up': '↑ 上向き',
  'arrow-right': '→ 横向き',
  'arrow-down': '↓ 下向き',
  dash: '− 横線',
  plain: 'なし（文字だけ）',
});

export const gradeClasses = choices<Grade['class']>({
  good: 'よい',
  fair: 'まずまず',
  poor: 'よくない',
  unknown: '判定できなかった',
  none: 'よしあしを言わない',
});

export const stepKinds = choices<Step['by']>({
  measure: '数で決める（区切り）',
  mark: '人の印で決める',
  text: '文字の実績で決める（策定、設置など）',
  axes: 'ほかの軸や印の組み合わせで決める',
  grade: 'いつも同じ段階にする',
});

export const publishedAs = choices({ percent: '％（0.8 を 80%）', number: '数のまま', points: '点' });
export const roundings = choices({
  'half-away': '四捨五入',
  'half-even': '五捨五入（偶数丸め）',
  down: '切り捨て',
});
export const percentRoundings = [
  ...roundings,
  { value: 'sum-to-100', label: '合計が100%になるようにそろえる' },
];
export const denominators = choices({
  all: 'すべての指標',
  counted: '合計に数える段階の指標',
  judged: '判定できた指標（よい・まずまず・よくない）',
  'with-value': '値のある指標',
});
export const pathTolerances = choices({
  absolute: '指標の単位で',
  'of-expected': 'その年度の期待値に対する割合（0.05 は5%）',
  'of-way': '基準値から目標までの差に対する割合',
});
export const scoreOf = choices({ points: '点数の平均', 'points-of-max': '満点に対する割合（得点率）' });
export const scoreWeights = choices({ equal: 'どの指標も同じ', given: '指標の重みによる' });

export const inclusiveFrom = choices({ yes: '以上', no: 'より上' });
export const inclusiveTo = choices({ no: '未満', yes: '以下' });

export const targetKinds = choices({ number: '数', text: '文字', missing: 'まだない' });
export const subjectiveChoices = choices({ '': '問わない', yes: '主観の指標', no: '客観の指標' });

export const groupNames: Readonly<Record<string, string>> = {
  subjective: '主観・客観',
  kind: '指標の種類',
  unit: '担当の組織',
  plan: '計画',
  item: '計画の項目',
};

export const missingNames: Readonly<Record<MissingReason, string>> = {
  'not-yet-due': '未到来・未公表',
  'not-surveyed': '調査のない年',
  'not-measurable': '測定できない',
  discontinued: '廃止・終了',
  'definition-changed': '定義が変わった',
  suppressed: '秘匿',
  'approximate-only': '概数のみ',
};

export const undefinedNames: Readonly<Record<UndefinedReason, string>> = {
  'no-value': '値が入力されていない',
  'not-numeric': '実績が数でない',
  'no-target': '目標値がない',
  'target-text': '目標が文字',
  'no-baseline': '基準値がない',
  'target-is-baseline': '目標値が基準値と同じ',
  'division-by-zero': '0で割ることになる',
  negative: '負の数に対する比になる',
  'not-comparable': '比べられない（累計と単年、単位の変更）',
  'no-direction': '望ましい向きがない',
  'only-baseline': '基準値のほかに値がない',
  'incomplete-series': '合計する年の一部に値がない',
  'no-previous': '前の年度の値がない',
  'no-expected': '道筋がその年度を決めていない',
  'outside-plan': '計画の期間の外',
  'no-standard-error': '標準誤差がない',
  unmarked: '人の印がない',
  'mark-unknown': '知らない印が付いている',
  'no-rule': '当てはまる決まりがない',
};
