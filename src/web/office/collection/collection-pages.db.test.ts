import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CollectionOffice,
  openCollectionOffice,
  someAsked,
} from '../../../../test/factories/collections.ts';
import { type Browser, shiojiri } from '../../../../test/factories/office.ts';
import { listSheets } from '../../../db/read-collection.ts';
import { loadIndicators } from '../../../db/read-indicator.ts';

let desk: CollectionOffice;
let planner: Browser;
let staff: Browser;
let head: Browser;
let other: Browser;
const list = '/collections';
const sheet = '/collections/2025/units/kodomo';
const json = { accept: 'application/json' };

beforeAll(async () => {
  desk = await openCollectionOffice([], false);
  [planner, staff, head, other] = (await Promise.all(
    (['kikaku', 'tanto', 'kacho', 'doboku'] as const).map(async (who) => {
      const browser = desk.office.browser();
      await browser.login(who);
      return browser;
    }),
  )) as [Browser, Browser, Browser, Browser];
});
afterAll(() => desk.office.db.close());

const field = (html: string, name: string): string =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}"[^>]*value="([^"]*)"`, 'u').exec(html)?.[1] ??
  new RegExp(`value="([^"]*)"[^>]*name="${name.replaceAll('.', '\\.')}"`, 'u').exec(html)?.[1] ??
  '';
const drafts = () =>
  desk.office.read(async (tx) =>
    (await loadIndicators(tx)).flatMap(({ indicator, values }) =>
      values
        .filter((value) => value.fiscalYear === 2025)
        .map(
          ({ stage, value, text, missing }) =>
            `${indicator.indicatorKey} ${stage} ${value ?? text ?? missing}`,
        ),
    ),
  );
/** A row as the page shows it, with a change. */
const rowFields = async (
  browser: Browser,
  index: number,
  change: Readonly<Record<string, string>>,
): Promise<Record<string, string>> => {
  const { html } = await browser.get(sheet);
  const row = `rows.${index}`;
  return {
    [`${row}.key`]: field(html, `${row}.key`),
    [`${row}.seen`]: field(html, `${row}.seen`),
    [`${row}.figure`]: '',
    [`${row}.missing`]: '',
    [`${row}.status`]: 'final',
    [`${row}.sourceDocument`]: '統計書',
    [`${row}.note`]: '',
    ...Object.fromEntries(Object.entries(change).map(([name, value]) => [`${row}.${name}`, value])),
  };
};

describe('照会を始める', () => {
  it('企画担当にだけ欄が出て、始めると課の「やること」に出る', async () => {
    expect((await staff.get(list)).html).not.toContain('照会を始める</button>');
    const page = await planner.get(list);
    expect(page.html).toContain('担当の組織が決まっていない指標が1件あります');
    expect(field(page.html, 'fiscalYear')).toBe('令和7年度');
    const opened = await planner.post(list, {
      fiscalYear: '令和7年度',
      dueOn: '2026-12-18',
      note: '3月末の値です。',
      unitKeys: 'kodomo',
    });
    expect([opened.status, opened.location]).toEqual([
      303,
      `/m/${shiojiri}/office/collections/2025?done=opened`,
    ]);
    expect((await staff.get('')).html).toContain('あと3件を入れて提出する。期限 令和8年12月18日');
    expect((await other.get('')).html).not.toContain('実績値の入力表');
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['もうある年度', { fiscalYear: 'R7' }, '令和7年度の照会は、もう始まっています'],
    ['読めない年度', { fiscalYear: 'らいねん' }, '「らいねん」は年度として読めません'],
    ['先の年度', { fiscalYear: 'R20' }, 'まだ始まっていません'],
    ['期限がない', { fiscalYear: 'R6', dueOn: '' }, '期限がありません'],
  ])('断る: %s', async (_, change, sentence) => {
    const before = await desk.office.written();
    const page = await planner.post(list, { dueOn: '2026-12-18', note: '', unitKeys: 'kodomo', ...change });
    expect([page.status, await desk.office.written()]).toEqual([422, before]);
    expect(page.html).toContain(sentence);
  });

  it.each(['1e9', '99999999999', '2025.5', '-1', 'x'])('年度でない番地は見つからない: %s', async (year) => {
    for (const address of [`${list}/${year}`, `${list}/${year}/units/kodomo`])
      expect([address, (await planner.get(address)).status]).toEqual([address, 404]);
  });

  it('課の人が送っても断る', async () => {
    const before = await desk.office.written();
    const page = await staff.post(
      list,
      { fiscalYear: 'R6', dueOn: '2026-12-18', unitKeys: 'kodomo' },
      { from: '/account' },
    );
    expect([page.status, await desk.office.written()]).toEqual([403, before]);
  });
});

