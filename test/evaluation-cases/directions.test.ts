import { describe, expect, it } from 'vitest';
import type { CommonDirection } from '../../src/domain/evaluation/common-direction.ts';
import { shippedScheme } from './shipped-schemes.ts';

/** The five or six words in which the open data of these towns repeat the towns' own, and our classes within each. */
const published: Readonly<Record<string, readonly CommonDirection[]>> = {
  現状継続: ['continue'],
  '改善（手段変更）': ['improve'],
  拡大: ['expand'],
  縮小: ['reduce'],
  完了: ['complete'],
  廃止方向: ['merge', 'suspend', 'abolish'],
};

/** Counts of the towns' programmes as published, FY2024. */
const counts: readonly (readonly [string, number, Readonly<Record<string, number>>])[] = [
  ['seiro', 224, { 現状継続: 183, '改善（手段変更）': 17, 拡大: 14, 廃止方向: 6, 縮小: 4 }],
  ['kitamoto', 451, { 現状継続: 423, 拡大: 12, '改善（手段変更）': 14, 縮小: 1, 完了: 1 }],
  ['nishinomiya', 450, { 現状継続: 367, '改善（手段変更）': 41, 廃止方向: 18, 拡大: 19, 縮小: 5 }],
  ['shinagawa', 652, { '改善（手段変更）': 225, 現状継続: 339, 拡大: 16, 縮小: 53, 完了: 11, 廃止方向: 8 }],
  ['ichinomiya', 484, { 現状継続: 482, '改善（手段変更）': 2 }],
];

describe('方向性のことばと共通の区分', () => {
  it.each(counts)('%s: 公表された%i件の集計が、町のことばを通して同じになる', (key, all, wanted) => {
    const { directions } = shippedScheme(key);
    // Each published class is entered with the town's own words of it in turn, and read back by their common class.
    const entered = Object.entries(wanted).flatMap(([word, n]) => {
      const own = directions.filter(({ common }) => published[word]?.includes(common));
      expect(own, word).not.toEqual([]);
      return Array.from({ length: n }, (_, at) => own[at % own.length]?.key ?? '');
    });
    const found: Record<string, number> = {};
    for (const direction of entered) {
      const common = directions.find((each) => each.key === direction)?.common;
      const word = Object.keys(published).find(
        (each) => common !== undefined && published[each]?.includes(common),
      );
      found[word ?? ''] = (found[word ?? ''] ?? 0) + 1;
    }
    expect(found).toEqual(wanted);
    expect(entered).toHaveLength(all);
  });

  it('聖籠町の8つのことばは、この共通の区分になる', () => {
    expect(shippedScheme('seiro').directions.map(({ label, common }) => [label, common])).toEqual([
      ['現状のまま継続', 'continue'],
      ['改善（手段の変更）', 'improve'],
      ['改善（国・県・広域活用）', 'improve'],
      ['改善（民間活用）', 'improve'],
      ['改善（事業の拡大）', 'expand'],
      ['改善（事業の縮小）', 'reduce'],
      ['統合・休止・廃止', 'abolish'],
      ['令和６年度で事業終了', 'complete'],
    ]);
  });

  it('品川区の12のことばは、A〜Dの大区分を持つ', () => {
    expect(
      shippedScheme('shinagawa').directions.map(({ group, label, common }) => [group, label, common]),
    ).toEqual([
      ['A', '対象規模等の拡大', 'expand'],
      ['A', '新規の取組み', 'expand'],
      ['B', '現状維持', 'continue'],
      ['B', '法定受託事務等', 'continue'],
      ['B', '計画規定どおり', 'continue'],
      ['C', '手法等の改善', 'improve'],
      ['C', '対象規模等の見直し', 'reduce'],
      ['C', '取組みの一部廃止', 'reduce'],
      ['D', '事業の完了', 'complete'],
      ['D', '事業移管・統合', 'merge'],
      ['D', '事業の廃止', 'abolish'],
      ['D', '廃止等に向けた検討', 'abolish'],
    ]);
  });

  it('同じ D でも、北本市では休止・廃止、品川区では完了や移管を含む', () => {
    const commons = (key: string) =>
      new Set(
        shippedScheme(key)
          .directions.filter(({ group }) => group.startsWith('D'))
          .map(({ common }) => common),
      );
    expect(commons('kitamoto')).toEqual(new Set(['complete', 'abolish']));
    expect(commons('shinagawa')).toEqual(new Set(['complete', 'merge', 'abolish']));
  });
});
