import { describe, expect, it } from 'vitest';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { placeInWords } from './place-in-words.ts';

describe('誤りの場所を言葉で言う', () => {
  it.each<[string, Problem['path'], Problem['params'], string]>([
    [
      '登録済みのキー',
      ['plans', 'management-strategy', 'revisions', '第1版', 'items', 'companies-2', 'areaKeys', 0],
      {},
      '計画「management-strategy」 › 版「第1版」 › 項目「companies-2」 › エリアの1番目',
    ],
    [
      'ファイルの中',
      ['町.json', 'plans', 0, 'plan', 'slug'],
      { line: 12, column: 3 },
      '12行3字目 町.json › 計画の1番目 › 計画の情報 › アドレスの名前',
    ],
    ['知らない欄', ['町.json', 'himitsu'], { line: 1, column: 14 }, '1行14字目 町.json › himitsu'],
    ['年度', ['indicators', 'kofuku', 'values', 2024], {}, '指標「kofuku」 › 値の2024年度'],
    ['場所がない', [], {}, ''],
  ])('%s', (_, path, params, place) => {
    expect(placeInWords({ ...errorAt('area-unknown', path), params: params ?? {} })).toBe(place);
  });
});
