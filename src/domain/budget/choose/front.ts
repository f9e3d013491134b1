/** Partial decisions in order of what they take; each knows the one it continues and what it adds to it. */
export interface Front {
  readonly taken: readonly number[];
  readonly worth: readonly number[];
  /** Index into the front before */
  readonly from: readonly number[];
  /** Index of what was added */
  readonly added: readonly number[];
}

/** What can be added: `taken` thousand yen (or of the pool), `worth` hundredths. */
export interface Addition {
  readonly taken: number;
  readonly worth: number;
}

/** How many continuations may still be looked at. */
export interface Work {
  left: number;
}

export const start: Front = { taken: [0], worth: [0], from: [-1], added: [-1] };

export interface Bounds {
  /** How many that are at least as good make one superfluous. */
  readonly keep: number;
  /** Most that may be taken. */
  readonly most: number;
  /** Worth less `price` for what is taken must be at least `floor`. */
  readonly price: number;
  readonly floor: number;
  readonly work: Work;
}

/**
 * Every continuation of `front` by one of `additions` within the bounds, without those that `keep` others beat (take no
 * more and are worth no less): whatever a beaten one leads to, `keep` different ones lead to something at least as
 * good, so the `keep` best of all are never lost. null: what `work` allows is used up.
 */
export const continued = (
  front: Front,
  additions: readonly Addition[],
  { keep, most, price, floor, work }: Bounds,
): Front | null => {
  const total = front.taken.length * additions.length;
  work.left -= total;
  if (work.left < 0) return null;
  const order = new Uint32Array(total);
  const takens = new Float64Array(total);
  const worths = new Float64Array(total);
  let count = 0;
  for (const [at, addition] of additions.entries())
    for (let before = 0; before < front.taken.length; before += 1) {
      const taken = (front.taken[before] ?? 0) + addition.taken;
      // The front is in order: all after it take more.
      if (taken > most) break;
      const worth = (front.worth[before] ?? 0) + addition.worth;
      if (worth - price * taken < floor) continue;
      const id = at * front.taken.length + before;
      order[count] = id;
      takens[id] = taken;
      worths[id] = worth;
      count += 1;
    }
  const sorted = order
    .subarray(0, count)
    .sort((a, b) => (takens[a] ?? 0) - (takens[b] ?? 0) || (worths[b] ?? 0) - (worths[a] ?? 0) || a - b);
  const next = { taken: [] as number[], worth: [] as number[], from: [] as number[], added: [] as number[] };
  /** Worth of the best so far, the best first. */
  const best: number[] = [];
  for (const id of sorted) {
    const worth = worths[id] ?? 0;
    if (best.length === keep && (best[keep - 1] ?? 0) >= worth) continue;
    let place = best.length;
    while (place > 0 && (best[place - 1] ?? 0) < worth) place -= 1;
    best.splice(place, 0, worth);
    if (best.length > keep) best.pop();
    next.taken.push(takens[id] ?? 0);
    next.worth.push(worth);
    next.from.push(id % front.taken.length);
    next.added.push(Math.floor(id / front.taken.length));
  }
  return next;
};

/** What was added, step by step, on the way to `at` of the last front. `fronts`: the start and what followed. */
export const wayTo = (fronts: readonly Front[], at: number): readonly number[] => {
  const way: number[] = [];
  let here = at;
  for (let step = fronts.length - 1; step > 0; step -= 1) {
    const front = fronts[step];
    way.push(front?.added[here] ?? 0);
    here = front?.from[here] ?? 0;
  }
  return way.toReversed();
};
