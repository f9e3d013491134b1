import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/factories/database.ts';
import { openTowns, otherTownMark, secretMark } from '../../../test/factories/public-towns.ts';
import { testDeps } from '../../../test/factories/web.ts';
import type { Database } from '../../db/connection.ts';
import { publicRoutes } from './routes.tsx';

const town = '/m/202151';
const pages = [
  town,
  `${town}/plans/dai6ji`,
  `${town}/plans/dai6ji?open=all`,
  `${town}/plans/dai6ji?revision=1`,
  `${town}/plans/dai6ji?sdg=4&q=${encodeURIComponent('応援')}`,
  `${town}/plans/dai5ji`,
  `${town}/plans/dai6ji/items/a`,
  `${town}/plans/dai6ji/items/kosodate`,
  `${town}/indicators`,
  `${town}/indicators/happiness`,
  `${town}/indicators?grade=reached&year=2022&nature=subjective&item=${encodeURIComponent('dai6ji/a')}`,
  `${town}/indicators?grade=none-given`,
  `${town}/judgements/2023`,
  `${town}/judgements/2022?by=plan`,
  `${town}/changes/2022`,
  `${town}/sdgs`,
  `${town}/sdgs?goal=4`,
  `${town}/department-goals`,
  `${town}/history`,
  `${town}/history?plan=dai6ji&revision=2`,
  `${town}/history?plan=dai6ji&revision=2&view=table`,
  `${town}/history?plan=dai6ji&with=predecessor`,
  `${town}/search`,
  `${town}/search?q=${encodeURIComponent('子育て')}`,
  `${town}/open-data`,
];

let db: Database;
let app: Hono;
beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  app = publicRoutes(testDeps(db));
});
afterAll(() => db.close());

const read = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, html: await response.text() };
};

const idsOf = (html: string): readonly string[] =>
  [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '');

/** The text between two marks, to look at one part of a page. */
const between = (html: string, from: string, to: string): string => {
  const start = html.indexOf(from);
  return start < 0 ? '' : html.slice(start, html.indexOf(to, start + from.length));
};

describe.each(['', '/en'])('すべてのページの作り（%s）', (prefix) => {
  it.each(pages)('%s', async (path) => {
    const { status, html } = await read(`${prefix}${path}`);
    expect(status).toBe(200);
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(html).toContain(prefix === '/en' ? '<html lang="en"' : '<html lang="ja"');
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toContain('<main id="main"');
    const ids = idsOf(html);
    expect(ids.length).toBe(new Set(ids).size);
    for (const labelled of html.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g))
      for (const id of (labelled[1] ?? '').split(' ')) expect(ids).toContain(id);
    // 厳しいCSP: 文中のスクリプトとスタイル、よそのファイルはない。
    expect(
      html.match(/\sstyle="|<style|<script(?![^>]*\ssrc="\/)|\ssrc="https?:|<link[^>]+href="https?:/g),
    ).toBeNull();
    expect(html).not.toContain(secretMark);
    expect(html).not.toContain(otherTownMark);
  });
});

describe('英語のページ', () => {
  it('画面の言葉は英語、計画の言葉は日本語と示す', async () => {
    const { html } = await read(`/en${town}/plans/dai6ji/items/kosodate`);
    expect(html).toContain('Desired state');
    expect(html).toMatch(/<p class="desired__text phrase" lang="ja">家庭環境によらず/);
    expect(html).not.toContain('目指す姿');
    expect(html).toContain('href="/en/m/202151/sdgs?goal=1"');
  });

  it('もう一つの言葉の同じページへ行ける', async () => {
    const japanese = await read(`${town}/plans/dai6ji?sdg=4`);
    expect(japanese.html).toContain('href="/en/m/202151/plans/dai6ji?sdg=4"');
    const english = await read(`/en${town}/plans/dai6ji?sdg=4`);
    expect(english.html).toContain('href="/m/202151/plans/dai6ji?sdg=4"');
  });
});

describe('実在するアドレスの上のアドレス', () => {
  it.each(
    [
      '/plans',
      '/plans/dai6ji/items',
      '/judgements',
      '/changes',
      '/budgets',
      '/implementation-plans',
      '/population/scenarios',
    ].flatMap((path) => [[`${town}${path}`], [`/en${town}${path}`]]),
  )('%s は 404 で、町の名前と、その町の行き先を示す', async (path) => {
    const { status, html } = await read(path);
    const home = path.startsWith('/en') ? `/en${town}` : town;
    expect(status).toBe(404);
    expect(html).toContain('塩尻市');
    expect(html).toContain(`href="${home}"`);
    expect(html).toContain(`href="${home}/history"`);
  });

  it('公開していない団体の上のアドレスは、町を示さない', async () => {
    const { status, html } = await read('/m/202096/plans');
    expect([status, html.includes('href="/m/202096')]).toEqual([404, false]);
  });
});

