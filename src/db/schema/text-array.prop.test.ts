import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseTextArray, printTextArray } from './text-array.ts';

it('書いた並びは、どんな文字でもそのまま読める', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      expect(parseTextArray(printTextArray(texts))).toEqual(texts);
    }),
  );
});

it.each([
  ['空', '{}', []],
  ['引用符なし', '{子ども,若者}', ['子ども', '若者']],
  ['空の文字列', '{"",a}', ['', 'a']],
  ['区切りと引用符を含む', String.raw`{"a,b","\"c\"","\\","{d}"}`, ['a,b', '"c"', '\\', '{d}']],
  ['改行を含む', '{"a\nb"}', ['a\nb']],
])('データベースの書き方（%s）を読む', (_, literal, texts) => {
  expect(parseTextArray(literal)).toEqual(texts);
});
