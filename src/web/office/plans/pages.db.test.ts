import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../../test/factories/drafts.ts';
import { type Browser, maniwa, wholeTown } from '../../../../test/factories/office.ts';
import { loadIndicators } from '../../../db/read-indicator.ts';
import { listPlans } from '../../../db/read-plan.ts';

let desk: Desk;
let drafts: Drafts;
let planner: Browser;
let clerk: Browser;
beforeAll(async () => {
  desk = await openDesk();
  await desk.office.addUser('gaibu', [wholeTown('external-reviewer')]);
  await desk.office.addUser('maniwa-kikaku', [wholeTown('planner')], maniwa);
  planner = desk.office.browser();
  clerk = desk.office.browser();
  await planner.login('kikaku');
  await clerk.login('kodomo-tanto');
});
beforeEach(async () => {
  drafts = await desk.newDraft();
});
afterAll(() => desk.office.db.close());

const base = () => `/plans/${drafts.planKey}/revisions/2`;
const pages = [
  '',
  '/items/a-1',
  '/basics',
  '/identity',
  '/situation',
  '/levels',
  '/calendar',
  '/lineage',
  '/checks',
  '/difference',
  '/difference?shape=table',
  '/flow',
  '/data',
  '/data/plan.json',
  '/preview',
  '/preview/items/a-1',
  '/arrange?ask=remove&item=a-1~1~a',
];

describe('だれに見えるか', () => {
  it.each(pages)('%s は企画担当に見え、外部評価者には断り、ほかの町からは見つからない', async (page) => {
    expect((await planner.get(base() + page)).status).toBe(200);
    const outside = desk.office.browser();
    await outside.login('gaibu');
    const refused = await outside.get(base() + page);
    expect([refused.status, refused.html.includes('子どもが健やかに育っている')]).toEqual([403, false]);
    const elsewhere = desk.office.browser(maniwa);
    await elsewhere.login('maniwa-kikaku');
    expect((await elsewhere.get(base() + page)).status).toBe(404);
  });

  it('ログインしていない人は、ログインへ案内する', async () => {
    const nobody = await desk.office.browser().get(base());
    expect([nobody.status, nobody.location.startsWith('/m/202151/office/login')]).toEqual([303, true]);
  });

  it.each(['/items/nai', '/preview/items/nai'])('ない項目 %s は見つからない', async (page) => {
    expect((await planner.get(base() + page)).status).toBe(404);
  });
});

