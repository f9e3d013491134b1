import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../../test/factories/drafts.ts';
import { type Browser, shiojiri } from '../../../../test/factories/office.ts';
import { formOf } from '../../../../test/factories/page-form.ts';
import { someIndicator } from '../../../../test/factories/town.ts';
import { saveBreakdowns, saveSeries } from '../../../app/indicator/save-breakdowns.ts';
import { createIndicator } from '../../../app/indicator/save-indicator.ts';
import { newKey } from '../../../app/new-key.ts';
import { type LoadedIndicator, loadIndicators } from '../../../db/read-indicator.ts';
import { withPublic } from '../../../db/tenant.ts';
import type { BreakdownDimension } from '../../../domain/indicator/indicator.ts';

const dimensions: readonly BreakdownDimension[] = [
  {
    key: 'age',
    name: '年代',
    categories: [
      { key: '20s', name: '20歳代' },
      { key: '30s', name: '30歳代' },
    ],
  },
  {
    key: 'sex',
    name: '性別',
    categories: [
      { key: 'f', name: '女性' },
      { key: 'm', name: '男性' },
    ],
  },
];

let desk: Desk;
let planner: Browser;
let clerk: Browser;
let key: string;
beforeAll(async () => {
  desk = await openDesk();
  planner = desk.office.browser();
  await planner.login('kikaku');
  clerk = desk.office.browser();
  await clerk.login('kodomo-tanto');
});
beforeEach(async () => {
  key = newKey();
  const {
    indicatorKey: _,
    breakdowns: __,
    position: ___,
    ...definition
  } = someIndicator({ unitKey: 'kodomo' });
  await createIndicator(desk.as('kikaku'), key, { definition, baseline: null });
  await saveBreakdowns(desk.as('kikaku'), key, dimensions, 1);
  await saveSeries(desk.as('kikaku'), key, [{ series: 'base', name: '基準推計', note: '' }], 2);
});
afterAll(() => desk.office.db.close());

const load = async (): Promise<LoadedIndicator> => {
  const [loaded] = await desk.office.read((tx) => loadIndicators(tx, [key]));
  if (loaded === undefined) throw new Error('the indicator is gone');
  return loaded;
};
const cells = async () =>
  (await load()).values.map(({ breakdown, fiscalYear, value, missing, standardError, stage }) => [
    breakdown,
    fiscalYear,
    value ?? missing,
    standardError,
    stage,
  ]);
const at = (path: string): string => `/indicators/${key}${path}`;
const typed = async (path: string, change: Readonly<Record<string, string>>, browser = clerk) => ({
  ...formOf((await browser.get(at(path))).html, at(path)),
  ...change,
});
const fill = async (path: string, change: Readonly<Record<string, string>>, browser = clerk) =>
  browser.post(at(path), await typed(path, change, browser));
const told = (html: string, field: string): string =>
  new RegExp(`id="f-${field}-problem">(.*?)</ul>`, 'su').exec(html)?.[1] ?? '';

describe('回答の分布', () => {
  it('一覧では、いつも100%の全体ではなく、何ごとの割合かを示す', async () => {
    key = newKey();
    const {
      indicatorKey: _,
      breakdowns: __,
      position: ___,
      ...definition
    } = someIndicator({ unitKey: 'kodomo', name: '回答の分布', unit: '%', direction: 'none' });
    await createIndicator(desk.as('kikaku'), key, { definition, baseline: null });
    await saveBreakdowns(desk.as('kikaku'), key, dimensions, 1);
    const row = async () =>
      new RegExp(`indicators/${key}".*?</tr>`, 'su').exec((await clerk.get('/indicators')).html)?.[0] ?? '';
    expect(await row()).toContain('まだありません');
    await fill('', { 'rows.0.figure': '100', 'rows.0.sourceDocument': '市民アンケート' });
    expect((await load()).values).toMatchObject([{ fiscalYear: 2026, value: '100' }]);
    expect(await row()).toContain('令和8年度の、年代と性別ごとの割合');
    expect(await row()).not.toContain('100');
  });
});