describe('入力表', () => {
  it('前の二年、前の出典、見込みがあり、尋ねていない課の人は見るだけ', async () => {
    const { html } = await staff.get(sheet);
    expect(html).toMatch(/出生数.*104人.*101人/su);
    expect(field(html, 'rows.0.sourceDocument')).toBe('統計書');
    expect(html).toContain('3件のうち');
    const seen = (await other.get(sheet)).html;
    expect(seen).not.toContain('まとめて保存する');
    expect(seen).toMatch(/<input[^>]*disabled/u);
  });

  it('スクリプトには JSON で答え、その行だけを保存する', async () => {
    const saved = await staff.post(sheet, await rowFields(staff, 0, { figure: '１０４' }), { headers: json });
    expect(saved.status).toBe(200);
    const { rows } = JSON.parse(saved.html);
    expect(rows).toMatchObject([{ key: 'a', figure: '104', state: '保存済み', warning: null }]);
    expect(await drafts()).toEqual(['a draft 104']);
  });

  it('けた違いには気づきを返すが、保存はする', async () => {
    const saved = await staff.post(sheet, await rowFields(staff, 0, { figure: '1040' }), { headers: json });
    const [row] = JSON.parse(saved.html).rows;
    expect([saved.status, row.warning.sentence]).toEqual([
      200,
      '令和6年度の 101 と大きく違います。10倍に読めます。104 ではありませんか。',
    ]);
    await staff.post(sheet, await rowFields(staff, 0, { figure: '104' }), { headers: json });
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['数の欄の言葉', { figure: '約120' }, 'figure', '120 と入力し'],
    ['値と理由', { figure: '5', missing: 'suppressed' }, 'missing', 'どちらか一方にしてください'],
    ['違う単位', { figure: '5件' }, 'figure', '人で入力してください'],
  ])('断って場所を言う: %s', async (_, change, column, sentence) => {
    const before = await desk.office.written();
    const refused = await staff.post(sheet, await rowFields(staff, 0, change), { headers: json });
    const [problem] = JSON.parse(refused.html).problems;
    expect([refused.status, problem.field, await desk.office.written()]).toEqual([422, column, before]);
    expect(problem.sentence).toContain(sentence);
    // The same without a script: the page again, with what was typed and the sentence beside it.
    const page = await staff.post(sheet, await rowFields(staff, 0, change));
    expect(page.status).toBe(422);
    expect(page.html).toContain(`aria-describedby="f-rows-0-${column}-problem"`);
    expect(page.html).toContain('「出生数」の『');
  });

  it('先に変えた人がいれば、その人と値を言い、上書きしない', async () => {
    const mine = await rowFields(staff, 0, { figure: '106' });
    expect((await head.post(sheet, await rowFields(head, 0, { figure: '105' }))).status).toBe(303);
    const before = await desk.office.written();
    const refused = await staff.post(sheet, mine, { headers: json });
    const { problems, stored } = JSON.parse(refused.html);
    expect([refused.status, await desk.office.written()]).toEqual([409, before]);
    expect(problems[0].sentence).toMatch(/「出生数」は、職員 kacho（.*）が先に「105人」にしました/u);
    expect(stored).toMatchObject([{ figure: '105' }]);
    const page = await staff.post(sheet, mine);
    expect(page.status).toBe(409);
    expect(page.html).toContain('value="106"');
    // Sent once more from that page it is the person's decision.
    const again = await staff.post(sheet, { ...mine, 'rows.0.seen': field(page.html, 'rows.0.seen') });
    expect([again.status, await drafts()]).toEqual([303, ['a draft 106']]);
  });

  it('よその課の人が送っても断る', async () => {
    const before = await desk.office.written();
    const page = await other.post(sheet, await rowFields(staff, 0, { figure: '1' }), { from: '/account' });
    expect([page.status, await desk.office.written()]).toEqual([403, before]);
  });
});

