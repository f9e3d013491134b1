import { errorAt, type Problem } from '../kernel/problem.ts';

/** Characters (UTF-16 units). A whole chapter fits a long text; a pasted book does not. */
export const textLimits = { title: 200, short: 400, long: 20_000, code: 20 } as const;

/** NUL cannot be stored; the other control characters are leftovers of a copy from PDF. Tab and line ends stay. Half a surrogate pair is no character. */
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

export const checkText = (
  text: string,
  limit: number,
  path: Problem['path'],
  required = false,
): readonly Problem[] => {
  if (required && text.trim() === '') return [errorAt('text-missing', path)];
  if (text.length > limit) return [errorAt('text-too-long', path, { limit, length: text.length })];
  const found = forbidden.exec(text);
  return found === null ? [] : [errorAt('text-control-character', path, { place: found.index + 1 })];
};
