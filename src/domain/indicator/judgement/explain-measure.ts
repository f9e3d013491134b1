import { type Fraction, fractionOf, signOfFraction, wholeFraction } from '../../kernel/fraction.ts';
import type { ArithmeticWords } from './arithmetic-words.data.ts';
import { earlierFigure } from './earlier-figure.ts';
import { expectedFigure } from './expected-figure.ts';
import { type Figure, isReason } from './figure.ts';
import { progress, required, startOfProgress } from './formula.ts';
import type { JudgementScheme } from './judgement-scheme.ts';
import type { Measure, Orientation, TargetChoice } from './measure.ts';
import { type Printed, printMeasure, printNumber } from './print-figure.ts';
import { joinedError } from './standard-error.ts';
import type { Standing } from './standing.ts';
import { type Compute, targetFinder } from './target-figure.ts';

export interface ExplainContext {
  readonly scheme: JudgementScheme;
  readonly measures: ReadonlyMap<string, Compute>;
  readonly standing: Standing;
  readonly words: ArithmeticWords;
}

/** A figure inside an expression: a negative one in brackets. */
const operand = (figure: Figure): string => {
  if (isReason(figure)) return '?';
  const { text } = printNumber(figure);
  return signOfFraction(figure) < 0 ? `(${text})` : text;
};

const equals = ({ text, exact }: Printed): string => `${exact ? '=' : '≒'} ${text}`;
/** Shares with two places at least: 0.40 */
const shareText = (share: Fraction): Printed => printNumber(share, 2);

const minus = (a: string, b: string): string => `(${a} − ${b})`;

/** x − from as the orientation turns it: where less is better, from − x. */
const turned = (orientation: Orientation, { indicator }: Standing, x: string, from: string): string =>
  orientation === 'desired' && indicator.sense < 0 ? `${from} − ${x}` : `${x} − ${from}`;

const targetText = (choice: TargetChoice, standing: Standing): string =>
  operand(targetFinder(choice)(standing).figure);

const progressText = (choice: TargetChoice, standing: Standing): string => {
  const start = operand(startOfProgress(standing.indicator));
  return `${minus(operand(standing.figure), start)} ÷ ${minus(targetText(choice, standing), start)}`;
};

const magnitude = (text: string): string => (text.startsWith('(') ? `|${text.slice(1, -1)}|` : text);

const expectedText = ({ indicator, fiscalYear }: Standing): string =>
  operand(expectedFigure(indicator, fiscalYear));

const requiredText = (
  measure: Measure & { formula: 'required' | 'attainment' },
  { scheme, standing, words }: ExplainContext,
): string => {
  const rule = measure.required;
  const target = targetFinder(measure.target)(standing);
  const start = scheme.planStart ?? 0;
  if (rule.by === 'table') return words.planYear(standing.fiscalYear - start + 1);
  if (rule.by === 'path') {
    const from = operand(startOfProgress(standing.indicator));
    return `${minus(expectedText(standing), from)} ÷ ${minus(operand(target.figure), from)}`;
  }
  const first =
    rule.since === 'plan-start' ? start - 1 : (standing.indicator.judgeable.baseline?.fiscalYear ?? 0);
  const all = target.fiscalYear - first;
  return `${Math.min(standing.fiscalYear - first, all)} ÷ ${all}`;
};

const ratioText = (standing: Standing, x: string, t: string, falling: 'inverse' | 'mirrored'): string => {
  if (standing.indicator.sense > 0) return `${x} ÷ ${t}`;
  return falling === 'inverse' ? `${t} ÷ ${x}` : `2 − ${x} ÷ ${t}`;
};

/** x − t; for a range, how far inside it. */
const apart = (
  choice: TargetChoice,
  orientation: Orientation,
  standing: Standing,
  words: ArithmeticWords,
): string => {
  const x = operand(standing.figure);
  const { direction, range } = standing.indicator.judgeable;
  if (orientation === 'as-written' || direction !== 'range')
    return turned(orientation, standing, x, targetText(choice, standing));
  const sides = [
    ...(range?.from == null ? [] : [`${x} − ${operand(fractionOf(range.from))}`]),
    ...(range?.to == null ? [] : [`${operand(fractionOf(range.to))} − ${x}`]),
  ];
  return sides.length === 1
    ? sides.join('')
    : `${words.smaller} ${sides.map((side) => `(${side})`).join(', ')}`;
};

const errorsText = (
  { against, orientation }: Measure & { formula: 'standard-errors' },
  standing: Standing,
  words: ArithmeticWords,
): string => {
  const before = 'from' in against ? earlierFigure(standing, against.from) : null;
  const error = joinedError(standing, before);
  const distance =
    'target' in against
      ? apart(against.target, orientation, standing, words)
      : turned(orientation, standing, operand(standing.figure), operand(before?.figure ?? 'no-previous'));
  return `(${distance}) ÷ ${error === null ? '?' : printNumber(error).text}`;
};

