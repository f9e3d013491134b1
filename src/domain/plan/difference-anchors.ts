import { ALIGNMENT_LIMIT, alignTokens, type Match } from './difference-alignment.ts';
import { longestIncreasing } from './longest-increasing.ts';

/** Tokens that occur once in both sequences and in the same order (patience difference). */
const uniqueAnchors = (old: readonly string[], now: readonly string[]): Match[] => {
  const once = (tokens: readonly string[]): Map<string, number> => {
    const places = new Map<string, number>();
    tokens.forEach((token, position) => {
      places.set(token, places.has(token) ? -1 : position);
    });
    return places;
  };
  const inNew = once(now);
  const pairs: Match[] = [];
  for (const [token, position] of once(old)) {
    const there = inNew.get(token) ?? -1;
    if (position >= 0 && there >= 0) pairs.push([position, there]);
  }
  pairs.sort((a, b) => a[0] - b[0]);
  return longestIncreasing(pairs.map(([, there]) => there)).flatMap((at) => pairs.slice(at, at + 1));
};

// The table has one row and column more than there are tokens.
const fitsTable = (old: readonly string[], now: readonly string[]): boolean =>
  (old.length + 1) * (now.length + 1) <= ALIGNMENT_LIMIT;

const matchInner = (old: readonly string[], now: readonly string[]): Match[] => {
  if (old.length === 0 || now.length === 0) return [];
  if (fitsTable(old, now)) return alignTokens(old, now);
  const matches: Match[] = [];
  let [oldFrom, newFrom] = [0, 0];
  const anchors = uniqueAnchors(old, now);
  // Too long and nothing to hold on to: the whole stretch is shown as replaced.
  if (anchors.length === 0) return [];
  for (const anchor of [...anchors, [old.length, now.length] as const]) {
    for (const [i, j] of matchTokens(old.slice(oldFrom, anchor[0]), now.slice(newFrom, anchor[1]))) {
      matches.push([oldFrom + i, newFrom + j]);
    }
    if (anchor[0] < old.length) matches.push(anchor);
    [oldFrom, newFrom] = [anchor[0] + 1, anchor[1] + 1];
  }
  return matches;
};

/**
 * Kept tokens of two sequences of any length. The weighted table where it is small enough; else equal ends
 * are set aside, the rest is cut at anchors, and again. Work is at most about 1,000 steps a token, whatever the texts hold.
 */
export const matchTokens = (old: readonly string[], now: readonly string[]): Match[] => {
  if (fitsTable(old, now)) return alignTokens(old, now);
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const matches: Match[] = Array.from({ length: start }, (_, at) => [at, at]);
  const inner = matchInner(old.slice(start, old.length - end), now.slice(start, now.length - end));
  for (const [i, j] of inner) matches.push([start + i, start + j]);
  for (let at = end; at > 0; at--) matches.push([old.length - at, now.length - at]);
  return matches;
};
