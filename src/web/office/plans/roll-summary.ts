import type { Problem } from '../../../domain/kernel/problem.ts';
import { placedSentence } from '../plan-sentences.ts';

/** Of many rows alike one sentence; the rows themselves are marked in their places. */
const ofAll: Readonly<Record<string, (count: number) => string>> = {
  'roll-forward-undecided': (count) =>
    `${count}件の項目で、続けるか続けないかがまだ選ばれていません。下の表に印があります。`,
  'roll-forward-reason-missing': (count) =>
    `続けない項目のうち${count}件に、理由がありません。下の表に印があります。`,
  'roll-forward-parent-dropped': (count) =>
    `上の項目を続けないのに「続ける」とした項目が${count}件あります。下の表に印があります。`,
};

/** Sentences for the top of the page 次期へ, in the order the problems were found. */
export const rollSummary = (problems: readonly Problem[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  const all = problems.map(
    (problem) => ofAll[problem.code]?.(counts.get(problem.code) ?? 0) ?? placedSentence(problem),
  );
  return [...new Set(all)];
};
