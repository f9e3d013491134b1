import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../../../test/factories/drafts.ts';
import type { Browser, Page } from '../../../../../test/factories/office.ts';
import { formOf } from '../../../../../test/factories/page-form.ts';
import { shiojiriScenario, shiojiriSeries } from '../../../../../test/factories/shiojiri-population.ts';
import { someIndicator } from '../../../../../test/factories/town.ts';
import { createIndicator } from '../../../../app/indicator/save-indicator.ts';
import { setTarget } from '../../../../app/indicator/set-target.ts';
import { setSeriesState } from '../../../../app/population/change-series.ts';
import { createSeries } from '../../../../app/population/create-series.ts';
import { createScenario } from '../../../../app/population/save-scenario.ts';
import { loadIndicators } from '../../../../db/read-indicator.ts';
import { findScenario } from '../../../../db/read-population.ts';
import type { PathShape } from '../../../../domain/indicator/indicator.ts';

const scenarios = '/population/scenarios';

let desk: Desk;
let kikaku: Browser;
let other: Browser;

const address = (key: string): string => `${scenarios}/${key}`;
const fields = async (browser: Browser, key: string): Promise<Record<string, string>> => ({
  ...formOf((await browser.get(address(key))).html, address(key)),
});
/** The form as a button of it sends it. */
const pressing = (form: Record<string, string>, button: string): Record<string, string> =>
  Object.fromEntries([...Object.entries(form), ['then', button]]);
const send = (browser: Browser, to: string, form: Record<string, string>): Promise<Page> =>
  browser.post(to, form, { token: form._csrf ?? null });
const stored = (key: string) => desk.office.read((tx) => findScenario(tx, key));

/** A scenario of the demonstration under a key of its own. */
const begin = async (of = 'reach-65000'): Promise<string> => {
  const made = await createScenario(desk.as('kikaku'), shiojiriScenario(of));
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value.scenarioKey;
};

beforeAll(async () => {
  desk = await openDesk();
  [kikaku, other] = [desk.office.browser(), desk.office.browser()];
  await desk.office.addUser('kikaku-2', [{ role: 'planner', unitKey: null, validFrom: null, validTo: null }]);
  await kikaku.login('kikaku');
  await other.login('kikaku-2');
  for (const key of ['census', 'ipss-h30']) {
    const made = await createSeries(desk.as('kikaku'), shiojiriSeries(key));
    if (!made.ok) throw new Error(JSON.stringify(made));
  }
});
afterAll(() => desk.office.db.close());

