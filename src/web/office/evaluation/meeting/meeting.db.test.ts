import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRoundOffice, type RoundOffice } from '../../../../../test/factories/evaluation-round.ts';
import type { Browser } from '../../../../../test/factories/office.ts';
import { handOnSheets } from '../../../../app/evaluation/hand-on-sheets.ts';
import { readDecisions } from '../../../../app/evaluation/read-decisions.ts';
import { addRemark } from '../../../../app/evaluation/remarks.ts';
import { evaluationRemark } from '../../../../db/schema/evaluation.ts';
import { withTenant } from '../../../../db/tenant.ts';
import type { Answers } from '../../../../domain/evaluation/sheet.ts';

const base = '/evaluation/r6';
let round: RoundOffice;
let shicho: Browser;
let gaibu: Browser;
let kacho: Browser;

const handOn = async (
  who: Parameters<RoundOffice['as']>[0],
  stageKey: string,
  subjectKey: string,
  answers: Answers,
): Promise<void> => {
  const seen = await readDecisions(round.as('kikaku'), 'r6');
  const stored =
    seen?.decisions
      .find((each) => each.subjectKey === subjectKey)
      ?.said.find(({ stage }) => stage.key === stageKey)?.answers ?? {};
  const done = await handOnSheets(round.as(who), {
    roundKey: 'r6',
    stageKey,
    sheets: [
      {
        subjectKey,
        seenVersion: null,
        changes: Object.entries(answers).map(([field, after]) => ({
          field,
          before: stored[field] ?? '',
          after,
        })),
      },
    ],
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
};

const levels = { 'criterion.need': 'high', 'criterion.effect': 'good', 'text.result': '利用が増えた' };

const toFinal = async (
  subjectKey: string,
  first: string,
  second: Answers,
  head: Answers = {},
): Promise<void> => {
  await handOn('tanto', 'entry', subjectKey, { ...levels, direction: first });
  await handOn('kacho', 'first', subjectKey, head);
  await handOn('kikaku', 'second', subjectKey, second);
};

beforeAll(async () => {
  round = await openRoundOffice();
  await toFinal('p1', 'keep', { direction: 'keep' }, { grade: 'b', 'grade.reason': '件数が少ない' });
  await toFinal('p3', 'expand', {
    direction: 'cut',
    'direction.reason': '利用者が減っている',
    'text.comment': '半分でよい',
  });
  await handOn('tanto', 'entry', 'p2', { ...levels, direction: 'keep' });
  await withTenant(
    round.office.db,
    { municipality: round.as('kikaku').as.municipality, actor: 'test', origin: 'test' },
    (tx) =>
      tx.q.insert(evaluationRemark).values(
        (['public', 'internal'] as const).map((audience, at) => ({
          municipality: tx.municipality,
          remarkId: `44444444-4444-4444-8444-44444444444${at}`,
          target: 'programme' as const,
          subjectKey: 'p2',
          roundKey: null,
          fiscalYear: 2022,
          stageKey: 'external',
          body: audience === 'public' ? '利用者の声を聞くこと' : '庁内だけの指摘',
          audience,
          answer: '年2回聞いている',
        })),
      ),
  );
  shicho = round.office.browser();
  gaibu = round.office.browser();
  kacho = round.office.browser();
  for (const [browser, who] of [
    [shicho, 'shicho'],
    [gaibu, 'gaibu'],
    [kacho, 'kacho'],
  ] as const)
    expect((await browser.login(who)).status).toBe(303);
}, 120_000);
afterAll(() => round.office.db.close());

const standing = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/name="((?:before\.)[^"]+|version|stageKey)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

