import type { TownJudgements } from '../../../../app/judgement/read-judgements.ts';

/** What indicators can be grouped by besides the names every town has: the levels of its plans. */
export const groupChoices = ({
  items,
}: Pick<TownJudgements, 'items'>): readonly { readonly value: string; readonly label: string }[] => {
  const first = new Map<string, string>();
  for (const { levelKey, title } of items) if (!first.has(levelKey)) first.set(levelKey, title);
  return [...first].map(([value, title]) => ({ value, label: `計画の階層（「${title}」など）` }));
};
