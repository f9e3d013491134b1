import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/factories/database.ts';
import { openTowns } from '../../../../test/factories/public-towns.ts';
import { publishedScenario, putScenario, putSeries } from '../../../../test/factories/published-scenario.ts';
import { testDeps } from '../../../../test/factories/web.ts';
import type { Database } from '../../../db/connection.ts';
import { indicator } from '../../../db/schema/indicator.ts';
import { withTenant } from '../../../db/tenant.ts';
import type { MunicipalityCode } from '../../../domain/kernel/municipality-code.ts';
import { createApp } from '../../app.tsx';

const code = '202151' as MunicipalityCode;
const town = `/m/${code}`;
const scenario = `${town}/population/scenarios/ijuu`;

let db: Database;
let app: Hono;

/** The public indicator's path follows the first edition. */
const attach = (): Promise<void> =>
  withTenant(db, { municipality: code, actor: 'test', origin: 'test' }, async ({ q }) => {
    await q.update(indicator).set({
      path: {
        shape: 'given',
        points: [{ fiscalYear: 2032, value: '35726' }],
        surveyYears: [],
        scenario: { key: 'ijuu', edition: 1, name: '移住促進シナリオ' },
      },
    });
  });

beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  await putSeries(db, code, { seriesKey: 'census', state: 'published' });
  await putSeries(
    db,
    code,
    {
      seriesKey: 'ipss',
      state: 'published',
      kind: 'projection',
      name: '社人研 平成30年推計',
      publishedOn: '2018-03-30',
    },
    {},
    '2045-10-01',
  );
  await putScenario(db, code);
  await putScenario(db, code, { edition: 2, reason: '出生率を見直した' });
  await putScenario(db, code, {
    title: '何も動かさない',
    changes: {
      scenarioKey: 'sonomama',
      content: { ...publishedScenario().content, levers: [], estates: [], aim: null },
      result: { ...publishedScenario().result, aim: null },
    },
  });
  await attach();
  app = createApp(testDeps(db));
});
afterAll(() => db.close());

