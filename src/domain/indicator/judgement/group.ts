import type { Judgeable } from './judgeable.ts';

/** Groups an indicator belongs to: 'subjective' and 'kind' are its own, the others are given with it. */
export const groupsOf = (judgeable: Judgeable, by: string): readonly string[] => {
  if (by === 'subjective') return [judgeable.subjective ? 'subjective' : 'objective'];
  if (by === 'kind') return [judgeable.kind];
  return Object.hasOwn(judgeable.groups, by) ? (judgeable.groups[by] ?? []) : [];
};
