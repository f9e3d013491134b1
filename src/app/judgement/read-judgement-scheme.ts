import { checkScheme } from '../../domain/indicator/judgement/check-scheme.ts';
import type { JudgementScheme } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { hasErrors, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { problemsOfIssue } from '../../domain/kernel/schema-problem.ts';
import { judgementSchemeSchema } from './judgement-scheme-schema.ts';

/** Parsed JSON of a scheme by its shape alone: not yet whether its bands close and its names exist. */
export const parseJudgementScheme = (content: unknown): Result<JudgementScheme, readonly Problem[]> => {
  const parsed = judgementSchemeSchema.safeParse(content);
  if (!parsed.success) return refuse(parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, content)));
  const { $schema: _, ...scheme } = parsed.data;
  return ok(scheme);
};

/** A scheme that can judge. Refused with all that is wrong, each with its path in the JSON; warnings do not refuse. */
export const readJudgementScheme = (content: unknown): Result<JudgementScheme, readonly Problem[]> => {
  const scheme = parseJudgementScheme(content);
  if (!scheme.ok) return scheme;
  const problems = checkScheme(scheme.value);
  return hasErrors(problems) ? refuse(problems) : scheme;
};
