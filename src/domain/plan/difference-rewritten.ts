import type { TokenRun } from './difference-slide.ts';

/** A kept run of this many characters is worth reading as kept, whatever stands around it. */
const SOLID = 12;
/** Below this share of kept characters a reader no longer sees the old text in the new one. */
const KEPT_SHARE = 0.4;

const lengthOf = (tokens: readonly string[]): number => tokens.reduce((sum, token) => sum + token.length, 0);

/** One stretch without a solid kept run inside: as it is, or as one replacement where little of it was kept. */
const settle = (stretch: readonly TokenRun[]): readonly TokenRun[] => {
  const [first, ...rest] = stretch;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return stretch;
  // Kept words at the very end belong to no change after them.
  const isEnd = last.removed.length === 0 && last.added.length === 0;
  const inner = isEnd ? rest.slice(0, -1) : rest;
  const kept = inner.reduce((sum, { same }) => sum + lengthOf(same), 0);
  const changed = (side: 'removed' | 'added'): number =>
    [first, ...inner].reduce((sum, run) => sum + lengthOf(run[side]), 0);
  const share = Math.max(kept / (kept + changed('removed')), kept / (kept + changed('added')));
  if (inner.length < 2 || share >= KEPT_SHARE) return stretch;
  return [
    {
      same: first.same,
      removed: [...first.removed, ...inner.flatMap(({ same, removed }) => [...same, ...removed])],
      added: [...first.added, ...inner.flatMap(({ same, added }) => [...same, ...added])],
    },
    ...(isEnd ? [last] : []),
  ];
};

/**
 * A passage written anew shares words with the old one by chance: 「戦略」, 「評価で」. Shown as kept they would tear
 * both texts to pieces, so such a passage is shown as gone and as new, whole.
 */
export const mergeRewritten = (runs: readonly TokenRun[]): TokenRun[] => {
  const stretches: TokenRun[][] = [];
  for (const run of runs) {
    if (stretches.length === 0 || lengthOf(run.same) >= SOLID) stretches.push([run]);
    else stretches.at(-1)?.push(run);
  }
  return stretches.flatMap(settle);
};
