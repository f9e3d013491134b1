import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  type Office,
  ofUnit,
  openOffice,
  openToEveryRole,
  shiojiri,
  wholeTown,
} from '../../../../test/factories/office.ts';
import { findMunicipality, listSuccessions, listUnits } from '../../../db/read-town.ts';
import { listGrants } from '../../../db/role-grant.ts';
import { townEntries } from './town-form.ts';

let office: Office;
let planner: Browser;
let auditor: Browser;
beforeAll(async () => {
  office = await openOffice();
  const browsers = await openToEveryRole(office, ['planner', 'auditor']);
  planner = browsers.get('planner') ?? office.browser();
  auditor = browsers.get('auditor') ?? office.browser();
});
afterAll(() => office.db.close());

const units = () => office.read(listUnits);
const unitNamed = async (name: string) => (await units()).find((unit) => unit.name === name);
const change = (kind: string, fields: Readonly<Record<string, string>>) =>
  planner.post(`/settings/units/${kind}`, fields);
const on = '2027-04-01';

describe('組織改編', () => {
  it('改称すると、前の日までの組織と、その日からの組織が両方読める', async () => {
    await office.addUser('kacho', [ofUnit('unit-head', 'kodomo')]);
    const page = await change('rename', {
      unitKey: 'kodomo',
      name: 'こども家庭課',
      kind: '課',
      parentKey: 'kodomo-bu',
      on,
      reason: '家庭支援を合わせるため',
    });
    expect(page.location).toContain(`on=${on}`);
    const before = (await planner.get('/settings/units?on=2027-03-31')).html.split('組織改編の記録')[0];
    const after = (await planner.get(`/settings/units?on=${on}`)).html.split('組織改編の記録')[0];
    expect([before?.includes('こども未来課'), before?.includes('こども家庭課')]).toEqual([true, false]);
    expect([after?.includes('こども未来課'), after?.includes('こども家庭課')]).toEqual([false, true]);
    expect((await office.read(listSuccessions)).map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
      'rename 家庭支援を合わせるため',
    ]);
    const made = await unitNamed('こども家庭課');
    const carried = await office.read(async (tx) =>
      (await listGrants(tx)).filter(({ unitKey }) => unitKey === made?.unitKey),
    );
    expect(carried).toMatchObject([{ role: 'unit-head', validFrom: on, validTo: null }]);
  });

  it('組織が終わったあと、職員の一覧は引き継いだ組織の役割だけを挙げ、元の役割は終わったと示す', async () => {
    const administrators = await openToEveryRole(office, ['administrator']);
    const administrator = administrators.get('administrator') ?? office.browser();
    const rolesOf = (html: string) => /kacho<\/td><td>(.*?)<\/td>/su.exec(html)?.[1] ?? '';
    const start = office.clock.now;
    const before = rolesOf((await administrator.get('/settings/users')).html);
    expect([...before.matchAll(/<li>([^<]*)<\/li>/gu)].map((match) => match[1])).toEqual([
      '課長: こども家庭課（令和9年4月1日〜）',
      '課長: こども未来課（〜令和9年3月31日）',
    ]);
    office.clock.now = new Date(`${on}T09:00:00+09:00`);
    await administrator.login('administrator');
    const list = (await administrator.get('/settings/users')).html;
    expect([...rolesOf(list).matchAll(/<li>([^<]*)<\/li>/gu)].map((match) => match[1])).toEqual([
      '課長: こども家庭課（令和9年4月1日〜）',
    ]);
    expect(rolesOf(list)).toContain('終わった役割 1件');
    const userId = /users\/([^"]+)">職員 kacho</u.exec(list)?.[1] ?? '';
    expect((await administrator.get(`/settings/users/${userId}`)).html).toContain('組織が終わりました。');
    office.clock.now = start;
    await planner.login('planner');
    await auditor.login('auditor');
  });

  it('分割と統合', async () => {
    const split = await change('split', {
      unitKey: 'doboku',
      'parts.0.name': '道路課',
      'parts.0.kind': '課',
      'parts.1.name': '河川課',
      'parts.1.kind': '課',
      'parts.2.name': '',
      'parts.2.kind': '',
      on,
      reason: '分担のため',
    });
    expect(split.status).toBe(303);
    const [road, river] = [await unitNamed('道路課'), await unitNamed('河川課')];
    const body = new URLSearchParams({
      name: '土木管理課',
      kind: '課',
      parentKey: '',
      on: '2028-04-01',
      reason: '統合',
    });
    for (const unit of [road, river]) body.append('unitKeys', unit?.unitKey ?? '');
    const token =
      /name="_csrf" value="([^"]*)"/.exec((await planner.get('/settings/units/merge')).html)?.[1] ?? '';
    body.set('_csrf', token);
    const merged = await office.app.request(`http://rashin.test/m/${shiojiri}/office/settings/units/merge`, {
      method: 'POST',
      body,
      headers: { cookie: [...planner.cookies].map((pair) => pair.join('=')).join('; ') },
    });
    expect(merged.status).toBe(303);
    expect((await unitNamed('道路課'))?.validTo).toBe('2028-03-31');
  });

  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    [
      'ありえない日',
      'rename',
      { unitKey: 'kodomo-bu', name: 'x', kind: '部', on: '2027-02-30', reason: 'x' },
      '2027-02-30',
    ],
    ['理由がない', 'rename', { unitKey: 'kodomo-bu', name: 'x', kind: '部', on, reason: '' }, '空です'],
    ['名前がない', 'rename', { unitKey: 'kodomo-bu', name: '', kind: '部', on, reason: 'x' }, '空です'],
    [
      '組織を選ばない',
      'rename',
      { unitKey: '', name: 'x', kind: '部', on, reason: 'x' },
      '登録されていません',
    ],
    [
      '一つだけの統合',
      'merge',
      { unitKeys: 'kodomo-bu', name: 'x', kind: '課', on, reason: 'x' },
      '二つ以上',
    ],
    [
      '終わった組織',
      'abolish',
      { unitKey: 'kodomo', on: '2026-12-01', reason: 'x' },
      '終わることが決まっています',
    ],
    ['下が残る廃止', 'abolish', { unitKey: 'kodomo-bu', on, reason: 'x' }, '先に、その組織を'],
    [
      '同じ名前',
      'add',
      { name: 'こども教育部', kind: '部', parentKey: '', on },
      '「こども教育部」が2つあります',
    ],
  ])('断って何も変えず、入力は残す: %s', async (_, kind, fields, sentence) => {
    const before = await office.written();
    const page = await change(kind, fields);
    expect(page.status).toBe(422);
    expect(page.html).toContain(sentence);
    if (fields.name) expect(page.html).toContain(`value="${fields.name}"`);
    expect(await office.written()).toEqual(before);
  });

  it('ない種類の改編と、読めない日付', async () => {
    expect((await planner.get('/settings/units/explode')).status).toBe(404);
    const page = await planner.get('/settings/units?on=きのう');
    expect([page.status, page.html.includes('日付として読めません')]).toEqual([422, true]);
  });
});

