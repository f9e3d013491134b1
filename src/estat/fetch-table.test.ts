import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { answerOf, failureOf } from '../../test/estat/answers.ts';
import { census2020 } from '../../test/estat/census-tables.ts';
import { type EstatServer, sendJson, startEstat } from '../../test/estat/estat-server.ts';
import { knownProblemCodes } from '../documents/problem-text/sentences.ts';
import { fetchTable } from './fetch-table.ts';

const hurried = { timeoutMilliseconds: 300, pausesMilliseconds: [1, 1], deadlineMilliseconds: 5_000 };
const question = { statsDataId: '0003445162', narrowing: { cdArea: '20215' } };

let server: EstatServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

const ask = async (
  answer: (query: URLSearchParams, response: ServerResponse, count: number) => void,
  patience = hurried,
) => {
  server = await startEstat(answer);
  const result = await fetchTable({ appId: 'himitsu', address: server.address }, question, patience);
  return { result, asked: server.asked };
};

describe('e-Stat から統計表を取り出す', () => {
  it('NEXT_KEY をたどって全部を、来た順に', async () => {
    const { result, asked } = await ask((query, response) =>
      sendJson(response, answerOf(census2020, Number(query.get('startPosition')), 50)),
    );
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const all = answerOf(census2020).GET_STATS_DATA.STATISTICAL_DATA.RESULT_INF.TOTAL_NUMBER;
    expect(all).toBeGreaterThan(250);
    expect(result.value.cells).toHaveLength(all);
    expect(asked.map((query) => query.get('startPosition'))).toEqual(
      Array.from({ length: Math.ceil(all / 50) }, (_, page) => String(1 + 50 * page)),
    );
    expect(result.value).toMatchObject({
      id: '0003445162',
      statCode: '00200521',
      statName: '国勢調査',
      organisation: '総務省',
      surveyMonth: '202010',
      openDate: '2021-11-30',
    });
    expect(result.value.symbols.get('X')).toBe('数値が秘匿されているもの');
  });

  it('求めるもの: 統計表ID、地域、IDのほか、はじめのページだけ分類の説明', async () => {
    const { asked } = await ask((query, response) =>
      sendJson(response, answerOf(census2020, Number(query.get('startPosition')), 200)),
    );
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      appId: 'himitsu',
      statsDataId: '0003445162',
      cdArea: '20215',
      lang: 'J',
      metaGetFlg: 'Y',
      cntGetFlg: 'N',
      annotationGetFlg: 'Y',
      limit: '100000',
      startPosition: '1',
    });
    expect(asked[1]?.get('metaGetFlg')).toBe('N');
  });

  it('一つだけの分類と値は、並びでなくそのものとして来ても読む', async () => {
    const { result } = await ask((_, response) =>
      sendJson(
        response,
        answerOf({
          dimensions: [{ id: 'area', name: '地域', classes: [['20215', '塩尻市']] }],
          value: () => '67241',
        }),
      ),
    );
    expect(result.ok && result.value.cells).toEqual([
      { codes: { area: '20215' }, unit: '人', text: '67241' },
    ]);
  });

  it.each([
    ['HTTP 503', (response: ServerResponse) => response.writeHead(503).end('<html>')],
    ['HTTP 429', (response: ServerResponse) => response.writeHead(429).end()],
    ['処理結果 200', (response: ServerResponse) => sendJson(response, failureOf(200, 'DBエラー'), 500)],
    ['切れた通信', (response: ServerResponse) => response.destroy()],
    ['返らない答え', (_: ServerResponse) => undefined],
  ])('%s の後は、もう一度試す', async (_, fail) => {
    const { result, asked } = await ask((_query, response, count) =>
      count === 1 ? void fail(response) : sendJson(response, answerOf(census2020)),
    );
    expect(result.ok).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it.each<[string, number, string, (response: ServerResponse) => unknown]>([
    [
      '認証の失敗（HTTP 403 と本文）',
      1,
      'estat-id-refused',
      (response) => sendJson(response, failureOf(100, '認証に失敗しました。'), 403),
    ],
    ['本文のない 403', 1, 'estat-id-refused', (response) => response.writeHead(403).end()],
    [
      'ない統計表',
      1,
      'estat-table-unknown',
      (response) => sendJson(response, failureOf(102, '指定されたデータが存在しません。'), 400),
    ],
    ['該当なし', 1, 'estat-nothing', (response) => sendJson(response, failureOf(1, '該当データなし'))],
    ['引数の誤り', 1, 'estat-refused', (response) => sendJson(response, failureOf(300, '不正'), 400)],
    ['続く障害', 3, 'estat-trouble', (response) => response.writeHead(500).end()],
    ['続く沈黙', 3, 'estat-late', () => undefined],
    ['続く切断', 3, 'estat-unreachable', (response) => response.destroy()],
    ['JSON でない答え', 1, 'estat-unreadable', (response) => response.end('<html>保守中</html>')],
    ['形の違う答え', 1, 'estat-unreadable', (response) => sendJson(response, { GET_STATS_DATA: [] })],
    [
      'よそへの案内には、IDを持って行かない',
      3,
      'estat-unreachable',
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    [
      '多すぎる値',
      1,
      'estat-too-many',
      (response) => {
        const answer = answerOf(census2020);
        answer.GET_STATS_DATA.STATISTICAL_DATA.RESULT_INF.TOTAL_NUMBER = 3_000_000;
        sendJson(response, answer);
      },
    ],
    [
      '進まない NEXT_KEY',
      1,
      'estat-unreadable',
      (response) => {
        const answer = answerOf(census2020, 1, 50);
        answer.GET_STATS_DATA.STATISTICAL_DATA.RESULT_INF.NEXT_KEY = 1;
        sendJson(response, answer);
      },
    ],
  ])('断る: %s', async (_, attempts, code, answer) => {
    const { result, asked } = await ask((_query, response) => void answer(response));
    expect(result.ok ? null : result.error.code).toBe(code);
    expect(knownProblemCodes).toContain(code);
    expect(asked).toHaveLength(attempts);
    expect(JSON.stringify(result)).not.toContain('himitsu');
  });

  it('全体の期限が来れば、途中でも止める', async () => {
    const started = performance.now();
    const { result } = await ask(() => undefined, {
      timeoutMilliseconds: 10_000,
      pausesMilliseconds: [10_000, 10_000],
      deadlineMilliseconds: 200,
    });
    expect(result.ok ? null : result.error.code).toBe('estat-late');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
