import type { Source } from '../../kernel/source.ts';
import type { Direction, IndicatorKind, TimeBehaviour } from '../indicator.ts';
import type { MissingReason } from '../missing-reason.ts';
import type { PathTolerance } from '../path/path-tolerance.ts';
import type { Reason, UndefinedReason } from './judgement.ts';
import type { Measure } from './measure.ts';

/** Marks beside the words of a grade, so that colour alone never says it. */
export const gradeShapes = [
  'double-circle',
  'circle',
  'triangle',
  'cross',
  'square',
  'diamond',
  'arrow-up',
  'arrow-right',
  'arrow-down',
  'dash',
  'plain',
] as const;
export type GradeShape = (typeof gradeShapes)[number];

/** 段階. `class` makes towns comparable, although one town's A means another's B. */
export interface Grade {
  readonly key: string;
  readonly label: string;
  readonly labelEn?: string;
  /** As printed: ◎, S, ↑; '' for none */
  readonly symbol: string;
  readonly shape: GradeShape;
  readonly meaning: string;
  /** unknown: should have been judged and could not; none: says nothing good or bad */
  readonly class: 'good' | 'fair' | 'poor' | 'unknown' | 'none';
  /** 点数 as decimal string */
  readonly points: string | null;
}

/** All given ones must hold. targetIs: what the last target is. */
export interface Attributes {
  readonly direction?: readonly Direction[];
  readonly kind?: readonly IndicatorKind[];
  readonly subjective?: boolean;
  readonly timeBehaviour?: readonly TimeBehaviour[];
  readonly unit?: readonly string[];
  readonly targetIs?: readonly ('number' | 'text' | 'missing')[];
  readonly frequency?: readonly string[];
  /** One of them */
  readonly tag?: readonly string[];
}

/** Key of a grade, or 'next': the following step decides. */
export type GradeOrNext = string;

/** A decimal string, or a named tolerance, '+' or '−' of it. */
export type Bound = string | { readonly tolerance: string; readonly sign: '+' | '-' };

/** No `from`: everything below `to`; no `to`: everything above `from`. In any order; together they cover the line. */
export interface Band {
  readonly from: Bound | null;
  readonly fromInclusive: boolean;
  readonly to: Bound | null;
  readonly toInclusive: boolean;
  readonly give: GradeOrNext;
}

export type Step =
  | {
      readonly by: 'measure';
      readonly measure: string;
      readonly bands: readonly Band[];
      /** Reason for having no number → grade or 'next'; before the axis's own tables. */
      readonly without: Readonly<Partial<Record<Reason, GradeOrNext>>>;
    }
  | {
      readonly by: 'mark';
      readonly mark: string;
      readonly choices: Readonly<Record<string, GradeOrNext>>;
      /** null: left ungraded, reason 'unmarked' */
      readonly unmarked: GradeOrNext | null;
    }
  | {
      readonly by: 'text';
      readonly texts: Readonly<Record<string, GradeOrNext>>;
      /** The text equals the target's text */
      readonly asTarget: GradeOrNext | null;
      readonly otherwise: GradeOrNext;
    }
  | {
      readonly by: 'axes';
      /** First row whose axes and marks all stand as listed */
      readonly table: readonly {
        readonly axes: Readonly<Record<string, readonly string[]>>;
        readonly marks: Readonly<Record<string, readonly string[]>>;
        readonly give: GradeOrNext;
      }[];
      /** null: left ungraded, reason 'no-rule' */
      readonly otherwise: GradeOrNext | null;
    }
  | { readonly by: 'grade'; readonly give: string };

export interface Axis {
  readonly axisKey: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly grades: readonly Grade[];
  /** The first that fits; the last has no `for`. */
  readonly cases: readonly { readonly for: Attributes | null; readonly steps: readonly Step[] }[];
  /** Why a measure cannot be computed → grade. What is not listed is left ungraded, with the reason. */
  readonly undefined: Readonly<Partial<Record<UndefinedReason, string>>>;
  /** 欠測の理由 → grade */
  readonly missing: Readonly<Partial<Record<MissingReason, string>>>;
}

