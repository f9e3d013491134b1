import { errorAt, type Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { parseFigure } from '../parse-figure.ts';
import { takeYear } from './noted-year.ts';
import { parseNumberText } from './parse-number-text.ts';
import { plainWidth } from './plain-width.ts';
import { isUnit } from './unit-text.ts';
import type { PlainValueText, ValueText, ValueWords } from './value-text.ts';
import { usualValueWords } from './value-words.data.ts';

const arrow = / ?(?:⇒|→|⇨|➡|➔|=>|->) ?/u;
const circles = /^([○◯〇●]+) ?/u;
const numberWithin = /[△▲−-]?\d[\d,]*(?:\.\d+)?/gu;

interface Listed {
  readonly words: readonly string[];
}

const sameWord = (a: string, b: string): boolean =>
  plainWidth(a).toLowerCase() === plainWidth(b).toLowerCase();

const findWord = <T extends Listed>(entries: readonly T[], text: string): T | undefined =>
  entries.find(({ words }) => words.some((word) => sameWord(word, text)));

const refuseText = (text: string, path: Problem['path']): Result<never, Problem> => {
  const [found = '', ...others] = text.match(numberWithin) ?? [];
  const figure = parseFigure(found, path);
  const suggestion = others.length === 0 && figure.ok ? figure.value : null;
  return refuse(
    errorAt('not-value-text', path, {
      text: text.slice(0, 60),
      ...(suggestion === null ? {} : { suggestion }),
    }),
  );
};

/** One side of an arrow, or a cell without one. `besideArrow`: a single ○ stands for a figure to be set. */
const parsePlain = (
  written: string,
  words: ValueWords,
  path: Problem['path'],
  besideArrow: boolean,
): Result<PlainValueText, Problem> => {
  const text = plainWidth(written);
  const missing = findWord(words.missing, text);
  if (missing !== undefined)
    return ok({ kind: 'missing', word: missing.words[0] ?? text, reason: missing.reason });
  const { rest, year } = takeYear(text);
  if (!year.ok) return refuse({ ...year.error, path });
  if (rest === '' && year.value !== null)
    return ok({ kind: 'milestone', word: '', stage: 'done', year: year.value });
  if (words.open.some((word) => sameWord(word, rest)))
    return ok({ kind: 'open', unit: '', year: year.value });
  const run = circles.exec(rest)?.[1] ?? '';
  if (run.length > 1 || (run.length === 1 && besideArrow) || (run !== '' && run !== rest)) {
    const unit = rest.slice(run.length).trim();
    return isUnit(unit, words) ? ok({ kind: 'open', unit, year: year.value }) : refuseText(text, path);
  }
  const milestone = findWord(words.milestones, rest);
  if (milestone !== undefined)
    return ok({
      kind: 'milestone',
      word: milestone.words[0] ?? rest,
      stage: milestone.stage,
      year: year.value,
    });
  const number = parseNumberText(rest, words, path);
  if (number === null) return refuseText(text, path);
  return number.ok ? ok({ ...number.value, year: year.value }) : number;
};

/** ✕⇒○ is from not done to done; ○⇒○ is two figures to be set. */
const isMark = (text: string, words: ValueWords): boolean => {
  const plain = plainWidth(text);
  return !circles.test(plain) && findWord(words.milestones, plain) !== undefined;
};

/**
 * What a cell of a plan or table says: a number with scale, unit and the words around it, a milestone, a reason for
 * having no figure, a figure to be set, baseline ⇒ target, or nothing. `words`: the town's vocabulary.
 * Refusals: `not-value-text`, `value-unit-unknown`, `value-arrow`, those of `parseFiscalYear`; with a suggestion
 * where exactly one number was found.
 * @example parseValueText('約１，２３４千人', []) // { kind: 'number', value: '1234', scale: '千', unit: '人', … }
 */
export const parseValueText = (
  text: string,
  path: Problem['path'],
  words: ValueWords = usualValueWords,
): Result<ValueText, Problem> => {
  const plain = plainWidth(text);
  if (plain === '') return ok({ kind: 'blank' });
  const sides = plain.split(arrow);
  const [left = '', right = ''] = sides;
  if (sides.length === 1) return parsePlain(plain, words, path, false);
  if (sides.length > 2 || left === '' || right === '')
    return refuse(errorAt('value-arrow', path, { text: text.slice(0, 60) }));
  const marks = isMark(left, words) || isMark(right, words);
  const from = parsePlain(left, words, path, !marks);
  if (!from.ok) return from;
  const to = parsePlain(right, words, path, !marks);
  return to.ok ? ok({ kind: 'transition', from: from.value, to: to.value }) : to;
};
