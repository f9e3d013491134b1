import { brotliCompressSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/factories/database.ts';
import { judgedTown, openJudgedTown } from '../../../test/factories/judged-town.ts';
import { testDeps } from '../../../test/factories/web.ts';
import type { Database } from '../../db/connection.ts';
import { publicRoutes } from './routes.tsx';

const town = `/m/${judgedTown}`;
let db: Database;
let app: Hono;
beforeAll(async () => {
  db = await testDatabase();
  await openJudgedTown(db);
  app = publicRoutes(testDeps(db));
});
afterAll(() => db.close());

/** The words of a page as they are read, without markup. */
const words = async (path: string): Promise<string> => {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  const html = await response.text();
  return html
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
};

describe('指標のページ', () => {
  it('判定は計算の過程をともない、人が改めたときは両方と理由を示す', async () => {
    const text = await words(`${town}/indicators/happiness`);
    expect(text).toContain('計算では「未達成」ですが、「達成」と判定しました。');
    expect(text).toContain('目標にはわずかに届かないが、過去最高の値であるため。');
    expect(text).toContain('達成率 = 6.66 ÷ 6.80');
    expect(text).toContain('令和5年度の判定');
  });

  it('道筋とくらべ、見通しは範囲と見込みと方法を言う', async () => {
    const text = await words(`${town}/indicators/happiness`);
    expect(text).toMatch(/令和7年度の6\.60点は、目標への道筋（この年度に6\.67点）より0\.07点遅れています。/);
    expect(text).toMatch(
      /令和10年度は約6\.\d\d点になる見通しです。10回に8回は、6\.\d\d点から6\.\d\d点の間に入ります。/,
    );
    expect(text).toMatch(/目標（6\.80点以上）に届く見込みは、\d+%です。/);
    expect(text).toContain('使った値は令和元年度から令和7年度までの6点です。');
  });

  it('値のない年度は理由を、変えた目標は影響を言う', async () => {
    const text = await words(`${town}/indicators/happiness`);
    expect(text).toContain('値のない年度：令和4年度（調査のない年）');
    expect(text).toMatch(/目標 7\.00点以上（令和10年度） 6\.80点以上（令和10年度）/);
    expect(text).toContain('国の調査の方法が変わったため、見直した。');
  });

  it('図には見通しの帯と、地区ごとの動きがある', async () => {
    const html = await (await app.request(`${town}/indicators/happiness`)).text();
    expect(html).toContain('chart-forecast-band');
    expect(html).toContain('chart-multiples');
    expect(await words(`${town}/indicators/happiness`)).toMatch(
      /広丘 6\.60点 6\.70点 北小野 6\.40点 6\.58点/,
    );
  });

  it('英語でも同じことを言う', async () => {
    const text = await words(`/en${town}/indicators/happiness`);
    expect(text).toContain('The calculation gives “Missed”; it was judged “Reached”.');
    expect(text).toMatch(/eight times in ten between 6\.\d\d points and 6\.\d\d points/);
    expect(text).toContain('Years without a figure: FY2022 (not surveyed that year)');
  });

  it.each(['/indicators/happiness', '/judgements/2024'])(
    '英語の %s は、判定の方式も英語で言う',
    async (path) => {
      const html = await (await app.request(`/en${town}${path}`)).text();
      expect(html).toMatch(/<p[^>]*>This year was judged by “<span lang="ja">[^<]+<\/span>”, version /);
      expect(html).not.toContain('で判定しました');
    },
  );
});

describe('一年のまとめ', () => {
  it('判定は、数えたものと、前の年度との違いを言う', async () => {
    const text = await words(`${town}/judgements/2024`);
    expect(text).toContain(
      '割合は、良し悪しを判定できた 1 件を100%としています。 数えていない指標はありません。',
    );
    expect(text).toMatch(/令和5年度の判定とくらべて よくなった 1件/);
  });

  it('変わったことは、前と後、理由、変えた目標を言う', async () => {
    const text = await words(`${town}/changes/2025`);
    expect(text).toContain('よくなったものが 0 件、悪くなったものが 1 件');
    expect(text).toMatch(/令和6年度 6\.66点 → から 令和7年度 6\.60点 0\.06点減/);
    expect(text).toContain('物価の上昇が響いた。');
    expect(text).toMatch(/令和10年度の目標 7\.00点以上 → から 6\.80点以上/);
  });
});

/** The same database; every query is counted. */
const counted = (of: Database): { readonly db: Database; readonly queries: () => number } => {
  let queries = 0;
  return {
    queries: () => queries,
    db: {
      engine: of.engine,
      promise: of.promise,
      close: () => of.close(),
      transaction: (begin, run) =>
        of.transaction(begin, (connection) =>
          run({
            query: (sql, params) => {
              queries += 1;
              return connection.query(sql, params);
            },
          }),
        ),
    },
  };
};

describe('指標が400あっても', () => {
  let large: Database;
  beforeAll(async () => {
    large = await testDatabase();
    await openJudgedTown(large, 399);
  });
  afterAll(() => large.close());

  it.each([
    '',
    '/indicators',
    '/indicators?page=4',
    '/judgements/2024',
    '/changes/2025',
    '/indicators/happiness',
  ])('%s は圧縮して60KBを超えず、問い合わせは一つのときと同じ', async (path) => {
    const [one, many] = [counted(db), counted(large)];
    const sizes: number[] = [];
    for (const each of [one, many]) {
      const response = await publicRoutes(testDeps(each.db)).request(`${town}${path}`);
      expect(response.status).toBe(200);
      sizes.push(brotliCompressSync(await response.text()).length);
    }
    expect(sizes[1]).toBeLessThan(60 * 1024);
    expect(many.queries()).toBe(one.queries());
  });
});
