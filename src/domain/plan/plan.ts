import type { Source } from '../kernel/source.ts';
import type { PlanItem } from './item.ts';
import type { LevelDefinition } from './level.ts';

export const planKinds = [
  'comprehensive', // 総合計画
  'long-term-strategy', // 長期戦略・基本構想
  'mid-term-strategy', // 中期戦略・基本計画
  'implementation', // 実施計画
  'regional-revitalisation', // 総合戦略
  'management-strategy', // 経営戦略プラン
  'individual', // 個別計画
  'department-goals', // 部局経営目標
] as const;
export type PlanKind = (typeof planKinds)[number];

/** 更新方式: fixed = 3年FIX (corrected inside its window), rolling = 毎年見直し, as-needed = 随時 */
export type UpdateMode = 'fixed' | 'rolling' | 'as-needed';

/** The plan itself: what stays the same through its revisions. */
export interface Plan {
  readonly planKey: string;
  /** Address part: /m/{code}/plans/{slug} */
  readonly slug: string;
  readonly kind: PlanKind;
  /** 長期戦略 ⊃ 中期戦略 ⊃ 実施計画 */
  readonly parentPlanKey: string | null;
  readonly predecessorPlanKey: string | null;
  readonly position: number;
}

/** What one revision of a plan says about the plan as a whole. */
export interface PlanHeader {
  readonly title: string;
  readonly subtitle: string;
  /** As the town calls the kind: 部局経営目標, 総合戦略 … */
  readonly kindLabel: string;
  /** 計画期間, first and last fiscal year (April year) */
  readonly startFiscalYear: number;
  readonly endFiscalYear: number;
  readonly updateMode: UpdateMode;
  /** 前文・策定の方針, restated */
  readonly summary: string;
  readonly reviewCalendar: readonly ReviewRow[];
  readonly identity: readonly IdentityEntry[];
  readonly situation: readonly SituationEntry[];
  readonly source: Source | null;
}

/** 見直し周期: one row of the calendar; marks by fiscal year (● yearly evaluation, ○ mid-term review). */
export interface ReviewRow {
  readonly group: 'strategy' | 'evaluation';
  readonly label: string;
  /** For strategy rows: periods drawn as bars. */
  readonly periods: readonly { readonly start: number; readonly end: number; readonly label?: string }[];
  /** For evaluation rows. */
  readonly marks: readonly { readonly fiscalYear: number; readonly mark: 'yearly' | 'review' | 'final' }[];
}

/** パーパス・都市像・ブランド理念: top of the tree and a criterion for decisions. */
export interface IdentityEntry {
  readonly entryKey: string;
  readonly kind:
    | 'purpose'
    | 'vision'
    | 'brand-vision'
    | 'brand-value'
    | 'brand-identity'
    | 'mission'
    | 'management-policy'
    | 'aim'
    | 'keyword'
    | 'viewpoint'
    | 'pillar';
  /** As the town calls it: 存在意義（パーパス）, 目指す都市像 … */
  readonly label: string;
  readonly text: string;
  readonly explanation: string;
  readonly source: Source | null;
}

/** 状況分析: environment, strengths (潜在力) and risks (不安要素). */
export interface SituationEntry {
  readonly entryKey: string;
  readonly kind: 'environment' | 'strength' | 'risk';
  /** For environment. */
  readonly scope: 'world' | 'japan' | 'municipality' | null;
  /** 人口・環境・経済・技術・社会, or the document's own heading (【地勢】) */
  readonly theme: string;
  readonly text: string;
  /** Underlined in the document: new since the predecessor. */
  readonly isNew: boolean;
  readonly source: Source | null;
}

export interface PlanContent {
  readonly header: PlanHeader;
  readonly levels: readonly LevelDefinition[];
  readonly items: readonly PlanItem[];
}
