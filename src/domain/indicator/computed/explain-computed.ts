import { formatDecimal } from '../../kernel/decimal.ts';
import { compareFractions, fractionOf } from '../../kernel/fraction.ts';
import type { ComputedRule } from '../indicator.ts';
import { arithmeticWords } from '../judgement/arithmetic-words.data.ts';
import type { Language } from '../judgement/judgement.ts';
import { printNumber } from '../judgement/print-figure.ts';
import type { ComputedIndicators, ComputedYear, LackingOperand } from './computed-indicator.ts';

/** One step of the arithmetic, with the indicator it makes. */
export interface ComputedLine {
  readonly indicatorKey: string;
  readonly text: string;
}

const placesOf = (decimal: string): number =>
  decimal.includes('.') ? decimal.length - decimal.indexOf('.') - 1 : 0;

const shown = (decimal: string): string => formatDecimal(decimal, placesOf(decimal)).replace('-', '−');

const joinOf: Readonly<Record<ComputedRule['operation'], string>> = {
  ratio: ' ÷ ',
  'per-resident': ' ÷ ',
  sum: ' + ',
  difference: ' − ',
};

/** × 1,000; nothing for a factor of one. A sum is bracketed where a factor follows. */
const expression = (rule: ComputedRule, operands: readonly string[]): string => {
  const plain = operands.join(joinOf[rule.operation]);
  if (compareFractions(fractionOf(rule.factor), fractionOf('1')) === 0) return plain;
  const isQuotient = rule.operation === 'ratio' || rule.operation === 'per-resident';
  return `${isQuotient ? plain : `(${plain})`} × ${shown(rule.factor)}`;
};

/** The computed indicators an indicator is made of, itself last. */
const beneath = (key: string, all: ComputedIndicators): readonly string[] => {
  const wanted = new Set([key]);
  // A set may grow while it is walked.
  for (const each of wanted)
    for (const operand of all.get(each)?.indicator.rule?.operands ?? []) wanted.add(operand);
  return [...all.keys()].filter((each) => wanted.has(each) && all.get(each)?.indicator.rule !== null);
};

const equals = (year: ComputedYear, unit: string): string => {
  if (year.value === null || year.exact === null) return '';
  const isExact = compareFractions(fractionOf(year.value), year.exact) === 0;
  return ` ${isExact ? '=' : '≒'} ${shown(year.value)}${unit}`;
};

const lackText = (
  { indicatorKey, reason }: LackingOperand,
  all: ComputedIndicators,
  language: Language,
): string => {
  const words = arithmeticWords[language];
  const name = all.get(indicatorKey)?.indicator.name ?? indicatorKey;
  return reason === 'division-by-zero'
    ? words.lacks(name, words.reasons[reason])
    : `${name}: ${words.without(words.reasons[reason])}`;
};

/**
 * The arithmetic of a computed indicator in a year, operands first: 出生率 = 出生数 480人 ÷ 人口 65,000人 × 1,000 ≒ 7.4‰.
 * Where it cannot be computed, what is lacking and why. [] for a measured indicator or a year nobody speaks of.
 */
export const explainComputed = (
  all: ComputedIndicators,
  indicatorKey: string,
  fiscalYear: number,
  language: Language = 'ja',
): readonly ComputedLine[] =>
  beneath(indicatorKey, all).flatMap((key): readonly ComputedLine[] => {
    const series = all.get(key);
    const year = series?.years.get(fiscalYear);
    const rule = series?.indicator.rule;
    if (series === undefined || year === undefined || rule == null) return [];
    const operands = rule.operands.map((operand) => {
      const made = all.get(operand);
      const known = made?.years.get(fiscalYear);
      const name = made?.indicator.name ?? operand;
      if (known?.exact == null) return name;
      // A computed operand comes in unrounded: shown with more places than it is published with.
      const figure =
        made?.indicator.rule === null && known.value !== null
          ? shown(known.value)
          : printNumber(known.exact).text;
      return `${name} ${figure}${made?.indicator.unit ?? ''}`;
    });
    const { name, unit } = series.indicator;
    return [
      { indicatorKey: key, text: `${name} = ${expression(rule, operands)}${equals(year, unit)}` },
      ...(key === indicatorKey
        ? year.lacking.map((lacking) => ({ indicatorKey: key, text: lackText(lacking, all, language) }))
        : []),
    ];
  });