describe('ボタンだけで体系を変える', () => {
  const arrange = (browser: Browser, fields: Record<string, string>) =>
    browser.post(`${base()}/arrange`, fields, { from: base() });

  it('上へ動かすと、選んだままの体系へ戻る', async () => {
    const done = await arrange(planner, { do: 'up', item: 'a-2~1~a' });
    expect([done.status, done.location]).toEqual([303, `/m/202151/office${base()}?selected=a-2#item-a-2`]);
    const page = await planner.get(`${base()}?selected=a-2`);
    expect(/<input[^>]*value="a-2~1~a"[^>]*>/u.exec(page.html)?.[0]).toContain('checked');
  });

  it('理由の要る移動は、理由を尋ねる画面を経て決まる', async () => {
    const asked = await arrange(planner, { do: 'place', item: 'a-2~1~a', under: 'b', before: '' });
    expect(asked.status).toBe(303);
    const question = await planner.get(asked.location);
    expect(question.html).toContain('移す理由');
    const done = await arrange(planner, {
      do: 'place',
      item: 'a-2~1~a',
      under: 'b',
      before: '',
      reason: '担当の見直し',
    });
    expect(done.status).toBe(303);
    expect((await drafts.item('a-2')).parentKey).toBe('b');
  });

  it.each([
    ['何も選んでいないとき', { do: 'up' }, '項目が選ばれていません'],
    ['いちばん上をさらに上へ', { do: 'up', item: 'a~1~' }, 'いちばん上にあるため'],
    ['題名のない項目', { do: 'insert', where: 'top', title: ' ' }, '題名が空欄です'],
    ['形の崩れた選択', { do: 'up', item: 'a' }, '項目が選ばれていません'],
    ['知らない操作', { do: 'wild', item: 'a~1~' }, '「wild」は選べません'],
  ])('%sは、その場で訳を告げる', async (_, fields, sentence) => {
    const before = await drafts.snapshot();
    const refused = await arrange(planner, fields as Record<string, string>);
    expect([refused.status, refused.html.includes(sentence)]).toEqual([422, true]);
    expect(await drafts.snapshot()).toBe(before);
  });

  it('先に移されていれば、だれがいつ移したかを告げ、新しい体系を見せる', async () => {
    await arrange(planner, { do: 'place', item: 'a-2~1~a', under: 'b', before: '', reason: '担当の見直し' });
    const late = await arrange(planner, { do: 'up', item: 'a-2~1~a' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('「学びが続いている」は、職員 kikaku');
  });

  it('課の職員には動かすボタンがなく、送っても断る', async () => {
    expect((await clerk.get(base())).html).not.toContain('name="do"');
    const before = await drafts.snapshot();
    const refused = await clerk.post(
      `${base()}/arrange`,
      { do: 'up', item: 'a-2~1~a' },
      { from: `${base()}/items/a-1` },
    );
    expect(refused.status).toBe(403);
    expect(await drafts.snapshot()).toBe(before);
  });
});

describe('公開画面の見え方', () => {
  it('下書きの内容を下書きと示して見せ、同意のない声は出さず、つながりは中に留まる', async () => {
    const page = await planner.get(`${base()}/preview/items/a-1`);
    expect(page.html).toContain('下書きの見え方（令和8年度改定）。まだ公開していません');
    expect(page.html).toContain('子どもと家族が応援されている。');
    expect(page.html).not.toContain('公園がほしい');
    expect(page.html).toContain(`href="/m/202151/office${base()}/preview"`);
    expect(page.html).not.toContain(`href="/m/202151/plans/${drafts.planKey}"`);
    const outside = await desk.office.app.request(`http://rashin.test/m/202151/plans/${drafts.planKey}`);
    expect(await outside.text()).not.toContain('令和8年度改定');
  });
});

describe('データの書き出しと読み込み', () => {
  const importFile = async (text: string, step: string): Promise<{ status: number; html: string }> => {
    const from = await planner.get('/plans/import');
    const body = new FormData();
    body.set('_csrf', /name="_csrf" value="([^"]*)"/u.exec(from.html)?.[1] ?? '');
    body.set('step', step);
    if (step === 'try') body.set('file', new File([text], 'plan.json', { type: 'application/json' }));
    else body.set('content', text);
    const cookie = [...planner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await desk.office.app.request('http://rashin.test/m/202151/office/plans/import', {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body,
    });
    return { status: answer.status, html: await answer.text() };
  };
  const exported = async (): Promise<string> => {
    const file = await planner.get(`${base()}/data/plan.json`);
    return file.html.replaceAll(drafts.planKey, `${drafts.planKey}-copy`);
  };

  it('書き出した版は、確かめてから、そのまま読み込める', async () => {
    const text = await exported();
    const before = (await desk.office.read(listPlans)).length;
    const tried = await importFile(text, 'try');
    expect([tried.status, tried.html.includes('確かめました。まだ登録していません')]).toEqual([200, true]);
    expect((await desk.office.read(listPlans)).length).toBe(before);
    expect((await importFile(text, 'keep')).status).toBe(303);
    const copy = await planner.get(`/plans/${drafts.planKey}-copy/revisions/1/data/plan.json`);
    expect(JSON.parse(copy.html).plans[0].revisions[0].content).toEqual(
      JSON.parse(text).plans[0].revisions[0].content,
    );
  });

  it.each([
    ['JSON でない', 'これは計画です', ''],
    ['知らない欄がある', '{"plans":[],"himitsu":1}', 'himitsu'],
    ['計画の形でない', '{"plans":[{"plan":{}}]}', 'plan'],
  ])('%sファイルは、場所を示して断り、何も登録しない', async (_, text, place) => {
    const before = (await desk.office.read(listPlans)).length;
    const tried = await importFile(text, 'try');
    expect([tried.status, tried.html.includes('何も登録していません'), tried.html.includes(place)]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await desk.office.read(listPlans)).length).toBe(before);
  });
});

describe('入力の控えを受け取る', () => {
  const keep = async (body: unknown, token?: string): Promise<{ status: number; sentence: string }> => {
    const page = await planner.get(base());
    const answer = await desk.office.app.request('http://rashin.test/m/202151/office/plans/autosave', {
      method: 'POST',
      headers: {
        cookie: [...planner.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'application/json',
        accept: 'application/json',
        'sec-fetch-site': 'same-origin',
        'x-csrf-token': token ?? /name="_csrf" value="([^"]*)"/u.exec(page.html)?.[1] ?? '',
      },
      body: JSON.stringify(body),
    });
    const told = (await answer.json()) as { sentence?: string };
    return { status: answer.status, sentence: told.sentence ?? '' };
  };

  it('控えた入力は、次に開いたときに取り戻せ、捨てられる', async () => {
    const item = `${base()}/items/a-1`;
    const formKey = `plan/${drafts.planKey}/2/item/a-1`;
    const kept = await keep({
      formKey,
      baseVersion: 1,
      fields: [
        ['title', '子どもが健やかに育っている'],
        ['issue', '書きかけの課題'],
      ],
    });
    expect([kept.status, kept.sentence.includes('まだ保存していません')]).toEqual([200, true]);
    const offered = await planner.get(item);
    expect(offered.html).toContain('保存していない入力があります');
    expect(offered.html).not.toContain('書きかけの課題');
    expect((await planner.get(`${item}?restore=1`)).html).toContain('書きかけの課題');
    expect((await clerk.get(item)).html).not.toContain('保存していない入力があります');
    const back = `/m/202151/office${item}`;
    const gone = await planner.post('/plans/autosave/discard', { formKey, back }, { from: item });
    expect([gone.status, gone.location]).toEqual([303, back]);
    expect((await planner.get(item)).html).not.toContain('保存していない入力があります');
  });

  it.each([
    ['合い言葉が違う', { formKey: 'x', baseVersion: 1, fields: [] }, 'nise', 403],
    ['形が違う', { formKey: 'x' }, undefined, 422],
  ])('%sものは受け取らない', async (_, body, token, status) => {
    expect((await keep(body, token)).status).toBe(status);
  });

  it('捨てた後に戻る先は、この役所の中だけ', async () => {
    const gone = await planner.post(
      '/plans/autosave/discard',
      { formKey: 'x', back: 'https://example.com/' },
      { from: base() },
    );
    expect(gone.location).toBe('/m/202151/office');
  });
});

describe('値の入力の画面', () => {
  it('読めない数は、その欄に訳と直し方を添えて返し、ほかの行も変えない', async () => {
    const fields = (figure: string): Record<string, string> => ({
      'rows.0.fiscalYear': '2024',
      'rows.0.figure': figure,
      'rows.0.status': 'final',
      'rows.0.sourceDocument': '市民アンケート',
      'rows.0.seen': '',
      'rows.1.fiscalYear': '2023',
      'rows.1.figure': '6.7',
      'rows.1.status': 'final',
      'rows.1.sourceDocument': '市民アンケート',
      'rows.1.seen': '',
    });
    const refused = await clerk.post('/indicators/happiness', fields('約120'));
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('「約120」は数として読めません。120 と入力し');
    expect(refused.html).toContain('value="約120"');
    const stored = await desk.office.read((tx) => loadIndicators(tx, ['happiness']));
    expect(stored[0]?.values).toEqual([]);
    expect((await clerk.post('/indicators/happiness', fields('120'))).status).toBe(303);
    const page = await clerk.get('/indicators/happiness');
    expect(page.html).toContain('下書き');
    expect(page.html).not.toContain('下書きの値を公開する</button>');
  });
});
