import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/factories/database.ts';
import { openTowns } from '../../../../test/factories/public-towns.ts';
import {
  publishedRound,
  publishedSheet,
  putPublication,
} from '../../../../test/factories/published-sheets.ts';
import { publishYear } from '../../../../test/factories/published-year.ts';
import { testDeps } from '../../../../test/factories/web.ts';
import type { Database } from '../../../db/connection.ts';
import type { MunicipalityCode } from '../../../domain/kernel/municipality-code.ts';
import { publicRoutes } from '../routes.tsx';

const code = '202151' as MunicipalityCode;
const town = `/m/${code}`;
const round = publishedRound();

let db: Database;
let app: Hono;
let queries = 0;
const counted = (): Database => ({
  engine: db.engine,
  promise: db.promise,
  close: () => db.close(),
  transaction: (begin, run) =>
    db.transaction(begin, (connection) =>
      run({
        query: (sql, params) => {
          queries += 1;
          return connection.query(sql, params);
        },
      }),
    ),
});
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => publishedSheet(`n-${at}`, { name: `事業${at}` }));
const put = (
  fiscalYear: number,
  sheets: readonly { readonly subjectKey: string }[],
  edition = 1,
  key?: string,
) =>
  putPublication(db, code, {
    kind: 'evaluation',
    key: key ?? `after-${fiscalYear}`,
    fiscalYear,
    edition,
    reason: edition === 1 ? '' : '決算額の訂正',
    title: `令和${fiscalYear - 2018}年度事務事業評価`,
    content: round,
    entries: sheets.map((content) => ({ subjectKey: content.subjectKey, content })),
  });

const ask = async (path: string) => {
  queries = 0;
  const response = await app.request(path);
  return { status: response.status, body: await response.text(), queries };
};
/** As a reader sees it: markup gone. */
const textOf = (body: string): string => body.replace(/<[^>]+>/g, '');

beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  app = publicRoutes(testDeps(counted()));
  await publishYear(db, code);
  await put(2021, many(3));
  await put(2022, many(250));
});
afterAll(() => db.close());

describe('評価の一覧', () => {
  it('年度と回をならべ、最新の結果を一文で言う', async () => {
    const { status, body } = await ask(`${town}/evaluations`);
    expect(status).toBe(200);
    const text = textOf(body);
    expect(text).toContain('令和6年度の2事業のうち、1事業（50.0%）は「現状のまま継続」です。');
    expect(text).toContain('費用は合わせて9,123万円（令和6年度決算）です。');
    expect(text).toContain('費用が分からない1事業は、金額に入っていません。');
    expect(body).toContain(`${town}/evaluations/2023"`);
    expect(body).toContain(`${town}/budgets/2026"`);
    expect(body).toContain(`${town}/implementation-plans/2026"`);
  });

  it('訂正された版だけを見せ、理由を示す', async () => {
    const { body } = await ask(`${town}/evaluations/2024`);
    expect(textOf(body)).toContain('第2版（訂正: 決算額の訂正）');
    expect(textOf(body)).toContain('91,229');
    expect(textOf(body)).toContain('行政情報システム整備事業');
  });

  it('しぼりこみ、言葉、並べかえ、改ページは番地だけで動く', async () => {
    expect(textOf((await ask(`${town}/evaluations/2024?direction=reduce`)).body)).toContain(
      '2事業のうち1事業が当てはまります。費用9,123万円',
    );
    const second = textOf((await ask(`${town}/evaluations/2022?page=3`)).body);
    expect(second).toContain('250事業のうち 201〜250');
    expect(textOf((await ask(`${town}/evaluations/2022?q=${encodeURIComponent('事業249')}`)).body)).toContain(
      '250事業のうち1事業が当てはまります',
    );
  });

  it.each([
    ['/evaluations/2020', 404],
    ['/evaluations/abc', 404],
    ['/evaluations/02024', 404],
    ['/evaluations/2024/none', 404],
    ['/evaluations/2021/p-1', 404],
    ['/budgets/2025', 404],
    ['/implementation-plans/2025', 404],
    ['/evaluations/2024/p-1', 200],
  ])('%s は %d', async (path, status) => {
    expect((await ask(`${town}${path}`)).status).toBe(status);
    expect((await ask(`/en${town}${path}`)).status).toBe(status);
  });

  it('ほかの町には出ない', async () => {
    expect((await ask('/m/332143/evaluations/2024')).status).toBe(404);
    expect(textOf((await ask('/m/332143/evaluations')).body)).toContain(
      '公表している評価は、まだありません。',
    );
  });

  it('事業の数がふえても、問い合わせはふえない', async () => {
    const few = await ask(`${town}/evaluations/2021`);
    const lots = await ask(`${town}/evaluations/2022`);
    expect(lots.status).toBe(200);
    expect(lots.queries).toBe(few.queries);
    expect(lots.queries).toBeLessThanOrEqual(9);
  });
});

