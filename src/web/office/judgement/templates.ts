import { parseJudgementScheme } from '../../../app/judgement/read-judgement-scheme.ts';
import { templatesOf } from '../schemes/templates.ts';

/** What a town that has no rule yet begins with. */
const first = 'five-grades';

export const schemeTemplates = templatesOf(
  'judgement',
  parseJudgementScheme,
  (a, b) => Number(b.key === first) - Number(a.key === first),
);
