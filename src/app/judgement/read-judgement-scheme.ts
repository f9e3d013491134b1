import { checkScheme } from '../../domain/indicator/judgement/check-scheme.ts';
import type { JudgementScheme } from '../../domain/indicator/judgement/judgement-scheme.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { parseScheme, passing } from '../scheme/parse-scheme.ts';
import { judgementSchemeSchema } from './judgement-scheme-schema.ts';

/** Parsed JSON of a scheme by its shape alone: not yet whether its bands close and its names exist. */
export const parseJudgementScheme = (content: unknown): Result<JudgementScheme, readonly Problem[]> =>
  parseScheme(judgementSchemeSchema, content);

/** A scheme that can judge. Refused with all that is wrong, each with its path in the JSON; warnings do not refuse. */
export const readJudgementScheme = (content: unknown): Result<JudgementScheme, readonly Problem[]> =>
  passing(parseJudgementScheme(content), checkScheme);
