import type { ChoiceModel, Selection } from './choice-model.ts';
import { type Cluster, clustersOf } from './clusters.ts';
import { type Addition, continued, type Front, start, type Work, wayTo } from './front.ts';

/** Continuations that are looked at before it is left to another way of solving: a second or two. */
const mostWork = 4_000_000;

/** All that one frame can come to: what it draws on the pool and is worth, and how. */
interface FrameEnds {
  readonly clusters: readonly Cluster[];
  readonly fronts: readonly Front[];
  /** Draws on the pool, in order; `end` of the last front */
  readonly ends: readonly (Addition & { readonly end: number })[];
}

const leastOf = ({ options }: Cluster): number =>
  Math.min(...options.map(({ amountThousandYen }) => amountThousandYen));

/** The greatest worth less price, of ways to decide something. */
const gainAt = (price: number, ways: readonly Addition[]): number =>
  ways.reduce((most, { taken, worth }) => Math.max(most, worth - price * taken), Number.NEGATIVE_INFINITY);

const additionsOf = ({ options }: Cluster): readonly Addition[] =>
  options.map(({ amountThousandYen, worth }) => ({ taken: amountThousandYen, worth }));

interface Frame {
  readonly clusters: readonly Cluster[];
  readonly capacity: number;
  /** Hundredths of worth for a thousand yen of it */
  readonly price: number;
}

/** Ends of a frame that lose at most `loss` against its best at its price. */
const endsOf = (
  { clusters, capacity, price }: Frame,
  pool: number,
  keep: number,
  loss: number,
  work: Work,
): FrameEnds | null => {
  const fronts: Front[] = [start];
  let least = clusters.reduce((sum, cluster) => sum + leastOf(cluster), 0);
  let gain = 0;
  for (const cluster of clusters) {
    least -= leastOf(cluster);
    const additions = additionsOf(cluster);
    gain += gainAt(price, additions);
    const bounds = { keep, most: capacity + pool - least, price, floor: gain - loss, work };
    const next = continued(fronts.at(-1) ?? start, additions, bounds);
    if (next === null) return null;
    fronts.push(next);
  }
  const last = fronts.at(-1) ?? start;
  const ends = last.taken
    .map((taken, end) => ({ taken: Math.max(0, taken - capacity), worth: last.worth[end] ?? 0, end }))
    .filter(({ taken }) => taken <= pool)
    .sort((a, b) => a.taken - b.taken || b.worth - a.worth);
  // What draws nothing is many; of them too only those that fewer than `keep` beat can be part of one of the best.
  const best: number[] = [];
  return {
    clusters,
    fronts,
    ends: ends.filter(({ worth }) => {
      if (best.length === keep && (best[keep - 1] ?? 0) >= worth) return false;
      best.push(worth);
      best.sort((a, b) => b - a);
      best.length = Math.min(best.length, keep);
      return true;
    }),
  };
};

/** The price of the pool at which the frames together would draw just about all of it. */
const poolPrice = (frames: readonly FrameEnds[], pool: number): number => {
  const drawnAt = (price: number): number =>
    frames.reduce((sum, { ends }) => {
      const gain = gainAt(price, ends);
      return sum + (ends.find(({ taken, worth }) => worth - price * taken === gain)?.taken ?? 0);
    }, 0);
  if (drawnAt(0) <= pool) return 0;
  let [low, high] = [0, 1];
  while (drawnAt(high) > pool) high *= 2;
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (drawnAt(middle) > pool) low = middle;
    else high = middle;
  }
  return high;
};

/** A set and its worth in hundredths. */
export interface BestSet {
  readonly selection: Selection;
  readonly worth: number;
}

const setOf = (
  model: ChoiceModel,
  frames: readonly FrameEnds[],
  fronts: readonly Front[],
  at: number,
): BestSet => {
  const selection: (number | null)[] = model.candidates.map(() => null);
  for (const [frame, chosen] of wayTo(fronts, at).entries()) {
    const of = frames[frame];
    for (const [place, option] of wayTo(of?.fronts ?? [], of?.ends[chosen]?.end ?? 0).entries()) {
      const cluster = of?.clusters[place];
      for (const [member, candidate] of (cluster?.members ?? []).entries())
        selection[candidate] = cluster?.options[option]?.levels[member] ?? null;
    }
  }
  return { selection, worth: fronts.at(-1)?.worth[at] ?? 0 };
};