describe('内訳の値の画面', () => {
  const ages = '/breakdowns/age';
  const cross = '/breakdowns/age~sex/2024';

  it('年度×区分の表に、値・標準誤差・理由を入れ、公開までは下書き', async () => {
    const change = {
      'cells.0.age:20s': '6.4±0.1',
      'cells.0.age:30s': '秘匿',
      'years.0.sourceDocument': '市民アンケート',
    };
    expect((await fill(ages, change)).status).toBe(303);
    expect(await cells()).toEqual([
      ['age:20s', 2026, '6.4', '0.1', 'draft'],
      ['age:30s', 2026, 'suppressed', null, 'draft'],
    ]);
    const shown = formOf((await clerk.get(at(ages))).html, at(ages));
    expect(shown).toMatchObject({ 'cells.0.age:20s': '6.4±0.1', 'cells.0.age:30s': '秘匿' });
    const list = await planner.get(at(''));
    expect(list.html).toContain('令和8年度（20歳代）');
    const { seen = '' } = formOf(list.html, '/publish');
    expect((await planner.post(at('/publish'), { seen }, { from: at('') })).status).toBe(303);
    const [published] = await withPublic(desk.office.db, { municipality: shiojiri }, (tx) =>
      loadIndicators(tx, [key]),
    );
    expect(published?.values.map(({ value, missing }) => value ?? missing)).toEqual(['6.4', 'suppressed']);
  });

  it('表にない年度の行も加えられる', async () => {
    const path = `${ages}?year=${encodeURIComponent('平成27')}`;
    const opened = formOf((await clerk.get(at(path))).html, at(ages));
    const [row] = Object.entries(opened).find(([, value]) => value === '2015') ?? [''];
    const place = row.split('.')[1];
    const filled = { ...opened, [`cells.${place}.age:20s`]: '5', [`years.${place}.sourceDocument`]: '台帳' };
    expect((await clerk.post(at(ages), filled)).status).toBe(303);
    expect(await cells()).toEqual([['age:20s', 2015, '5', null, 'draft']]);
  });

  it.each(['', '-1', '来年', '9999'])('送り変えた年度「%s」は断り、何も変えない', async (fiscalYear) => {
    const forged = {
      'years.0.fiscalYear': fiscalYear,
      'cells.0.age:20s': '約7',
      'years.0.sourceDocument': '台帳',
    };
    expect((await fill(ages, forged)).status).toBe(422);
    expect(await cells()).toEqual([]);
  });

  it('二つの軸の表は、年度ごとに入れる', async () => {
    const opened = await clerk.get(at('/breakdowns/age~sex?year=令和6'));
    expect(opened.location).toContain(cross);
    await fill(cross, { 'cells.0.age:20s/sex:f': '7', 'years.0.sourceDocument': '市民アンケート' });
    expect(await cells()).toEqual([['age:20s/sex:f', 2024, '7', null, 'draft']]);
    expect((await clerk.get(at('/breakdowns/age~sex'))).location).toContain(cross);
  });

  it('空にすると下書きが消え、公開した値には空の下書きができる', async () => {
    await fill(ages, { 'cells.0.age:20s': '6.4', 'years.0.sourceDocument': '台帳' });
    await fill(ages, { 'cells.0.age:20s': '', 'years.0.sourceDocument': '' });
    expect(await cells()).toEqual([]);
  });

  it.each<[string, string, Readonly<Record<string, string>>, string, string]>([
    ['数でない値', ages, { 'cells.0.age:20s': '約7' }, 'cells-0-age:20s', '数として読めません'],
    ['出典のない値', ages, { 'cells.0.age:20s': '7' }, 'years-0-sourceDocument', '出典'],
    [
      '誤差の書きかけ',
      cross,
      { 'cells.0.age:20s/sex:m': '7±' },
      'cells-0-age:20s/sex:m',
      '数として読めません',
    ],
  ])('%sは、その欄に訳を示して断り、何も変えない', async (_, path, change, field, sentence) => {
    const refused = await fill(path, { 'cells.0.age:30s': '5', ...change });
    expect([refused.status, await cells()]).toEqual([422, []]);
    expect(told(refused.html, field)).toContain(sentence);
  });

  it('ほかの人が先に変えた年度は、告げて、もう一度押すと自分の入力になる', async () => {
    const mine = await typed(ages, { 'cells.0.age:20s': '5', 'years.0.sourceDocument': '台帳' });
    await fill(ages, { 'cells.0.age:20s': '6', 'years.0.sourceDocument': '台帳' }, planner);
    const met = await clerk.post(at(ages), mine);
    expect([met.status, met.html.includes('ほかの職員が先に変えました')]).toEqual([409, true]);
    expect(await cells()).toEqual([['age:20s', 2026, '6', null, 'draft']]);
    expect((await clerk.post(at(ages), formOf(met.html, at(ages)))).status).toBe(303);
    expect(await cells()).toEqual([['age:20s', 2026, '5', null, 'draft']]);
  });

  it('表にない区分の値は、送られても読まない', async () => {
    await fill(ages, { 'cells.0.age:90s': '7', 'years.0.sourceDocument': '台帳' });
    expect(await cells()).toEqual([]);
  });

  it.each(['/breakdowns/area', '/breakdowns/age~sex/1', '/series/none'])(
    '%s は見つからない',
    async (path) => {
      expect((await clerk.get(at(path))).status).toBe(404);
    },
  );
});

