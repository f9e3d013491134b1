import type { ChoiceModel } from './choice-model.ts';

/**
 * By how much each frame is exceeded by what nobody can choose: obligatory candidates and what goes on, after every
 * reduction that is proposed. Thousand yen; 0: it is not.
 */
export const forcedBeyond = ({ capacities, candidates }: ChoiceModel): readonly number[] => {
  const least = capacities.map(() => 0);
  for (const { frame, levels, obligatory } of candidates) {
    const amounts = [...levels.map((level) => level.amountThousandYen), ...(obligatory ? [] : [0])];
    least[frame] = (least[frame] ?? 0) + Math.min(...amounts);
  }
  return capacities.map((capacity, frame) => Math.max(0, (least[frame] ?? 0) - capacity));
};

/** Of each group, what is forced although only one of them may be taken: no set keeps to that. By key */
export const forcedTogether = ({ candidates }: ChoiceModel): readonly (readonly string[])[] =>
  [
    ...Map.groupBy(
      candidates.filter(({ obligatory, group }) => obligatory && group !== ''),
      ({ group }) => group,
    ).values(),
  ].flatMap((forced) => (forced.length > 1 ? [forced.map(({ key }) => key)] : []));

/** Frames that cannot be kept are taken as full, so that the others can still be thought about. */
export const asFull = (model: ChoiceModel, beyond: readonly number[]): ChoiceModel => ({
  ...model,
  capacities: model.capacities.map((capacity, frame) => capacity + (beyond[frame] ?? 0)),
});
