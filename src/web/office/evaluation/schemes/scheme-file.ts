import { evaluationSchemeSchema } from '../../../../app/evaluation/evaluation-scheme-schema.ts';
import { parseEvaluationScheme } from '../../../../app/evaluation/read-evaluation-scheme.ts';
import { checkScheme } from '../../../../domain/evaluation/check-scheme.ts';
import { schemeFileReader } from '../../schemes/scheme-file.ts';

/** 評価の様式 sent as a file. */
export const readSchemeFile = schemeFileReader({
  schema: evaluationSchemeSchema,
  schemaName: 'evaluation-scheme.schema.json',
  parse: parseEvaluationScheme,
  check: checkScheme,
});
