import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { linksOf } from './links.ts';
import { registeredRoutes, routeFinder } from './registered-routes.ts';
import { answerOf, walk } from './walk.ts';

describe('ページの中のつながり', () => {
  it.each([
    ['属性の順によらない', '<a class="x" href="/b">', ['/b']],
    ['今のページから見た場所', '<a href="c?d=1#e">', ['/m/c?d=1']],
    ['文字参照を戻す', '<a href="/b?x=1&amp;y=2">', ['/b?x=1&y=2']],
    ['同じ先は一つ', '<a href="/b"><a href="/b#c">', ['/b']],
    ['ほかのサイトはそのまま', '<a href="https://example.com/">', ['https://example.com/']],
    ['検索の行き先', '<form class="f" method="get" action="/s">', ['/s']],
    ['書き込む先には行かない', '<form method="post" action="/s">', []],
  ])('%s', (_, html, expected) => {
    expect(linksOf(html, '/m/a')).toEqual(expected);
  });
});

describe('登録された番地', () => {
  const app = new Hono()
    .use('/m/*', async (_, next) => next())
    .get('/m/:code/new', (c) => c.text(''))
    .get('/m/:code/:slug{[^/]+\\.csv}', (c) => c.text(''))
    .get('/m/:code/:slug', (c) => c.html('<a href="/m/1/new">'))
    .all('/m/:code/form/both', (c) => c.text(''))
    .post('/m/:code/post', (c) => c.text(''));
  const routes = registeredRoutes(app);

  it('GET で答えるものだけを、答える順に数える', () => {
    expect(routes).toEqual([
      '/m/:code/new',
      '/m/:code/:slug{[^/]+\\.csv}',
      '/m/:code/:slug',
      '/m/:code/form/both',
    ]);
  });

  it.each([
    ['/m/1/new?x=1', '/m/:code/new'],
    ['/m/1/a.csv', '/m/:code/:slug{[^/]+\\.csv}'],
    ['/m/1/acsv', '/m/:code/:slug'],
    ['/m/1', null],
  ])('%s', (address, expected) => {
    expect(routeFinder(routes)(address)).toBe(expected);
  });

  it('歩くと、つながる先まで着き、どこから来たかが分かる', async () => {
    const ask = async (address: string) => answerOf(await app.request(address));
    const found = await walk(ask, ['/m/1/start'], () => true);
    expect([...found].map(([address, { status, from }]) => [address, status, from])).toEqual([
      ['/m/1/start', 200, ''],
      ['/m/1/new', 200, '/m/1/start'],
    ]);
  });
});