describe('軸と区分の編集', () => {
  const path = '/breakdowns';

  it('名前と英語の名前を変え、区分を加え、並べ替えても、値はそのまま', async () => {
    await fill('/breakdowns/age', { 'cells.0.age:20s': '6.4', 'years.0.sourceDocument': '台帳' });
    const change = {
      'dimensions.0.name': '年齢',
      'dimensions.0.nameEn': 'Age',
      'categories0.0.name': '20代',
      'categories0.2.name': '10代',
      'categories0.2.order': '0.5',
      'dimensions.2.name': '地区',
      'categories2.0.name': '東',
    };
    expect((await fill(path, change, planner)).status).toBe(303);
    const { indicator } = await load();
    expect(indicator.breakdowns).toMatchObject([
      {
        key: 'age',
        name: '年齢',
        nameEn: 'Age',
        categories: [{ name: '10代' }, { key: '20s', name: '20代' }, { key: '30s' }],
      },
      { key: 'sex' },
      { name: '地区', categories: [{ name: '東' }] },
    ]);
    expect(await cells()).toEqual([['age:20s', 2026, '6.4', null, 'draft']]);
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    [
      '値のある区分を外す',
      { 'categories0.0.name': '' },
      'dimensions-0-name',
      '「20歳代」には値があるため、外せません（2026年度）',
    ],
    [
      '名前の重なる区分',
      { 'categories0.2.name': '20歳代' },
      'categories0-2-name',
      '「20歳代」という名前が二つ',
    ],
    ['軸のない区分', { 'categories2.0.name': '東' }, 'dimensions-2-name', '軸の名前を書いて'],
    ['区分のない軸', { 'dimensions.2.name': '地区' }, 'dimensions-2-name', '区分がありません'],
  ])('%sのは、その欄に訳を示して断り、何も変えない', async (_, change, field, sentence) => {
    await fill('/breakdowns/age', { 'cells.0.age:20s': '6.4', 'years.0.sourceDocument': '台帳' });
    const before = await load();
    const refused = await fill(path, change, planner);
    expect(refused.status).toBe(422);
    expect(told(refused.html, field)).toContain(sentence);
    expect(await load()).toEqual(before);
  });

  it('値のない区分は外せる。先に変えられていたら断る', async () => {
    const late = await typed(path, { 'dimensions.0.name': '年齢' }, planner);
    expect((await fill(path, { 'categories0.1.name': '' }, planner)).status).toBe(303);
    expect((await load()).indicator.breakdowns[0]?.categories.map((each) => each.key)).toEqual(['20s']);
    expect((await planner.post(at(path), late)).status).toBe(409);
    expect((await load()).indicator.breakdowns[0]?.name).toBe('年代');
  });

  it('課の担当者は、表は見られるが、軸は変えられない', async () => {
    const page = await clerk.get(at(path));
    expect([page.status, page.html.includes('軸と区分を保存する')]).toEqual([200, false]);
    const refused = await clerk.post(at(path), { version: '3', 'dimensions.0.name': '年齢' });
    expect([refused.status, (await load()).indicator.breakdowns[0]?.name]).toEqual([403, '年代']);
  });
});

describe('推計などの系列', () => {
  it('系列を定め、その値を年度の表に入れる。実績とは別', async () => {
    const change = { 'series.1.name': '展望', 'series.1.note': '人口ビジョン' };
    expect((await fill('/series', change, planner)).status).toBe(303);
    const { referenceSeries } = await load();
    expect(referenceSeries).toMatchObject([
      { series: 'base', name: '基準推計' },
      { name: '展望', note: '人口ビジョン' },
    ]);
    const filled = {
      addYear: '令和22',
      'rows.0.figure': '6.5',
      'rows.0.status': 'estimated',
      'rows.0.sourceDocument': '社人研',
    };
    expect((await fill('/series/base', filled)).status).toBe(303);
    expect((await load()).values).toMatchObject([
      { series: 'base', fiscalYear: 2030, value: '6.5', status: 'estimated', stage: 'draft' },
    ]);
    expect((await clerk.get(at(''))).html).toContain('令和12年度（基準推計）');
    // Typed anew without a change: nothing of the actual figures is touched.
    expect(formOf((await clerk.get(at(''))).html, key)['rows.0.figure']).toBe('');
  });

  it('値のある系列は、年度を示して、外すことを断る', async () => {
    await fill('/series/base', { 'rows.0.figure': '6.5', 'rows.0.sourceDocument': '社人研' });
    const before = await load();
    const refused = await fill('/series', { 'series.0.name': '' }, planner);
    expect([
      refused.status,
      refused.html.includes('「基準推計」には値があるため、外せません（2030年度）'),
    ]).toEqual([422, true]);
    expect(await load()).toEqual(before);
  });
});