describe('貼り付けと CSV', () => {
  it('書く前に、どこに何が入るかを見せる', async () => {
    const before = await desk.office.written();
    const page = await staff.post(
      `${sheet}/paste`,
      {
        block: '保育所の定員\t１０３\nこども計画\t未実施',
        start: 'a',
        column: 'figure',
      },
      { from: sheet },
    );
    expect([page.status, await desk.office.written()]).toEqual([200, before]);
    expect(page.html).toContain('1列目の名前で指標を探しました。');
    expect(page.html).toMatch(/保育所の定員<\/th><td>―<\/td><td><b>103人<\/b>/u);
    expect(page.html).toContain('調査のない年');
    const fields = Object.fromEntries(
      [...page.html.matchAll(/<input type="hidden" name="(rows\.[^"]*)" value="([^"]*)"/gu)].map(
        ([, name, value]) => [name ?? '', value ?? ''],
      ),
    );
    const kept = await staff.post(`${sheet}/keep`, fields, { from: sheet });
    expect([kept.status, await drafts()]).toEqual([
      303,
      ['a draft 106', 'b draft 103', 'c draft not-surveyed'],
    ]);
    // The same look a second time is stale where it would change something else.
    const stale = await staff.post(`${sheet}/keep`, { ...fields, 'rows.0.figure': '99' }, { from: sheet });
    expect([stale.status, (await drafts())[1]]).toEqual([409, 'b draft 103']);
  });

  it.each<[string, string, readonly string[]]>([
    [
      '読めない数と、はみ出し',
      'ふえた\n1\n2\n3',
      ['4行目『指標』: 表（3行）の下にはみ出しています', '1行目『実績値』: 「ふえた」は数として読めません'],
    ],
    ['同じ指標が二度', '出生数\t1\n出生数\t2', ['2行目『指標』: 同じ指標が1行目にもあります']],
    ['知らない名前', '出生数\t1\n死亡数\t2', ['2行目『指標』: 「死亡数」という指標は、この表にありません']],
    ['空', '', ['貼り付ける内容がありません']],
  ])('断る: %s', async (_, block, sentences) => {
    const before = await desk.office.written();
    const page = await staff.post(`${sheet}/paste`, { block, start: 'a', column: 'figure' }, { from: sheet });
    expect([page.status, await desk.office.written()]).toEqual([422, before]);
    for (const sentence of sentences) expect(page.html).toContain(sentence);
    expect(page.html).not.toContain('行を保存する');
  });

  it('CSV を書き出し、直して読むと、変わるところだけを見せる', async () => {
    const csv = await staff.get(`${sheet}/sheet.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.html.split('\r\n')).toHaveLength(5);
    const edited = csv.html.replace(/^(b,.*),103,/mu, '$1,110,');
    const token = /name="_csrf" value="([^"]*)"/u.exec((await staff.get(sheet)).html)?.[1] ?? '';
    const body = new FormData();
    body.set('_csrf', token);
    body.set('file', new File([edited], 'jisseki.csv'));
    const answer = await desk.office.app.request(`http://rashin.test/m/${shiojiri}/office${sheet}/csv`, {
      method: 'POST',
      headers: {
        cookie: [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'sec-fetch-site': 'same-origin',
      },
      body,
    });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('1行が変わります（同じ内容の行は2行）');
    expect(html).toContain('<td>103人</td><td><b>110人</b>');
    expect(await drafts()).toContain('b draft 103');
  });

  it('答えの番地を開き直すと、入力表に戻る', async () => {
    for (const answer of ['step', 'paste', 'keep', 'csv'])
      expect((await staff.get(`${sheet}/${answer}`)).location).toBe(`/m/${shiojiri}/office${sheet}`);
  });
});

