import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, failureOf, type MadeTable } from '../../../../test/estat/answers.ts';
import { census2015, census2020, madeTotals, smallAreas } from '../../../../test/estat/census-tables.ts';
import { type EstatServer, sendJson, startEstat } from '../../../../test/estat/estat-server.ts';
import {
  type Browser,
  type Office,
  openOffice,
  shiojiri,
  wholeTown,
} from '../../../../test/factories/office.ts';
import { formOf } from '../../../../test/factories/page-form.ts';
import { loadSeries } from '../../../db/read-population.ts';
import { estatCredit } from '../../../estat/connection.ts';

const page = '/population/estat';
const text = (html: string): string => html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');
const total = madeTotals.male + madeTotals.female;

const logIn = async (office: Office, login = 'kikaku', role: 'planner' | 'finance' = 'planner') => {
  await office.addUser(login, [wholeTown(role)]);
  const browser = office.browser();
  await browser.login(login);
  return browser;
};

describe('アプリケーションIDのないとき', () => {
  let office: Office;
  let server: EstatServer;
  beforeAll(async () => {
    server = await startEstat((_, response) => sendJson(response, answerOf(census2020)));
    office = await openOffice();
  });
  afterAll(async () => {
    await office.db.close();
    await server.stop();
  });

  it('使えるようにする方法を言い、欄は出さず、送られても外へ通信しない', async () => {
    const browser = await logIn(office);
    const { status, html } = await browser.get(page);
    expect(status).toBe(200);
    expect(text(html)).toContain('RASHIN_ESTAT_APP_ID');
    expect(text(html)).toContain('いま e-Stat と通信しません');
    expect(html).not.toContain('name="known"');
    const before = await office.written();
    const sent = await browser.post(page, { step: 'ask', known: '0003445162' }, { from: '/population' });
    expect(sent.status).toBe(422);
    expect(text(sent.html)).toContain('e-Stat から取り込む設定になっていません');
    expect(server.asked).toEqual([]);
    expect(await office.written()).toEqual(before);
  });

  it('企画でない人には開かない', async () => {
    const browser = await logIn(office, 'zaisei', 'finance');
    expect((await browser.get(page)).status).toBe(403);
  });
});

