/** 実績の照会: the figures of one fiscal year are asked for, until a day. */
export interface Collection {
  readonly fiscalYear: number;
  /** ISO date */
  readonly dueOn: string;
  readonly note: string;
  /** ISO instant; null: open. */
  readonly closedAt: string | null;
  /** Optimistic lock. */
  readonly version: number;
}

export const sheetStates = ['open', 'submitted', 'returned', 'approved'] as const;
/** 入力中・提出済み・差し戻し・承認済み */
export type SheetState = (typeof sheetStates)[number];

/** 入力表: what one unit enters for a collection. */
export interface CollectionSheet {
  readonly fiscalYear: number;
  readonly unitKey: string;
  readonly state: SheetState;
  /** ISO date; another day than the collection's. */
  readonly dueOn: string | null;
  /** Why it was sent back; '' when it was not. */
  readonly reason: string;
  /** ISO instants and user ids. */
  readonly submittedAt: string | null;
  readonly submittedBy: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly version: number;
}
