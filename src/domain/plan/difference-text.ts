import { matchTokens } from './difference-anchors.ts';
import { mergeRewritten } from './difference-rewritten.ts';
import { slideChanges, type TokenRun } from './difference-slide.ts';
import { splitSentences, splitWords, WORD_SPLIT_LIMIT } from './difference-words.ts';

/**
 * One stretch of a comparison. Reading `same` and `removed` gives the old text exactly, `same` and `added` the
 * new one. Where both stand at one place, `removed` comes first.
 */
export interface Segment {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** What the old text looks like: 旧 of a comparison table, or the segments to undo the change. */
export const oldSide = (segments: readonly Segment[]): Segment[] =>
  segments.filter((s) => s.kind !== 'added');
/** What the new text looks like: 新 of a comparison table. */
export const newSide = (segments: readonly Segment[]): Segment[] =>
  segments.filter((s) => s.kind !== 'removed');

const runsOf = (old: readonly string[], now: readonly string[]): TokenRun[] => {
  const runs: TokenRun[] = [];
  let same: string[] = [];
  let [i, j] = [0, 0];
  for (const [oldAt, newAt] of [...matchTokens(old, now), [old.length, now.length] as const]) {
    if (oldAt > i || newAt > j || oldAt === old.length) {
      runs.push({ same, removed: old.slice(i, oldAt), added: now.slice(j, newAt) });
      same = [];
    }
    const token = old[oldAt];
    if (token !== undefined) same.push(token);
    [i, j] = [oldAt + 1, newAt + 1];
  }
  if (same.length > 0) runs.push({ same, removed: [], added: [] });
  return runs;
};

/** 差分: what changed between two texts, at the level of Japanese words. */
export const differText = (old: string, now: string): Segment[] => {
  if (old === now) return old === '' ? [] : [{ kind: 'same', text: old }];
  const split = old.length + now.length > WORD_SPLIT_LIMIT ? splitSentences : splitWords;
  const segments: { kind: Segment['kind']; text: string }[] = [];
  const add = (kind: Segment['kind'], tokens: readonly string[]): void => {
    const text = tokens.join('');
    const last = segments.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else segments.push({ kind, text });
  };
  for (const run of slideChanges(mergeRewritten(runsOf(split(old), split(now))))) {
    add('same', run.same);
    add('removed', run.removed);
    add('added', run.added);
  }
  return segments;
};
