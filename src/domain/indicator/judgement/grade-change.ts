import { compareDecimals } from '../../kernel/decimal.ts';
import type { Grade } from './judgement-scheme.ts';

/** How a judgement stands beside that of the year before. */
export const gradeChanges = ['improved', 'worsened', 'same', 'newly-judged', 'no-longer-judged'] as const;
export type GradeChange = (typeof gradeChanges)[number];

const ranks: Readonly<Record<Grade['class'], number | null>> = {
  good: 2,
  fair: 1,
  poor: 0,
  unknown: null,
  none: null,
};

export const isJudgedGrade = (grade: Grade | null): grade is Grade =>
  grade !== null && ranks[grade.class] !== null;

/**
 * Two grades of one indicator, a year apart. The class decides; within a class the points, and where there are none
 * the order of the scheme, best first. `scale`: the grades of the axis where both years have the same one; null: only
 * the classes can be compared. null: judged in neither year.
 */
export const gradeChangeOf = (
  before: Grade | null,
  after: Grade | null,
  scale: readonly Grade[] | null,
): GradeChange | null => {
  if (!isJudgedGrade(after)) return isJudgedGrade(before) ? 'no-longer-judged' : null;
  if (!isJudgedGrade(before)) return 'newly-judged';
  const better = (by: number): GradeChange => (by > 0 ? 'improved' : by < 0 ? 'worsened' : 'same');
  const classes = (ranks[after.class] ?? 0) - (ranks[before.class] ?? 0);
  if (classes !== 0 || scale === null) return better(classes);
  if (before.points !== null && after.points !== null)
    return better(compareDecimals(after.points, before.points));
  const at = (grade: Grade): number => scale.findIndex(({ key }) => key === grade.key);
  return better(at(before) - at(after));
};
