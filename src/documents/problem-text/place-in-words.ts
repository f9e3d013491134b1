import type { Problem } from '../../domain/kernel/problem.ts';
import { placeWords } from './place-words.data.ts';

type Step = Problem['path'][number];

const wordOf = (step: Step): string | undefined =>
  typeof step === 'string' && Object.hasOwn(placeWords, step) ? placeWords[step] : undefined;

/**
 * 「12行3字目 計画「mirai」 › 項目「koto-2」 › エリアの1番目」: for a person who never reads JSON. Field names become
 * words, a key stands in 「」 behind what it is a key of, places in lists count from 1. The name of a file stays.
 */
export const placeInWords = ({ path, params }: Problem): string => {
  const parts: string[] = [];
  for (const [index, step] of path.entries()) {
    const word = wordOf(step);
    const last = parts.at(-1);
    // Right after a name comes a key of what it names, or a place in it.
    const follows = last !== undefined && wordOf(path[index - 1] ?? '') !== undefined;
    if (typeof step === 'number')
      if (last === undefined) parts.push(`${step + 1}番目`);
      else parts[parts.length - 1] = step > 1000 ? `${last}の${step}年度` : `${last}の${step + 1}番目`;
    else if (word !== undefined) parts.push(word);
    else if (follows) parts[parts.length - 1] = `${last}「${step}」`;
    else parts.push(step);
  }
  const line = params?.line;
  return [...(line === undefined ? [] : [`${line}行${params?.column}字目`]), parts.join(' › ')]
    .filter((part) => part !== '')
    .join(' ');
};
