import { checkScheme } from '../../domain/evaluation/check-scheme.ts';
import type { EvaluationScheme } from '../../domain/evaluation/evaluation-scheme.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { parseScheme, passing } from '../scheme/parse-scheme.ts';
import { evaluationSchemeSchema } from './evaluation-scheme-schema.ts';

/** Parsed JSON of a scheme by its shape alone: not yet whether what it names exists. */
export const parseEvaluationScheme = (content: unknown): Result<EvaluationScheme, readonly Problem[]> =>
  parseScheme(evaluationSchemeSchema, content);

/** A scheme a round can be opened with. Refused with all that is wrong, by its path in the JSON; warnings do not refuse. */
export const readEvaluationScheme = (content: unknown): Result<EvaluationScheme, readonly Problem[]> =>
  passing(parseEvaluationScheme(content), checkScheme);
