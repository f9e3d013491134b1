import type { Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';

/** Full-width digits and signs are the same characters to a Japanese keyboard; NFKC makes them one. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^[△▲−‐―–-]\s*/u, '-')
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/gu, '');

const decimal = /^-?(?:\d{1,15})(?:\.\d{1,10})?$/u;
const numbersWithin = /-?\d+(?:\.\d+)?/gu;

/** '0120' and '-0' are typed, '120' and '0' are meant. */
const canonical = (text: string): string => {
  const trimmed = text.replace(/^(-?)0+(?=\d)/u, '$1');
  return /^-0(?:\.0*)?$/u.test(trimmed) ? trimmed.slice(1) : trimmed;
};

/**
 * A figure as a person types it (1,234 / １２０ / △5 / 6.77) to a decimal string; '' to null: not entered.
 * Refused: anything with words (約120, 120人), with the one number found in it as a suggestion.
 * @example parseFigure('１,２３４', ['令和6年度', '実績値']) // => { ok: true, value: '1234' }
 */
export const parseFigure = (text: string, path: Problem['path']): Result<string | null, Problem> => {
  const figure = plain(text);
  if (figure === '') return ok(null);
  if (decimal.test(figure)) return ok(canonical(figure));
  const [found, ...others] = figure.match(numbersWithin) ?? [];
  const suggested = found !== undefined && others.length === 0 && decimal.test(found);
  return refuse({
    code: 'not-a-number',
    path,
    severity: 'error',
    params: { text: text.slice(0, 60), ...(suggested ? { suggestion: canonical(found) } : {}) },
  });
};
