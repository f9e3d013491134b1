import { checkScheme } from '../../domain/evaluation/check-scheme.ts';
import type { EvaluationScheme } from '../../domain/evaluation/evaluation-scheme.ts';
import { hasErrors, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { problemsOfIssue } from '../../domain/kernel/schema-problem.ts';
import { evaluationSchemeSchema } from './evaluation-scheme-schema.ts';

/** Parsed JSON of a scheme by its shape alone: not yet whether what it names exists. */
export const parseEvaluationScheme = (content: unknown): Result<EvaluationScheme, readonly Problem[]> => {
  const parsed = evaluationSchemeSchema.safeParse(content);
  if (!parsed.success) return refuse(parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, content)));
  const { $schema: _, ...scheme } = parsed.data;
  return ok(scheme);
};

/** A scheme a round can be opened with. Refused with all that is wrong, by its path in the JSON; warnings do not refuse. */
export const readEvaluationScheme = (content: unknown): Result<EvaluationScheme, readonly Problem[]> => {
  const scheme = parseEvaluationScheme(content);
  if (!scheme.ok) return scheme;
  const problems = checkScheme(scheme.value);
  return hasErrors(problems) ? refuse(problems) : scheme;
};
