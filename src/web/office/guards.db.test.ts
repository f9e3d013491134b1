import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  maniwa,
  type Office,
  openOffice,
  openToEveryRole,
  password,
  shiojiri,
  wholeTown,
} from '../../../test/factories/office.ts';
import { testDeps } from '../../../test/factories/web.ts';
import { listAreas } from '../../db/read-town.ts';
import { createApp } from '../app.tsx';
import { makeCounter } from '../middleware/rate-limit.ts';

let office: Office;
let planner: Browser;
let administrator: Browser;
beforeAll(async () => {
  office = await openOffice();
  const logins = await openToEveryRole(office, ['planner', 'administrator']);
  planner = logins.get('planner') ?? office.browser();
  administrator = logins.get('administrator') ?? office.browser();
});
afterAll(() => office.db.close());

const areaNames = () => office.read(async (tx) => (await listAreas(tx)).map(({ name }) => name));
const area = { name: '大門地区', layer: 'district', parentKey: '' };

describe('偽のフォーム', () => {
  it('本物は通る', async () => {
    expect((await planner.post('/settings/areas', { ...area, name: '本物の地区' })).status).toBe(303);
    expect(await areaNames()).toEqual(['本物の地区']);
  });

  it.each<[string, Parameters<Browser['post']>[2]]>([
    ['トークンがない', { token: null }],
    ['トークンが空', { token: '' }],
    ['トークンが違う', { token: 'A'.repeat(43) }],
    ['よそのサイトから（Sec-Fetch-Site）', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['同じドメインの別のサイトから', { headers: { 'sec-fetch-site': 'same-site' } }],
    ['よそのサイトから（Origin）', { headers: { 'sec-fetch-site': '', origin: 'https://evil.example' } }],
    ['別のポートから', { headers: { 'sec-fetch-site': '', origin: 'http://rashin.test:8080' } }],
    ['出どころを隠す', { headers: { 'sec-fetch-site': '', origin: 'null' } }],
  ])('断って何も変えない: %s', async (_, options) => {
    const before = await office.written();
    const page = await planner.post('/settings/areas', area, options);
    expect(page.status).toBe(403);
    expect(page.html).toContain(
      'このサイトの画面から送られたものと確かめられませんでした。何も変わっていません。',
    );
    expect([await office.written(), await areaNames()]).toEqual([before, ['本物の地区']]);
  });

  it('ほかの人のトークンは通らない', async () => {
    const page = await administrator.get('/settings/areas');
    const token = /name="_csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
    expect((await planner.post('/settings/areas', area, { token })).status).toBe(403);
    expect(await areaNames()).toEqual(['本物の地区']);
  });

  it.each([
    ['トークンがない', null],
    ['クッキーと違うトークン', 'B'.repeat(43)],
  ])('ログインのフォームも守る: %s', async (_, token) => {
    const browser = office.browser();
    await browser.get('/login');
    const page = await browser.post('/login', { login: 'planner', password }, { token });
    expect([page.status, (await browser.get('')).status]).toEqual([403, 303]);
  });

  it('別の団体のセッションのクッキーでは変えられない', async () => {
    await office.addUser('yoso', [wholeTown('planner')], maniwa);
    const other = office.browser(maniwa);
    await other.login('yoso');
    other.cookies.set(`rashin-${shiojiri}`, other.cookies.get(`rashin-${maniwa}`) ?? '');
    const token = /name="_csrf" value="([^"]*)"/.exec((await other.get('/settings/areas')).html)?.[1] ?? '';
    const page = await other.post(`/m/${shiojiri}/office/settings/areas`, area, { token });
    expect([page.status, await areaNames()]).toEqual([401, ['本物の地区']]);
  });

  it('島（JSON）には JSON で答える', async () => {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const page = await planner.post('/plans/autosave', {}, { token: null, headers });
    expect([page.status, JSON.parse(page.html).title]).toEqual([403, '送信を受け付けませんでした']);
  });
});

describe('読めない入力', () => {
  it.each<[string, string, number, string]>([
    ['制御文字', 'A\u0008B', 422, '制御文字が入っています'],
    ['文字化け', '大門\ufffd', 422, '文字化けした文字'],
    ['長すぎる文', 'あ'.repeat(100_001), 422, '「名称」が長すぎます'],
    ['10MBの文', 'a'.repeat(10_000_000), 413, 'MB まで'],
    ['長い名前', 'あ'.repeat(101), 422, '101字あります'],
    ['空の名前', '   ', 422, '空です'],
  ])('%s を断って何も変えない', async (_, name, status, sentence) => {
    const before = await office.written();
    const page = await planner.post('/settings/areas', { ...area, name });
    expect(page.status).toBe(status);
    expect(page.html).toContain(sentence);
    expect([await office.written(), await areaNames()]).toEqual([before, ['本物の地区']]);
  });

  it.each([
    ['UTF-8でないバイト', '%ff%fe', 400],
    ['NUL', '%00', 422],
  ])('%s を断る', async (_, bytes, status) => {
    const token = /name="_csrf" value="([^"]*)"/.exec((await planner.get('/settings/areas')).html)?.[1] ?? '';
    const response = await office.app.request(`http://rashin.test/m/${shiojiri}/office/settings/areas`, {
      method: 'POST',
      headers: {
        cookie: [...planner.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: `_csrf=${token}&layer=district&parentKey=&name=${bytes}`,
    });
    expect(response.status).toBe(status);
    expect(await areaNames()).toEqual(['本物の地区']);
  });

  it('フォームでない本文を断る', async () => {
    const page = await planner.post('/settings/areas', area, { headers: { 'content-type': 'text/plain' } });
    expect([page.status, page.html.includes('フォームとして読めない形式です')]).toEqual([400, true]);
  });
});