describe('見せないもの', () => {
  it.each([
    ['検査数字のちがう団体コード', '/m/202152'],
    ['公開していない団体', '/m/202096'],
    ['ない計画', `${town}/plans/nai`],
    ['下書きしかない計画', `${town}/plans/draft-only`],
    ['施行前の版', `${town}/plans/dai6ji?revision=3`],
    ['施行前の版との比較', `${town}/history?plan=dai6ji&revision=3`],
    ['どの版にもない項目', `${town}/plans/dai6ji/items/nai`],
    ['施行中の版と名指した、そこにない項目', `${town}/plans/dai6ji/items/kyoiku?revision=2`],
    ['ほかの町の計画の項目', `${town}/plans/tonari/items/a`],
    ['公開していない指標', `${town}/indicators/private`],
    ['公開していない年度の判定', `${town}/judgements/2024`],
    ['値のない年度の変化', `${town}/changes/2024`],
  ])('%s は 404 で、行き先を示す', async (_, path) => {
    const { status, html } = await read(path);
    expect(status).toBe(404);
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(html).toContain('ページが見つかりません');
    expect(html).not.toContain(secretMark);
    expect(html).not.toContain(otherTownMark);
  });

  it('同意のない声は出ず、同意のある声は出る', async () => {
    const { html } = await read(`${town}/plans/dai6ji/items/kosodate`);
    expect(html).toContain('近くに話せる人がほしい');
    expect(html).not.toContain('同意のない声');
  });
});

describe('計画のページ', () => {
  it('しぼりこみは当てはまる項目と、そこへの道だけを残し、数を示す', async () => {
    const { html } = await read(`${town}/plans/dai6ji?sdg=4`);
    const tree = between(html, '<ul class="tree"', '<footer');
    expect(tree).toContain('子育て');
    expect(tree).toContain('次世代と暮らす');
    expect(tree).not.toContain('伝統・文化');
    expect(html).toContain('3 件のうち 1 件が当てはまります');
    // ほかの値の数は、その値に替えたときの数。
    expect(html).toMatch(/1 貧困をなくそう<span class="chip__count">1<\/span>/);
  });

  it('当てはまるものがなければ、そう言う', async () => {
    const { html } = await read(`${town}/plans/dai6ji?q=${encodeURIComponent('宇宙')}`);
    expect(html).toContain('当てはまる項目がありません');
    expect(html).toContain('name="robots" content="noindex"');
  });

  it.each([
    ['終わりの年度の末日', '2033-03-31T14:00:00Z', '', '施行中の版', '終了した計画の最後の版'],
    ['次の年度の初日', '2033-03-31T16:00:00Z', '', '終了した計画の最後の版', '施行中の版'],
    ['英語の次の年度', '2033-03-31T16:00:00Z', '/en', 'last version of an ended plan', 'in force'],
  ])('%sの履歴は、計画の終わりを言いわける', async (_, now, prefix, shown, hidden) => {
    const then = publicRoutes(testDeps(db, { now: () => new Date(now) }));
    const html = await (await then.request(`${prefix}${town}/history`)).text();
    const versions = between(html, 'id="versions-dai5ji"', '</section>');
    expect([versions.includes(`>${shown}<`), versions.includes(`>${hidden}<`)]).toEqual([true, false]);
  });

  it('過去の版には、施行中の版への道がある', async () => {
    const { html } = await read(`${town}/plans/dai6ji?revision=1`);
    expect(html).toContain('これは過去の版（第1版）です。');
    expect(html).toContain('学校教育');
  });

  it('見直しの周期は年度の列と印で示す', async () => {
    const { html } = await read(`${town}/plans/dai6ji`);
    expect(html).toContain('<abbr title="令和14年度">R14</abbr>');
    expect(html).toMatch(
      /<span aria-hidden="true">●<\/span><span class="visually-hidden">毎年度の評価・改善/,
    );
  });
});

