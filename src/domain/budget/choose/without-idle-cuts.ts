import { type ChoiceModel, checkSelection, type Selection } from './choice-model.ts';

/**
 * The selection without what has no worth and pays for nothing in it: a reduction nobody valued is taken where its
 * money is needed, not because it does no harm. The largest stay longest, so that few are left.
 */
export const withoutIdleCuts = (model: ChoiceModel, selection: Selection): Selection => {
  const { taken, pool } = checkSelection(model, selection);
  const { candidates, capacities, poolThousandYen } = model;
  const left = [...selection];
  const used = [...taken];
  let drawn = pool;
  const needed = new Map<string, number>();
  const count = (at: number, by: number): void => {
    for (const need of candidates[at]?.needs ?? []) needed.set(need, (needed.get(need) ?? 0) + by);
  };
  for (const [at, level] of left.entries()) if (level !== null) count(at, 1);
  const idle = [...candidates.entries()]
    .flatMap(([at, { levels, obligatory }]) => {
      const level = levels[selection[at] ?? -1];
      return level !== undefined && level.worth === 0 && !obligatory
        ? [{ at, amount: level.amountThousandYen }]
        : [];
    })
    .sort((a, b) => b.amount - a.amount);
  // What one cut needed may be idle without it.
  for (let again = true; again; ) {
    again = false;
    for (const { at, amount } of idle) {
      const candidate = candidates[at];
      if (candidate === undefined || left[at] === null || (needed.get(candidate.key) ?? 0) > 0) continue;
      const { frame } = candidate;
      const [capacity, before] = [capacities[frame] ?? 0, used[frame] ?? 0];
      const more = Math.max(0, before - amount - capacity) - Math.max(0, before - capacity);
      if (drawn + more > poolThousandYen) continue;
      left[at] = null;
      used[frame] = before - amount;
      drawn += more;
      count(at, -1);
      again = true;
    }
  }
  return left;
};
