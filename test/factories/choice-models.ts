import type { Candidate, ChoiceModel } from '../../src/domain/budget/choose/choice-model.ts';

/** Numbers that look like chance and are the same every time (a linear congruence). */
const sequence = (seed: number) => {
  let state = seed;
  return (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
};

/** A town's worth of proposals: some obligatory, some that free money, some that need it, a few alternatives. */
export const townChoice = (proposals: number, frames: number, seed = 7): ChoiceModel => {
  const next = sequence(seed);
  const candidates = Array.from({ length: proposals }, (_, at): Candidate => {
    const frame = at % frames;
    const frees = next(10) < 2;
    const amount = frees ? -(50 + next(3000)) : 50 + next(9000);
    const before = at - frames;
    return {
      key: `p${at}`,
      frame,
      levels: [{ amountThousandYen: amount, worth: frees ? 0 : 100 * (1 + next(1000)) }],
      obligatory: next(10) === 0,
      group: next(30) === 0 ? `g${frame}` : '',
      needs: before >= 0 && next(12) === 0 ? [`p${before}`] : [],
    };
  }).map((candidate) => (candidate.obligatory ? { ...candidate, group: '', needs: [] } : candidate));
  const asked = candidates.reduce(
    (sum, { levels }) => sum + Math.max(0, levels[0]?.amountThousandYen ?? 0),
    0,
  );
  return {
    capacities: Array.from({ length: frames }, () => Math.floor((asked / frames) * 0.35)),
    poolThousandYen: Math.floor(asked * 0.02),
    candidates,
  };
};
