import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTokens } from './difference-alignment.ts';
import { matchTokens } from './difference-anchors.ts';
import { differText, newSide, oldSide, type Segment } from './difference-text.ts';
import { splitSentences, splitWords } from './difference-words.ts';

const texts = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('');

/** Any UTF-16, single surrogates among it; and plan-like prose in which much repeats. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.integer({ min: 0xd800, max: 0xdfff }).map((n) => String.fromCharCode(n)),
  ),
  maxLength: 60,
});
const prose = fc
  .array(
    fc.constantFrom(
      '市民',
      'の',
      '協働',
      'を',
      '進め',
      'ます',
      '。',
      '、',
      '子育て',
      '令和6年度',
      '𠮷野',
      '👩‍👧',
      'が',
      '\n',
      '(',
      ' ',
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(''));
const pair = fc.oneof(fc.tuple(anyText, anyText), fc.tuple(prose, prose));

/** Plays the segments over the old text, refusing where they do not fit it. */
const play = (old: string, segments: readonly Segment[]): string => {
  let rest = old;
  let result = '';
  for (const { kind, text } of segments) {
    if (kind !== 'added') {
      if (!rest.startsWith(text)) throw new Error(`「${text}」は旧の文のここにない`);
      rest = rest.slice(text.length);
    }
    if (kind !== 'removed') result += text;
  }
  if (rest !== '') throw new Error(`旧の文に「${rest}」が残る`);
  return result;
};

const inverse = (segments: readonly Segment[]): Segment[] =>
  segments.map(({ kind, text }) => ({
    kind: kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : 'same',
    text,
  }));

describe('差分の性質', () => {
  it('旧の文に当てると新の文になり、逆に当てると旧に戻る', () => {
    fc.assert(
      fc.property(pair, ([old, now]) => {
        const segments = differText(old, now);
        expect(play(old, segments)).toBe(now);
        expect(play(now, inverse(segments))).toBe(old);
        expect(texts(oldSide(segments))).toBe(old);
        expect(texts(newSide(segments))).toBe(now);
      }),
      { numRuns: 500 },
    );
  });

  it('空の切れ端も、同じ種類の隣り合いもない', () => {
    fc.assert(
      fc.property(pair, ([old, now]) => {
        const segments = differText(old, now);
        segments.forEach(({ kind, text }, at) => {
          expect(text).not.toBe('');
          expect(segments[at + 1]?.kind).not.toBe(kind);
        });
      }),
    );
  });

  it('同じ文は変更なし、違う文は変更あり', () => {
    fc.assert(
      fc.property(pair, ([old, now]) => {
        expect(differText(old, now).some(({ kind }) => kind !== 'same')).toBe(old !== now);
      }),
    );
  });

  it('二つに割れた文字（サロゲート）を作らない', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (old, now) => {
          for (const { text } of differText(old, now)) expect(text.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('語にも文にも分けたものをつなぐと元に戻る', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, prose), (text) => {
        expect(splitWords(text).join('')).toBe(text);
        expect(splitSentences(text).join('')).toBe(text);
      }),
    );
  });

  it('対応は両側で順に進み、同じ語だけを結ぶ（上限を超える長さでも）', () => {
    const token = fc.constantFrom('a', 'b', 'c', 'd', '。');
    const check = (
      old: readonly string[],
      now: readonly string[],
      matches: readonly (readonly [number, number])[],
    ) => {
      let [i, j] = [-1, -1];
      for (const [oldAt, newAt] of matches) {
        expect(oldAt).toBeGreaterThan(i);
        expect(newAt).toBeGreaterThan(j);
        expect(old[oldAt]).toBe(now[newAt]);
        [i, j] = [oldAt, newAt];
      }
    };
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), fc.array(token, { maxLength: 40 }), (old, now) => {
        check(old, now, alignTokens(old, now));
        const padding = Array.from({ length: 1_100 }, (_, n) => `x${n}`);
        const long = [...old, ...padding, ...now];
        const other = [...now, ...padding.toReversed(), ...old];
        check(long, other, matchTokens(long, other));
      }),
      { numRuns: 30 },
    );
  });
});
