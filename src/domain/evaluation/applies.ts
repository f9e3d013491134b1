import type { Applicability, Criterion, EvaluationScheme } from './evaluation-scheme.ts';
import type { Answers } from './sheet.ts';

const byType = ({ types, exceptTypes }: Applicability, typeKey: string | null): boolean =>
  (types.length === 0 || (typeKey !== null && types.includes(typeKey))) &&
  (typeKey === null || !exceptTypes.includes(typeKey));

/** Whether a condition on other answers holds; an answer that is not asked for is none. */
const byAnswers = ({ when }: Applicability, answers: Answers, asked: ReadonlySet<string>): boolean =>
  when.every(
    ({ criterion, levels }) =>
      asked.has(criterion) && levels.includes(answers[`criterion.${criterion}`] ?? ''),
  );

/**
 * The criteria that apply to a programme of a type, in the scheme's order. A condition may look at criteria that stand
 * before its own only (check-scheme.ts), so that one pass decides.
 */
export const applicableCriteria = (
  scheme: EvaluationScheme,
  typeKey: string | null,
  answers: Answers,
): readonly Criterion[] => {
  const asked = new Set<string>();
  return scheme.criteria.filter(({ key, applies }) => {
    const does = byType(applies, typeKey) && byAnswers(applies, answers, asked);
    if (does) asked.add(key);
    return does;
  });
};

/** Whether something applies, given the criteria that do. */
export const appliesTo = (
  applies: Applicability,
  typeKey: string | null,
  answers: Answers,
  applicable: ReadonlySet<string>,
): boolean => byType(applies, typeKey) && byAnswers(applies, answers, applicable);

/** Whether it could apply to the type, whatever is answered: such a field is shown with its condition in words. */
export const mayApply = (applies: Applicability, typeKey: string | null): boolean => byType(applies, typeKey);
