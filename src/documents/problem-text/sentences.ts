import type { Problem } from '../../domain/kernel/problem.ts';
import { accessSentences } from './access-sentences.data.ts';
import { budgetSentences } from './budget-sentences.data.ts';
import { collectionSentences } from './collection-sentences.data.ts';
import { cycleSentences } from './cycle-sentences.data.ts';
import { estatSentences } from './estat-sentences.data.ts';
import { evaluationRoundSentences } from './evaluation-round-sentences.data.ts';
import { evaluationSentences } from './evaluation-sentences.data.ts';
import { fileSentences } from './file-sentences.data.ts';
import { implementationSentences } from './implementation-sentences.data.ts';
import { judgementSentences } from './judgement-sentences.data.ts';
import { judgementYearSentences } from './judgement-year-sentences.data.ts';
import { kernelSentences } from './kernel-sentences.data.ts';
import { planSentences } from './plan-sentences.data.ts';
import { populationFileSentences } from './population-file-sentences.data.ts';
import { populationScenarioSentences } from './population-scenario-sentences.data.ts';
import { populationSentences } from './population-sentences.data.ts';
import { populationSeriesSentences } from './population-series-sentences.data.ts';
import { programmeSentences } from './programme-sentences.data.ts';
import { townSentences } from './town-sentences.data.ts';

type Params = Readonly<Record<string, unknown>>;

/** What happened and what to do, by code. Where it happened is printed beside it, from the path. */
export type Sentences = Readonly<Record<string, string | ((params: Params) => string)>>;

const sentences: Sentences = {
  // First: the words other parts have for the same code are the more general ones.
  ...collectionSentences,
  ...cycleSentences,
  ...kernelSentences,
  ...townSentences,
  ...planSentences,
  ...fileSentences,
  ...accessSentences,
  ...implementationSentences,
  ...judgementSentences,
  ...judgementYearSentences,
  ...budgetSentences,
  ...populationSentences,
  ...populationFileSentences,
  ...populationScenarioSentences,
  ...populationSeriesSentences,
  ...estatSentences,
  ...programmeSentences,
  ...evaluationSentences,
  ...evaluationRoundSentences,
};

export const knownProblemCodes: ReadonlySet<string> = new Set(Object.keys(sentences));

/** Japanese sentence of a problem of plans, towns and their data files. @throws for a code without words. */
export const problemSentence = ({ code, params }: Problem): string => {
  const known = sentences[code];
  if (known === undefined) throw new Error(`problemSentence has no words for ${code}`);
  return typeof known === 'string' ? known : known(params ?? {});
};

/** 「ファイル 12行目 plans › 0 › …」: as far as the place is known. */
export const problemPlace = ({ path, params }: Problem): string => {
  const line = params?.line;
  const [first, ...rest] = path;
  const where = line === undefined ? [] : [`${line}行${params?.column}字目`];
  return [first === undefined ? '' : String(first), ...where, rest.join(' › ')]
    .filter((part) => part !== '')
    .join(' ');
};
