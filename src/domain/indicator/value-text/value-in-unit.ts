import { fractionOf, multiplyFractions } from '../../kernel/fraction.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { plainWidth } from './plain-width.ts';
import { shortDecimal } from './short-decimal.ts';
import { scaleAtStart, scaleFactor } from './unit-text.ts';
import type { NumberText, ValueWords } from './value-text.ts';
import { usualValueWords } from './value-words.data.ts';

/**
 * The number as a decimal string in `unit`, the unit of an indicator: 1,234千人 in 人 is 1234000, 450万円 in 百万円 is
 * 4.5. A number without a unit is taken as it stands. Another unit is refused (`value-unit-differs`).
 */
export const valueInUnit = (
  number: Pick<NumberText, 'value' | 'scale' | 'unit'>,
  unit: string,
  path: Problem['path'],
  words: ValueWords = usualValueWords,
): Result<string, Problem> => {
  const wanted = plainWidth(unit);
  const wantedScale = scaleAtStart(wanted, words);
  const base = wanted.slice(wantedScale.length);
  const written = plainWidth(number.unit);
  // 1,234 in a column of 千人 counts thousands; 1,234千 in it says so once more.
  if (written === '' && (number.scale === '' || number.scale === wantedScale)) return ok(number.value);
  if (written !== '' && written !== base)
    return refuse(
      errorAt('value-unit-differs', path, { unit: `${number.scale}${number.unit}`, expected: unit }),
    );
  if (number.scale === wantedScale) return ok(number.value);
  const amount = multiplyFractions(fractionOf(number.value), scaleFactor(number.scale, words));
  const decimal = shortDecimal(amount, scaleFactor(wantedScale, words));
  if (decimal === null) throw new Error('a quotient of powers of ten is a decimal');
  return ok(decimal);
};
