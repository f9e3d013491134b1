/** 事業の種類: ソフト・ハード・法定受託 …, a list per town. */
export interface ProgrammeType {
  readonly key: string;
  readonly label: string;
  /** hard: settled in the 実施計画; soft: through evaluation in budgeting (塩尻市) */
  readonly settledIn: 'implementation-plan' | 'budget';
}

/** What an hour of staff costs in a fiscal year, whole yen. */
export interface StaffRate {
  readonly fiscalYear: number;
  readonly yenPerHour: number;
}

/** What an entry of the calendar is about; the page it leads to follows from it. */
export const cycleEventKinds = [
  'evaluation-after', // 事後評価
  'evaluation-during', // 事中評価
  'evaluation-before', // 事前評価
  'external-review', // 外部評価
  'implementation-plan', // 実施計画の策定・補正
  'frames', // 配分枠の通知
  'requests', // 予算要求
  'assessment', // 査定
  'assembly', // 議決
  'publication', // 公表
  'other',
] as const;
export type CycleEventKind = (typeof cycleEventKinds)[number];

/** 年間の予定: months are calendar months (4 … 12, 1, 2, 3), from and to inclusive, in the order of a fiscal year. */
export interface CycleEvent {
  readonly key: string;
  readonly title: string;
  readonly kind: CycleEventKind;
  readonly fromMonth: number;
  readonly toMonth: number;
  /** Who does it, as the town says. */
  readonly who: string;
  readonly note: string;
}

/** What is set up for the year as a whole. */
export interface YearlyCycle {
  readonly programmeTypes: readonly ProgrammeType[];
  readonly staffRates: readonly StaffRate[];
  readonly calendar: readonly CycleEvent[];
}

export const emptyCycle: YearlyCycle = { programmeTypes: [], staffRates: [], calendar: [] };
