import { parseEvaluationScheme } from '../../../../app/evaluation/read-evaluation-scheme.ts';
import { templatesOf } from '../../schemes/templates.ts';

export const evaluationTemplates = templatesOf('evaluation', parseEvaluationScheme, (a, b) =>
  a.scheme.name.localeCompare(b.scheme.name, 'ja'),
);