/** Losses that are tried, in hundredths of worth: each look is that much wider than the one before. */
const firstLoss = 1000;
const wider = 4;

/** The `keep` best ways to put ends of the frames together within the pool. null: too much work */
const together = (
  model: ChoiceModel,
  frames: readonly FrameEnds[],
  keep: number,
  work: Work,
): readonly BestSet[] | null => {
  const { poolThousandYen: pool } = model;
  const price = poolPrice(frames, pool);
  const gains = frames.map(({ ends }) => gainAt(price, ends));
  const bound = gains.reduce((sum, each) => sum + each, 0) + price * pool;
  for (let loss = firstLoss; ; loss *= wider) {
    const isAll = bound - loss < 0;
    const fronts: Front[] = [start];
    let gain = 0;
    for (const [frame, { ends }] of frames.entries()) {
      gain += gains[frame] ?? 0;
      const floor = isAll ? Number.NEGATIVE_INFINITY : gain - loss;
      const next = continued(fronts.at(-1) ?? start, ends, { keep, most: pool, price, floor, work });
      if (next === null) return null;
      fronts.push(next);
    }
    const last = fronts.at(-1) ?? start;
    const best = [...last.worth.keys()]
      .sort((a, b) => (last.worth[b] ?? 0) - (last.worth[a] ?? 0))
      .slice(0, keep);
    const worst = last.worth[best[keep - 1] ?? -1];
    // What was left aside is worth less than `bound - loss`. One hundredth to spare for the arithmetic of prices.
    if (isAll || (worst !== undefined && worst >= bound - loss + 1))
      return best.map((at) => setOf(model, frames, fronts, at));
  }
};

/**
 * The `keep` best sets of the model, the best first, fewer where there are no more. Sets differ in something that has a
 * worth. Every frame by itself, then the frames together over the pool; what loses more against prices of the frames
 * than the sets found do cannot be part of a better one, so that the answer is exact whatever the prices are.
 * @param prices hundredths of worth for a thousand yen of each frame: near the truth, little is looked at
 * @returns null: proposals hang together across frames, or it grows too great for this way
 */
export const bestSets = (
  model: ChoiceModel,
  keep: number,
  prices: readonly number[],
): readonly BestSet[] | null => {
  const clusters = clustersOf(model);
  if (clusters === null) return null;
  if (clusters.some(({ options }) => options.length === 0)) return [];
  const { poolThousandYen: pool, capacities } = model;
  const byFrame = Map.groupBy(clusters, ({ frame }) => frame);
  const frames = capacities.map(
    (capacity, frame): Frame => ({
      clusters: byFrame.get(frame) ?? [],
      capacity,
      price: prices[frame] ?? 0,
    }),
  );
  // No set is worth more: what is drawn from the pool costs at least the price of its frame there.
  const bound =
    frames.reduce(
      (sum, { clusters: own, capacity, price }) =>
        sum + price * capacity + own.reduce((all, each) => all + gainAt(price, additionsOf(each)), 0),
      0,
    ) +
    Math.max(0, ...prices) * pool;
  const work: Work = { left: mostWork };
  for (let loss = firstLoss; ; loss *= wider) {
    const isAll = bound - loss < 0;
    const ends: FrameEnds[] = [];
    for (const frame of frames) {
      const own = endsOf(frame, pool, keep, isAll ? Number.POSITIVE_INFINITY : loss, work);
      if (own === null) return null;
      ends.push(own);
    }
    const found = ends.some((each) => each.ends.length === 0) ? [] : together(model, ends, keep, work);
    if (found === null) return null;
    const worst = found[keep - 1]?.worth;
    if (isAll || (worst !== undefined && worst >= bound - loss + 1)) return found;
  }
};
