import { errorAt, type Problem } from '../kernel/problem.ts';
import type { Source } from '../kernel/source.ts';

/** Characters (UTF-16 units). A whole chapter fits a long text; a pasted book does not. */
export const textLimits = { title: 200, short: 400, long: 20_000, code: 20, address: 2_000 } as const;

/** NUL cannot be stored; the other control characters are leftovers of a copy from PDF. Tab and line ends stay. Half a surrogate pair is no character. */
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

export const checkText = (
  text: string,
  limit: number,
  path: Problem['path'],
  required = false,
): readonly Problem[] => {
  if (required && text.trim() === '') return [errorAt('text-missing', path)];
  if (text.length > limit) return [errorAt('text-too-long', path, { limit, length: text.length })];
  const found = forbidden.exec(text);
  return found === null ? [] : [errorAt('text-control-character', path, { place: found.index + 1 })];
};

/** 出典, each part by itself; `path` ends with the field that holds the source. */
export const checkSource = (source: Source | null, path: Problem['path']): readonly Problem[] =>
  source === null
    ? []
    : [
        ...checkText(source.document, textLimits.short, [...path, 'document'], true),
        ...(['publisher', 'place', 'date'] as const).flatMap((part) =>
          checkText(source[part] ?? '', textLimits.short, [...path, part]),
        ),
        ...checkText(source.url ?? '', textLimits.address, [...path, 'url']),
      ];
