import type { Source } from '../kernel/source.ts';

export const investmentKinds = ['funds', 'activity', 'time', 'human-capital', 'cultural-capital'] as const;
/** 投資の種類: 資金・活動・時間・人的資本・文化資本 */
export type InvestmentKind = (typeof investmentKinds)[number];

/** 短期集中 / 長期継続 */
export type Span = 'short' | 'long';

/** 協働する主体 */
export interface Partner {
  readonly kind: 'citizens' | 'npo' | 'company' | 'university' | 'related-population' | 'other';
  readonly name: string;
  readonly role: string;
}

/** 生の声. Without consent (同意) it is kept for staff and never published. */
export interface Voice {
  readonly body: string;
  /** Where it was heard: workshop, survey, meeting. Never a personal name. */
  readonly origin: string;
  readonly heardOn: string | null;
  readonly consent: boolean;
}

/** 再掲: the item also appears under another parent. */
export interface Placement {
  readonly parentKey: string | null;
  readonly position: number;
}

export interface PlanItem {
  /** Stable through renames and revisions. */
  readonly itemKey: string;
  readonly levelKey: string;
  readonly parentKey: string | null;
  readonly position: number;
  /** Number as printed (A, ①, 1-1); null: made from the level's numbering style. */
  readonly code: string | null;
  readonly title: string;
  /** ありたい姿 */
  readonly desiredState: string;
  /** 現状・取り巻く環境 */
  readonly currentState: string;
  /** 課題: the gap between the desired and the current state */
  readonly issue: string;
  /** 方針・取組の方向 */
  readonly approach: string;
  readonly span: Span | null;
  readonly investmentKinds: readonly InvestmentKind[];
  /** 対象とする年代・ライフステージ, in the town's words */
  readonly lifeStages: readonly string[];
  readonly areaKeys: readonly string[];
  /** SDG goal numbers 1–17 */
  readonly sdgGoals: readonly number[];
  /** 主管 */
  readonly leadUnitKeys: readonly string[];
  /** 関係課 */
  readonly supportUnitKeys: readonly string[];
  readonly partners: readonly Partner[];
  readonly voices: readonly Voice[];
  /** 再掲 */
  readonly alsoUnder: readonly Placement[];
  /** 横断: 包括プロジェクト, ブランド戦略 — beside or above the tree rather than in it */
  readonly crossCutting: boolean;
  /** Keys of situation entries (強み・不安要素・環境) this item gives as its reasons */
  readonly reasonKeys: readonly string[];
  readonly indicatorKeys: readonly string[];
  readonly source: Source | null;
}
