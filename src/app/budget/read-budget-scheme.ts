import type { BudgetScheme } from '../../domain/budget/budget-scheme.ts';
import { checkBudgetScheme } from '../../domain/budget/check-budget-scheme.ts';
import { hasErrors, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { problemsOfIssue } from '../../domain/kernel/schema-problem.ts';
import { budgetSchemeSchema } from './budget-scheme-schema.ts';

/** A rule that can compute frames. Refused with all that is wrong, each with its path in the JSON. */
export const readBudgetScheme = (content: unknown): Result<BudgetScheme, readonly Problem[]> => {
  const parsed = budgetSchemeSchema.safeParse(content);
  if (!parsed.success) return refuse(parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, content)));
  const { $schema: _, ...scheme } = parsed.data;
  const problems = checkBudgetScheme(scheme);
  return hasErrors(problems) ? refuse(problems) : ok(scheme);
};
