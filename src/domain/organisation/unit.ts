/** 組織: 部・課・係. Dates are ISO calendar dates; `validTo` is the last day (null while it exists). */
export interface OrganisationUnit {
  readonly unitKey: string;
  readonly name: string;
  /** 種別 as the town calls it: 部, 課, 係, 局, 室 … */
  readonly kind: string;
  readonly parentKey: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly position: number;
}

/** 組織改編: which unit took over from which, from what day. */
export interface UnitSuccession {
  readonly predecessorKey: string;
  readonly successorKey: string;
  readonly on: string;
  readonly kind: 'rename' | 'merge' | 'split' | 'transfer';
  readonly reason: string;
}
