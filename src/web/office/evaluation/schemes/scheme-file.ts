import { evaluationSchemeSchema } from '../../../../app/evaluation/evaluation-scheme-schema.ts';
import { parseEvaluationScheme } from '../../../../app/evaluation/read-evaluation-scheme.ts';
import { readJsonFile } from '../../../../documents/town-file/read-json-file.ts';
import { checkScheme } from '../../../../domain/evaluation/check-scheme.ts';
import type { EvaluationScheme } from '../../../../domain/evaluation/evaluation-scheme.ts';
import { errorAt, hasErrors, type Problem } from '../../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../../domain/kernel/result.ts';
import type { Form } from '../../../middleware/form.ts';

/** A scheme sent as a file. Refused with every error, each with line, column and path. */
export const readSchemeFile = async (form: Form): Promise<Result<EvaluationScheme, readonly Problem[]>> => {
  const file = form.file('file');
  if (file === null || file.size === 0) return refuse([errorAt('scheme-file-missing', ['file'])]);
  const read = readJsonFile(file.name, new Uint8Array(await file.arrayBuffer()), evaluationSchemeSchema, {
    schemaName: 'evaluation-scheme.schema.json',
  });
  if (!read.ok) return read;
  const scheme = parseEvaluationScheme(read.value.value);
  if (!scheme.ok) return scheme;
  const problems = checkScheme(scheme.value);
  return hasErrors(problems)
    ? refuse(problems.filter(({ severity }) => severity === 'error').map(read.value.placed))
    : ok(scheme.value);
};
