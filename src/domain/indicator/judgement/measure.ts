/** Which target a measure compares with: the last one, this year's, the next one stated, one year's, the path's. */
export type TargetChoice =
  | 'final'
  | 'this-year'
  | 'next-stated'
  | 'expected'
  | { readonly fiscalYear: number };

/** 当初値・前年度・直近の前回値: what a change is counted from. */
export type FromChoice = 'baseline' | 'previous-year' | 'previous-known';

/** 'desired': positive is better, whatever the direction; 'as-written': the plain difference. */
export type Orientation = 'desired' | 'as-written';

/**
 * 必要到達率: the share of the whole way that should be done by the year. linear: in equal yearly steps from the
 * plan's first year or the baseline's year to the target's; table: share by year of the plan, '0.2' for the first;
 * path: the indicator's own path.
 */
export type RequiredShare =
  | { readonly by: 'linear'; readonly since: 'plan-start' | 'baseline' }
  | { readonly by: 'table'; readonly shares: readonly string[] }
  | { readonly by: 'path' };

/** x: figure judged, t: target, b: baseline, SE: standard error. All results are plain numbers: 0.8 is 80 %. */
export type Measure = { readonly name: string } & (
  | { readonly formula: 'value' }
  /** x ÷ t, t ÷ x, 2 − x ÷ t: only for a positive target */
  | { readonly formula: 'ratio' | 'inverse-ratio' | 'mirrored-ratio'; readonly target: TargetChoice }
  /** x ÷ t where more is better; where less is better t ÷ x or 2 − x ÷ t */
  | {
      readonly formula: 'ratio-in-direction';
      readonly target: TargetChoice;
      readonly falling: 'inverse' | 'mirrored';
    }
  /** (x − b) ÷ (t − b) */
  | { readonly formula: 'progress'; readonly target: TargetChoice }
  | { readonly formula: 'required'; readonly target: TargetChoice; readonly required: RequiredShare }
  /** progress ÷ required */
  | { readonly formula: 'attainment'; readonly target: TargetChoice; readonly required: RequiredShare }
  /** x ÷ what the indicator's path expects this year; where less is better the inverse */
  | { readonly formula: 'expected-ratio' }
  /** x − from, and (x − from) ÷ |from| */
  | {
      readonly formula: 'change' | 'relative-change';
      readonly from: FromChoice;
      readonly orientation: Orientation;
    }
  /** x − t, and (x − t) ÷ |t| */
  | {
      readonly formula: 'difference' | 'relative-difference';
      readonly target: TargetChoice;
      readonly orientation: Orientation;
    }
  /** (x − t or x − from) ÷ SE; the errors of two estimates are joined as the root of the sum of their squares */
  | {
      readonly formula: 'standard-errors';
      readonly against: { readonly target: TargetChoice } | { readonly from: FromChoice };
      readonly orientation: Orientation;
    }
  | {
      readonly formula: 'sum' | 'mean' | 'min' | 'max';
      /** Weights are of sum and mean; '1' where none is given. */
      readonly of: readonly { readonly measure: string; readonly weight: string }[];
    }
);
