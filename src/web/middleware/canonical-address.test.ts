import fc from 'fast-check';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { canonicalAddress, canonicalPath } from './canonical-address.ts';

it.each([
  ['そのまま', '/m/202151/plans/dai6ji', '/m/202151/plans/dai6ji'],
  ['要らない符号', '/m/%32%30215%31/%70lans/dai6ji', '/m/202151/plans/dai6ji'],
  ['小文字の符号', '/m/202151/plans/%e5%a1%a9', '/m/202151/plans/%E5%A1%A9'],
  ['そのままでよい記号', '/a%3ab%40c%24%26%2b%2c%3b%3d', '/a:b@c$&+,;='],
  ['斜線は区切りにならない', '/a%2fb/%3f', '/a%2Fb/%3F'],
  ['二重の符号は一度だけ', '/%2561', '/%2561'],
  ['読めない符号', '/%ff/%61', '/%ff/%61'],
  ['終わりの斜線', '/m/202151/', '/m/202151'],
  ['終わりのいくつもの斜線', '/m/202151/plans//', '/m/202151/plans'],
  ['はじめの斜線だけ', '/', '/'],
])('%s: %s → %s', (_, path, canonical) => {
  expect(canonicalPath(path)).toBe(canonical);
});

it('どの道も、正したものは正しい。どの綴りからも同じものになる', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = canonicalPath(`/${encodeURIComponent(text.replaceAll('/', ''))}`);
      const spelt = [...Buffer.from(text.replaceAll('/', ''), 'utf8')]
        .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
        .join('');
      expect(canonicalPath(once)).toBe(once);
      expect(canonicalPath(`/${spelt}`)).toBe(once);
    }),
  );
});

const app = new Hono().use(canonicalAddress()).all('*', (c) => c.text(c.req.path));

it.each([
  ['GET', '/m/%3202151?q=%61&x=1', 308, '/m/202151?q=%61&x=1'],
  ['HEAD', '/m/%3202151', 308, '/m/202151'],
  ['POST', '/m/%3202151', 200, null],
  ['GET', '/m/202151?q=%e5', 200, null],
  ['GET', '//evil.example/%61', 200, null],
  ['GET', '//evil.example/', 200, null],
  ['GET', '/m/202151/?q=a', 308, '/m/202151?q=a'],
  ['POST', '/m/202151/', 200, null],
  ['GET', '/', 200, null],
  ['GET', '/?q=%61', 200, null],
])('%s %s', async (method, path, status, location) => {
  const response = await app.request(`http://rashin.test${path}`, { method });
  expect([response.status, response.headers.get('location')]).toEqual([status, location]);
});