describe('項目のページ', () => {
  it('目指す姿、担当、指標、これまで、出典、記事番号がある', async () => {
    const { html } = await read(`${town}/plans/dai6ji/items/kosodate`);
    expect(html).toContain('家庭環境によらず応援されている。');
    expect(html).toContain('こども未来課');
    expect(html).toContain('令和2年4月1日から');
    expect(html).toContain('令和4年度の6.77点を基準に、令和14年度に6.77点以上を目指す');
    expect(html).toContain('課題');
    expect(html).toContain('/m/202151/history?plan=dai6ji&amp;revision=2');
    expect(html).toContain('出典：');
    expect(html).toMatch(/記事番号 \d{7}/);
  });

  it('指標のない項目には、上の階層の指標を、そうと断って示す', async () => {
    const { html } = await read(`${town}/plans/dai6ji/items/bunka`);
    expect(html).toContain('この項目に直接つながる指標は、まだありません');
    const withParent = await read('/m/202151/plans/dai6ji/items/a');
    expect(withParent.html).toContain('この中の戦略分野');
  });

  it('前の計画から引き継いだことと理由が分かる', async () => {
    const { html } = await read(`${town}/plans/dai6ji/items/a`);
    const history = between(html, 'id="history"', '</section>');
    expect(history).toContain('引き継ぎました');
    expect(history).toContain('選ばれる地域の創造');
    expect(history).toContain('基軸を引き継ぐ');
  });

  it('計画から外れた項目のアドレスには、最後の版と、外れた理由がある', async () => {
    const { status, html } = await read(`${town}/plans/dai6ji/items/kyoiku`);
    expect(status).toBe(200);
    expect(html).toContain('これは過去の版（第1版）です。');
    expect(between(html, 'id="history"', '</section>')).toContain('別の計画に移す');
  });
});

describe('子どもについて知りたい市民', () => {
  it('ホームから、分野の名を選ぶだけで、目指す姿と数値に着く', async () => {
    const home = await read(town);
    const [, address] =
      /<a href="([^"]+)">(?:<span class="door__code">[^<]*<\/span>)?<span class="phrase">子育て</.exec(
        home.html,
      ) ?? [];
    expect(address).toBe('/m/202151/plans/dai6ji/items/kosodate');
    const item = await read(address ?? '');
    expect(item.html).toContain('家庭環境によらず応援されている。');
    expect(item.html).toContain('市民幸福度');
  });

  it('検索では、題名に言葉のある項目が先に出る', async () => {
    const { html } = await read(`${town}/search?q=${encodeURIComponent('子育て')}`);
    expect(html).toContain('1 件見つかりました');
    expect(html).toContain('<a href="/m/202151/plans/dai6ji/items/kosodate">子育て</a>');
  });
});

describe('内訳', () => {
  it('年代ごとの値が表になる', async () => {
    const { html } = await read(`${town}/indicators/happiness`);
    expect(html).toMatch(/20歳代<\/th><td class="number">6\.44点<\/td>/);
  });
});

describe('文字の大きさ', () => {
  it('選ぶとクッキーに残り、元のページへ戻る', async () => {
    const chosen = await app.request(
      `/text-size?size=large&back=${encodeURIComponent(`${town}/sdgs?goal=4`)}`,
    );
    expect(chosen.status).toBe(303);
    expect(chosen.headers.get('location')).toBe(`${town}/sdgs?goal=4`);
    const cookie = (chosen.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = await app.request(town, { headers: { cookie } });
    expect(await page.text()).toContain('<html lang="ja" data-size="large"');
  });

  it.each([
    ['よそのサイト', 'https://example.com/'],
    ['スラッシュ二つ', '//example.com/'],
    ['逆スラッシュ', '/\\example.com'],
    ['改行', '/m\r\nSet-Cookie: a=b'],
    ['壊れた符号', '/%E0%A4%A'],
  ])('戻り先が%sなら、最初のページへ', async (_, back) => {
    const response = await app.request(`/text-size?size=small&back=${encodeURIComponent(back)}`);
    expect(response.headers.get('location')).toBe('/');
  });

  it('知らない大きさは覚えない', async () => {
    const response = await app.request('/text-size?size=huge&back=/');
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('自治体の一覧', () => {
  it('公開している団体だけが、都道府県ごとに並ぶ', async () => {
    const { status, html } = await read('/');
    expect(status).toBe(200);
    expect(html).toContain('href="/m/202151"');
    expect(html).toContain('href="/m/332143"');
    expect(html).not.toContain('202096');
  });
});

describe('SDGsを計画に示していない団体', () => {
  it('ゴールのある団体ではメニューに出て、ない団体では出ない。ページは開き、ほかの道を示す', async () => {
    const [withGoals, without] = [await read(town), await read('/m/332143')];
    expect(withGoals.html).toContain(`href="${town}/sdgs"`);
    expect(without.html).not.toContain('/sdgs"');
    const page = await read('/m/332143/sdgs');
    expect([page.status, page.html.includes('SDGsのゴールを示した項目は、ありません。')]).toEqual([
      200,
      true,
    ]);
  });
});
