import { evaluationScheme } from '../../db/schema/evaluation.ts';
import { refused } from '../refusal.ts';
import { schemeCommands } from '../scheme/scheme-commands.ts';
import { readEvaluationScheme } from './read-evaluation-scheme.ts';

/** 評価の様式. It names its own key, which is the town's for it. */
export const {
  create: createEvaluationScheme,
  save: saveEvaluationScheme,
  adopt: adoptEvaluationScheme,
  discard: discardEvaluationScheme,
} = schemeCommands({
  table: evaluationScheme,
  action: 'evaluation.manage',
  read: readEvaluationScheme,
  stored: (scheme, _, schemeKey) => ({ ...scheme, key: schemeKey }),
  draftExists: (name) => refused('evaluation-scheme-draft-exists', ['scheme'], { name }),
  unknown: () => refused('evaluation-scheme-not-found', ['scheme']),
  adopted: (name) => refused('evaluation-scheme-adopted', ['scheme'], { name }),
});
