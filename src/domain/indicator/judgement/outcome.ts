import type { AxisJudgement, Reason } from './judgement.ts';
import type { Axis, GradeOrNext } from './judgement-scheme.ts';

export type Outcomes = (
  give: GradeOrNext | null,
  because: AxisJudgement['because'],
  reason: Reason | null,
) => AxisJudgement | null;

/**
 * What an axis can say, each made once and shared: millions of judgements hold the same few. Null for 'next'.
 */
export const outcomesOf = ({ axisKey, grades }: Axis): Outcomes => {
  const points = new Map(grades.map((grade) => [grade.key, grade.points]));
  const made = new Map<string, AxisJudgement>();
  return (give, because, reason) => {
    if (give === 'next') return null;
    const name = `${give ?? ''}\n${because}\n${reason ?? ''}`;
    const known = made.get(name);
    if (known !== undefined) return known;
    const outcome: AxisJudgement = {
      axisKey,
      grade: give,
      because,
      reason,
      points: give === null ? null : (points.get(give) ?? null),
    };
    made.set(name, Object.freeze(outcome));
    return outcome;
  };
};
