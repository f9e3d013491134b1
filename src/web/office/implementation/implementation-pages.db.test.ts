import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  type Office,
  ofUnit,
  openOffice,
  wholeTown,
} from '../../../../test/factories/office.ts';
import { formOf } from '../../../../test/factories/page-form.ts';
import { loadImplementationAmounts, loadImplementationPlans } from '../../../db/read-implementation.ts';
import { loadPlanAmounts } from '../../../db/read-plan-amounts.ts';
import { loadEntries, loadPublications } from '../../../db/read-publication.ts';
import { saveYearlyCycle } from '../../../db/write-cycle.ts';
import { saveProgrammes, saveProgrammeYears } from '../../../db/write-programme.ts';
import type { Programme } from '../../../domain/programme/programme.ts';

const stamp = { by: null, now: '2026-04-01T00:00:00Z' };
const programme = (programmeKey: string, number: string, typeKey: string, unitKey: string): Programme => ({
  programmeKey,
  number,
  name: `${programmeKey}の事業`,
  typeKey,
  legalObligation: 'unknown',
  legalBasis: '',
  targetGroup: '',
  means: '',
  intent: '',
  unitKey,
  statedPlace: '',
  expenseClass: null,
  startFiscalYear: null,
  endFiscalYear: null,
  note: '',
  source: null,
  position: Number(number),
});

let office: Office;
let kikaku: Browser;
let zaisei: Browser;
const sheet = '/implementation/2027/sheet';

const amounts = async (start = 2027) =>
  (await office.read((tx) => loadImplementationAmounts(tx, start))).map(
    ({ programmeKey, fiscalYear, correction, amountThousandYen, generalThousandYen }) =>
      `${programmeKey} ${fiscalYear} #${correction} ${amountThousandYen}/${generalThousandYen}`,
  );
const open = async (browser: Browser, path = sheet): Promise<Record<string, string>> => ({
  ...formOf((await browser.get(path)).html, path.replace(/\?.*$/u, '')),
});
const send = (browser: Browser, form: Record<string, string>, path = sheet) =>
  browser.post(path, form, { token: form._csrf ?? null });
const press = async (browser: Browser, step: string, more: Record<string, string> = {}, start = 2027) =>
  browser.post(
    `/implementation/${start}/${step}`,
    { ...formOf((await browser.get(`/implementation/${start}`)).html, `/${step}`), ...more },
    { from: `/implementation/${start}` },
  );

beforeAll(async () => {
  office = await openOffice();
  await office.addUser('kikaku', [wholeTown('planner')]);
  await office.addUser('zaisei', [wholeTown('finance')]);
  await office.addUser('tanto', [ofUnit('unit-staff', 'kodomo')]);
  [kikaku, zaisei] = [office.browser(), office.browser()];
  await kikaku.login('kikaku');
  await zaisei.login('zaisei');
  await office.read(async (tx) => {
    await saveYearlyCycle(
      tx,
      {
        programmeTypes: [
          { key: 'hard', label: 'ハード', settledIn: 'implementation-plan' },
          { key: 'soft', label: 'ソフト', settledIn: 'budget' },
        ],
        staffRates: [],
        calendar: [],
      },
      true,
      stamp,
    );
    await saveProgrammes(
      tx,
      [
        programme('road', '101', 'hard', 'doboku'),
        programme('bridge', '102', 'hard', 'doboku'),
        programme('school', '201', 'soft', 'kodomo'),
      ],
      stamp,
    );
    const year = {
      fiscalYear: 2025,
      unitKey: null,
      budgetCodes: [],
      settled: { totalThousandYen: null, funding: null },
      staffHours: null,
      personnelIncluded: 'unknown' as const,
      note: '',
      source: null,
    };
    await saveProgrammeYears(
      tx,
      [
        {
          ...year,
          programmeKey: 'road',
          budget: {
            totalThousandYen: 1000,
            funding: { national: 400, prefecture: 0, bond: 300, other: 0, general: 300 },
          },
        },
        { ...year, programmeKey: 'school', budget: { totalThousandYen: 50, funding: null } },
      ],
      stamp,
    );
  });
});