describe('送る前にログインが切れたとき', () => {
  it('入力はログインの後に戻り、本人が送る', async () => {
    await office.addUser('yurui', [wholeTown('planner')]);
    const browser = office.browser();
    await browser.login('yurui');
    const token = /name="_csrf" value="([^"]*)"/.exec((await browser.get('/settings/areas')).html)?.[1] ?? '';
    browser.cookies.delete(`rashin-${shiojiri}`);
    const typed = { ...area, name: '広丘<地区> & "吉田"' };
    const asked = await browser.post('/settings/areas', typed, { token });
    expect(asked.status).toBe(401);
    expect(asked.html).toContain('まだ何も保存されていません');
    expect(await areaNames()).toEqual(['本物の地区']);

    const plain = (text: string) =>
      text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    const field = (html: string, name: string) =>
      plain(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '');
    const resume = field(asked.html, '_resume');
    expect(resume).not.toContain(token);
    const back = await browser.post(
      '/login',
      { login: 'yurui', password, _resume: resume },
      { token: field(asked.html, '_csrf') },
    );
    expect(back.status).toBe(200);
    expect(back.html).toContain('広丘&lt;地区&gt; &amp; &quot;吉田&quot;');
    // Not by itself: the person sends it.
    expect(await areaNames()).toEqual(['本物の地区']);
    expect(field(back.html, 'name')).toBe(typed.name);
    const sent = await browser.post('/settings/areas', typed, { token: field(back.html, '_csrf') });
    expect([sent.status, await areaNames()]).toEqual([303, ['本物の地区', typed.name]]);
  });

  it.each([
    ['よそのサイト', 'https://evil.example/'],
    ['別の団体', `/m/${maniwa}/office/settings/areas`],
    ['ログアウト', `/m/${shiojiri}/office/logout`],
    ['上に戻る道', `/m/${shiojiri}/office/../../x`],
  ])('%s への続きは作らない', async (_, path) => {
    const browser = office.browser();
    const resume = JSON.stringify({ path, fields: [['name', 'x']] });
    const page = await browser.post('/login', { login: 'planner', password, _resume: resume });
    expect([page.status, page.location]).toEqual([303, `/m/${shiojiri}/office`]);
  });

  it('パスワードは引き継がない', async () => {
    const browser = office.browser();
    const fields = { currentPassword: password, newPassword: 'himitsu-himitsu', newPasswordAgain: 'x' };
    const page = await browser.post('/account/password', fields, { token: 'x' });
    expect([page.status, page.html.includes('himitsu'), page.html.includes(password)]).toEqual([
      401,
      false,
      false,
    ]);
  });
});

describe('回数の制限', () => {
  it('同じアドレスの失敗が60回を超えると、正しいパスワードも待たせる', async () => {
    const crowded = await openOffice();
    try {
      await crowded.addUser('kikaku', [wholeTown('planner')]);
      const attacker = crowded.browser();
      for (let i = 0; i < 60; i++) await attacker.login(`nai-${i}`, 'x');
      const page = await crowded.browser().login('kikaku');
      expect([page.status, Number(page.headers.get('retry-after')) > 0]).toEqual([429, true]);
      expect(page.html).toContain('待ってから、もう一度試してください');
    } finally {
      await crowded.db.close();
    }
  });

  it.each([
    ['検索', '', 'q'],
    ['人口の前提の計算', '', 'lever.birth-rate.value'],
    ['名前の書き方を変えた計算', '', 'lever%2Elife-expectancy.value'],
    ['人口の年の選び直し', '/population', 'year'],
    ['書き方を変えた場所の選び直し', '/%70opulation', 'compare'],
    ['地区別の人口の選び直し', '/population/districts', 'base'],
  ])('%sは1分に120回まで', async (_, page, name) => {
    const crowded = createApp(testDeps(office.db));
    const statuses: number[] = [];
    for (let i = 0; i < 121; i++) {
      statuses.push((await crowded.request(`http://rashin.test/m/${shiojiri}${page}?${name}=${i}`)).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect((await crowded.request(`http://rashin.test/m/${shiojiri}/population`)).status).not.toBe(429);
    // Reading goes on.
    expect((await planner.get('')).status).toBe(200);
  });

  it('同時に来た100回も、60回を超えた分はパスワードを見ずに待たせ、成功は数えない', async () => {
    const crowded = await openOffice();
    try {
      await crowded.addUser('kikaku', [wholeTown('planner')]);
      for (let i = 0; i < 3; i++) expect((await crowded.browser().login('kikaku')).status).toBe(303);
      const attacker = crowded.browser();
      const token = /name="_csrf" value="([^"]*)"/.exec((await attacker.get('/login')).html)?.[1] ?? '';
      const statuses = await Promise.all(
        Array.from({ length: 100 }, async (_, i) => {
          const guess = { login: `nai-${i}`, password: 'x' };
          return (await attacker.post('/login', guess, { token })).status;
        }),
      );
      expect(statuses.filter((status) => status === 401)).toHaveLength(60);
      expect(statuses.filter((status) => status === 429)).toHaveLength(40);
    } finally {
      await crowded.db.close();
    }
  });

  it('数え方: 使い切ると待ち時間を答え、戻した分はまた使える', async () => {
    const counter = makeCounter({ points: 2, seconds: 60 });
    expect([await counter.take('a'), await counter.take('a')]).toEqual([null, null]);
    await counter.giveBack('a');
    expect(await counter.take('a')).toBeNull();
    expect(await counter.take('a')).toBeGreaterThan(0);
    expect(await counter.take('b')).toBeNull();
  });
});
