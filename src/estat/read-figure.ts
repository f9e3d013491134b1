import { errorAt, type Problem } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';

/**
 * 値: a figure, or a symbol in its place. 「-」 is 該当数字がないもの: nobody, which is 0 in a count of persons. Every other
 * symbol (X 秘匿, *** 得られない, …) is a figure that is not known, and never 0.
 */
export const readFigure = (
  text: string,
  symbols: ReadonlyMap<string, string>,
  place: Problem['path'],
): Result<{ readonly value: number; readonly isDash: boolean }, Problem> => {
  if (/^\d+(?:\.\d+)?$/u.test(text)) return ok({ value: Number(text), isDash: false });
  if (/^-\d/u.test(text)) return refuse(errorAt('estat-negative', place, { text }));
  const meaning = symbols.get(text) ?? '';
  if (/^[-－‐―ー]$/u.test(text) && !/秘匿/u.test(meaning)) return ok({ value: 0, isDash: true });
  return refuse(errorAt('estat-symbol', place, { text, meaning }));
};
