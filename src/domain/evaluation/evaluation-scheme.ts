import type { CommonDirection } from './common-direction.ts';
import type { RoundTarget, RoundTiming } from './round.ts';

/** Whose turn a stage is: the same words as roles of domain/access. */
export type StageActor =
  | 'unit-staff'
  | 'unit-head'
  | 'division-head'
  | 'planner'
  | 'finance'
  | 'executive'
  | 'external-reviewer';

/** 段階 (担当 → 一次 → 二次 → 外部 → 最終): each has its own record. */
export interface EvaluationStage {
  readonly key: string;
  readonly label: string;
  readonly actor: StageActor;
  /** Keys of the criteria this stage answers. */
  readonly criteria: readonly string[];
  /** Keys of the questions in words this stage answers. */
  readonly texts: readonly string[];
  readonly direction: 'required' | 'optional' | 'none';
  /** Whether a grade is given (computed where the rule computes one, or by hand). */
  readonly grade: 'required' | 'optional' | 'none';
  readonly priority: 'required' | 'optional' | 'none';
  /** Whether the stage's fields begin with what the stage before said. */
  readonly startsFrom: 'nothing' | 'previous-stage';
  /** some: looks at chosen subjects only (外部評価). */
  readonly subjects: 'all' | 'some';
  /** Whether what it says is published. */
  readonly published: boolean;
}

/** A worded level of a criterion; `points` as a decimal string, null where the town gives none. */
export interface CriterionLevel {
  readonly key: string;
  readonly label: string;
  /** The whole sentence, '' where the label says it all. */
  readonly wording: string;
  readonly points: string | null;
}

/** To which programmes a criterion applies: types of the town (empty: all), and only when other answers are so. */
export interface Applicability {
  readonly types: readonly string[];
  readonly exceptTypes: readonly string[];
  readonly when: readonly { readonly criterion: string; readonly levels: readonly string[] }[];
}

/** 視点・評価項目 */
export interface Criterion {
  readonly key: string;
  readonly label: string;
  /** 視点 it belongs to (妥当性 …); '' for none */
  readonly viewpoint: string;
  readonly question: string;
  readonly levels: readonly CriterionLevel[];
  readonly applies: Applicability;
  /** Weight in a weighted mean, decimal string. */
  readonly weight: string;
  /** Whether a reason in words is asked beside the level. */
  readonly reason: 'required' | 'optional' | 'none';
  readonly required: boolean;
  /**
   * 'achievement': the level is proposed from the outcome figures (actual ÷ target), by the first level whose `from`
   * is reached; bounds are fractions as decimal strings, in the order of the levels, null for the last.
   */
  readonly proposal: { readonly from: readonly (string | null)[] } | null;
}

export interface TextQuestion {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  readonly maxLength: number;
  readonly rows: number;
  readonly applies: Applicability;
  /** last-year: begins with what was written last year; nothing: begins empty */
  readonly startsFrom: 'nothing' | 'last-year';
}

/** 総合の段階 (A〜D …), best first. */
export interface OverallGrade {
  readonly key: string;
  readonly label: string;
  readonly wording: string;
}

/** How the grade follows from the levels. Bounds are decimal strings, inclusive from below, best grade first. */
export type GradeRule =
  | { readonly by: 'hand' }
  | {
      readonly by: 'sum';
      /** share: bounds are shares of the points that could be had by what applies; absent: points. */
      readonly of?: 'points' | 'share';
      readonly bands: readonly { readonly grade: string; readonly from: string | null }[];
    }
  | {
      /** Weighted mean of the points of what applies. */
      readonly by: 'weight';
      readonly bands: readonly { readonly grade: string; readonly from: string | null }[];
    }
  | {
      /** The first row all of whose conditions hold. */
      readonly by: 'table';
      readonly rows: readonly {
        readonly grade: string;
        readonly when: readonly { readonly criterion: string; readonly levels: readonly string[] }[];
      }[];
      readonly otherwise: string | null;
    };

/** A word of the direction vocabulary (今後の方向性). With two levels, `group` is the larger word. */
export interface DirectionWord {
  readonly key: string;
  readonly label: string;
  /** 大区分; '' where there is one level only */
  readonly group: string;
  readonly common: CommonDirection;
  /** A reason is asked. */
  readonly reason: boolean;
}

/** 対象外の理由: programmes that are not evaluated, by hand or by amount. */
export interface Exemption {
  readonly key: string;
  readonly label: string;
  /** Sum of the settled amounts of the last `years` years at most this; null: chosen by hand. */
  readonly atMost: { readonly years: number; readonly thousandYen: number } | null;
  /** Types that are exempt (実績把握のみ). */
  readonly types: readonly string[];
}

/** A pair of axes the 本部 looks at; each axis is the direction, the grade, the priority, a criterion or the cost. */
export interface DecisionMatrix {
  readonly key: string;
  readonly title: string;
  readonly rows: 'direction' | 'grade' | 'priority' | 'cost' | `criterion.${string}`;
  readonly columns: 'direction' | 'grade' | 'priority' | 'cost' | `criterion.${string}`;
}

/** 評価の様式と基準, versioned; a round keeps the version it was opened with. */
export interface EvaluationScheme {
  readonly key: string;
  readonly name: string;
  readonly target: RoundTarget;
  readonly timing: RoundTiming;
  readonly source: { readonly document: string; readonly url: string } | null;
  /** Readings chosen where the source leaves something unsaid. */
  readonly notes: readonly string[];
  readonly types: readonly { readonly key: string; readonly label: string }[];
  readonly stages: readonly EvaluationStage[];
  readonly criteria: readonly Criterion[];
  readonly texts: readonly TextQuestion[];
  readonly grades: readonly OverallGrade[];
  readonly gradeRule: GradeRule;
  readonly directions: readonly DirectionWord[];
  /** 優先度 words, first is highest; empty: none */
  readonly priorities: readonly { readonly key: string; readonly label: string }[];
  readonly exemptions: readonly Exemption[];
  readonly matrices: readonly DecisionMatrix[];
  /** Most activity and outcome figures a sheet shows. */
  readonly measures: { readonly output: number; readonly outcome: number };
}
