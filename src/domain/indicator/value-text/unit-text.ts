import { type Fraction, fractionOf, wholeFraction } from '../../kernel/fraction.ts';
import { plainWidth } from './plain-width.ts';
import type { ValueWords } from './value-text.ts';

/** The scale a text begins with: 千人 → 千. '' where there is none. */
export const scaleAtStart = (text: string, { scales }: Pick<ValueWords, 'scales'>): string =>
  // Longest first: 百万 before 百, whatever the order of the data.
  scales
    .map(({ word }) => word)
    .filter((word) => text.startsWith(word))
    .reduce((longest, word) => (word.length > longest.length ? word : longest), '');

export const scaleFactor = (scale: string, { scales }: Pick<ValueWords, 'scales'>): Fraction => {
  const known = scales.find(({ word }) => word === scale);
  if (known === undefined && scale !== '') throw new Error(`a known scale is required, not ${scale}`);
  return known === undefined ? wholeFraction(1) : fractionOf(known.factor);
};

/** A unit of the list, or one per another: 人/年, 件/千人. */
export const isUnit = (text: string, words: Pick<ValueWords, 'units' | 'scales'>): boolean => {
  const known = (unit: string): boolean => words.units.some((one) => plainWidth(one) === unit);
  if (text === '' || known(text)) return true;
  const slash = text.lastIndexOf('/');
  if (slash <= 0) return false;
  const [above, below] = [text.slice(0, slash), text.slice(slash + 1)];
  return known(above) && known(below.slice(scaleAtStart(below, words).length));
};
