import type { LeverAlone } from '../../../../../domain/population/answer-backcast.ts';
import type { LeverRange } from '../../../../../domain/population/lever-ranges.data.ts';
import { wholePersons } from '../../../../text/population-names.ts';

/** 1.83, +120人／年: a value of a lever with its unit. */
export const leverWords = (
  { decimals, unit }: Pick<LeverRange, 'decimals' | 'unit'>,
  value: number,
): string => `${value.toFixed(decimals)}${unit}`;

/** What it would take, in words: 「いまの1.54を2.31にすると届きます。」 */
export const aloneWords = (
  { reached, value, total }: LeverAlone,
  range: LeverRange,
  now: number,
  aim: number,
): string => {
  const [before, after] = [now.toFixed(range.decimals), leverWords(range, value)];
  if (reached)
    return before === after ? `いまの${before}のままで届きます。` : `${before}を${after}にすると届きます。`;
  const missing = Math.round(aim) - Math.round(total);
  return missing > 0
    ? `${after}まで動かしても${wholePersons(total)}人で、${wholePersons(missing)}人足りません。`
    : `${after}まで動かしても${wholePersons(total)}人で、目標より${wholePersons(-missing)}人多くなります。`;
};