describe('提出、差し戻し、承認', () => {
  const step = (browser: Browser, fields: Readonly<Record<string, string>>) =>
    browser.post(`${sheet}/step`, fields, { from: sheet });

  it('提出すると課長の「やること」に出て、欄は閉じる', async () => {
    expect((await step(staff, { step: 'submit' })).location).toContain('?done=submit');
    expect((await head.get('')).html).toContain('提出されました。確かめて承認するか、差し戻す。');
    const before = await desk.office.written();
    const page = await staff.post(sheet, { 'rows.0.key': 'a', 'rows.0.figure': '1', 'rows.0.seen': '' });
    expect([page.status, await desk.office.written()]).toEqual([422, before]);
    expect(page.html).toContain('提出済みのため、書き換えられません');
  });

  it('理由のない差し戻しは断り、書いた理由は課のいちばん上に出る', async () => {
    const refused = await step(head, { step: 'return', reason: ' ' });
    expect([refused.status, refused.html.includes('差し戻す理由を書いてください')]).toEqual([422, true]);
    expect((await step(head, { step: 'return', reason: '定員の出典を確かめてください。' })).status).toBe(303);
    expect((await staff.get(sheet)).html).toContain('定員の出典を確かめてください。');
    expect((await staff.get('')).html).toContain('差し戻されました: 定員の出典を確かめてください。');
  });

  it('課長が承認すると公開される。まとめて承認する口はない', async () => {
    await step(staff, { step: 'submit' });
    const { html } = await head.get(sheet);
    const seen = /name="seen" value="([^"]*)"/u.exec(html)?.[1] ?? '';
    expect(html).toContain('下書きの値3件が、すぐに公開画面に出ます');
    const before = await desk.office.written();
    expect((await staff.post(`${sheet}/step`, { step: 'approve', seen }, { from: '/account' })).status).toBe(
      403,
    );
    const all = await planner.post('/collections/2025', { do: 'approve', seen, unitKeys: 'kodomo' });
    expect([all.status, await desk.office.written()]).toEqual([404, before]);
    expect((await step(head, { step: 'approve', seen })).location).toContain('?done=approve');
    expect(await drafts()).toEqual(['a published 106', 'b published 103', 'c published not-surveyed']);
    expect((await head.get('')).html).not.toContain('実績値の入力表');
  });
});

describe('督促と締め切り', () => {
  it('企画担当には、だれが遅れているかが「やること」と照会の画面に出る', async () => {
    await planner.post('/collections/2025', {
      do: 'change',
      version: '1',
      dueOn: '2026-11-01',
      note: '急いでください。',
      unitKeys: 'doboku',
    });
    expect((await planner.get('')).html).toContain('遅れている課 1: 土木課');
    const overview = await planner.get('/collections/2025');
    expect(overview.html).toContain('20日遅れ');
    expect(overview.html).toContain('職員 doboku');
    expect(overview.html).toContain('メールのサーバーが設定されていない');
  });

  it('督促は一つのボタンで、結果と、課の人の「やること」に出る', async () => {
    const page = await planner.post('/collections/2025', { do: 'remind' });
    expect(page.html).toContain('1人に督促しました。');
    expect(page.html).toContain('画面の「やること」だけ（メールアドレスなし）');
    expect((await other.get('')).html).toContain('企画担当から入力・承認の督促がありました');
    expect((await planner.post('/collections/2025', { do: 'remind' })).html).toContain(
      '1人には今日もう督促しています。',
    );
    expect((await staff.post('/collections/2025', { do: 'remind' })).status).toBe(403);
  });

  it('古い画面からの締め切りは断り、新しい画面からは締め切れる', async () => {
    expect((await planner.post('/collections/2025', { do: 'close', version: '1' })).status).toBe(409);
    const version = field((await planner.get('/collections/2025')).html, 'version');
    expect((await planner.post('/collections/2025', { do: 'close', version })).status).toBe(303);
    expect((await other.get('/collections/2025/units/doboku')).html).toContain('締め切られています');
    expect((await other.get('')).html).not.toContain('実績値の入力表');
  });

  it('ない照会、ない課、ない操作は 404', async () => {
    for (const path of ['/collections/2020', '/collections/abc', '/collections/2025/units/nai'])
      expect((await planner.get(path)).status).toBe(404);
    expect((await planner.post('/collections/2025', { do: 'nai' })).status).toBe(404);
  });
});

