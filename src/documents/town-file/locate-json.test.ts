import { describe, expect, it } from 'vitest';
import { lineAndColumn, mapJson, pathKey } from './locate-json.ts';

describe('JSONの中の場所', () => {
  it.each([
    ['最上位', [], 1, 1],
    ['欄の値', ['a'], 2, 8],
    ['並びの中', ['a', 1, 'b'], 3, 10],
  ])('%s', (_, path, line, column) => {
    const text = '{\n  "a": [1,\n  { "b": 2 }]\n}';
    const map = mapJson(text);
    if (!map.ok) throw new Error('should be read');
    expect(lineAndColumn(text, map.offsets.get(pathKey(path)) ?? -1)).toEqual({ line, column });
  });

  it.each([
    ['余分なカンマ', '{"a": 1,\n}', 'trailing-comma', 2, 1],
    ['並びの余分なカンマ', '[1, 2, ]', 'trailing-comma', 1, 8],
    ['途中で終わる', '{"a": [1, 2', 'unfinished', 1, 12],
    ['引用符のない名前', '{a: 1}', 'unexpected', 1, 2],
    ['カンマ忘れ', '{"a": 1\n "b": 2}', 'unexpected', 2, 2],
    ['文字列の中の改行', '{"a": "x\ny"}', 'string', 1, 7],
    ['知らないエスケープ', '{"a": "\\q"}', 'string', 1, 7],
    ['二つの値', '{} {}', 'unexpected', 1, 4],
    ['先頭の0', '[01]', 'unexpected', 1, 3],
    ['空', '', 'unfinished', 1, 1],
    ['注釈', '{ // x\n}', 'unexpected', 1, 3],
    ['深すぎる', '['.repeat(200), 'too-deep', 1, 102],
  ])('%s を見つける', (_, text, reason, line, column) => {
    const map = mapJson(text);
    if (map.ok) throw new Error('should be refused');
    expect({ reason: map.reason, ...lineAndColumn(text, map.offset) }).toEqual({ reason, line, column });
    // JSON.parse agrees that it is wrong (it has no limit of depth).
    if (reason !== 'too-deep') expect(() => JSON.parse(text)).toThrow();
  });

  // Correct JSON, but nothing a town file may hold.
  it.each([
    ['NUL', '{"a":\n "x\\u0000y"}', 'control-character', 2, 2],
    ['制御文字のある名前', '{"\\u001b": 1}', 'control-character', 1, 2],
    ['そのままの制御文字', '["\u0085"]', 'control-character', 1, 2],
    ['組の片方だけの文字', '["😀", "\\ud83d"]', 'control-character', 1, 8],
    ['値の洪水', `[${'0,'.repeat(500_000)}0]`, 'too-many-values', 1, 800_000],
  ])('%s を断る', (_, text, reason, line, column) => {
    expect(() => JSON.parse(text)).not.toThrow();
    const map = mapJson(text);
    if (map.ok) throw new Error('should be refused');
    expect({ reason: map.reason, ...lineAndColumn(text, map.offset) }).toEqual({ reason, line, column });
  });

  it('10MBの文字列も読む', () => {
    const map = mapJson(`{"a": "${'あ'.repeat(5_000_000)}${'\\n'.repeat(2_000_000)}"}`);
    expect(map.ok && map.offsets.get(pathKey(['a']))).toBe(6);
  });

  it('タブ・改行と絵文字は文のうち', () => {
    expect(mapJson('["a\\t\\n\\r", "\\ud83d\\ude00", "👨‍👩‍👧"]').ok).toBe(true);
  });

  it('同じ名前の欄は二つ目の場所を言う', () => {
    const map = mapJson('{"a": 1, "a": 2}');
    expect(map.ok && map.duplicates).toEqual([{ path: ['a'], offset: 9 }]);
  });
});