describe('作る', () => {
  it.each([
    ['年度でない', { startFiscalYear: 'いつか' }, '始まりの年度を読めません'],
    ['年数が長い', { years: '30' }, '年数は1から10まで'],
    ['名前がない', { title: '' }, '空です'],
  ])('%sと断られ、何も変わらない', async (_, change, words) => {
    const before = await office.written();
    const form = await open(kikaku, '/implementation');
    const refused = await send(kikaku, { ...form, ...change }, '/implementation');
    expect([refused.status, refused.html.includes(words)]).toEqual([422, true]);
    expect(await office.written()).toEqual(before);
  });

  it('ハード事業に前の年度の額が入る', async () => {
    const form = await open(kikaku, '/implementation');
    expect(form.startFiscalYear).toBe('2027');
    const made = await send(kikaku, { ...form, title: '第2期実施計画', filling: 'hard' }, '/implementation');
    expect(made.location).toBe('/m/202151/office/implementation/2027?done=created');
    expect(await amounts()).toEqual([
      'road 2027 #0 1000/300',
      'road 2028 #0 1000/300',
      'road 2029 #0 1000/300',
    ]);
  });

  it('同じ年度にもう一つは作れず、点検は額のないハード事業を言う', async () => {
    const form = await open(kikaku, '/implementation');
    const again = await send(kikaku, { ...form, startFiscalYear: '令和9', title: '別' }, '/implementation');
    expect(again.html).toContain('令和9年度に始まる実施計画「第2期実施計画」がもうあります');
    expect((await kikaku.get('/implementation/2027')).html).toContain(
      'ハード事業「bridgeの事業」の額がありません',
    );
  });
});

describe('下書きの額', () => {
  it('書いた額が残り、合計に入る', async () => {
    const form = await open(kikaku);
    const saved = await send(kikaku, {
      ...form,
      'a.1.2027': '２，０００',
      'g.1.2027': '500',
      'a.2.2028': '60',
    });
    expect(saved.location).toBe('/m/202151/office/implementation/2027/sheet?done=saved');
    expect(await amounts()).toContain('bridge 2027 #0 2000/500');
    expect(await amounts()).toContain('school 2028 #0 60/null');
    const { html } = await kikaku.get('/implementation/2027');
    // 土木課: 1,000 + 2,000
    expect(html).toMatch(/土木課<\/a><\/th>.*?>2<\/td>.*?3,000/su);
  });

  it.each([
    ['a.0.2027', '約千円', '「約千円」は額として読めません'],
    ['g.0.2027', '9999', '一般財源 9,999千円が、事業費 1,000千円を超えています'],
  ])('%s に「%s」と断られ、ほかの欄も保存されない', async (field, value, words) => {
    const before = await office.written();
    const form = await open(kikaku);
    const refused = await send(kikaku, { ...form, 'a.2.2029': '77', [field]: value });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(words);
    const kept = formOf(refused.html, sheet);
    expect([kept[field], kept['a.2.2029']]).toEqual([value, '77']);
    expect(await office.written()).toEqual(before);
  });

  it('二人が別の欄を直せば両方残り、同じ欄なら後の人に今の値が示される', async () => {
    const [mine, theirs] = [await open(kikaku), await open(zaisei)];
    expect((await send(zaisei, { ...theirs, 'a.0.2027': '1100' })).status).toBe(303);
    expect((await send(kikaku, { ...mine, 'a.0.2028': '1200' })).status).toBe(303);
    const met = await send(kikaku, { ...mine, 'a.0.2027': '1300' });
    expect(met.status).toBe(409);
    expect(met.html).toContain('ほかの職員が変えました（いまの値: 1,100）');
    expect(await amounts()).toContain('road 2027 #0 1100/300');
    expect((await send(kikaku, { ...formOf(met.html, sheet) })).status).toBe(303);
    expect(await amounts()).toContain('road 2027 #0 1300/300');
    expect(await amounts()).toContain('road 2028 #0 1200/300');
  });

  it('表計算の行を欄に入れる。合わない行があれば何も入らない', async () => {
    const paste = async (block: string) =>
      kikaku.post(`${sheet}/paste`, { unit: '', block }, { from: sheet });
    const before = await office.written();
    const wrong = await paste('101\t7\n999\t8');
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('貼り付けた2行目の「999」');
    expect(formOf(wrong.html, sheet)['a.0.2027']).toBe('1300');
    const placed = await paste('事業\tR9\tR10\tR11\n101\t7\t8\t9');
    const form = formOf(placed.html, sheet);
    expect(['a.0.2027', 'a.0.2028', 'a.0.2029'].map((name) => form[name])).toEqual(['7', '8', '9']);
    expect(await office.written()).toEqual(before);
  });

  it('確定の前は、公表も送りもできず、予算に何も渡らない', async () => {
    expect((await office.read((tx) => loadPlanAmounts(tx, 2027))).size).toBe(0);
    const before = await office.written();
    const version = formOf((await kikaku.get('/implementation/2027')).html, '/settle').version ?? '';
    for (const step of ['publish', 'roll']) {
      const refused = await kikaku.post(
        `/implementation/2027/${step}`,
        { version, title: '次' },
        { from: '/implementation/2027' },
      );
      expect([refused.status, refused.html.includes('まだ確定していません')]).toEqual([422, true]);
    }
    expect(await office.written()).toEqual(before);
  });
});

