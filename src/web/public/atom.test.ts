import { expect, it } from 'vitest';
import { atomXml } from './atom.ts';

const feed = {
  identity: ['202151', 'feed'],
  language: 'ja',
  title: '更新情報',
  author: '塩尻市',
  rights: 'CC BY 4.0',
  updated: '2026-04-01T00:00:00Z',
  selfHref: '/m/202151/feed.xml',
  pageHref: '/m/202151',
  entries: [],
};

it('知らせがまだなくても、形の整ったフィードになる', () => {
  expect(atomXml(feed).replace(/urn:uuid:[0-9a-f-]{36}/, 'ID')).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">' +
      '<id>ID</id>' +
      '<title>更新情報</title><updated>2026-04-01T00:00:00Z</updated><author><name>塩尻市</name></author><rights>CC BY 4.0</rights>' +
      '<link rel="self" type="application/atom+xml" href="/m/202151/feed.xml"/><link rel="alternate" type="text/html" href="/m/202151"/></feed>\n',
  );
});

it('文は要素にならず、XMLに書けない文字は除く', () => {
  const entry = {
    identity: ['1'],
    title: '<b>&"\u0001',
    updated: '2026-05-01T00:00:00Z',
    href: '/a?b=1&c=2',
    summary: '',
  };
  const xml = atomXml({ ...feed, entries: [entry] });
  expect(xml).toContain('<title>&lt;b&gt;&amp;&quot;</title>');
  expect(xml).toContain('href="/a?b=1&amp;c=2"');
  expect(xml).not.toContain('<summary>');
  expect(xml).toContain('<updated>2026-05-01T00:00:00Z</updated><author>');
});