describe('e-Stat から取り込む', () => {
  let office: Office;
  let server: EstatServer;
  let browser: Browser;
  let answer: (response: Parameters<Parameters<typeof startEstat>[0]>[1]) => void;
  const answers = (table: MadeTable) => {
    answer = (response) => sendJson(response, answerOf(table));
  };
  beforeAll(async () => {
    server = await startEstat((_, response) => answer(response));
    office = await openOffice({ estat: { appId: 'himitsu', address: server.address } });
    browser = await logIn(office);
  });
  beforeEach(() => {
    server.asked.length = 0;
  });
  afterEach(() => {
    answer = (response) => response.writeHead(500).end();
  });
  afterAll(async () => {
    await office.db.close();
    await server.stop();
  });

  /** The form that keeps what was shown: the first of the page. */
  const keptFields = (html: string): Record<string, string> => ({
    ...formOf(html, '/population/estat'),
    step: 'keep',
  });
  const stored = () => office.read((tx) => loadSeries(tx));

  it('この町だけを求め、読み取りを見せ、保存するまで何も書かない', async () => {
    answers(census2020);
    expect((await browser.get(page)).html).toMatch(/<option value="0003445162" selected=""/u);
    const before = await office.written();
    const shown = await browser.post(page, { step: 'ask', known: '0003445162', table: '', into: '' });
    expect(shown.status).toBe(200);
    expect(server.asked.map((query) => [query.get('statsDataId'), query.get('cdArea')])).toEqual([
      ['0003445162', '20215'],
    ]);
    const words = text(shown.html);
    expect(words).toContain('取り出しました。まだ取り込んでいません');
    expect(words).toContain(total.toLocaleString('en-US'));
    expect(words).toContain('「国籍総数」だけを使う');
    expect(words).toContain(estatCredit);
    expect(shown.html).not.toContain('himitsu');
    expect(await office.written()).toEqual(before);
  });

  it('保存すると公開前の系列になり、出典とクレジットが付く。クレジットは消しても付く', async () => {
    answers(census2020);
    const shown = await browser.post(page, { step: 'ask', known: '0003445162', table: '', into: '' });
    const kept = await browser.post(page, { ...keptFields(shown.html), terms: '消した' });
    expect(kept.status, text(kept.html)).toBe(303);
    const [only, ...others] = await stored();
    expect(others).toEqual([]);
    expect(only?.series).toMatchObject({
      kind: 'census',
      name: '国勢調査（e-Stat）',
      publisher: '総務省',
      publishedOn: '2021-11-30',
      terms: `消した\n${estatCredit}`,
      state: 'draft',
    });
    expect(only?.series.source).toContain('統計表ID 0003445162');
    expect(only?.tables.map(({ date, counts }) => [date, counts.total])).toEqual([['2020-10-01', total]]);
    expect(kept.location).toBe(
      `/m/${shiojiri}/office/population/series/${only?.series.seriesKey}?done=imported`,
    );
  });

  it('ある系列に別の年を加える: ほかの年は残る', async () => {
    const [series] = await stored();
    answers(census2015);
    const shown = await browser.post(page, {
      step: 'ask',
      known: '',
      table: '０００３１４９８６２',
      into: series?.series.seriesKey ?? '',
    });
    expect(text(shown.html)).toContain('「国勢調査（e-Stat）」に加えます');
    expect(server.asked[0]?.get('statsDataId')).toBe('0003149862');
    const kept = await browser.post(page, keptFields(shown.html));
    expect(kept.status).toBe(303);
    const [after] = await stored();
    expect(after?.tables.map(({ date }) => date)).toEqual(['2015-10-01', '2020-10-01']);
    expect(after?.series.terms).toBe(`消した\n${estatCredit}`);
    // A second writer who read the series before is told, and nothing changes.
    const late = await browser.post(page, keptFields(shown.html));
    expect(late.status).toBe(409);
    expect(await stored()).toEqual([after]);
  });

  it('同じ統計表をもう一度、新しい系列として: もうあると言い、二つ目はできない', async () => {
    answers(census2020);
    const shown = await browser.post(page, { step: 'ask', known: '0003445162', table: '', into: '' });
    expect(text(shown.html)).toContain('系列「国勢調査（e-Stat）」に、すべて同じ数で入っています');
    const [before, wasStored] = [await office.written(), await stored()];
    const second = await browser.post(page, {
      ...keptFields(shown.html),
      name: '二つ目',
      kind: 'census',
      publisher: '総務省',
      source: 'e-Stat',
    });
    expect(second.status).toBe(422);
    expect(text(second.html)).toContain('何も変わっていません');
    expect(await office.written()).toEqual(before);
    expect(await stored()).toEqual(wasStored);
  });

  it('小地域の表は、町で始まる地域だけを求めて地区にする', async () => {
    answers(smallAreas);
    const shown = await browser.post(page, { step: 'ask', known: '8003006775', table: '', into: '' });
    expect(Object.fromEntries(server.asked[0] ?? [])).toMatchObject({
      statsDataId: '8003006775',
      cdAreaFrom: '20215',
      cdAreaTo: '202159999',
    });
    expect(text(shown.html)).toContain('値が秘匿されている1地区（塩尻市大字奥山）は取り込みません');
    const kept = await browser.post(page, keptFields(shown.html));
    expect(kept.status).toBe(303);
    const districts = (await stored()).flatMap(({ tables }) => tables.map(({ areaName }) => areaName));
    expect(districts.filter((name) => name !== '')).toEqual(['大字大門', '大字宗賀']);
  });

  it.each<[string, Record<string, string>, typeof answer | null, number, string]>([
    ['読めない統計表ID', { known: '', table: '00034' }, null, 422, '統計表IDは10桁の数字です'],
    ['ない系列', { known: '0003445162', into: 'nothing' }, null, 422, '系列'],
    [
      '認証の失敗',
      { known: '0003445162' },
      (response) => sendJson(response, failureOf(100, '認証に失敗しました。'), 403),
      422,
      'アプリケーションIDを受け付けませんでした',
    ],
    [
      '読めない答え',
      { known: '0003445162' },
      (response) => response.end('<html>保守中</html>'),
      502,
      'e-Stat の答えを読めませんでした',
    ],
    [
      '秘匿の値',
      { known: '0003445162' },
      (response) =>
        sendJson(
          response,
          answerOf({
            ...census2020,
            value: (codes, names) => (names[3] === '0～4歳' ? 'X' : census2020.value(codes, names)),
          }),
        ),
      422,
      '塩尻市 2020-10-01 › 男 › 0-4: 値の代わりに「X」（数値が秘匿されているもの）が入っています',
    ],
  ])('断る: %s。何も変わらない', async (_, fields, answering, status, sentence) => {
    if (answering !== null) answer = answering;
    const [before, wasStored] = [await office.written(), await stored()];
    const refused = await browser.post(page, { step: 'ask', table: '', into: '', ...fields });
    expect(refused.status).toBe(status);
    expect(text(refused.html)).toContain(sentence);
    expect(text(refused.html)).toContain('何も変わっていません');
    expect(server.asked).toHaveLength(answering === null ? 0 : 1);
    expect(await office.written()).toEqual(before);
    expect(await stored()).toEqual(wasStored);
  });
});
