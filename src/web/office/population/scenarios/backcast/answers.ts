import { answerBackcast, type BackcastAnswer } from '../../../../../domain/population/answer-backcast.ts';
import type { Worked } from '../work-out.ts';
import type { BackcastQuestion } from './question.ts';

/** The answers to a question: each lever alone and least effort of all asked for, and the curve of the pair. */
export interface BackcastAnswers {
  readonly question: BackcastQuestion;
  readonly each: BackcastAnswer;
  /** With all other levers asked for at rest */
  readonly pair: BackcastAnswer['pair'];
}

/** null: the scenario has no aim. */
export const backcastAnswers = (worked: Worked, question: BackcastQuestion): BackcastAnswers | null => {
  const { content, assumptions } = worked;
  const { aim } = content;
  if (aim === null) return null;
  const { kinds, pair, fromYear } = question;
  // The curve is of the first two asked for: where the pair is among them, one answer says it all.
  const isAmong = pair.every((kind) => kinds.includes(kind));
  const others = kinds.filter((kind) => !pair.includes(kind));
  const each = answerBackcast(content, assumptions, aim, isAmong ? [...pair, ...others] : kinds, fromYear);
  if (isAmong) return { question, each, pair: each.pair };
  const levers = content.levers.filter(({ kind }) => pair.includes(kind) || !kinds.includes(kind));
  return {
    question,
    each,
    pair: answerBackcast({ ...content, levers }, assumptions, aim, pair, fromYear).pair,
  };
};
