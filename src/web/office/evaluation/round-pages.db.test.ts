import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openRoundOffice,
  type RoundOffice,
  type RoundWho,
  roundWho,
} from '../../../../test/factories/evaluation-round.ts';
import type { Browser, Page } from '../../../../test/factories/office.ts';
import { formOf } from '../../../../test/factories/page-form.ts';
import { loadRecords, loadSheets } from '../../../db/read-evaluation.ts';

let desk: RoundOffice;
const browsers = new Map<RoundWho, Browser>();
const at = (who: RoundWho): Browser => {
  const found = browsers.get(who);
  if (found === undefined) throw new Error(who);
  return found;
};
beforeAll(async () => {
  desk = await openRoundOffice({ opens: false });
  for (const who of Object.keys(roundWho) as RoundWho[]) {
    const browser = desk.office.browser();
    await browser.login(who);
    browsers.set(who, browser);
  }
});
afterAll(() => desk.office.db.close());

const round = '/evaluation/r6';
const sheetOf = (subjectKey: string): string => `${round}/sheets/${subjectKey}`;
/** The form as the browser would send it, with a change; a radio that is chosen replaces the one that was. */
const send = async (
  who: RoundWho,
  address: string,
  change: Readonly<Record<string, string>>,
  action = address,
): Promise<Page> => {
  const { html } = await at(who).get(address);
  return at(who).post(action, { ...formOf(html, action), ...change }, { from: address });
};
const answers = async (subjectKey: string, stageKey: string) =>
  (
    await desk.office.read((tx) =>
      loadRecords(tx, 'r6', { subjectKeys: [subjectKey], stageKeys: [stageKey] }),
    )
  )[0]?.answers;
const states = async () =>
  Object.fromEntries(
    (await desk.office.read((tx) => loadSheets(tx, 'r6'))).map(({ subjectKey, status, stageIndex }) => [
      subjectKey,
      `${status} ${stageIndex}`,
    ]),
  );

describe('用意して始める', () => {
  it('始めるまで職員には見えず、どうなるかを見てから始められる', async () => {
    expect((await at('tanto').get('/evaluation')).html).toContain('評価の回は、まだありません');
    expect((await at('tanto').get(round)).status).toBe(404);
    expect((await at('tanto').get(`${round}/setup`)).status).toBe(403);
    const preview = await send('kikaku', `${round}/setup`, { do: 'preview' });
    expect(preview.html).toContain('シートが 6 件できます');
    expect(preview.html).toContain('80千円（100千円以下）');
    const before = await desk.office.written();
    const late = await send('kikaku', `${round}/setup`, { do: 'open', 'dueOn.first': '' });
    expect(late.html).toContain('「一次評価（課長）」の期限がありません');
    expect(await desk.office.written()).toEqual(before);
    // What was typed and not saved yet begins with the round.
    const opened = await send('kikaku', `${round}/setup`, { do: 'open', note: '始める前に書いた' });
    expect(opened.location).toContain('/evaluation/r6?done=open');
    expect((await at('tanto').get('/evaluation')).html).toContain('令和6年度 事後評価');
    expect((await at('kikaku').get(round)).html).toContain('始める前に書いた');
  });

  it('期限の抜けと順序の誤りは、欄のそばで断る', async () => {
    const before = await desk.office.written();
    const page = await send('kikaku', `${round}/setup`, {
      do: 'change',
      'dueOn.first': '',
      'dueOn.second': '令和7年1月1日',
    });
    expect(page.status).toBe(422);
    expect(page.html).toContain('「一次評価（課長）」の期限がありません');
    expect(page.html).toContain('「二次評価（企画）」の期限が、前の段階の期限より早く');
    expect(await desk.office.written()).toEqual(before);
  });
});

