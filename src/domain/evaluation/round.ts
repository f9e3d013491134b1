/** 事前・事中・事後 */
export const roundTimings = ['before', 'during', 'after'] as const;
export type RoundTiming = (typeof roundTimings)[number];

/** What is evaluated: programmes (事務事業), or items of a plan (施策・部局経営目標). */
export const roundTargets = ['programme', 'plan-item'] as const;
export type RoundTarget = (typeof roundTargets)[number];

/** 評価の回 */
export interface EvaluationRound {
  readonly roundKey: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly timing: RoundTiming;
  readonly target: RoundTarget;
  readonly planKey: string | null;
  readonly schemeKey: string;
  readonly schemeVersion: number;
  readonly state: 'preparing' | 'open' | 'closed' | 'published';
  /** ISO day by which a stage is due, by stage key. */
  readonly dueOn: Readonly<Record<string, string>>;
  readonly note: string;
  readonly publishedAt: string | null;
}
