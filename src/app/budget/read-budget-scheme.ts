import type { BudgetScheme } from '../../domain/budget/budget-scheme.ts';
import { checkBudgetScheme } from '../../domain/budget/check-budget-scheme.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { parseScheme, passing } from '../scheme/parse-scheme.ts';
import { budgetSchemeSchema } from './budget-scheme-schema.ts';

/** A rule that can compute frames. Refused with all that is wrong, each with its path in the JSON. */
export const readBudgetScheme = (content: unknown): Result<BudgetScheme, readonly Problem[]> =>
  passing(parseScheme(budgetSchemeSchema, content), checkBudgetScheme);
