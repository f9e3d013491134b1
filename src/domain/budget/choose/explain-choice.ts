import { type ChoiceModel, checkSelection, type Selection } from './choice-model.ts';

/** What became of a candidate in a selection, and what it would take to have it otherwise. */
export interface Explained {
  readonly key: string;
  readonly frame: number;
  readonly amountThousandYen: number;
  /** Hundredths */
  readonly worth: number;
  readonly fate: 'forced' | 'taken' | 'rejected';
  /** Of a rejected one: by how much its frame and the pool are too small for it, thousand yen. 0: something else is against it */
  readonly lackingThousandYen: number;
  /** Of a rejected one: what excludes it and is taken, by key */
  readonly rivals: readonly string[];
  /** Of a rejected one: what it needs and is not taken, by key */
  readonly missing: readonly string[];
  /** Of a rejected one: worth that would go elsewhere, by the prices of the frames, less its own. Hundredths */
  readonly regret: number;
}

/** @param prices hundredths of worth for a thousand yen of each frame */
export const explainChoice = (
  model: ChoiceModel,
  selection: Selection,
  prices: readonly number[],
): readonly Explained[] => {
  const { taken, pool } = checkSelection(model, selection);
  const poolLeft = model.poolThousandYen - pool;
  const isIn = new Set(
    model.candidates.flatMap(({ key }, at) => ((selection[at] ?? null) === null ? [] : key)),
  );
  const ofGroup = Map.groupBy(model.candidates, ({ group }) => group);
  return model.candidates.map(({ key, frame, levels, obligatory, group, needs }, at) => {
    const level = levels[selection[at] ?? levels.length - 1] ?? { amountThousandYen: 0, worth: 0 };
    const isTaken = (selection[at] ?? null) !== null;
    const room = Math.max(0, (model.capacities[frame] ?? 0) - (taken[frame] ?? 0)) + poolLeft;
    return {
      key,
      frame,
      ...level,
      fate: isTaken ? (obligatory ? 'forced' : 'taken') : 'rejected',
      rivals:
        isTaken || group === ''
          ? []
          : (ofGroup.get(group) ?? []).flatMap((other) => (isIn.has(other.key) ? other.key : [])),
      missing: isTaken ? [] : needs.filter((need) => !isIn.has(need)),
      lackingThousandYen: isTaken ? 0 : Math.max(0, level.amountThousandYen - room),
      regret: isTaken ? 0 : Math.round((prices[frame] ?? 0) * level.amountThousandYen - level.worth),
    };
  });
};

/** What one selection has and the other has not, by key. */
export const differenceOf = (
  model: ChoiceModel,
  before: Selection,
  after: Selection,
): { readonly added: readonly string[]; readonly dropped: readonly string[] } => {
  const keys = (test: (at: number) => boolean) =>
    model.candidates.filter((_, at) => test(at)).map(({ key }) => key);
  const has = (selection: Selection, at: number) => (selection[at] ?? null) !== null;
  return {
    added: keys((at) => !has(before, at) && has(after, at)),
    dropped: keys((at) => has(before, at) && !has(after, at)),
  };
};
