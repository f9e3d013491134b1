import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  type Office,
  openOffice,
  password,
  wholeTown,
} from '../../../../test/factories/office.ts';
import { formOf } from '../../../../test/factories/page-form.ts';
import { loadFrames } from '../../../db/read-budget.ts';
import { loadRounds, loadSheets } from '../../../db/read-evaluation.ts';
import { findYearlyCycle } from '../../../db/read-programme.ts';
import { withTenant } from '../../../db/tenant.ts';
import { insertMunicipality } from '../../../db/write-town.ts';
import type { MunicipalityCode } from '../../../domain/kernel/municipality-code.ts';
import { defaultSettings } from '../../../domain/kernel/settings.ts';

/** 高根沢町's code: a town with a name and nothing else. */
const town = '093866' as MunicipalityCode;

let office: Office;
let kikaku: Browser;
let zaisei: Browser;
/** Passwords as they are handed to new people, by login. */
const temporary = new Map<string, string>();

type Change = Readonly<Record<string, string>>;

/** Opens the page, fills its form in and sends it, as a person would: a redirect, or the test ends with what was said. */
const fill = async (browser: Browser, page: string, action: string, change: Change): Promise<string> => {
  const { html } = await browser.get(page);
  const form = formOf(html, action);
  const sent = await browser.post(action, { ...form, ...change }, { token: form._csrf ?? null });
  if (sent.status !== 303)
    throw new Error(`${action}: ${sent.status} ${/<main.*?<\/ul>/su.exec(sent.html)?.[0] ?? sent.html}`);
  return sent.location.replace(`/m/${town}/office`, '').replace(/\?.*$/u, '');
};

const steps = async (): Promise<Readonly<Record<string, string>>> => {
  const { html } = await kikaku.get('/cycle/start');
  return Object.fromEntries(
    [...html.matchAll(/data-state="([\w-]+)"><h2[^>]*>([^<]+?)\s*<span/gu)].map(
      ([, state = '', title = '']) => [title, state],
    ),
  );
};

/** The page the guide leads to for a step, by its link. */
const linkOf = async (words: string): Promise<string> => {
  const { html } = await kikaku.get('/cycle/start');
  const href = new RegExp(`<a href="/m/${town}/office([^"]*)">${words}</a>`, 'u').exec(html)?.[1];
  if (href === undefined) throw new Error(`the guide has no link ${words}`);
  return href;
};

beforeAll(async () => {
  office = await openOffice();
  await withTenant(office.db, { municipality: town, actor: 'cli', origin: 'cli' }, (tx) =>
    insertMunicipality(
      tx,
      {
        name: '高根沢町',
        nameKana: 'たかねざわまち',
        nameEn: 'Takanezawa Town',
        prefecture: '栃木県',
        accentColour: '#00558d',
        settings: defaultSettings,
      },
      '2025-04-01T00:00:00Z',
    ),
  );
  await office.addUser('kikaku', [wholeTown('planner'), wholeTown('administrator')], town);
  await office.addUser('zaisei', [wholeTown('finance')], town);
  [kikaku, zaisei] = [office.browser(town), office.browser(town)];
  await kikaku.login('kikaku');
  await zaisei.login('zaisei');
});