describe('本部の議題', () => {
  it('段階で方向がちがうものが先、進みぐあいと状態を示す', async () => {
    const { status, html } = await shicho.get(`${base}/meeting`);
    expect(status).toBe(200);
    const order = [...html.matchAll(/meeting\/([\w-]+)">事業/g)].map(([, key]) => key);
    expect(order[0]).toBe('p3');
    expect(new Set(order)).toEqual(new Set(['p1', 'p2', 'p3', 'd1']));
    expect(html).toContain('段階で方向がちがう1件を先に扱います');
    expect(html).toContain('これから決めるのは2件です');
    expect(html).toContain('一件ずつ決める（0/4）');
  });

  it('一件の画面に、事実、段階ごとの評価、計算の評価、前後の議題がならぶ', async () => {
    const { html } = await shicho.get(`${base}/meeting/p3`);
    for (const words of [
      '利用者が減っている',
      '半分でよい',
      '評価（計算）',
      '予算への影響',
      '議題 1/4',
      '決定して次の議題へ',
    ])
      expect(html).toContain(words);
    expect(html).toContain('費用は100万円');
    expect(html).toContain('rel="next"');
  });

  it('決める権限のない人、まだ番でないものには、決めるボタンがない', async () => {
    expect((await kacho.get(`${base}/meeting/p3`)).html).toContain('権限がある人が決めます');
    const waiting = (await shicho.get(`${base}/meeting/p2`)).html;
    expect(waiting).toContain('まだ決められません');
    expect(waiting).not.toContain('決定して次の議題へ');
  });

  it('方向を選ばなければ決まらず、何も変わらない', async () => {
    const page = await shicho.get(`${base}/meeting/p3`);
    const written = await round.office.written();
    const refused = await shicho.post(`${base}/meeting/p3`, {
      ...standing(page.html),
      do: 'decide',
      direction: '',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('方向');
    expect(await round.office.written()).toEqual(written);
  });

  it('権限のない人が送っても決まらない', async () => {
    const page = await shicho.get(`${base}/meeting/p3`);
    const written = await round.office.written();
    const refused = await kacho.post(`${base}/meeting/p3`, {
      ...standing(page.html),
      do: 'decide',
      direction: 'keep',
    });
    expect(refused.status).toBe(403);
    expect(await round.office.written()).toEqual(written);
  });

  it('決めると記録が残り、次の議題に進む。古い画面からは決められない', async () => {
    const page = await shicho.get(`${base}/meeting/p3`);
    const fields = {
      ...standing(page.html),
      do: 'decide',
      direction: 'cut',
      'direction.reason': '半分にする',
    };
    const done = await shicho.post(`${base}/meeting/p3`, fields);
    expect([done.status, done.location]).toEqual([303, `/m/202151/office${base}/meeting/p1?done=decide`]);
    const agenda = (await shicho.get(`${base}/meeting`)).html;
    expect(agenda).toContain('決定の記録');
    expect(agenda).toContain('職員 shicho');
    expect(agenda).toContain('一件ずつ決める（1/4）');
    const written = await round.office.written();
    const again = await shicho.post(`${base}/meeting/p3`, { ...fields, direction: 'keep' });
    expect([409, 422]).toContain(again.status);
    expect(await round.office.written()).toEqual(written);
  });

  it('外部評価者は入れない。ない回、ない事業は 404', async () => {
    expect((await gaibu.get(`${base}/meeting`)).status).toBe(403);
    expect((await gaibu.get(`${base}/matrix`)).status).toBe(403);
    expect((await gaibu.get(`${base}/matrix/machine`)).status).toBe(403);
    for (const path of [
      '/evaluation/none/meeting',
      '/evaluation/none/matrix',
      '/evaluation/none/review',
      `${base}/meeting/none`,
    ])
      expect((await shicho.get(path)).status).toBe(404);
  });
});

describe('判断の表', () => {
  it('方向と費用の表から、ます目の事業に行ける', async () => {
    const { html } = await shicho.get(`${base}/matrix`);
    expect(html).toContain('今後の方向と費用');
    const cell = /href="\/m\/202151\/office(\/evaluation\/r6\/matrix\?[^"]*row=cut[^"]*)#cell"/.exec(
      html,
    )?.[1];
    expect(cell).toBeDefined();
    const inside = await shicho.get((cell ?? '').replaceAll('&amp;', '&'));
    expect(inside.html).toContain('縮小 × 100万円〜1,000万円（1件）');
    expect(inside.html).toContain('meeting/p3');
  });

  it('軸は選び直せ、知らない軸は初めの表になる', async () => {
    expect((await shicho.get(`${base}/matrix?rows=criterion.need&columns=grade`)).html).toContain(
      '必要性 と 評価',
    );
    expect((await shicho.get(`${base}/matrix?rows=x&columns=y`)).html).toContain('今後の方向と費用');
  });

  it('計算と人の判断がちがうものは、理由とともに出る', async () => {
    const { status, html } = await shicho.get(`${base}/matrix/machine`);
    expect(status).toBe(200);
    expect(html).toContain('1件のうち0件（0.0%）は、計算と人の評価が同じです');
    expect(html).toContain('件数が少ない');
  });
});

describe('外部評価の画面', () => {
  it('外部評価の対象だけが出て、庁内の指摘は出ず、指摘のその後が分かる', async () => {
    const { status, html } = await gaibu.get(`${base}/review`);
    expect(status).toBe(200);
    expect(html).toContain('事業p2');
    expect(html).not.toContain('事業p1');
    expect(html).toContain('利用者の声を聞くこと');
    expect(html).toContain('年2回聞いている');
    expect(html).not.toContain('庁内だけの指摘');
  });

  it('職員が見ても同じ。外部の人がこの回で言う指摘は、次の年へ残る', async () => {
    expect((await shicho.get(`${base}/review`)).html).not.toContain('庁内だけの指摘');
    const said = await addRemark(round.as('gaibu'), {
      roundKey: 'r6',
      subjectKey: 'p2',
      stageKey: 'external',
      body: '目標を見直すこと',
      audience: 'public',
    });
    expect(said.ok).toBe(true);
    expect((await gaibu.get(`${base}/review`)).html).toContain('目標を見直すこと');
  });
});