describe('やること', () => {
  it('自分の番のシートへ一度で行ける。課長には課長の段階だけ、企画には遅れが出る', async () => {
    const mine = (await at('tanto').get('')).html;
    expect(mine).toContain('/evaluation/r6/sheets/p1');
    expect(mine).toContain(
      '令和6年度 事後評価「担当者の記入」を書いて提出する。期限 令和8年11月10日（過ぎています）',
    );
    expect(mine).not.toContain('/sheets/d1');
    expect((await at('kacho').get('')).html).not.toContain('/evaluation/r6/sheets/p1');
    expect((await at('kikaku').get('')).html).toContain('期限を過ぎたシート 4件: こども未来課、土木課');
  });

  it('督促は一人に一日一度で、画面に印が付く', async () => {
    const first = await at('kikaku').post('/evaluation/r6', { do: 'remind' });
    expect(first.html).toContain('3人に督促しました');
    expect((await at('tanto').get('')).html).toContain('督促がありました');
    const again = await at('kikaku').post('/evaluation/r6', { do: 'remind' });
    expect(again.html).toContain('新しく督促した人はいません。3人には今日もう督促しています。');
    expect((await at('kacho').post('/evaluation/r6', { do: 'remind' })).status).toBe(403);
  });
});

describe('シート', () => {
  it('状態・だれの番か・ボタンが何をするかが、いつも一番上にある', async () => {
    const mine = (await at('tanto').get(sheetOf('p1'))).html;
    expect(mine).toContain('あなたの番です（担当者の記入）');
    expect(mine).toContain('提出して「一次評価（課長）」へ進める');
    expect(mine).toContain('達成率 90% → 一部（80%以上）');
    expect((await at('kacho').get(sheetOf('p1'))).html).toContain('あなたの番です');
    const read = (await at('kansa').get(sheetOf('p1'))).html;
    expect(read).toContain('今は「担当者の記入」（課の担当）の番です');
    expect(read).not.toContain('途中で保存する');
  });

  it('途中で保存し、足りない欄は欄のそばに出て、入力は残る', async () => {
    const saved = await send('tanto', sheetOf('p1'), { do: 'save', 'text.result': '利用者が増えた。' });
    expect(saved.location).toContain('done=save');
    const refused = await send('tanto', sheetOf('p1'), { do: 'hand-on', 'text.issue': '会場が足りない。' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('必要性');
    expect(refused.html).toContain('会場が足りない。');
    expect(await answers('p1', 'entry')).toEqual({
      'text.result': '利用者が増えた。',
      'criterion.effect': 'fair',
    });
  });

  it('画面の裏での保存は JSON で答える', async () => {
    const { html } = await at('tanto').get(sheetOf('p2'));
    const { stageKey = '' } = formOf(html, sheetOf('p2'));
    const keep = (before: string, after: string) =>
      at('tanto').post(
        sheetOf('p2'),
        { stageKey, do: 'save', 'before.text.result': before, 'text.result': after },
        { headers: { accept: 'application/json' } },
      );
    expect(JSON.parse((await keep('', '一')).html)).toEqual({ saved: true });
    const met = await keep('', '二');
    expect(met.status).toBe(409);
    expect(met.html).toContain('ほかの職員の記入:「一」');
    expect(met.html).toContain('あなたの記入:「二」');
  });

  it('二人が同じ欄を書くと、両方を並べて選ばせ、もう一度押すと自分のものになる', async () => {
    const { html } = await at('hoka').get(sheetOf('p2'));
    const form = formOf(html, sheetOf('p2'));
    await send('tanto', sheetOf('p2'), { do: 'save', 'text.result': '担当の版' });
    const met = await at('hoka').post(sheetOf('p2'), { ...form, do: 'save', 'text.result': 'もう一人の版' });
    expect(met.status).toBe(409);
    expect(met.html).toContain('ほかの職員の記入:「担当の版」');
    expect(await answers('p2', 'entry')).toMatchObject({ 'text.result': '担当の版' });
    const again = formOf(met.html, sheetOf('p2'));
    expect(again).toMatchObject({ 'before.text.result': '担当の版', 'text.result': 'もう一人の版' });
    expect((await at('hoka').post(sheetOf('p2'), { ...again, do: 'save' })).location).toContain('done=save');
    expect(await answers('p2', 'entry')).toMatchObject({ 'text.result': 'もう一人の版' });
  });

  it('自分の課でないシートは書けない', async () => {
    const { html } = await at('tanto').get(sheetOf('p3'));
    const form = formOf(html, sheetOf('p3'));
    const before = await desk.office.written();
    const { _csrf: _, ...fields } = form;
    const refused = await at('doboku').post(sheetOf('p3'), { ...fields, do: 'save', 'text.result': 'x' });
    expect(refused.status).toBe(403);
    expect(await desk.office.written()).toEqual(before);
  });
});

describe('書く → 差し戻す → 直す → まとめて承認 → 企画 → 首長 → 公開', () => {
  const fill = (who: RoundWho, subjectKey: string) =>
    send(who, sheetOf(subjectKey), {
      do: 'hand-on',
      'criterion.need': 'high',
      'criterion.effect': 'good',
      'text.result': '利用者が増えた。',
      direction: 'keep',
    });

  it('提出すると次の自分の番のシートが開く', async () => {
    const first = await fill('tanto', 'p1');
    expect(first.location).toContain('/sheets/p2?done=next');
    expect((await fill('tanto', 'p2')).location).toContain('/sheets/p3?done=next');
    expect((await fill('tanto', 'p3')).location).toContain('/sheets/p3?done=hand-on');
    expect((await fill('doboku', 'd1')).status).toBe(303);
    expect(await states()).toMatchObject({ p1: 'submitted 1', p2: 'submitted 1', p3: 'submitted 1' });
  });

  it('まちがえて進めたら、次の段階が書くまでは自分で取り戻せる', async () => {
    const step = `${sheetOf('p1')}/step`;
    const page = (await at('tanto').get(sheetOf('p1'))).html;
    expect(page).toContain('取り戻す（進めたのを取り消す）');
    expect(page).toContain('「担当者の記入」に取り戻す');
    const form = formOf(page, '/step');
    const { _csrf: _, ...withoutToken } = form;
    const from = { from: sheetOf('p1') };
    expect((await at('kikaku').get(sheetOf('p1'))).html).not.toContain('取り戻す');
    const others = await at('doboku').post(step, { ...withoutToken, step: 'take-back' }, from);
    expect(others.status).toBe(403);
    const back = await at('tanto').post(step, { ...withoutToken, step: 'take-back' }, from);
    expect(back.location).toContain('done=take-back');
    expect(await states()).toMatchObject({ p1: 'draft 0' });
    const own = (await at('tanto').get(`${sheetOf('p1')}?done=take-back`)).html;
    expect(own).toContain('取り戻しました。直して、もう一度進めてください。');
    expect(own).toContain('<b>取り戻し</b>');
    // A button of a page that is no longer true.
    const late = await at('tanto').post(step, { ...withoutToken, step: 'take-back' }, from);
    expect(late.status).toBe(409);
    expect((await send('tanto', sheetOf('p1'), { do: 'hand-on' })).status).toBe(303);
    desk.office.clock.pass(1);
    await send('kacho', sheetOf('p1'), { do: 'save', 'text.issue': '会場' });
    const begun = (await at('tanto').get(sheetOf('p1'))).html;
    expect(begun).toContain('「一次評価（課長）」が書き始めているため、取り戻せません');
    expect(begun).not.toContain('に取り戻す</button>');
    const now = formOf((await at('kacho').get(sheetOf('p1'))).html, '/step');
    const refused = await at('tanto').post(
      step,
      {
        version: now.version ?? '',
        stageKey: 'entry',
        step: 'take-back',
      },
      from,
    );
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('次の段階がもう書き始めたため、取り戻せません');
  });

  it('課長は理由を書いて差し戻し、担当は理由を一番上で読む', async () => {
    const step = `${sheetOf('p1')}/step`;
    const without = await send('kacho', sheetOf('p1'), { step: 'return', to: 'entry', reason: '' }, step);
    expect(without.status).toBe(422);
    expect(without.html).toContain('理由がありません');
    const back = await send(
      'kacho',
      sheetOf('p1'),
      { step: 'return', to: 'entry', reason: '人数を書いてください' },
      step,
    );
    expect(back.location).toContain('done=return');
    expect((await at('tanto').get(sheetOf('p1'))).html).toContain('人数を書いてください');
    const again = await send('tanto', sheetOf('p1'), {
      do: 'hand-on',
      'text.result': '300人から340人に増えた。',
    });
    expect(again.status).toBe(303);
  });

  it('一覧でチェックしてまとめて承認する', async () => {
    const list = `${round}/sheets`;
    const { html } = await at('kacho').get(`${list}?mine=1`);
    expect(html).toContain('「一次評価（課長）」をまとめて承認する（あなたの番 3 件）');
    const form = formOf(html, '/sheets?mine=1');
    const body = new URLSearchParams({ ...form, handOn: 'first' });
    body.delete('chosen');
    for (const key of ['p1', 'p2', 'p3']) body.append('chosen', key);
    const cookie = [...at('kacho').cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = await desk.office.app.request(`http://rashin.test/m/202151/office${list}?mine=1`, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body,
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      expect.stringContaining('done=handed-3'),
    ]);
    expect(await states()).toMatchObject({ p1: 'approved 2', p2: 'approved 2', p3: 'approved 2' });
  });

  it('企画、首長と進み、対象外にして締め切り、公開すると、もう書けない', async () => {
    for (const key of ['p1', 'p2', 'p3']) {
      expect((await send('kikaku', sheetOf(key), { do: 'hand-on' })).status).toBe(303);
      expect((await send('shicho', sheetOf(key), { do: 'hand-on' })).status).toBe(303);
    }
    const step = `${sheetOf('d1')}/step`;
    const exempt = { step: 'exempt', exemption: 'by-hand', reason: '年度の途中で終わった' };
    expect((await send('kikaku', sheetOf('d1'), exempt, step)).location).toContain('done=exempt');
    const { html } = await at('kikaku').get(round);
    const version = /name="version" value="(\d+)"/u.exec(html)?.[1] ?? '';
    expect((await at('kikaku').post(round, { do: 'close', version })).location).toContain('done=close');
    const page = await at('kikaku').get(`${round}/publish`);
    expect(page.html).toContain('「一次評価（課長）」、「二次評価（企画）」、「外部評価」、「決定（首長）」');
    const { _csrf: _, ...words } = formOf(page.html, '/publish');
    const wrong = await at('kikaku').post(`${round}/publish`, {
      ...words,
      do: 'publish',
      population: '約1万',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('人口は1以上の整数');
    const done = await at('kikaku').post(`${round}/publish`, {
      ...words,
      do: 'publish',
      population: '12,345',
    });
    expect(done.location).toContain('done=publish');
    expect(await states()).toMatchObject({ p1: 'published 4', d1: 'published 4' });
    expect((await at('shicho').get(sheetOf('p1'))).html).toContain('公開済みです。書き換えられません。');
  });

  it('訂正は、箇所を選び、理由を付けて新しい版にする', async () => {
    const page = await at('kikaku').get(`${round}/publish?subject=p1`);
    const form = formOf(page.html, '/publish');
    const { _csrf: _, ...fields } = form;
    // The form sends all places of the sheet, also the direction of a stage that gives none.
    const change = { ...fields, do: 'correct', 'place.name': '事業その一' };
    expect((await at('kikaku').post(`${round}/publish`, { ...change, reason: '' })).status).toBe(422);
    const done = await at('kikaku').post(`${round}/publish`, { ...change, reason: '名称の誤り' });
    expect(done.location).toContain('done=correct');
    expect((await at('kikaku').get(`${round}/publish`)).html).toContain('訂正: 名称の誤り');
    // A page opened before the other edition puts nothing back.
    const late = await at('kikaku').post(`${round}/publish`, {
      ...change,
      'place.name': '事業p1',
      reason: '戻す',
    });
    expect(late.status).toBe(409);
    expect((await at('kikaku').get(`${round}/publish?subject=p1`)).html).toContain('事業その一');
  });
});

describe('ほかの画面', () => {
  it('記入の手間は、段階ごと・課ごと・種類ごとに出る', async () => {
    const { html, status } = await at('kikaku').get(`${round}/workload`);
    expect(status).toBe(200);
    expect(html).toContain('段階ごと');
    expect(html).toContain('こども未来課');
  });

  it('外部評価者は、自分の段階のシートだけを、内部の指摘と経過なしに見る', async () => {
    expect((await at('gaibu').get(`${round}/sheets`)).html).not.toContain('事業p1');
    expect((await at('gaibu').get(sheetOf('p1'))).status).toBe(404);
    expect((await at('gaibu').get(`${round}/workload`)).status).toBe(403);
  });
});
