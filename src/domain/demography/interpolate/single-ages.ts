import { cell, sumOf } from '../population.ts';
import { spragueMultipliers } from './sprague.data.ts';

const span = 5;
type Panel = readonly (readonly number[])[];

/** The five groups a group is split from, and its multipliers; mirrored at the old end. */
const panelOf = (group: number, groups: number): { readonly from: number; readonly panel: Panel } => {
  const { first, second, middle } = spragueMultipliers;
  if (group < 2) return { from: 0, panel: group === 0 ? first : second };
  if (group < groups - 2) return { from: group - 2, panel: middle };
  const mirrored = group === groups - 1 ? first : second;
  return { from: groups - span, panel: mirrored.map((row) => row.toReversed()).toReversed() };
};

/** Negatives set to nought, the rest shortened to the group's own count. */
const notNegative = (ages: readonly number[], count: number): readonly number[] => {
  if (ages.every((age) => age >= 0)) return ages;
  const kept = ages.map((age) => Math.max(0, age));
  const whole = sumOf(kept);
  return whole === 0 ? ages.map(() => count / span) : kept.map((age) => (age * count) / whole);
};

/**
 * 各歳への分割（スプレーグ）: closed five-year groups → single ages. Each group's five ages sum to the group. Fewer
 * than five groups: equal parts.
 */
export const splitIntoSingleAges = (closedGroups: readonly number[]): readonly number[] =>
  closedGroups.flatMap((count, group) => {
    if (closedGroups.length < span) return Array.from({ length: span }, () => count / span);
    const { from, panel } = panelOf(group, closedGroups.length);
    const ages = panel.map((row) =>
      row.reduce((sum, share, place) => sum + share * cell(closedGroups, from + place), 0),
    );
    return notNegative(ages, count);
  });
