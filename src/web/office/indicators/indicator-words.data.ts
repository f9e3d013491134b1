import type {
  ComputedRule,
  Direction,
  IndicatorKind,
  PathShape,
  TimeBehaviour,
} from '../../../domain/indicator/indicator.ts';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export const directions: readonly Choice<Direction>[] = [
  { value: 'up', label: '増やす' },
  { value: 'down', label: '減らす' },
  { value: 'keep-at-or-above', label: '以上を保つ' },
  { value: 'keep-at-or-below', label: '以下を保つ' },
  { value: 'range', label: '範囲に収める' },
  { value: 'milestone', label: '段階（設置・策定など）' },
  { value: 'none', label: '向きなし（状況を見る）' },
];

export const indicatorKinds: readonly Choice<IndicatorKind>[] = [
  { value: 'outcome', label: '成果（アウトカム）' },
  { value: 'output', label: '活動の結果（アウトプット）' },
  { value: 'impact', label: '波及する成果（インパクト）' },
  { value: 'activity', label: '活動' },
  { value: 'input', label: '投入' },
];

export const timeBehaviours: readonly Choice<TimeBehaviour>[] = [
  { value: 'point', label: '時点の値' },
  { value: 'flow', label: '一年間の値' },
  { value: 'cumulative', label: '累計' },
  { value: 'period-total', label: '期間の合計' },
  { value: 'period-average', label: '期間の平均' },
];

export const valueStatuses = [
  { value: 'provisional', label: '速報' },
  { value: 'final', label: '確定' },
  { value: 'estimated', label: '推計' },
] as const;

export const comparisons = [
  { value: 'at-least', label: '以上' },
  { value: 'at-most', label: '以下' },
  { value: 'exactly', label: 'ちょうど' },
] as const;

export const pathShapes: readonly Choice<PathShape['shape']>[] = [
  { value: 'linear', label: '毎年同じだけ進む（直線）' },
  { value: 'step', label: '調査の年にだけ進む（段階）' },
  { value: 'given', label: '年度ごとに定める' },
];

export const computedOperations: readonly Choice<ComputedRule['operation']>[] = [
  { value: 'ratio', label: '割り算（1つ目 ÷ 2つ目）' },
  { value: 'per-resident', label: '人口当たり（1つ目 ÷ 人口）' },
  { value: 'sum', label: '足し算（すべての合計）' },
  { value: 'difference', label: '引き算（1つ目 − 2つ目）' },
];
