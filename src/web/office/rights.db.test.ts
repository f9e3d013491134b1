import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  type Office,
  openOffice,
  openToEveryRole,
  shiojiri,
} from '../../../test/factories/office.ts';
import { roles as everyRole, type Role } from '../../domain/access/role.ts';

let office: Office;
let logins: ReadonlyMap<Role, Browser>;
beforeAll(async () => {
  office = await openOffice();
  logins = await openToEveryRole(office);
});
afterAll(() => office.db.close());

const browserOf = (role: Role): Browser => {
  const found = logins.get(role);
  if (found === undefined) throw new Error(`nobody is logged in as ${role}`);
  return found;
};
const area = { name: '大門地区', layer: 'district', parentKey: '' };

describe('だれに何が開くか', () => {
  const open: Readonly<Record<string, readonly Role[]>> = {
    '': everyRole,
    '/account': everyRole,
    '/account/password': everyRole,
    '/account/totp': everyRole,
    '/settings': everyRole,
    '/settings/units': everyRole,
    '/settings/areas': everyRole,
    '/settings/users': ['administrator'],
    '/settings/users/add': ['administrator'],
    '/settings/users/import': ['administrator'],
    '/settings/units/rename': ['planner', 'administrator'],
    '/settings/town': ['planner', 'administrator'],
    '/settings/audit': ['auditor', 'administrator'],
  };
  it.each(
    Object.entries(open).flatMap(([path, roles]) =>
      everyRole.map((role) => [role, path, roles.includes(role) ? 200 : 403] as const),
    ),
  )('%s が %s を開くと %i', async (role, path, status) => {
    const page = await browserOf(role).get(path);
    expect(page.status).toBe(status);
    if (status === 403) expect(page.html).toMatch(/権限がありません.*システム管理者（職員 administrator）/s);
  });

  const writes: readonly (readonly [
    path: string,
    fields: Readonly<Record<string, string>>,
    roles: readonly Role[],
  ])[] = [
    ['/settings/areas', { ...area, name: '' }, ['planner', 'administrator']],
    [
      '/settings/units/abolish',
      { unitKey: 'nai', on: '2027-04-01', reason: '試験' },
      ['planner', 'administrator'],
    ],
    ['/settings/town', { version: '1', nameKana: '' }, ['planner', 'administrator']],
    ['/settings/users/add', { login: '' }, ['administrator']],
    ['/settings/users/import', {}, ['administrator']],
  ];
  it.each(
    writes.flatMap(([path, fields, roles]) =>
      // 422: let in, and refused for what was typed.
      everyRole.map((role) => [role, path, roles.includes(role) ? 422 : 403, fields] as const),
    ),
  )('%s が %s に送ると %i', async (role, path, status, fields) => {
    const before = await office.written();
    const page = await browserOf(role).post(path, fields, { from: '/account' });
    expect([page.status, await office.written()]).toEqual([status, before]);
  });

  it('ログインしていない人は、どの画面からもログインへ', async () => {
    for (const path of Object.keys(open)) {
      const page = await office.browser().get(path);
      expect([page.status, page.location.startsWith(`/m/${shiojiri}/office/login?next=`)]).toEqual([
        303,
        true,
      ]);
    }
  });

  it.each(['202150', '999999', 'abc', '131016'])('団体コード %s の庁内画面はない', async (code) => {
    expect((await office.browser().get(`/m/${code}/office`)).status).toBe(404);
  });
});

describe('見出し', () => {
  it('庁内画面は、何も埋め込ませず、どこにも残さない', async () => {
    const { headers } = await browserOf('planner').get('');
    const shown = [
      'cache-control',
      'content-security-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'permissions-policy',
      'referrer-policy',
      'strict-transport-security',
      'x-content-type-options',
      'x-frame-options',
    ].map((name) => `${name}: ${headers.get(name) ?? ''}`);
    expect(shown).toMatchInlineSnapshot(`
      [
        "cache-control: no-store",
        "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "cross-origin-opener-policy: same-origin",
        "cross-origin-resource-policy: same-origin",
        "permissions-policy: accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
        "referrer-policy: same-origin",
        "strict-transport-security: ",
        "x-content-type-options: nosniff",
        "x-frame-options: DENY",
      ]
    `);
  });

  it('画面にその場のスクリプトや様式はない', async () => {
    for (const path of [
      '',
      '/account',
      '/account/totp',
      '/settings/areas',
      '/settings/units',
      '/settings/town',
    ]) {
      const { html } = await browserOf('planner').get(path);
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    }
  });
});
