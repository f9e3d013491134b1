import { describe, expect, it } from 'vitest';
import { chooseEncoding, entityTag, matchesKey, pageKey } from './entity-tag.ts';
import { KeptPage, PageCache } from './page-cache.ts';

const page = (length: number) => new KeptPage('text/html', 'x'.repeat(length));

describe('作ったページの置き場', () => {
  it('いっぱいになると、長く使われていないものから去る', async () => {
    const cache = new PageCache(400);
    await cache.keep('a', page(100));
    await cache.keep('b', page(100));
    expect(cache.get('a')).toBeDefined();
    await cache.keep('c', page(100));
    expect([cache.get('a'), cache.get('b'), cache.get('c')].map((kept) => kept !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('どれだけ違うページが来ても、決めた量を越えない', async () => {
    const cache = new PageCache(100 * 150);
    for (let i = 0; i < 2_000; i++) {
      await cache.keep(`page ${i}`, page(100));
      expect(cache.size).toBeLessThanOrEqual(100);
    }
    expect(cache.size).toBe(100);
    expect(cache.get('page 1999')).toBeDefined();
    expect(cache.get('page 1899')).toBeUndefined();
  });

  it('全体より大きいものは置かない', async () => {
    const cache = new PageCache(100);
    await cache.keep('a', page(1000));
    expect(cache.size).toBe(0);
  });
});

describe('札', () => {
  it('部分の切れ目がちがえば別の札', () => {
    expect(pageKey(['ab', 'c'])).not.toBe(pageKey(['a', 'bc']));
  });

  it.each([
    ['同じ', '"k"', true],
    ['弱い札', 'W/"k"', true],
    ['圧縮した札', '"k-br"', true],
    ['並んだ札', '"x", "k-gzip"', true],
    ['ちがう札', '"kk"', false],
    ['札なし', undefined, false],
  ])('If-None-Match: %s', (_, header, expected) => {
    expect(matchesKey(header, 'k')).toBe(expected);
  });

  it.each([
    ['何も言わない', undefined, 'identity'],
    ['ブラウザー', 'gzip, deflate, br, zstd', 'br'],
    ['古いもの', 'gzip', 'gzip'],
    ['br を断る', 'br;q=0, gzip;q=0.5', 'gzip'],
    ['何も受け付けない', 'br;q=0.0, gzip; q=0', 'identity'],
  ])('Accept-Encoding: %s', (_, header, expected) => {
    expect(chooseEncoding(header)).toBe(expected);
    expect(entityTag('k', 'identity')).toBe('"k"');
  });
});