describe('団体の設定', () => {
  const fieldsNow = async () => {
    const town = await office.read(findMunicipality);
    if (town === null) throw new Error('no town');
    return Object.fromEntries(townEntries(town));
  };
  const save = async (fields: Readonly<Record<string, string>>) =>
    planner.post('/settings/town', { ...(await fieldsNow()), ...fields });
  const settings = async () => (await office.read(findMunicipality))?.settings;

  it('保存すると点検の基準と入口が変わり、尋ねていない設定は残る', async () => {
    const licence = (await settings())?.openData;
    const page = await save({
      maxLeadUnits: '２',
      meansWords: '整備\n推進、整備',
      'doors.0.label': '子育て',
      'doors.0.labelEn': 'Children',
      'doors.0.kind': 'query',
      'doors.0.target': 'こども',
    });
    expect(page.location).toContain('done=town-saved');
    expect(await settings()).toMatchObject({
      checks: { maxLeadUnits: 2, namingLint: { enabled: true, meansWords: ['整備', '推進'] } },
      home: { doors: [{ label: '子育て', labelEn: 'Children', query: 'こども' }] },
      openData: licence,
    });
    expect((await planner.get('/settings/town')).html).toContain('団体の設定の変更: 塩尻市');
  });

  it('オープンデータの利用条件を変えると、公開画面とAPIの答えに示される', async () => {
    const licence = {
      name: '塩尻市オープンデータ利用規約',
      nameEn: 'Terms of use',
      url: 'https://city.example/terms?ver=1',
    };
    await planner.post('/settings/town/site', { open: 'yes' }, { from: '/settings/town' });
    const page = await save({
      licenceName: ` ${licence.name}`,
      licenceNameEn: licence.nameEn,
      licenceUrl: licence.url,
    });
    expect(page.location).toContain('done=town-saved');
    expect((await settings())?.openData).toEqual({ licence });
    const site = async (address: string) => (await office.app.request(`http://rashin.test${address}`)).text();
    expect(await site(`/m/${shiojiri}/open-data`)).toContain(
      `<a href="${licence.url}" rel="license">${licence.name}</a>`,
    );
    expect(JSON.parse(await site(`/api/v1/municipalities/${shiojiri}`)).meta.licence).toEqual(licence);
    await planner.post('/settings/town/site', { open: 'no' }, { from: '/settings/town' });
  });

  it('色を試しても保存されず、読めない色は自動で濃くなると知らせる', async () => {
    const before = await office.written();
    const page = await save({ accentColour: '#ffee00', preview: 'yes' });
    expect(page.html).toContain('/office/theme.css?accent=%23ffee00');
    expect(page.html).toContain('読める濃さ（4.5以上）まで自動で濃くします');
    const theme = await planner.get('/theme.css?accent=%23ffee00');
    expect(theme.html).toMatch(/--accent:#[0-9a-f]{6}/);
    expect(theme.html).not.toContain('--accent:#ffee00');
    expect(await office.written()).toEqual(before);
  });

  it('あとから保存した人には、だれが変えたかを知らせ、入力を残し、もう一度で保存できる', async () => {
    const stale = await fieldsNow();
    await save({ contactName: '先の人' });
    const page = await planner.post('/settings/town', { ...stale, contactName: '後の人' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('職員 plannerさんが団体の設定を変えました');
    expect(page.html).toContain('value="後の人"');
    expect((await settings())?.contact.name).toBe('先の人');
    const version = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? '';
    await planner.post('/settings/town', { ...stale, contactName: '後の人', version });
    expect((await settings())?.contact.name).toBe('後の人');
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['数でない目安', { maxLeadUnits: '三つ' }, '1から100まで'],
    ['0の目安', { maxLeadUnits: '0' }, '1から100まで'],
    ['色でない', { accentColour: 'red' }, '6桁の16進数'],
    [
      'よそへの入口',
      { 'doors.0.label': 'x', 'doors.0.kind': 'href', 'doors.0.target': 'https://evil.example' },
      '公開画面の中',
    ],
    [
      'よそへの入口（//）',
      { 'doors.0.label': 'x', 'doors.0.kind': 'href', 'doors.0.target': '//evil.example' },
      '公開画面の中',
    ],
    ['ない計画', { planSlug: 'nai' }, '計画「nai」はありません'],
    ['ない指標', { topIndicatorKeys: 'nai' }, '指標「nai」'],
    ['名前のない利用条件', { licenceName: ' ' }, '空です'],
    ['ウェブでない利用条件のアドレス', { licenceUrl: 'javascript:alert(1)' }, '利用条件のアドレスは'],
    ['途中で切れた利用条件のアドレス', { licenceUrl: 'https://' }, '利用条件のアドレスは'],
    ['メールでない', { contactMail: 'kikaku' }, 'メールアドレスの形'],
    ['ふりがながない', { nameKana: '' }, '空です'],
  ])('断って何も変えない: %s', async (_, fields, sentence) => {
    const before = await office.written();
    const page = await save(fields);
    expect(page.status).toBe(422);
    expect(page.html).toContain(sentence);
    expect(await office.written()).toEqual(before);
  });

  it('公開画面を開き、閉じる', async () => {
    const status = async () => (await office.browser().get(`/m/${shiojiri}`)).status;
    expect(await status()).toBe(404);
    await planner.post('/settings/town/site', { open: 'yes' }, { from: '/settings/town' });
    expect(await status()).toBe(200);
    await planner.post('/settings/town/site', { open: 'no' }, { from: '/settings/town' });
    expect(await status()).toBe(404);
  });
});

describe('監査証跡の画面', () => {
  it('だれが・何を・いつで絞り込み、前と後を読める', async () => {
    const page = await auditor.get('/settings/audit?entity=municipality');
    expect(page.html).toContain('職員 planner');
    expect(page.html).toContain('先の人');
    const rows = (html: string) =>
      [...html.matchAll(/<td class="number">(\d+)<\/td>/g)].map((match) => Number(match[1]));
    expect(rows(page.html).length).toBeGreaterThan(2);
    expect(rows((await auditor.get('/settings/audit?actor=cli&entity=municipality')).html)).toHaveLength(1);
    expect(rows((await auditor.get('/settings/audit?to=2020-01-01')).html)).toHaveLength(0);
    const wrong = await auditor.get('/settings/audit?from=2026-02-30');
    expect([wrong.status, wrong.html.includes('いつから: ')]).toEqual([422, true]);
  });

  it('多いときは続きのページへ', async () => {
    for (let i = 0; i < 60; i++)
      await office.read((tx) =>
        tx.q.execute(sql`select rashin.audit_note('login', '{}'::jsonb, '{}'::jsonb)`),
      );
    const seen = new Set<string>();
    let path = '/settings/audit';
    for (let page = 0; path !== '' && page < 10; page++) {
      const { html } = await auditor.get(path);
      for (const match of html.matchAll(/<td class="number">(\d+)<\/td>/g)) seen.add(match[1] ?? '');
      path = (/href="([^"]*before=\d+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
    }
    const [head] = (await office.written()) as readonly { readonly seq: number }[];
    expect(seen.size).toBe(head?.seq);
  });

  it('完全かどうかを確かめる', async () => {
    const page = await auditor.post('/settings/audit/verify', {}, { from: '/settings/audit' });
    expect(page.html).toMatch(/\d+件すべてを確かめました。書き換え・抜け・入れ替えはありません。/);
  });
});

describe('やること', () => {
  it('何もなければ、そう言う', async () => {
    await office.addUser('zaisei', [wholeTown('finance')]);
    const browser = office.browser();
    await browser.login('zaisei');
    expect((await browser.get('')).html).toContain('今、あなたを待っている作業はありません。');
  });
});
