import { formatDecimal } from '../../kernel/decimal.ts';
import { printYear, printYearAlone } from './noted-year.ts';
import type { NumberText, ValueText } from './value-text.ts';

export type NegativeSign = '△' | '▲' | '-' | '−';

const boundWords = { 'at-least': '以上', 'at-most': '以下', above: '超', below: '未満' } as const;

const printNumber = (
  { value, scale, unit, approximate, cumulative, bound }: NumberText,
  negative: NegativeSign,
): string => {
  const places = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;
  const digits = formatDecimal(value.replace('-', ''), places);
  return [
    cumulative ?? '',
    approximate ? '約' : '',
    value.startsWith('-') ? negative : '',
    digits,
    scale,
    unit,
    bound === null ? '' : boundWords[bound],
  ].join('');
};

/**
 * The text in its plain form: thousands separated, years by era. What is printed reads back as the same.
 * @example '延べ約1,234千人以上（令和6年度）'
 */
export const printValueText = (text: ValueText, negative: NegativeSign = '△'): string => {
  switch (text.kind) {
    case 'blank':
      return '';
    case 'missing':
      return text.word;
    case 'milestone':
      return text.word === '' && text.year !== null
        ? printYearAlone(text.year)
        : `${text.word}${printYear(text.year)}`;
    case 'open':
      return `○○${text.unit}${printYear(text.year)}`;
    case 'number':
      return `${printNumber(text, negative)}${printYear(text.year)}`;
    case 'transition':
      return `${printValueText(text.from, negative)}⇒${printValueText(text.to, negative)}`;
  }
};
