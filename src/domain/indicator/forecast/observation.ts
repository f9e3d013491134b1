/** One measured figure as statistics sees it: a double, since a forecast is an estimate anyway. */
export interface Observation {
  readonly fiscalYear: number;
  /** In the indicator's newest unit */
  readonly value: number;
  /** 標準誤差, same unit; null where the figure is no estimate from a sample. */
  readonly standardError: number | null;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Middle of the sorted numbers, mean of the two middle ones. @throws without numbers. */
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new Error('median requires at least one number');
  return (low + high) / 2;
};