describe('一つの事業', () => {
  it('目的、費用、実績、段階ごとの評価と理由、指摘と対応をならべる', async () => {
    const text = textOf((await ask(`${town}/evaluations/2024/p-1`)).body);
    for (const words of [
      '令和6年度は9,123万円を使いました。今後の方向は「縮小」です。',
      '仕事を止めない',
      '3事業で共通の指標',
      '測定していない',
      '2日',
      '必要な機器だから',
      '台数を減らせる',
      '計算では「A」、判断は「B」です。',
      '費用に見合わない',
      '費用がかさむ',
      '台数を見直すこと',
      '3台減らした',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('予算の答えと、ほかの年度へのリンクがある', async () => {
    const { body } = await ask(`${town}/evaluations/2024/p-1`);
    expect(textOf(body)).toContain('評価は「縮小」、令和8年度の予算は 1,200千円減（△12.0%）');
    expect(body).toContain(`${town}/evaluations/2023/p-1`);
    expect(body).toContain(`${town}/plans/dai6ji/items/a`);
  });
});

describe('予算と実施計画', () => {
  it('枠の計算、増減、評価との対応を示す', async () => {
    const text = textOf((await ask(`${town}/budgets/2026`)).body);
    expect(text).toContain('令和8年度は、1件の事業に一般財源880万円を配分しました。');
    expect(text).toContain('縮小と廃止などで120万円減らしました。');
    expect(text).toContain('前年度の97%: 10,000 × 0.97 = 9,700');
    expect(text).toContain('骨格予算');
  });

  it('編成の途中の予算は、評価と前の額だけを言い、決まっていない額を未定とする', async () => {
    await putPublication(db, code, {
      kind: 'budget',
      key: '2029',
      fiscalYear: 2029,
      title: '令和11年度予算（編成の途中）',
      content: {
        stage: 'making',
        fiscalYear: 2029,
        baseFiscalYear: 2027,
        round: null,
        schemeName: '枠配分',
        notes: ['要求は10月末まで'],
        frames: [],
      },
      entries: (
        [
          ['m-1', 'reduce', null],
          ['m-2', '', 400],
        ] as const
      ).map(([key, said, requested]) => ({
        subjectKey: key,
        content: {
          proposalKey: key,
          programmeKey: key,
          number: '',
          name: `途中の事業 ${key}`,
          unitName: '総務課',
          kind: requested === null ? null : 'continue',
          evaluationWord: said === '' ? '' : '縮小する',
          evaluationClass: said,
          baseGeneralThousandYen: 500,
          requestedGeneralThousandYen: requested,
          allocatedGeneralThousandYen: null,
          decisionReason: '',
          offsets: [],
        },
      })),
    });
    const text = textOf((await ask(`${town}/budgets/2029`)).body);
    for (const words of [
      '編成の途中です',
      '2件の事業の令和9年度の額は、合わせて100万円です。要求額がまだ出ていない事業は1件です。',
      '縮小する—500未定未定途中の事業',
      '評価なし継続500400未定',
      '要求は10月末まで',
    ])
      expect(text).toContain(words);
    // Nothing is said of what comes with a decision.
    for (const words of [
      '配分しました',
      '増やすものと減らすもの',
      '配分枠を計算しました',
      '一般財源',
      '増減',
    ])
      expect(text).not.toContain(words);
  });

  it('三年の表は、補正された額に印と当初の額、理由を添え、合計が合う', async () => {
    const text = textOf((await ask(`${town}/implementation-plans/2026`)).body);
    expect(text).toContain('※7,000当初 9,000');
    expect(text).toContain('台数の見直し');
    expect(text).toContain('令和8年度〜令和10年度に1事業、合わせて1,580万円を予定しています。');
    expect(text).toContain('令和10年度は、額の入った事業がありません');
  });
});

describe('ほかのページからの入口', () => {
  it('ホームに一文と入口があり、公表していない町にはない', async () => {
    const ours = await ask(town);
    expect(textOf(ours.body)).toContain('令和6年度の2事業のうち、1事業（50.0%）は');
    expect(ours.body).toContain(`href="${town}/evaluations/2024"`);
    expect(ours.body).toContain(`href="${town}/evaluations"`);
    expect((await ask('/m/332143')).body).not.toContain('/evaluations');
  });

  it('計画の項目に、その項目の事業と費用、方向がならぶ', async () => {
    const { body } = await ask(`${town}/plans/dai6ji/items/a`);
    expect(body).toContain(`${town}/evaluations/2024/p-1`);
    expect(textOf(body)).toContain('1事業');
    expect(textOf(body)).not.toContain('窓口事業');
  });
});

describe('市町村の間の比較', () => {
  it('ここで公表した町と、公表資料から集計した市区がならび、くらべられない点を言う', async () => {
    const { status, body, queries: asked } = await ask('/evaluations');
    expect(status).toBe(200);
    const text = textOf(body);
    for (const name of ['塩尻市', '北本市', '品川区', '一宮市', '西宮市']) expect(text).toContain(name);
    expect(text).toContain('一つの評価が複数の事業をまとめた施策に対するもの');
    // 91,229千円 ÷ 10,000人
    expect(text).toContain('9,123');
    expect(text).toContain('費用の分からない事業があります');
    expect(asked).toBeLessThanOrEqual(3);
    expect((await ask('/en/evaluations')).status).toBe(200);
  });
});

describe('オープンデータ、フィード、検索', () => {
  it('データの一覧と項目定義に評価と予算がある', async () => {
    const { body } = await ask(`${town}/open-data`);
    expect(body).toContain(`/api/v1/municipalities/${code}/evaluations/2024.csv?round=after-2024`);
    expect(body).toContain(`/api/v1/municipalities/${code}/budgets/2026.csv`);
    expect(body).toContain('<code>direction_class</code>');
    expect((await ask('/m/332143/open-data')).body).not.toContain('<code>direction_class</code>');
  });

  it('フィードに公表と訂正が載る', async () => {
    const { body } = await ask(`${town}/feed.xml`);
    expect(body).toContain('「令和6年度事務事業評価」を公表しました');
    expect(body).toContain('決算額の訂正');
  });

  it('検索で事業が見つかる', async () => {
    const { body } = await ask(`${town}/search?q=${encodeURIComponent('行政情報')}`);
    expect(body).toContain(`${town}/evaluations/2024/p-1`);
  });
});
