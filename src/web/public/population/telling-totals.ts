import type { TownTotal } from '../../../db/read-population-totals.ts';
import type { SeriesKind } from '../../../domain/population/series.ts';

/** A census before a register, and both before an estimate: what a town would call its population. */
const countedFirst: readonly SeriesKind[] = ['census', 'register', 'estimate'];
/** Another body's projection before the town's own, which may be no more than one year of a target. */
const projectedFirst: readonly SeriesKind[] = ['projection', 'own-projection'];

const firstOf = (totals: readonly TownTotal[], kinds: readonly SeriesKind[]): readonly TownTotal[] =>
  kinds.map((kind) => totals.filter((each) => each.kind === kind)).find(({ length }) => length > 0) ?? [];

/**
 * The two figures a home page tells: counted last, and the last year of the projection published last. `totals` by day.
 * Null where nothing of its kind is known; no projection that ends before what was counted.
 */
export const tellingTotals = (
  totals: readonly TownTotal[],
): { readonly counted: TownTotal | null; readonly projected: TownTotal | null } => {
  const counted = firstOf(totals, countedFirst).at(-1) ?? null;
  const ahead = totals.filter(({ date }) => counted === null || date > counted.date);
  const candidates = firstOf(ahead, projectedFirst);
  const newest = candidates.reduce<TownTotal | null>(
    (best, each) => (best === null || each.publishedOn >= best.publishedOn ? each : best),
    null,
  );
  const projected = candidates.findLast(({ seriesKey }) => seriesKey === newest?.seriesKey) ?? null;
  return { counted, projected };
};
