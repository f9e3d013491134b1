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
  /** Where it stood before the units above it were reorganised, one entry a change; none: always under `parentKey`. */
  readonly earlierPlaces?: readonly EarlierPlace[];
}

export interface EarlierPlace {
  readonly parentKey: string;
  /** The last day, ISO date. */
  readonly until: string;
}

/**
 * The unit above on a day. A change registered ahead moves what stands below at once; until its day that stands where
 * it stood.
 */
export const parentOn = (
  { parentKey, earlierPlaces = [] }: Pick<OrganisationUnit, 'parentKey' | 'earlierPlaces'>,
  date: string,
): string | null =>
  earlierPlaces
    .filter(({ until }) => date <= until)
    .reduce<EarlierPlace | null>(
      (first, place) => (first === null || place.until < first.until ? place : first),
      null,
    )?.parentKey ?? parentKey;

/** 組織改編: which unit took over from which, from what day. */
export interface UnitSuccession {
  readonly predecessorKey: string;
  readonly successorKey: string;
  readonly on: string;
  readonly kind: 'rename' | 'merge' | 'split' | 'transfer';
  readonly reason: string;
}
