import type { BreakdownDimension } from './indicator.ts';

/** 'age:20s/score:7' as pairs of dimension and category; '' is the whole and has none. */
export const cellParts = (breakdown: string): readonly (readonly [dimension: string, category: string])[] =>
  breakdown === ''
    ? []
    : breakdown.split('/').map((part) => {
        const at = part.indexOf(':');
        return [part.slice(0, at), part.slice(at + 1)];
      });

/** The key of a cell, its dimensions in the order of the indicator. */
export const cellKey = (
  dimensions: readonly Pick<BreakdownDimension, 'key'>[],
  chosen: Readonly<Record<string, string>>,
): string =>
  dimensions
    .filter(({ key }) => chosen[key] !== undefined)
    .map(({ key }) => `${key}:${chosen[key]}`)
    .join('/');

/** 20歳代×7点; a category nobody knows any more by its key. */
export const cellName = (dimensions: readonly BreakdownDimension[], breakdown: string): string =>
  cellParts(breakdown)
    .map(
      ([dimension, category]) =>
        dimensions.find(({ key }) => key === dimension)?.categories.find(({ key }) => key === category)
          ?.name ?? category,
    )
    .join('×');
