/** 新規・拡大・継続・縮小・廃止 */
export const proposalKinds = ['new', 'expand', 'continue', 'reduce', 'stop'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** draft: the division writes; submitted: finance and planning see it; allocated / declined: decided. */
export const proposalStates = ['draft', 'submitted', 'allocated', 'declined'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** One line of the arithmetic behind an amount, in the order it was done. */
export interface FrameStep {
  /** Which rule (its key in the scheme). */
  readonly rule: string;
  readonly label: string;
  /** '82,400 × 0.97', as shown */
  readonly arithmetic: string;
  /** Amount after this step. */
  readonly amountThousandYen: number;
}

export interface YearAmount {
  readonly fiscalYear: number;
  readonly amountThousandYen: number;
}

/** 配分枠 */
export interface BudgetFrame {
  readonly fiscalYear: number;
  readonly unitKey: string;
  readonly expenseClass: string;
  readonly computedThousandYen: number;
  readonly steps: readonly FrameStep[];
  readonly adjustmentThousandYen: number;
  readonly adjustmentReason: string;
}

/** 予算の提案; amounts in thousand yen, "general" is 一般財源. */
export interface BudgetProposal {
  readonly fiscalYear: number;
  readonly proposalKey: string;
  readonly programmeKey: string | null;
  readonly name: string;
  readonly unitKey: string;
  readonly expenseClass: string;
  readonly kind: ProposalKind;
  readonly settledIn: 'implementation-plan' | 'budget';
  readonly baseGeneralThousandYen: number;
  readonly requestedThousandYen: number;
  readonly requestedGeneralThousandYen: number;
  readonly allocatedGeneralThousandYen: number | null;
  readonly laterYears: readonly YearAmount[];
  readonly endFiscalYear: number | null;
  readonly obligatory: boolean;
  readonly alternativeGroup: string;
  readonly divisionPriority: number | null;
  readonly planningPriority: number | null;
  readonly planningNote: string;
  readonly worth: string | null;
  readonly evaluationWord: string;
  readonly evaluationClass: string;
  readonly reason: string;
  readonly state: ProposalState;
  readonly decisionReason: string;
}

/**
 * What a published budget says programme by programme (publication_entry.content of kind 'budget'). null in a budget
 * that is still being made (編成の途中): not handed in yet, not decided yet.
 */
export interface PublishedBudgetLine {
  readonly proposalKey: string;
  readonly programmeKey: string | null;
  readonly number: string;
  readonly name: string;
  readonly unitName: string;
  readonly kind: ProposalKind | null;
  readonly evaluationWord: string;
  readonly evaluationClass: string;
  readonly baseGeneralThousandYen: number;
  readonly requestedGeneralThousandYen: number | null;
  readonly allocatedGeneralThousandYen: number | null;
  readonly decisionReason: string;
  readonly offsets: readonly { readonly name: string; readonly amountThousandYen: number }[];
}

/** A line of which everything is decided, as every line of a settled budget is. */
export interface DecidedBudgetLine extends PublishedBudgetLine {
  readonly kind: ProposalKind;
  readonly requestedGeneralThousandYen: number;
  readonly allocatedGeneralThousandYen: number;
}

export const isDecided = (line: PublishedBudgetLine): line is DecidedBudgetLine =>
  line.kind !== null &&
  line.requestedGeneralThousandYen !== null &&
  line.allocatedGeneralThousandYen !== null;

/** What the lines share (publication.content of kind 'budget'). */
export interface PublishedBudget {
  /** making: 編成の途中, nothing is allocated. Missing in what was published earlier: settled. */
  readonly stage?: 'making' | 'settled';
  readonly fiscalYear: number;
  readonly baseFiscalYear: number;
  /** 予算がもとにした評価の回. null, or missing in what was published earlier: none was named. */
  readonly round?: { readonly roundKey: string; readonly title: string } | null;
  readonly schemeName: string;
  readonly notes: readonly string[];
  readonly frames: readonly {
    readonly unitName: string;
    readonly expenseClass: string;
    readonly frameThousandYen: number;
    readonly allocatedThousandYen: number;
    readonly steps: readonly FrameStep[];
    readonly adjustmentThousandYen: number;
    readonly adjustmentReason: string;
  }[];
}

/** 実施計画 as published (publication.content of kind 'implementation-plan'); entries are PublishedImplementationLine. */
export interface PublishedImplementationPlan {
  readonly startFiscalYear: number;
  readonly years: number;
  readonly mode: 'fixed' | 'rolling';
  readonly correction: number;
}

export interface PublishedImplementationLine {
  readonly programmeKey: string;
  readonly number: string;
  readonly name: string;
  readonly unitName: string;
  readonly planItems: readonly string[];
  readonly amounts: readonly {
    readonly fiscalYear: number;
    readonly amountThousandYen: number;
    readonly originalThousandYen: number;
    readonly reason: string;
  }[];
}
