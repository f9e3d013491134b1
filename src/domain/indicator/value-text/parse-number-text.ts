import {
  addFractions,
  compareFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  wholeFraction,
} from '../../kernel/fraction.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { parseFigure } from '../parse-figure.ts';
import { shortDecimal } from './short-decimal.ts';
import { isUnit, scaleAtStart, scaleFactor } from './unit-text.ts';
import type { NumberText, ValueWords } from './value-text.ts';

const cumulativeWords = { 延べ: '延べ', のべ: '延べ', 延: '延べ', 累計: '累計', 累積: '累計' } as const;
const isCumulativeWord = (word: string): word is keyof typeof cumulativeWords =>
  Object.hasOwn(cumulativeWords, word);

const boundWords = { 以上: 'at-least', 以下: 'at-most', 超: 'above', 未満: 'below' } as const;
const isBoundWord = (word: string): word is keyof typeof boundWords => Object.hasOwn(boundWords, word);

const front = /^(約|およそ|おおよそ|おおむね|概ね|延べ|のべ|延(?!長)|累計|累積) ?/u;
const back = /(以上|以下|超|未満|程度|前後|くらい|ぐらい|弱|強|\((?:延べ|のべ|累計|累積)\)) ?$/u;
const sign = /^[△▲−‐―–+-] ?/u;
const figure = /^\d[\d,]*(?:\.\d+)?/u;

interface Around {
  readonly core: string;
  readonly approximate: boolean;
  readonly cumulative: NumberText['cumulative'];
  readonly bound: NumberText['bound'];
}

/** Words around the number, in whatever order they stand; a word said twice differently ends it. */
const strip = (text: string): Around => {
  let around: Around = { core: text, approximate: false, cumulative: null, bound: null };
  for (;;) {
    const found = front.exec(around.core) ?? back.exec(around.core);
    if (found === null) return around;
    const word = (found[1] ?? '').replaceAll(/[()]/gu, '');
    const core = (
      found.index === 0 ? around.core.slice(found[0].length) : around.core.slice(0, found.index)
    ).trim();
    if (isCumulativeWord(word)) around = { ...around, core, cumulative: cumulativeWords[word] };
    else if (isBoundWord(word)) {
      if (around.bound !== null) return around;
      around = { ...around, core, bound: boundWords[word] };
    } else around = { ...around, core, approximate: true };
  }
};

interface Scaled {
  readonly value: string;
  readonly scale: string;
  readonly unit: string;
}

const asScaled = (amount: Fraction, scale: string, factor: Fraction, unit: string): Scaled | null => {
  const value = shortDecimal(amount, factor);
  // Beyond the digits a figure may have, it is none.
  return value !== null && parseFigure(value, []).ok ? { value, scale, unit } : null;
};

/** 1億2,000万円: the amount counted in the smallest scale named. null: no number of this form. */
const readScaled = (text: string, words: ValueWords): Scaled | null => {
  const negative = sign.exec(text);
  let rest = negative === null ? text : text.slice(negative[0].length);
  const minus = negative !== null && !negative[0].startsWith('+');
  let [amount, before]: [Fraction, Fraction | null] = [wholeFraction(0), null];
  for (let part = 0; ; part += 1) {
    const written = figure.exec(rest)?.[0];
    if (written === undefined) return null;
    const read = parseFigure(`${minus ? '-' : ''}${written}`, []);
    if (!read.ok || read.value === null) return null;
    rest = rest.slice(written.length).trim();
    const scale = scaleAtStart(rest, words);
    const factor = scaleFactor(scale, words);
    rest = rest.slice(scale.length).trim();
    const goesOn = scale !== '' && figure.test(rest);
    // As written, with its zeros, where there is one part only.
    if (part === 0 && !goesOn) return { value: read.value, scale, unit: rest };
    const here = multiplyFractions(fractionOf(read.value), factor);
    const size = multiplyFractions(fractionOf(read.value.replace('-', '')), factor);
    // 2万3億 and 1億20,000万 are no way of counting.
    if (before !== null && compareFractions(size, before) >= 0) return null;
    if (before !== null && compareFractions(factor, before) >= 0) return null;
    amount = addFractions(amount, here);
    before = factor;
    if (!goesOn) return asScaled(amount, scale, factor, rest);
  }
};

const refuseUnit = (text: string, { value, scale, unit }: Scaled, path: Problem['path']) =>
  refuse(
    errorAt('value-unit-unknown', path, {
      text: text.slice(0, 60),
      unit: unit.slice(0, 40),
      suggestion: `${value}${scale}`,
    }),
  );

/** 約1,234千人以上 in plain width to its parts; null where it is no number at all. */
export const parseNumberText = (
  text: string,
  words: ValueWords,
  path: Problem['path'],
): Result<Omit<NumberText, 'year'>, Problem> | null => {
  const { core, ...said } = strip(text);
  const scaled = readScaled(core, words);
  if (scaled === null) return null;
  const unit = scaled.unit.replaceAll(' ', '');
  // Two numbers (10-20%, 5/8) are no number with a unit.
  if (!isUnit(unit, words)) return /\d/u.test(unit) ? null : refuseUnit(text, scaled, path);
  return ok({ kind: 'number', ...said, ...scaled, unit });
};
