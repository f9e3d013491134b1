import { divideFractions, exactDecimal, type Fraction } from '../../kernel/fraction.ts';

/** amount ÷ factor as a decimal string without zeros at its end; null where it is none. @example 5.2万 in 人: '52000' */
export const shortDecimal = (amount: Fraction, factor: Fraction): string | null => {
  const quotient = divideFractions(amount, factor);
  const decimal = quotient === null ? null : exactDecimal(quotient);
  return decimal?.includes('.') ? decimal.replace(/\.?0+$/u, '') : decimal;
};
