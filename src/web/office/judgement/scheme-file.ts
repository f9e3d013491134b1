import { judgementSchemeSchema } from '../../../app/judgement/judgement-scheme-schema.ts';
import { parseJudgementScheme } from '../../../app/judgement/read-judgement-scheme.ts';
import { placeInWords } from '../../../documents/problem-text/place-in-words.ts';
import { problemPlace, problemSentence } from '../../../documents/problem-text/sentences.ts';
import { checkScheme } from '../../../domain/indicator/judgement/check-scheme.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { schemeFileReader } from '../schemes/scheme-file.ts';

/** 判定基準 sent as a file. */
export const readSchemeFile = schemeFileReader({
  schema: judgementSchemeSchema,
  schemaName: 'judgement-scheme.schema.json',
  parse: parseJudgementScheme,
  check: checkScheme,
});

/** 「scheme.json 12行3字目 axes › 0 …: 言葉」 */
export const fileSentence = (problem: Problem): string =>
  `${problem.params?.line === undefined ? placeInWords(problem) : problemPlace(problem)}: ${problemSentence(problem)}`;

export const fileSentences = (problems: readonly Problem[]): readonly string[] =>
  problems.slice(0, 50).map(fileSentence);