const read = async (path: string): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};
/** As a reader sees it: markup gone. */
const textOf = (body: string): string => body.replace(/<[^>]+>/g, '');
/** Cells of the row that begins with the words. */
const rowOf = (body: string, head: string): readonly string[] => {
  const row = [...body.matchAll(/<tr>.*?<\/tr>/gs)]
    .map(([each]) => each)
    .find((each) => textOf(each).startsWith(head));
  return [...(row ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => textOf(cell));
};

describe('公表したシナリオのページ', () => {
  it('目標の年の人口、届く確率、動かさないときとの差を、はじめに言う', async () => {
    const text = textOf(await read(scenario));
    expect(text).toContain('令和14年（2032年）の人口は約35,726人の見込みです。');
    expect(text).toContain('目標の36,000人以上になる確率は、43％です。');
    expect(text).toContain('前提を動かさないときより、約1,700人多くなります。');
  });

  it('英語でも同じことを言う', async () => {
    const text = textOf(await read(`/en${scenario}`));
    expect(text).toContain('In 2032 the population would be about 35,726.');
    expect(text).toContain('The probability of reaching the aim of 36,000 is 43%.');
    expect(text).toContain('60 persons a year');
  });

  it('目標のないシナリオは、終わりの年を言い、確率を言わない', async () => {
    const text = textOf(await read(`${town}/population/scenarios/sonomama`));
    expect(text).toContain('令和17年（2035年）の人口は約35,492人の見込みです。');
    expect(text).not.toContain('確率は');
    expect(text).toContain('動かした前提はありません');
  });

  it('表は、実績、シナリオ、動かさないとき、差、50％と80％の幅をならべる', async () => {
    const body = await read(scenario);
    expect(rowOf(body, '平成27年（2015年）')).toEqual(['1,009', '37,050', '37,050', '±0', '—', '—']);
    expect(rowOf(body, '令和2年（2020年）')).toEqual([
      '—',
      '36,661',
      '36,161',
      '+500',
      '36,411～36,911',
      '36,161～37,161',
    ]);
    expect(rowOf(body, '令和14年（2032年）')).toEqual(['—', '35,726', '34,026', '+1,700', '—', '—']);
  });

  it('前提は、値、時期、理由、根拠とともに', async () => {
    const text = textOf(await read(scenario));
    for (const words of [
      '「社人研 平成30年推計」に沿う',
      '合計特殊出生率 1.84',
      '令和2年（2020年）の後から、令和12年（2030年）までに',
      '希望出生率をめざす',
      '市民アンケート（2022年）',
      '子育て世帯の転入の上乗せ 60人／年',
      '一度だけの転入: 駅前の団地 240人',
      '人口動態統計 2018年',
      '長期戦略 成果指標',
      '国立社会保障・人口問題研究所',
    ])
      expect(text).toContain(words);
  });

  it.each([
    ['目標に近い年', '', '令和12年（2030年）は、15歳未満が15.8％、65歳以上が31.6％の見込みです。'],
    ['選んだ年', '?year=2020', '令和2年（2020年）は、15歳未満が'],
    ['ない年を求めたら、目標に近い年', '?year=1999', '令和12年（2030年）は、15歳未満が'],
  ])('ピラミッドは%s', async (_, query, words) => {
    expect(textOf(await read(`${scenario}${query}`))).toContain(words);
  });

  it('前の版もそのまま読め、新しい版があると言う', async () => {
    const former = await read(`${scenario}?edition=1`);
    expect(textOf(former)).toContain('これは第1版です。その後、新しい版を公表しています。');
    expect(former).toContain(`href="${scenario}"`);
    expect(former).toContain('noindex');
    const newest = await read(scenario);
    expect(textOf(newest)).not.toContain('新しい版を公表しています');
    expect(newest).toContain(`href="${scenario}?edition=1"`);
    expect(textOf(newest)).toContain('出生率を見直した');
  });

  it('データのリンクは、表示している版のもので、みな開く', async () => {
    const body = await read(`${scenario}?edition=1`);
    const files = [...body.matchAll(/href="(\/api\/[^"]+)"/g)].map(([, address = '']) => address);
    expect(files).toHaveLength(3);
    for (const address of files) {
      expect(address).toContain('?edition=1');
      await read(address);
    }
  });

  it.each([
    `${town}/population/scenarios/nothing`,
    `${scenario}?edition=3`,
    `${scenario}?edition=0`,
    `${scenario}?edition=x`,
    '/m/332143/population/scenarios/ijuu',
  ])('%s は 404', async (path) => {
    expect((await app.request(path)).status).toBe(404);
    expect((await app.request(`/en${path}`)).status).toBe(404);
  });
});

describe('ほかのページから', () => {
  it('メニューは、人口を公開している町でだけ人口を言う', async () => {
    expect(await read(town)).toContain(`href="${town}/population"`);
    expect(await read('/m/332143')).not.toContain('/m/332143/population"');
  });

  it('ホームは、いまの人口と推計を、出典とともに一文で言う', async () => {
    const text = textOf(await read(town));
    expect(text).toContain('平成27年（2015年）の人口は1,009人です（国勢調査）。');
    expect(text).toContain(
      '令和27年（2045年）には約1,009人になると推計されています（社人研 平成30年推計）。',
    );
    expect(text).not.toContain('事業の評価');
  });

  it('シナリオの道筋をもつ指標のページは、その版を名指す', async () => {
    const body = await read(`${town}/indicators/happiness`);
    expect(textOf(body)).toContain(
      '目標までの道筋は、人口シナリオ「移住促進シナリオ」（第1版）の見込みです。',
    );
    expect(body).toContain(`href="${scenario}?edition=1"`);
    const page = await read(scenario);
    expect(page).toContain(`href="${town}/indicators/happiness"`);
  });

  it('オープンデータは系列とシナリオを示し、入手先はみな開く', async () => {
    const body = await read(`${town}/open-data`);
    const api = `/api/v1/municipalities/${code}/population`;
    const files = [...body.matchAll(/href="(\/api\/[^"]*\/population[^"]*)"/g)].map(
      ([, address = '']) => address,
    );
    expect(new Set(files)).toEqual(
      new Set([
        api,
        `${api}.csv`,
        ...['ijuu', 'sonomama'].flatMap((key) =>
          ['', '.csv', '/assumptions.csv'].map((end) => `${api}/scenarios/${key}${end}`),
        ),
      ]),
    );
    for (const address of files) await read(address);
    expect(body).toContain('<code>age_from</code>');
    expect(body).toContain('<code>assumption</code>');
  });

  it('フィードは、系列と、シナリオの最新の版を知らせる', async () => {
    const feed = await read(`${town}/feed.xml`);
    expect(feed).toContain('人口の数値「国勢調査」を公開しました');
    expect(feed).toContain('人口シナリオ「移住促進シナリオ」を公表しました');
    expect(feed).toContain(`${scenario}?edition=2`);
    expect(feed).toContain('出生率を見直した');
  });

  it('検索は、シナリオの名前と説明から見つける', async () => {
    const found = await read(`${town}/search?q=${encodeURIComponent('若い世代 転入')}`);
    expect(found).toContain(`href="${scenario}"`);
    const none = await read(`${town}/search?q=${encodeURIComponent('見つからない言葉')}`);
    expect(none).not.toContain('population/scenarios');
  });
});
