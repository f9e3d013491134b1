import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  type Office,
  ofUnit,
  openOffice,
  wholeTown,
} from '../../../../test/factories/office.ts';
import { formOf } from '../../../../test/factories/page-form.ts';
import { findYearlyCycle } from '../../../db/read-programme.ts';

let office: Office;
let kikaku: Browser;
let zaisei: Browser;

const stored = () => office.read(findYearlyCycle);
const open = async (browser: Browser, path: string): Promise<Record<string, string>> => ({
  ...formOf((await browser.get(path)).html, path),
});
const send = (browser: Browser, path: string, form: Record<string, string>) =>
  browser.post(path, form, { token: form._csrf ?? null });
/** The form as a button beside a row sends it. */
const press = (browser: Browser, path: string, form: Record<string, string>, button: string) =>
  send(browser, path, Object.fromEntries([...Object.entries(form), ['then', button]]));

beforeAll(async () => {
  office = await openOffice();
  await office.addUser('kikaku', [wholeTown('planner')]);
  await office.addUser('zaisei', [wholeTown('finance')]);
  await office.addUser('tanto', [ofUnit('unit-staff', 'kodomo')]);
  kikaku = office.browser();
  zaisei = office.browser();
  await kikaku.login('kikaku');
  await zaisei.login('zaisei');
});

describe('ひな形から', () => {
  it('塩尻市の年間予定を取り込むと、4月から3月の表になる', async () => {
    const page = (await kikaku.get('/cycle/templates')).html;
    expect(page).toContain('塩尻市の年間予定');
    const form = await open(kikaku, '/cycle/templates');
    const body = new Map(Object.entries(form));
    body.set('from', 'shiojiri');
    body.set('part', 'calendar');
    const taken = await send(kikaku, '/cycle/templates', Object.fromEntries(body));
    expect([taken.status, taken.location]).toEqual([303, '/m/202151/office/cycle?done=taken']);
    const { calendar, programmeTypes } = await stored();
    expect(calendar.find(({ key }) => key === 'during')).toMatchObject({
      title: '事中評価',
      fromMonth: 7,
      toMonth: 10,
    });
    // Only what was chosen.
    expect(programmeTypes).toEqual([]);
    const shown = (await kikaku.get('/cycle')).html;
    expect(shown).toMatch(/<td[^>]*colSpan="4"[^>]*>.*?7〜10月/su);
    // 11月21日: 外部評価と予算要求が「いま」
    expect(shown).toMatch(/11月<span[^>]*>いま<\/span>/u);
    expect(shown.match(/<span class="tag tag--accent">いま<\/span>/gu)).toHaveLength(2);
  });

  it.each([
    ['ひな形がない', { from: 'nowhere', part: 'calendar' }, 'ひな形が選ばれていません'],
    ['中身が選ばれていない', { from: 'plain' }, '取り込む内容が選ばれていません'],
    ['ファイルがない', { from: 'file:', part: 'calendar' }, 'ファイルが選ばれていません'],
  ])('%sと断られ、何も変わらない', async (_, fields, words) => {
    const before = await office.written();
    const refused = await kikaku.post('/cycle/templates', fields);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(words);
    expect(refused.html).toContain('何も取り込んでいません');
    expect(await office.written()).toEqual(before);
  });

  it('書き出した JSON は、そのまま取り込める', async () => {
    const json = (await kikaku.get('/cycle/cycle.json')).html;
    const page = (await kikaku.get('/cycle/templates')).html;
    const body = new FormData();
    body.set('_csrf', /name="_csrf" value="([^"]*)"/u.exec(page)?.[1] ?? '');
    body.set('from', 'file:');
    body.set('part', 'calendar');
    for (const [name, value] of Object.entries(formOf(page, '/cycle/templates')))
      if (name.startsWith('seen.')) body.set(name, value);
    body.set('file', new File([json], 'cycle.json', { type: 'application/json' }));
    const before = await stored();
    const response = await office.app.request('http://rashin.test/m/202151/office/cycle/templates', {
      method: 'POST',
      headers: {
        cookie: [...kikaku.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'sec-fetch-site': 'same-origin',
      },
      body,
    });
    expect(response.status).toBe(303);
    expect((await stored()).calendar).toEqual(before.calendar);
  });
});