describe('シナリオを作る', () => {
  it('名前と基準と目標から作り、作業台が開く', async () => {
    const page = await kikaku.get(`${scenarios}/new`);
    expect(page.html).toContain('社人研 平成30年推計に沿う');
    expect(page.html).toContain(
      '最近の変化が続く: 平成22年（2010年）から平成27年（2015年）の変化（国勢調査）',
    );
    const made = await kikaku.post(`${scenarios}/new`, {
      name: '試し',
      baseline: 'recent-change census 2010-10-01 2015-10-01',
      'aim.year': '令和14年',
      'aim.total': '65,000',
      'aim.source': '戦略',
    });
    expect([made.status, made.location]).toEqual([303, expect.stringContaining('?done=created')]);
    const key = made.location.replace(/^.*\/scenarios\//u, '').replace(/\?.*$/u, '');
    expect((await stored(key))?.content).toMatchObject({
      baseline: { kind: 'recent-change', baseDate: '2015-10-01', untilYear: 2045 },
      aim: { year: 2032, total: 65_000, source: '戦略' },
      levers: [],
    });
    expect((await kikaku.get(address(key))).html).toContain('前提を動かさない場合と同じです。');
  });

  it.each([
    ['名前なし', { name: '' }, '名前: 空です。書いてください。'],
    ['基準なし', { baseline: '' }, '基準となる推計が選ばれていません'],
    ['ない系列', { baseline: 'projection none' }, '基準となる推計が選ばれていません'],
    ['人数のない目標', { 'aim.year': '2032' }, '目標人口 › 人数: 空です。書いてください。'],
    [
      '推計の期間の外の目標',
      { 'aim.year': '2050', 'aim.total': '65000' },
      '目標人口 › 年: 2050年は推計の期間（2015～2045年）の外です。',
    ],
    ['桁の違う目標', { 'aim.year': '2032', 'aim.total': '9999999999' }, '1から100,000,000までの数'],
    ['年でない年', { 'aim.year': 'らいねん', 'aim.total': '1' }, '「らいねん」は年として読めません'],
  ])('断る: %s。何も変わらず、打った文字は残る', async (_, change, sentence) => {
    const before = await desk.office.written();
    const page = await kikaku.post(`${scenarios}/new`, {
      name: '断られる名前',
      baseline: 'projection ipss-h30',
      ...change,
    });
    expect([page.status, await desk.office.written()]).toEqual([422, before]);
    expect(page.html).toContain(sentence);
    if (!('name' in change)) expect(page.html).toContain('断られる名前');
  });
});

describe('作業台', () => {
  it('そのまま保存しても中身は変わらない', async () => {
    const key = await begin();
    const before = await stored(key);
    const ids = [...(await kikaku.get(address(key))).html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const saved = await send(kikaku, address(key), await fields(kikaku, key));
    expect([saved.status, saved.location]).toEqual([303, expect.stringContaining('?done=saved')]);
    // Nothing was ever published: no edition is spoken of.
    expect((await kikaku.get(`${address(key)}?done=saved`)).html).not.toContain('公開してある版');
    const sorted = (content = before?.content) => ({
      ...content,
      levers: content?.levers.toSorted((a, b) => a.kind.localeCompare(b.kind)),
    });
    expect(sorted((await stored(key))?.content)).toEqual(sorted());
  });

  it('計算するだけでは何も保存せず、打った値の結果が出る', async () => {
    const key = await begin();
    const before = await desk.office.written();
    const typed = { ...(await fields(kikaku, key)), 'lever.birth-rate.value': '2.00' };
    const page = await send(kikaku, address(key), pressing(typed, 'calculate'));
    expect([page.status, await desk.office.written()]).toEqual([200, before]);
    expect(page.html).toContain('計算しました。まだ保存していません。');
    expect(page.html).toContain('value="2.00"');
    const [, total] = /data-population-figure="total:2032">([\d,]+)</u.exec(page.html) ?? [];
    expect(Number(total?.replace(',', ''))).toBeGreaterThan(65_500);
  });

  it.each([
    ['前提', { 'lever.birth-rate.value': '約2' }, 'いまの前提では計算できません。', '「約2」は数として'],
    ['問いの年', { askFromYear: '来年' }, 'この問いには答えられません。', '「来年」は年として'],
    ['期間の外の年', { askFromYear: '2045' }, 'この問いには答えられません。', '2015年から2044年まで'],
    ['同じ二つ', { 'pair.second': 'birth-rate' }, 'この問いには答えられません。', '一つ目とは違う前提'],
  ])('計算できないときは、できたと言わない: %s', async (_, change, summary, sentence) => {
    const key = await begin();
    const before = await desk.office.written();
    const typed = { ...(await fields(kikaku, key)), ...change };
    const page = await send(kikaku, address(key), pressing(typed, 'calculate'));
    expect(await desk.office.written()).toEqual(before);
    for (const words of [summary, sentence, ...Object.values(change)]) expect(page.html).toContain(words);
    if (page.status !== 200) expect(page.html).not.toContain('計算しました');
  });

  it('一つだけの答えを欄に入れると、ちょうど目標に届き、ほかの前提は動かなくなる', async () => {
    const key = await begin();
    const form = await fields(kikaku, key);
    const page = await send(kikaku, address(key), form);
    expect(page.status).toBe(303);
    const shown = (await kikaku.get(address(key))).html;
    const [, taken] =
      /value="(take birth-rate=[^"]+)"[^>]*aria-label="合計特殊出生率をこの値にする"/u.exec(shown) ?? [];
    expect(taken).toBeDefined();
    const after = await send(kikaku, address(key), pressing(await fields(kikaku, key), taken ?? ''));
    expect(after.html).toContain('<span data-population-figure="total:2032">65,000</span>');
    const typed = formOf(after.html, address(key));
    expect([typed['lever.working-rate.reason'], typed['lever.birth-rate.fromYear']]).toEqual(['', '2020']);
  });

  it.each([
    [
      '読めない値',
      { 'lever.birth-rate.value': '高め' },
      '「高め」は数として読めません',
      'lever-birth-rate-value',
    ],
    ['推計の外の目標', { 'aim.year': '2090' }, '推計の期間（2015～2045年）の外です', 'f-aim-year'],
    [
      'いる人より多い転出',
      { 'lever.young-adults-per-year.value': '-9000' },
      '負の数',
      'lever-young-adults-per-year-value',
    ],
  ])('断る: %s。何も変わらず、欄を指す', async (_, change, sentence, id) => {
    const key = await begin();
    const before = await desk.office.written();
    const page = await send(kikaku, address(key), { ...(await fields(kikaku, key)), ...change });
    expect([page.status, await desk.office.written()]).toEqual([422, before]);
    expect(page.html).toContain(sentence);
    expect(page.html).toContain('まだ何も保存していません');
    if (id !== 'lever-young-adults-per-year-value') expect(page.html).toContain(`href="#${id}"`);
  });

  it('二人が別の前提を変えたら両方が残り、同じ前提なら選ぶ', async () => {
    const key = await begin();
    const [mine, theirs] = [await fields(kikaku, key), await fields(other, key)];
    const first = await send(other, address(key), {
      ...theirs,
      'lever.birth-rate.value': '1.90',
      name: '相手の名前',
    });
    expect(first.status).toBe(303);
    const met = await send(kikaku, address(key), {
      ...mine,
      'lever.birth-rate.value': '1.80',
      'lever.life-expectancy.value': '1.0',
    });
    expect(met.status).toBe(409);
    expect(met.html).toContain('ほかの職員が先に保存しました');
    expect(met.html).toContain('合計特殊出生率: どちらを残しますか');
    const merged = formOf(met.html, address(key));
    expect([merged.name, merged['lever.life-expectancy.value']]).toEqual(['相手の名前', '1.0']);
    const chosen = await send(kikaku, address(key), { ...merged, 'choose.lever-birth-rate': 'theirs' });
    expect(chosen.status).toBe(303);
    const after = await stored(key);
    const leverValue = (kind: string) => after?.content.levers.find((lever) => lever.kind === kind)?.value;
    expect([after?.name, leverValue('birth-rate'), leverValue('life-expectancy')]).toEqual([
      '相手の名前',
      1.9,
      1,
    ]);
  });

  it('見るだけの職員には欄が閉じていて、保存は断られる', async () => {
    const key = await begin();
    const auditor = desk.office.browser();
    await auditor.login('kansa');
    const before = await desk.office.written();
    const page = await auditor.get(address(key));
    expect([page.status, page.html.includes('保存する')]).toEqual([200, false]);
    // No button that would only be refused; the years of the pyramid are links.
    for (const button of ['>計算する</button>', '逆に考える</button>', 'この年を見る</button>'])
      expect(page.html).not.toContain(button);
    expect((await auditor.get(`${address(key)}?year=2020`)).html).toContain(
      `?year=2020#f-ages" aria-current`,
    );
    const form = await fields(kikaku, key);
    const refused = await auditor.post(address(key), { ...form, _csrf: '' });
    expect([refused.status, await desk.office.written()]).toEqual([403, before]);
  });

  it('一覧から4つまで比べ、表とCSVにできる', async () => {
    const [one, two] = [await begin(), await begin('recent-change')];
    const page = await kikaku.get(`${scenarios}/compare?key=${one}&key=${two}`);
    expect(page.html).toContain('違う前提');
    const csv = await kikaku.get(`${scenarios}/compare/compare.csv?key=${one}&key=${two}`);
    const lines = csv.html.trim().split('\r\n');
    expect(lines).toHaveLength(1 + 31);
    expect((await kikaku.get(scenarios)).html).toContain(address(one));
  });

  it.each([
    ['totals', 1 + 31],
    ['ages', 1 + 7 * 2 * 19],
    ['assumptions', 1 + 1 + 3 + 1 + 2],
  ])('CSV: %s', async (name, lines) => {
    const key = await begin();
    const csv = await kikaku.get(`${address(key)}/${name}.csv`);
    expect(csv.html.trim().split('\r\n')).toHaveLength(lines);
    expect((await kikaku.get(`${address(key)}/backcast.csv`)).html).toContain('65000');
  });

  it('消せるのは、公開したことのないものだけ。写しは残る', async () => {
    const key = await begin();
    const form = formOf((await kikaku.get(address(key))).html, `${address(key)}/copy`);
    const copied = await send(kikaku, `${address(key)}/copy`, { ...form });
    const copy = copied.location.replace(/^.*\/scenarios\//u, '').replace(/\?.*$/u, '');
    const gone = await send(kikaku, `${address(key)}/remove`, { ...form });
    expect(gone.location).toContain('?done=removed');
    expect([await stored(key), (await stored(copy))?.name]).toEqual([
      null,
      '65,000人に届く組合せ（見本）の写し',
    ]);
  });
});

describe('公開して、指標の道筋にする', () => {
  const version = async (): Promise<number> => {
    const [loaded] = await desk.office.read((tx) => loadIndicators(tx, ['residents'], { breakdowns: false }));
    return loaded?.version ?? 0;
  };
  it('基準が未公開なら公開できず、公開すると道筋にでき、外せる', async () => {
    const key = await begin();
    const closed = await kikaku.get(address(key));
    expect(closed.html).toContain('がまだ公開されていないため、公開できません');
    const before = await desk.office.written();
    const { _csrf: token = '' } = await fields(kikaku, key);
    const seen = String((await stored(key))?.version);
    const early = await send(kikaku, `${address(key)}/publish`, { _csrf: token, version: seen, reason: '' });
    expect([early.status, await desk.office.written()]).toEqual([422, before]);

    const opened = await setSeriesState(desk.as('kikaku'), {
      seriesKey: 'ipss-h30',
      state: 'published',
      seenVersion: 1,
    });
    expect(opened.ok).toBe(true);
    const form = formOf((await kikaku.get(address(key))).html, `${address(key)}/publish`);
    const published = await send(kikaku, `${address(key)}/publish`, { ...form, reason: '計画に合わせて' });
    expect(published.location).toContain('?done=published');
    expect(await stored(key)).toMatchObject({ publishedEdition: 1, isAsPublished: true });

    const {
      indicatorKey: _,
      breakdowns: __,
      position: ___,
      ...definition
    } = someIndicator({
      name: '住民',
      unit: '人',
      unitKey: 'kodomo',
      decimals: 0,
    });
    const edit = { definition, baseline: null };
    expect((await createIndicator(desk.as('kikaku'), 'residents', edit)).ok).toBe(true);
    const target = {
      fiscalYear: 2032,
      figure: '65000',
      text: '',
      comparison: 'at-least',
      reason: '',
      sourceDocument: '基本計画',
    } as const;
    expect((await setTarget(desk.as('kikaku'), 'residents', target, 0)).ok).toBe(true);
    const preview = await kikaku.get(`${address(key)}/attach?indicator=residents`);
    expect(preview.html).toContain('「住民」の道筋はこう変わります');
    expect(preview.html).toContain('65,067');
    expect(preview.html).not.toContain('取ってあります');
    const attach = formOf(preview.html, `${address(key)}/attach`);
    const stale = await send(kikaku, `${address(key)}/attach`, { ...attach, version: '0' });
    expect(stale.status).toBe(409);
    const done = await send(kikaku, `${address(key)}/attach`, { ...attach });
    expect(done.location).toContain('?done=attached');
    const [loaded] = await desk.office.read((tx) => loadIndicators(tx, ['residents'], { breakdowns: false }));
    expect(loaded?.indicator.path).toMatchObject({ shape: 'given', scenario: { key, edition: 1 } });

    const detach = formOf((await kikaku.get(`${address(key)}/attach`)).html, `${address(key)}/attach/detach`);
    expect(detach.version).toBe(String(await version()));
    const back = 'シナリオの前の道筋（基準値から目標までまっすぐな道筋）に戻ります。';
    expect((await kikaku.get(`${address(key)}/attach`)).html).toContain(back);
    const off = await send(kikaku, `${address(key)}/attach/detach`, { ...detach });
    expect(off.location).toContain('?done=detached');
    const [after] = await desk.office.read((tx) => loadIndicators(tx, ['residents'], { breakdowns: false }));
    expect(after?.indicator.path.scenario).toBeUndefined();

    // A path of its own is kept: that is said before and after it is pressed. An indicator nobody knows is named.
    const own: PathShape = {
      shape: 'given',
      points: [{ fiscalYear: 2032, value: '65000' }],
      surveyYears: [],
    };
    expect(
      (await createIndicator(desk.as('kikaku'), 'own', { ...edit, definition: { ...definition, path: own } }))
        .ok,
    ).toBe(true);
    expect((await setTarget(desk.as('kikaku'), 'own', target, 0)).ok).toBe(true);
    const warned = await kikaku.get(`${address(key)}/attach?indicator=own`);
    expect(warned.html).toContain('この指標のために決めた年ごとに決めた道筋（1年度分）は、取ってあります');
    await send(kikaku, `${address(key)}/attach`, { ...formOf(warned.html, `${address(key)}/attach`) });
    const list = await kikaku.get(`${address(key)}/attach`);
    expect(list.html).toContain('シナリオの前の道筋（年ごとに決めた道筋（1年度分））に戻ります。');
    const undo = { ...formOf(list.html, `${address(key)}/attach/detach`) };
    expect((await send(kikaku, `${address(key)}/attach/detach`, undo)).location).toContain('?done=detached');
    const [again] = await desk.office.read((tx) => loadIndicators(tx, ['own'], { breakdowns: false }));
    expect(again?.indicator.path).toEqual(own);
    const unknown = await kikaku.get(`${address(key)}/attach?indicator=none`);
    expect([unknown.status, unknown.html.includes('下の一覧から選び直してください')]).toEqual([422, true]);
  });
});