/** Which figure is judged. within: years between; unless: reasons of the judged year that no other figure stands in for. */
export interface ActualRule {
  readonly use: 'this-year' | 'latest' | 'nearest';
  readonly within: number | null;
  readonly unless: readonly MissingReason[];
}

export type Rounding = 'half-away' | 'half-even' | 'down';

export interface PublishedMeasure {
  readonly measure: string;
  readonly name: string;
  /** percent: 0.8 as 80 %; points: with 点 */
  readonly as: 'percent' | 'number' | 'points';
  /** null: as many as the figures have, a quotient four */
  readonly decimals: number | null;
  readonly rounding: Rounding;
}

/** 全体の点数. Entries whose grade has no points are left out, and said to be. */
export interface ScoreRule {
  readonly scoreKey: string;
  readonly name: string;
  /** points-of-max: Σ points ÷ Σ highest points, as a share */
  readonly of: 'points' | 'points-of-max';
  /** Axes whose points are added; [] for the headline alone */
  readonly axes: readonly { readonly axisKey: string; readonly weight: string }[];
  readonly weights: 'equal' | 'given';
  /** Only entries in one of these groups; null: all */
  readonly among: { readonly group: string; readonly keys: readonly string[] } | null;
  /** Mean of the groups' means, each rounded first where the town does so; null: mean of the entries */
  readonly meansOf: { readonly group: string; readonly roundedTo: number | null } | null;
  readonly decimals: number;
  readonly rounding: Rounding;
}

/** うち…: counted beside the grades, by grades or by a measure (from included, to not). */
export interface AlsoCount {
  readonly countKey: string;
  readonly name: string;
  readonly grades: readonly string[] | null;
  readonly measure: {
    readonly measure: string;
    readonly from: string | null;
    readonly to: string | null;
  } | null;
}

export interface RollUpRule {
  /** Grades under the total; null: all of them. The others are named beneath it. */
  readonly counted: readonly string[] | null;
  readonly percent: {
    /** all: every entry; counted: those of counted grades; judged: good, fair, poor; with-value: those with a figure */
    readonly denominator: 'all' | 'counted' | 'judged' | 'with-value';
    readonly decimals: number;
    /** sum-to-100: largest remainders, so that the printed shares add up */
    readonly rounding: Rounding | 'sum-to-100';
  };
  readonly scores: readonly ScoreRule[];
  readonly alsoCount: readonly AlsoCount[];
  /** 'subjective', 'kind', or a key of the indicators' groups */
  readonly groupBy: readonly string[];
}

/** 判定基準, one version. A year keeps the version it was judged by. */
export interface JudgementScheme {
  readonly schemeKey: string;
  readonly version: string;
  readonly name: string;
  readonly source?: Source;
  /** Fiscal years judged by this version; validTo null: still in force */
  readonly validFrom: number;
  readonly validTo: number | null;
  /** What the page leaves unstated, and the reading chosen */
  readonly readings: readonly string[];
  /** First fiscal year of the plan */
  readonly planStart: number | null;
  readonly actual: ActualRule;
  /** Tolerance by attributes; the last row has no `for`. */
  readonly tolerances: Readonly<
    Record<string, readonly { readonly for: Attributes | null; readonly value: string }[]>
  >;
  /** What counts as on the path to the target, where a page says ahead, on it or behind */
  readonly onPath: PathTolerance;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly publishedMeasures: readonly PublishedMeasure[];
  readonly marks: Readonly<
    Record<
      string,
      { readonly name: string; readonly choices: readonly { readonly key: string; readonly label: string }[] }
    >
  >;
  /** None: figures only */
  readonly axes: readonly Axis[];
  /** Axis of the headline; null: the last one */
  readonly overall: string | null;
  readonly rollUp: RollUpRule;
}
