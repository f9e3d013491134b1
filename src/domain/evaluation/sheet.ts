import type { FundedAmount } from '../programme/programme.ts';

/**
 * What a stage says, flat, by field name:
 * `criterion.<key>` level key · `reason.<key>` words · `text.<key>` words · `direction` word key ·
 * `direction.reason` · `grade` the human's grade · `grade.reason` (asked when it differs from the machine's) ·
 * `priority` · `remark.<remarkId>` the answer to a remark of earlier years.
 * A field that is absent or '' has not been answered.
 */
export type Answers = Readonly<Record<string, string>>;

/** The figures a decision rested on, as they stood at the last approval. */
export interface FrozenFigures {
  /** ISO instant */
  readonly takenAt: string;
  readonly years: readonly {
    readonly fiscalYear: number;
    readonly budget: FundedAmount;
    readonly settled: FundedAmount;
    readonly personnelThousandYen: number | null;
    readonly totalThousandYen: number | null;
  }[];
  readonly measures: readonly {
    readonly measureKey: string;
    readonly kind: 'output' | 'outcome';
    readonly name: string;
    readonly unit: string;
    readonly figures: readonly {
      readonly fiscalYear: number;
      readonly target: string | null;
      /** As shown; null: none, see missing */
      readonly actual: string | null;
      readonly missing: string | null;
    }[];
    /** By how many programmes of the round it is shared. */
    readonly sharedBy: number;
  }[];
}
