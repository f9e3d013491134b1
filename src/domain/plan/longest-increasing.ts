/** Positions of a longest strictly increasing subsequence (patience sorting, O(n log n)). */
export const longestIncreasing = (values: readonly number[]): number[] => {
  const pileTops: number[] = [];
  const before: number[] = [];
  values.forEach((value, position) => {
    let low = 0;
    let high = pileTops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[pileTops[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[position] = low > 0 ? (pileTops[low - 1] ?? -1) : -1;
    pileTops[low] = position;
  });
  const chosen: number[] = [];
  let at = pileTops.at(-1) ?? -1;
  while (at >= 0) {
    chosen.push(at);
    at = before[at] ?? -1;
  }
  return chosen.reverse();
};