describe('確定・補正・公表', () => {
  it('古い画面からは確定できない', async () => {
    const page = (await kikaku.get('/implementation/2027')).html;
    const version = Number(formOf(page, '/settle').version);
    const stale = await press(kikaku, 'settle', { version: String(version - 1) });
    expect(stale.status).toBe(409);
    expect((await office.read(loadImplementationPlans))[0]?.state).toBe('draft');
    expect((await press(kikaku, 'settle')).location).toContain('done=settled');
  });

  it('ハード事業の額が予算に渡る', async () => {
    const planned = await office.read((tx) => loadPlanAmounts(tx, 2027));
    expect(Object.fromEntries(planned)).toEqual({
      road: { amountThousandYen: 1300, generalThousandYen: 300 },
      bridge: { amountThousandYen: 2000, generalThousandYen: 500 },
    });
  });

  it.each([
    ['理由なしに', { 'a.0.2027': '1500' }, '補正の理由がありません'],
    ['空に', { 'a.0.2027': '', 'g.0.2027': '', reason: '中止' }, '確定した計画の額は消せません'],
  ])('確定した額を%sは変えられない', async (_, change, words) => {
    const before = await office.written();
    const refused = await send(kikaku, { ...(await open(kikaku)), ...change });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(words);
    expect(await office.written()).toEqual(before);
  });

  it('公表し、補正し、もう一度公表すると、はじめの額と理由が残る', async () => {
    expect((await press(kikaku, 'publish')).location).toContain('done=published');
    const corrected = await send(kikaku, {
      ...(await open(kikaku)),
      'a.0.2027': '1500',
      'reason.0': '資材の高騰',
    });
    expect(corrected.location).toContain('done=1');
    expect(await amounts()).toEqual(
      expect.arrayContaining(['road 2027 #0 1300/300', 'road 2027 #1 1500/300']),
    );
    expect((await office.read((tx) => loadPlanAmounts(tx, 2027))).get('road')?.amountThousandYen).toBe(1500);
    const page = (await kikaku.get('/implementation/2027')).html;
    expect(page).toContain('資材の高騰');
    // What was published stays until it is published again.
    const read = async () =>
      (await office.read((tx) => loadPublications(tx, 'implementation-plan'))).find(
        ({ key }) => key === '2027',
      );
    expect((await read())?.edition).toBe(1);
    expect((await press(kikaku, 'publish')).location).toContain('done=published');
    const newest = await read();
    if (newest === undefined) throw new Error('nothing is published');
    expect(newest).toMatchObject({ edition: 2, reason: '第1次補正まで', content: { correction: 1 } });
    const lines = await office.read((tx) => loadEntries(tx, newest));
    expect(lines.find(({ programmeKey }) => programmeKey === 'road')?.amounts[0]).toEqual({
      fiscalYear: 2027,
      amountThousandYen: 1500,
      originalThousandYen: 1300,
      reason: '第1次補正: 資材の高騰',
    });
  });

  it('印刷する表は、担当ごとの小計と全体が合う', async () => {
    const { html } = await kikaku.get('/implementation/2027/print');
    expect(html).toContain('土木課（2事業）');
    expect(html).toContain('（1,300）');
    // 1,500 + 2,000
    expect(html).toMatch(/全体<\/th><td[^>]*>3,500</u);
  });

  it('毎年度見直す計画は、確定の後は送って直す', async () => {
    const form = await open(kikaku, '/implementation');
    const rolling = {
      ...form,
      title: '見直し計画',
      startFiscalYear: '2026',
      mode: 'rolling',
      filling: 'all',
    };
    expect((await send(kikaku, rolling, '/implementation')).status).toBe(303);
    expect((await press(kikaku, 'settle', {}, 2026)).location).toContain('done=settled');
    const page = (await kikaku.get('/implementation/2026/sheet')).html;
    expect(page).not.toContain('補正として保存する');
    const taken = await press(kikaku, 'roll', { title: '見直し計画2' }, 2026);
    expect([taken.status, taken.html.includes('令和9年度に始まる実施計画')]).toEqual([422, true]);
  });
});

it('課の担当は見るだけで、変えられない', async () => {
  const tanto = office.browser();
  await tanto.login('tanto');
  expect((await tanto.get(sheet)).status).toBe(200);
  const before = await office.written();
  const form = await open(kikaku);
  const tries = [
    await tanto.post(sheet, { ...form, 'a.0.2027': '1', reason: 'x' }, { from: '/account/password' }),
    await tanto.post('/implementation/2027/settle', { version: '1' }, { from: '/account/password' }),
    await tanto.post('/implementation', { title: 'x' }, { from: '/account/password' }),
  ];
  expect(tries.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(await office.written()).toEqual(before);
});
