import { type Fraction, fractionOf, multiplyFractions } from '../../kernel/fraction.ts';
import type { Judgeable } from './judgeable.ts';

/**
 * A figure of `fiscalYear` in the unit used last; null where a change of unit in between has no factor.
 * @example inNewestUnit({ unitChanges: [{ fromFiscalYear: 2022, unit: '人', factor: '1000' }] }, '1.2', 2021) // => 1200.0
 */
export const inNewestUnit = (
  { unitChanges }: Pick<Judgeable, 'unitChanges'>,
  text: string,
  fiscalYear: number,
): Fraction | null => {
  let figure = fractionOf(text);
  if (unitChanges.length === 0) return figure;
  for (const { fromFiscalYear, factor } of unitChanges)
    if (fiscalYear < fromFiscalYear) {
      if (factor === null) return null;
      figure = multiplyFractions(figure, fractionOf(factor));
    }
  return figure;
};
