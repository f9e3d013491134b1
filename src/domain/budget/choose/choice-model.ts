/** How much of a proposal may be taken: all of it, or steps of it. At most one of its levels is. */
export interface ChoiceLevel {
  /** Thousand yen more than without it; negative: it frees money */
  readonly amountThousandYen: number;
  /** Worth in hundredths, whole, so that sums are exact */
  readonly worth: number;
}

export interface Candidate {
  readonly key: string;
  /** Index of its frame */
  readonly frame: number;
  readonly levels: readonly ChoiceLevel[];
  /** 義務: one of its levels is always taken. */
  readonly obligatory: boolean;
  /** At most one candidate of a group is taken. '' : none */
  readonly group: string;
  /** Keys of candidates that must be taken with it: what frees its money. */
  readonly needs: readonly string[];
}

/**
 * 組み合わせの検討: the set of proposals of the greatest worth within the frames and a pool that every frame may draw
 * on. `capacities`: thousand yen each frame has beyond what all proposals had in the base year.
 */
export interface ChoiceModel {
  readonly capacities: readonly number[];
  readonly poolThousandYen: number;
  readonly candidates: readonly Candidate[];
}

/** Level taken of each candidate, by its index; null: not taken. */
export type Selection = readonly (number | null)[];

export interface Checked {
  readonly worth: number;
  /** What is taken of each frame, thousand yen */
  readonly taken: readonly number[];
  /** Drawn from the pool */
  readonly pool: number;
  readonly isFeasible: boolean;
}

/** Exact: what a solver found in floating point is believed only after this. */
export const checkSelection = (model: ChoiceModel, selection: Selection): Checked => {
  const taken = model.capacities.map(() => 0);
  const groups = new Map<string, number>();
  const chosen = new Set<string>();
  let worth = 0;
  for (const [at, candidate] of model.candidates.entries()) {
    const level = selection[at] ?? null;
    const found = level === null ? undefined : candidate.levels[level];
    if (found === undefined) continue;
    chosen.add(candidate.key);
    worth += found.worth;
    taken[candidate.frame] = (taken[candidate.frame] ?? 0) + found.amountThousandYen;
    if (candidate.group !== '') groups.set(candidate.group, (groups.get(candidate.group) ?? 0) + 1);
  }
  const pool = model.capacities.reduce(
    (sum, capacity, frame) => sum + Math.max(0, (taken[frame] ?? 0) - capacity),
    0,
  );
  const isFeasible =
    pool <= model.poolThousandYen &&
    [...groups.values()].every((count) => count <= 1) &&
    model.candidates.every(
      ({ key, obligatory, needs }) =>
        (!obligatory || chosen.has(key)) && (!chosen.has(key) || needs.every((need) => chosen.has(need))),
    );
  return { worth, taken, pool, isFeasible };
};
