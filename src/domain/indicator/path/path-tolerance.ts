/**
 * 道筋のとおりとみなす幅: how far off the path still counts as on it. absolute: in the indicator's unit; of-expected:
 * share of the expected figure; of-way: share of the way from the baseline to the last target. Decimal string, not
 * negative.
 */
export interface PathTolerance {
  readonly of: 'absolute' | 'of-expected' | 'of-way';
  readonly value: string;
}

export const noTolerance: PathTolerance = { of: 'absolute', value: '0' };