/** The right-hand side in figures; '' for the combinations, which are told by their parts. */
const expression = (measure: Measure, context: ExplainContext): string => {
  const { standing, words } = context;
  const x = operand(standing.figure);
  switch (measure.formula) {
    case 'value':
      return '';
    case 'ratio':
      return `${x} ÷ ${targetText(measure.target, standing)}`;
    case 'inverse-ratio':
      return `${targetText(measure.target, standing)} ÷ ${x}`;
    case 'mirrored-ratio':
      return `2 − ${x} ÷ ${targetText(measure.target, standing)}`;
    case 'ratio-in-direction':
      return ratioText(standing, x, targetText(measure.target, standing), measure.falling);
    case 'expected-ratio':
      return ratioText(standing, x, expectedText(standing), 'inverse');
    case 'progress':
      return progressText(measure.target, standing);
    case 'required':
      return requiredText(measure, context);
    case 'attainment': {
      const made = progress(measure.target)(standing);
      const asked = required(measure.target, measure.required, context.scheme.planStart)(standing);
      return isReason(made) || isReason(asked) ? '' : `${shareText(made).text} ÷ ${shareText(asked).text}`;
    }
    case 'change':
      return turned(measure.orientation, standing, x, operand(earlierFigure(standing, measure.from).figure));
    case 'relative-change': {
      const from = operand(earlierFigure(standing, measure.from).figure);
      return `(${turned(measure.orientation, standing, x, from)}) ÷ ${magnitude(from)}`;
    }
    case 'difference':
      return apart(measure.target, measure.orientation, standing, words);
    case 'relative-difference': {
      const t = targetText(measure.target, standing);
      return `(${turned(measure.orientation, standing, x, t)}) ÷ ${magnitude(t)}`;
    }
    case 'standard-errors':
      return errorsText(measure, standing, words);
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
      return '';
  }
};

const one = wholeFraction(1);

/** 0.5 × 80% + 0.5 × 60%, or the smaller of several. */
const combined = (
  measure: Measure & { formula: 'sum' | 'mean' | 'min' | 'max' },
  { scheme, measures, standing, words }: ExplainContext,
): string => {
  const parts = measure.of.map(({ measure: key, weight }) => {
    const part = measures.get(key)?.(standing) ?? 'no-value';
    const text = isReason(part) ? '?' : printMeasure(scheme, key, part).text;
    return weight === String(one.numerator) ? text : `${weight} × ${text}`;
  });
  if (measure.formula === 'min') return `${words.smaller}: ${parts.join(', ')}`;
  if (measure.formula === 'max') return `${words.larger}: ${parts.join(', ')}`;
  const sum = parts.join(' + ');
  if (measure.formula === 'sum') return sum;
  const weights = measure.of.map(({ weight }) => weight);
  return `(${sum}) ÷ ${weights.every((weight) => weight === '1') ? weights.length : `(${weights.join(' + ')})`}`;
};

/** The arithmetic of one measure; of what it is made of, first. `seen`: measures already told. */
export const explainMeasure = (
  measureKey: string,
  context: ExplainContext,
  seen: Set<string>,
): readonly { readonly measure: string; readonly text: string }[] => {
  const measure = context.scheme.measures[measureKey];
  const compute = context.measures.get(measureKey);
  if (measure === undefined || compute === undefined || seen.has(measureKey)) return [];
  seen.add(measureKey);
  const { standing, words, scheme } = context;
  const lines =
    'of' in measure ? measure.of.flatMap((part) => explainMeasure(part.measure, context, seen)) : [];
  const value = compute(standing);
  const line = (text: string) => ({ measure: measureKey, text });
  if (isReason(value)) return [...lines, line(words.lacks(measure.name, words.reasons[value]))];
  const parts = [];
  if (measure.formula === 'attainment') {
    const made = progress(measure.target)(standing);
    const asked = required(measure.target, measure.required, scheme.planStart)(standing);
    if (!isReason(made))
      parts.push(
        line(`${words.progress} = ${progressText(measure.target, standing)} ${equals(shareText(made))}`),
      );
    if (!isReason(asked))
      parts.push(line(`${words.required} = ${requiredText(measure, context)} ${equals(shareText(asked))}`));
  }
  const right = 'of' in measure ? combined(measure, context) : expression(measure, context);
  const result = equals(
    measure.formula === 'progress' || measure.formula === 'required'
      ? shareText(value)
      : printMeasure(scheme, measureKey, value),
  );
  return [...lines, ...parts, line(`${measure.name} ${right === '' ? '' : `= ${right} `}${result}`)];
};