describe('一行ずつ', () => {
  it('行を加え、動かし、消しても、保存するまで何も変わらない', async () => {
    const before = await office.written();
    const first = await open(kikaku, '/cycle/edit/types');
    const typed = { ...first, 'types.0.label': 'ソフト' };
    const added = await press(kikaku, '/cycle/edit/types', typed, 'add');
    const two: Record<string, string> = {
      ...formOf(added.html, '/cycle/edit/types'),
      'types.1.label': 'ハード',
      'types.1.settledIn': 'implementation-plan',
    };
    const moved = await press(kikaku, '/cycle/edit/types', two, 'up 1');
    const swapped = formOf(moved.html, '/cycle/edit/types');
    expect([swapped['types.0.label'], swapped['types.1.label']]).toEqual(['ハード', 'ソフト']);
    const gone = await press(kikaku, '/cycle/edit/types', swapped, 'remove 1');
    expect(formOf(gone.html, '/cycle/edit/types')).not.toHaveProperty('types.1.label');
    expect(await office.written()).toEqual(before);
    const saved = await send(kikaku, '/cycle/edit/types', { ...swapped, 'types.0.key': 'hard' });
    expect(saved.location).toBe('/m/202151/office/cycle?done=types');
    expect((await stored()).programmeTypes).toMatchObject([
      { key: 'hard', label: 'ハード', settledIn: 'implementation-plan' },
      { label: 'ソフト', settledIn: 'budget' },
    ]);
  });

  it('単価は全角やコンマでも読める', async () => {
    const form = await open(zaisei, '/cycle/edit/rates');
    const saved = await send(zaisei, '/cycle/edit/rates', {
      ...form,
      'rates.0.fiscalYear': '令和７',
      'rates.0.yenPerHour': '４,２００円',
    });
    expect(saved.status).toBe(303);
    expect((await stored()).staffRates).toEqual([{ fiscalYear: 2025, yenPerHour: 4200 }]);
    expect((await zaisei.get('/cycle')).html).toContain('4,200');
  });

  it.each([
    ['rates', 'rates.0.fiscalYear', '来年', '1行目: 年度を読めません'],
    ['rates', 'rates.0.yenPerHour', '約4200', '1行目: 1時間あたりの単価は'],
    [
      'calendar',
      'calendar.2.toMonth',
      '5',
      '3行目: 「事中評価」の終わりの月（5月）が始まりの月（7月）より前',
    ],
    ['types', 'types.1.label', 'ハード', '2行目: 種類「ハード」が2回'],
    ['types', 'types.0.key', 'ハード', '1行目: キー「ハード」は使えません'],
  ])('%s の %s に「%s」', async (part, field, value, words) => {
    const before = await office.written();
    const form = await open(kikaku, `/cycle/edit/${part}`);
    const answered = await send(kikaku, `/cycle/edit/${part}`, { ...form, [field]: value });
    expect(answered.status).toBe(422);
    expect(answered.html).toContain(words);
    // The typed word stands in its field, and beside it what is wrong.
    expect(formOf(answered.html, `/cycle/edit/${part}`)[field]).toBe(value);
    expect(answered.html).toContain(`id="f-${field.replaceAll('.', '-')}-problem"`);
    expect(await office.written()).toEqual(before);
  });
});

describe('二人が同じところを', () => {
  it('後の人は断られ、先の人の内容が見え、もう一度保存すれば自分の内容になる', async () => {
    const mine = await open(kikaku, '/cycle/edit/rates');
    const theirs = await open(zaisei, '/cycle/edit/rates');
    expect(
      (await send(zaisei, '/cycle/edit/rates', { ...theirs, 'rates.0.yenPerHour': '4300' })).status,
    ).toBe(303);
    const met = await send(kikaku, '/cycle/edit/rates', { ...mine, 'rates.0.yenPerHour': '4400' });
    expect(met.status).toBe(409);
    expect(met.html).toContain('ほかの職員が変えました');
    expect(met.html).toContain('<td>4300</td>');
    expect((await stored()).staffRates).toEqual([{ fiscalYear: 2025, yenPerHour: 4300 }]);
    await send(kikaku, '/cycle/edit/rates', { ...formOf(met.html, '/cycle/edit/rates') });
    expect((await stored()).staffRates).toEqual([{ fiscalYear: 2025, yenPerHour: 4400 }]);
  });

  it('別のところなら、どちらも残る', async () => {
    const rates = await open(kikaku, '/cycle/edit/rates');
    const types = await open(zaisei, '/cycle/edit/types');
    expect(
      (await send(zaisei, '/cycle/edit/types', { ...types, 'types.0.label': 'ハード事業' })).status,
    ).toBe(303);
    expect((await send(kikaku, '/cycle/edit/rates', { ...rates, 'rates.0.yenPerHour': '4500' })).status).toBe(
      303,
    );
    const { programmeTypes, staffRates } = await stored();
    expect([programmeTypes[0]?.label, staffRates[0]?.yenPerHour]).toEqual(['ハード事業', 4500]);
  });
});

it('課の担当は見るだけで、変えるページは開けない', async () => {
  const tanto = office.browser();
  await tanto.login('tanto');
  const page = await tanto.get('/cycle');
  expect(page.status).toBe(200);
  expect(page.html).not.toContain('/cycle/edit/');
  expect((await tanto.get('/cycle/edit/types')).status).toBe(403);
  const before = await office.written();
  const form = await open(kikaku, '/cycle/edit/types');
  expect((await tanto.post('/cycle/edit/types', { ...form }, { from: '/account/password' })).status).toBe(
    403,
  );
  expect(await office.written()).toEqual(before);
});

it('はじめての年度サイクル: 揃ったものと足りないもの', async () => {
  const { html } = await kikaku.get('/cycle/start');
  const states = [...html.matchAll(/data-state="(\w+)"/gu)].map(([, state]) => state);
  //                      units   people  types   progr.     rates   scheme     cal.    round      rule       frames     impl.
  expect(states).toEqual([
    'done',
    'done',
    'done',
    'missing',
    'done',
    'missing',
    'done',
    'missing',
    'missing',
    'missing',
    'missing',
  ]);
  expect(html).toContain('次は「<a href="/m/202151/office/programmes">事務事業</a>」です。');
  expect(html).toContain('先に「事務事業」が要ります。');
});
