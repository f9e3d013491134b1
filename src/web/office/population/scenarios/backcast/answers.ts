import { answerBackcast, type BackcastAnswer } from '../../../../../domain/population/answer-backcast.ts';
import type { Worked } from '../work-out.ts';
import type { BackcastQuestion } from './question.ts';

/** The answers to a question: each lever alone and least effort of all asked for, and the curve of the pair. */
export interface BackcastAnswers {
  readonly question: BackcastQuestion;
  readonly each: BackcastAnswer;
  /** Of the pair, whether asked for or not; null where the pair is one lever */
  readonly pair: BackcastAnswer['pair'];
}

/** null: the scenario has no aim. */
export const backcastAnswers = (worked: Worked, question: BackcastQuestion): BackcastAnswers | null => {
  const { content, assumptions } = worked;
  if (content.aim === null) return null;
  const ask = (kinds: BackcastQuestion['kinds']) =>
    answerBackcast(content, assumptions, content.aim ?? { year: 0, total: 0 }, kinds, question.fromYear);
  return { question, each: ask(question.kinds), pair: ask(question.pair).pair };
};
