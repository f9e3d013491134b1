import { type LoadedIndicator, loadIndicators } from '../../db/read-indicator.ts';
import type { ReadTx } from '../../db/tenant.ts';
import { type ReadIndicator, withComputedFigures } from './computed-figures.ts';

/** Operands that are not there yet, step by step downwards: as many queries as rules stand on one another. */
const withOperands = async (
  tx: ReadTx,
  loaded: readonly LoadedIndicator[],
): Promise<readonly LoadedIndicator[]> => {
  const all = [...loaded];
  const asked = new Set(loaded.map(({ indicator }) => indicator.indicatorKey));
  for (let from = 0; from < all.length; ) {
    const wanted = new Set(
      all
        .slice(from)
        .flatMap(({ indicator }) => indicator.computed?.operands ?? [])
        .filter((key) => !asked.has(key)),
    );
    from = all.length;
    for (const key of wanted) asked.add(key);
    all.push(...(await loadIndicators(tx, [...wanted], { breakdowns: false })));
  }
  return all;
};

/**
 * Indicators as they are read, computed ones with their figures: for every page, file and judgement. Commands that write
 * figures go by `loadIndicators`, which knows only what is stored.
 */
export const readIndicators = async (
  tx: ReadTx,
  keys?: readonly string[],
  options: { readonly breakdowns?: boolean } = {},
): Promise<readonly ReadIndicator[]> => {
  const loaded = await loadIndicators(tx, keys, options);
  return withComputedFigures(loaded, await withOperands(tx, loaded));
};
