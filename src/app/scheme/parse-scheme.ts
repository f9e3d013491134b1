import type { z } from 'zod';
import { hasErrors, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { problemsOfIssue } from '../../domain/kernel/schema-problem.ts';

/** Parsed JSON of a scheme by its shape alone, without the `$schema` an editor is told; problems with their path in it. */
export const parseScheme = <File extends { readonly $schema?: string | undefined }>(
  schema: z.ZodType<File>,
  content: unknown,
): Result<Omit<File, '$schema'>, readonly Problem[]> => {
  const parsed = schema.safeParse(content);
  if (!parsed.success) return refuse(parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, content)));
  const { $schema: _, ...scheme } = parsed.data;
  return ok(scheme);
};

/** Refuses with all that a check finds when an error is among it; warnings do not refuse. */
export const passing = <Scheme>(
  parsed: Result<Scheme, readonly Problem[]>,
  check: (scheme: Scheme) => readonly Problem[],
): Result<Scheme, readonly Problem[]> => {
  if (!parsed.ok) return parsed;
  const problems = check(parsed.value);
  return hasErrors(problems) ? refuse(problems) : parsed;
};
