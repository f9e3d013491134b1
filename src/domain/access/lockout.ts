/** Failures in a row that are forgiven without waiting. */
export const freeFailures = 5;
const firstWaitMinutes = 1;
const longestWaitMinutes = 60;

/**
 * アカウントロック: the wait after the n-th failure in a row, in minutes. It doubles (1, 2, 4 …) up to an hour, so
 * that guessing is hopeless while a person who mistyped is back soon and nobody can lock another out for good.
 * @example lockMinutes(4) // => 0
 * @example lockMinutes(5) // => 1
 * @example lockMinutes(7) // => 4
 */
export const lockMinutes = (failures: number): number =>
  failures < freeFailures
    ? 0
    : Math.min(firstWaitMinutes * 2 ** (failures - freeFailures), longestWaitMinutes);
