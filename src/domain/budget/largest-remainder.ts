/**
 * 最大剰余法: `total` units shared out in proportion to the weights, so that the parts are `total` exactly. Equal
 * remainders: the earlier part first. All weights nought: nothing is shared out.
 * @param total whole, not negative
 * @param weights not negative
 * @example largestRemainder(100, [1n, 1n, 1n]) // => [34, 33, 33]
 */
export const largestRemainder = (total: number, weights: readonly bigint[]): readonly number[] => {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map(() => 0);
  const whole = BigInt(total);
  const parts = weights.map((weight) => Number((whole * weight) / sum));
  const left = total - parts.reduce((a, b) => a + b, 0);
  const order = weights
    .map((weight, at) => ({ at, rest: (whole * weight) % sum }))
    .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  const favoured = new Set(order.slice(0, left).map(({ at }) => at));
  return parts.map((part, at) => part + (favoured.has(at) ? 1 : 0));
};
