import { judgementSchemeSchema } from '../../../app/judgement/judgement-scheme-schema.ts';
import { parseJudgementScheme } from '../../../app/judgement/read-judgement-scheme.ts';
import { placeInWords } from '../../../documents/problem-text/place-in-words.ts';
import { problemPlace, problemSentence } from '../../../documents/problem-text/sentences.ts';
import { readJsonFile } from '../../../documents/town-file/read-json-file.ts';
import { checkScheme } from '../../../domain/indicator/judgement/check-scheme.ts';
import type { JudgementScheme } from '../../../domain/indicator/judgement/judgement-scheme.ts';
import { errorAt, hasErrors, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Form } from '../../middleware/form.ts';

/** A scheme sent as a file. Refused with every error, each with line, column and path. */
export const readSchemeFile = async (form: Form): Promise<Result<JudgementScheme, readonly Problem[]>> => {
  const file = form.file('file');
  if (file === null || file.size === 0) return refuse([errorAt('scheme-file-missing', ['file'])]);
  const read = readJsonFile(file.name, new Uint8Array(await file.arrayBuffer()), judgementSchemeSchema, {
    schemaName: 'judgement-scheme.schema.json',
  });
  if (!read.ok) return read;
  // Once more for the type of the domain: the same schema, without what only the file carries.
  const scheme = parseJudgementScheme(read.value.value);
  if (!scheme.ok) return scheme;
  const problems = checkScheme(scheme.value);
  return hasErrors(problems)
    ? refuse(problems.filter(({ severity }) => severity === 'error').map(read.value.placed))
    : ok(scheme.value);
};

/** 「scheme.json 12行3字目 axes › 0 …: 言葉」 */
export const fileSentence = (problem: Problem): string =>
  `${problem.params?.line === undefined ? placeInWords(problem) : problemPlace(problem)}: ${problemSentence(problem)}`;

export const fileSentences = (problems: readonly Problem[]): readonly string[] =>
  problems.slice(0, 50).map(fileSentence);