describe('ファイルに触れずに、職員用の画面だけで新しい町の一年を始める', () => {
  it('はじめは何もない: やることから準備へ進める', async () => {
    expect((await kikaku.get('')).html).toContain(`href="/m/${town}/office/cycle/start"`);
    expect(await steps()).toEqual({
      組織: 'missing',
      課の職員: 'missing',
      事業の種類: 'missing',
      事務事業: 'missing',
      人件費の単価: 'optional',
      評価の様式と基準: 'missing',
      年間の予定: 'missing',
      評価の回: 'missing',
      枠配分の規則: 'missing',
      配分枠: 'missing',
      実施計画: 'optional',
    });
  });

  it('組織と課の職員', async () => {
    expect((await kikaku.get(await linkOf('組織を登録する'))).status).toBe(200);
    for (const name of ['産業課', '都市整備課'])
      await fill(kikaku, '/settings/units/add', '/settings/units/add', {
        name,
        kind: '課',
        on: '2025-04-01',
      });
    const page = await kikaku.get('/settings/users/add');
    const unitKey = /<option value="([^"]+)"[^>]*>産業課/u.exec(page.html)?.[1] ?? '';
    for (const [login, role] of [
      ['tanto', 'unit-staff'],
      ['kacho', 'unit-head'],
    ] as const) {
      const added = await kikaku.post('/settings/users/add', {
        ...formOf((await kikaku.get('/settings/users/add')).html, '/settings/users/add'),
        login,
        displayName: `産業課 ${login}`,
        role,
        unitKey,
      });
      temporary.set(login, /<code[^>]*>([^<]+)<\/code>/u.exec(added.html)?.[1] ?? '');
    }
    expect(await steps()).toMatchObject({ 組織: 'done', 課の職員: 'done' });
  });

  it('種類と年間の予定は、ひな形から取り込んで直す', async () => {
    for (const part of ['programmeTypes', 'calendar'])
      await fill(kikaku, '/cycle/templates', '/cycle/templates', { from: 'shiojiri', part });
    await fill(kikaku, '/cycle/edit/calendar', '/cycle/edit/calendar', { 'calendar.0.title': '事後評価' });
    await fill(zaisei, '/cycle/edit/rates', '/cycle/edit/rates', {
      'rates.0.fiscalYear': '令和7',
      'rates.0.yenPerHour': '4200',
    });
    const { calendar, programmeTypes } = await office.read(findYearlyCycle, town);
    expect([calendar[0]?.title, programmeTypes.map(({ key }) => key)]).toEqual([
      '事後評価',
      ['soft', 'hard'],
    ]);
    expect(await steps()).toMatchObject({
      事業の種類: 'done',
      年間の予定: 'done',
      人件費の単価: 'done',
      // A town with hard programmes needs one.
      実施計画: 'missing',
    });
  });

  it('事務事業とその年度の額', async () => {
    const form = (await kikaku.get('/programmes/new')).html;
    const unitOf = (name: string) =>
      new RegExp(`<option value="([^"]+)"[^>]*>${name}`, 'u').exec(form)?.[1] ?? '';
    const made: string[] = [];
    for (const [number, name, typeKey, unit] of [
      ['1', '商店街の支援', 'soft', '産業課'],
      ['2', '道路の改良', 'hard', '都市整備課'],
    ] as const)
      made.push(
        await fill(kikaku, '/programmes/new', '/programmes/new', {
          number,
          name,
          typeKey,
          unitKey: unitOf(unit),
        }),
      );
    for (const [at, amount] of [
      [made[0] ?? '', '2000'],
      [made[1] ?? '', '9000'],
    ] as const)
      await fill(kikaku, `${at}/years?year=2025`, `${at}/years?year=2025`, { settled: amount });
    expect(await steps()).toMatchObject({ 事務事業: 'done' });
  });

  it('様式をひな形から作り、言葉を直し、採用する', async () => {
    await fill(kikaku, '/evaluation/schemes/new', '/evaluation/schemes/new', { from: 'template seiro' });
    const draft =
      /evaluation\/schemes\/[^"?]+\/1/u.exec((await kikaku.get('/evaluation/schemes')).html)?.[0] ?? '';
    await fill(kikaku, `/${draft}`, `/${draft}`, {
      name: '高根沢町の事務事業評価',
      'stages.0.label': '担当課の評価',
    });
    expect(await steps()).toMatchObject({ 評価の様式と基準: 'begun' });
    await fill(kikaku, `/${draft}`, `/${draft}/adopt`, {});
    expect(await steps()).toMatchObject({ 評価の様式と基準: 'done' });
  });

  it('評価の回を用意し、期限を決めて始める', async () => {
    const setup = await fill(kikaku, '/evaluation', '/evaluation', { fiscalYear: '令和7年度' });
    await fill(kikaku, setup, setup, { do: 'open' });
    const [round] = await office.read(loadRounds, town);
    expect(round).toMatchObject({ fiscalYear: 2025, state: 'open' });
    const sheets = await office.read((tx) => loadSheets(tx, round?.roundKey ?? ''), town);
    expect(sheets).toHaveLength(2);
    expect(await steps()).toMatchObject({ 評価の回: 'done' });
    // The person of the division finds the sheet in what there is to do.
    const tanto = office.browser(town);
    await tanto.login('tanto', temporary.get('tanto'));
    await fill(tanto, '/account/password', '/account/password', {
      currentPassword: temporary.get('tanto') ?? '',
      newPassword: password,
      newPasswordAgain: password,
    });
    expect((await tanto.get(`/evaluation/${round?.roundKey}/sheets`)).html).toContain('商店街の支援');
  });

  it('枠配分の規則を採用し、課ごとの枠を計算する', async () => {
    const draft = await fill(zaisei, '/budget/schemes/new', '/budget/schemes/new', {
      from: 'seiro-demonstration',
    });
    await fill(zaisei, draft, draft, { do: 'adopt' });
    const year = await fill(zaisei, '/budget', '/budget', {
      fiscalYear: '令和9年度',
      baseFiscalYear: '2025',
    });
    expect(await steps()).toMatchObject({ 枠配分の規則: 'done', 配分枠: 'begun' });
    await fill(zaisei, year, year, { do: 'compute' });
    const frames = await office.read((tx) => loadFrames(tx, 2027), town);
    // 97% of what was settled, division by division.
    expect(frames.map(({ computedThousandYen }) => computedThousandYen).toSorted((a, b) => a - b)).toEqual([
      1940, 8730,
    ]);
    expect(await steps()).toMatchObject({ 配分枠: 'done' });
  });

  it('ハード事業の実施計画を作ると、すべて揃う', async () => {
    const plan = await fill(zaisei, '/implementation', '/implementation', { startFiscalYear: '令和9' });
    await fill(zaisei, plan, `${plan}/settle`, {});
    expect(Object.values(await steps()).every((state) => state === 'done')).toBe(true);
    expect((await kikaku.get('/cycle/start')).html).toContain('すべて揃っています');
  });
});
