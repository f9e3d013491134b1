import type { Hono } from 'hono';
import { parseEvaluationScheme } from '../../../../app/evaluation/read-evaluation-scheme.ts';
import { readEvaluationSchemes } from '../../../../app/evaluation/read-evaluation-schemes.ts';
import { createEvaluationScheme } from '../../../../app/evaluation/save-evaluation-scheme.ts';
import type { EvaluationScheme } from '../../../../domain/evaluation/evaluation-scheme.ts';
import type { WebDeps } from '../../../deps.ts';
import type { OfficeEnv } from '../../../middleware/session.ts';
import { type SchemeStart, startRoutes } from '../../schemes/start-routes.tsx';
import { readSchemeFile } from './scheme-file.ts';
import { summaryOf } from './summary.ts';
import { evaluationTemplates } from './templates.ts';

const start: SchemeStart<EvaluationScheme> = {
  action: 'evaluation.manage',
  versions: 'evaluation/schemes',
  words: {
    title: '評価の様式を作る',
    current: 'programmes',
    breadcrumb: (office) => [
      { label: '評価の回', href: `${office}/evaluation` },
      { label: '評価の様式', href: `${office}/evaluation/schemes` },
    ],
    explained:
      '近いものを選ぶと、それを写した下書きができます。次の画面で、シートの見え方を確かめながら直せます。採用するまで、何も変わりません。',
    copied: 'ひな形や、町の様式から',
    own: '町の様式',
    noteOf: summaryOf,
  },
  templates: evaluationTemplates,
  load: readEvaluationSchemes,
  parse: parseEvaluationScheme,
  readFile: readSchemeFile,
  keyOf: ({ key }) => key,
  // Its commands write the key into it.
  withKey: (scheme) => scheme,
  create: createEvaluationScheme,
};

/** 評価の様式を作る: from a town's, from one's own, or from a file. */
export const schemeStartRoutes = (deps: WebDeps): Hono<OfficeEnv> => startRoutes(start, deps);