describe('課ごとの期限', () => {
  const page = '/collections/2024/due-days';
  beforeAll(async () => {
    const asked = { fiscalYear: 'R6', dueOn: '2026-12-18', note: '', unitKeys: 'kodomo' };
    expect((await planner.post(list, asked)).status).toBe(303);
  });

  const dueDays = () =>
    desk.office.read(async (tx) =>
      (await listSheets(tx, 2024)).map(({ unitKey, dueOn }) => `${unitKey} ${dueOn}`),
    );

  it('企画担当だけが開き、決めた日が課の入力表に出る', async () => {
    expect([(await staff.get(page)).status, (await planner.get(page)).status]).toEqual([403, 200]);
    const version = field((await planner.get(page)).html, 'version');
    expect((await staff.post(page, { version, 'dueOn.kodomo': '2026-12-25' })).status).toBe(403);
    const set = await planner.post(page, { version, 'dueOn.kodomo': 'R8.12.25' });
    expect([set.status, set.location]).toEqual([303, `/m/${shiojiri}/office/collections/2024?done=due-days`]);
    expect(await dueDays()).toContain('kodomo 2026-12-25');
    expect((await staff.get('/collections/2024/units/kodomo')).html).toContain('期限 令和8年12月25日');
    expect((await planner.get('/collections/2024')).html).toContain('期限 令和8年12月25日');
  });

  it('ない日は欄のそばで断り、入力を残して何も変えない', async () => {
    const before = await desk.office.written();
    const version = field((await planner.get(page)).html, 'version');
    const refused = await planner.post(page, { version, 'dueOn.kodomo': '2026-02-30' });
    expect(refused.status).toBe(422);
    expect(field(refused.html, 'dueOn.kodomo')).toBe('2026-02-30');
    expect(refused.html).toContain('f-dueOn-kodomo-problem');
    expect(await desk.office.written()).toEqual(before);
  });

  it('古い画面から送ると断り、空にすると照会の期限に戻る', async () => {
    expect((await planner.post(page, { version: '1', 'dueOn.kodomo': '' })).status).toBe(409);
    const version = field((await planner.get(page)).html, 'version');
    expect((await planner.post(page, { version, 'dueOn.kodomo': '' })).status).toBe(303);
    expect(await dueDays()).toContain('kodomo null');
  });
});

it('五年ごとの調査には、その前の値が年度とともに出る', async () => {
  await desk.define([someAsked('census', { name: '国勢調査の人口', frequency: '5年ごと', position: 9 })]);
  const row = (key: string, html: string): string =>
    new RegExp(`<tr data-row="${key}".*?</tr>`, 'su').exec(html)?.[0] ?? '';
  const { html } = await staff.get(sheet);
  expect(row('census', html)).toMatch(/<dt>前回 (?:<!-- -->)?R2<\/dt><dd>95人<\/dd>/u);
  expect(row('a', html)).not.toContain('前回');
});
