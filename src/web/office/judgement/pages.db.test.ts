import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countingDatabase } from '../../../../test/factories/counting-database.ts';
import { type Desk, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser, Page } from '../../../../test/factories/office.ts';
import { formOf } from '../../../../test/factories/page-form.ts';
import { someIndicator } from '../../../../test/factories/town.ts';
import { enterValues } from '../../../app/indicator/enter-values.ts';
import { createIndicator } from '../../../app/indicator/save-indicator.ts';
import { setTarget } from '../../../app/indicator/set-target.ts';
import { readJudgementSheet } from '../../../app/judgement/read-judgement-sheet.ts';
import { readDashboard } from '../../../app/town/read-dashboard.ts';
import { loadJudgementYears, loadSchemes } from '../../../db/read-judgement.ts';

let desk: Desk;
let kikaku: Browser;
let other: Browser;

/** From a template to its draft; its address. */
const begin = async (template: string): Promise<string> => {
  const made = await kikaku.post('/judgement/schemes/new', { from: `template ${template}` });
  expect([made.status, made.location]).toEqual([303, expect.stringContaining('?done=created')]);
  return made.location.replace(/^.*\/office/u, '').replace(/\?.*$/u, '');
};
const fields = async (browser: Browser, draft: string): Promise<Record<string, string>> => ({
  ...formOf((await browser.get(draft)).html, draft),
});
const send = (browser: Browser, address: string, form: Record<string, string>): Promise<Page> =>
  browser.post(address, form, { token: form._csrf ?? null });
/** The form as a button beside a row sends it. */
const pressing = (form: Record<string, string>, button: string): Record<string, string> =>
  Object.fromEntries([...Object.entries(form), ['then', button]]);
const stored = async (draft: string) => {
  const [, , , key, version] = draft.split('/');
  return (await desk.office.read(loadSchemes)).find(
    (each) => each.schemeKey === key && String(each.schemeVersion) === version,
  );
};

beforeAll(async () => {
  desk = await openDesk();
  [kikaku, other] = [desk.office.browser(), desk.office.browser()];
  await desk.office.addUser('kikaku-2', [{ role: 'planner', unitKey: null, validFrom: null, validTo: null }]);
  await kikaku.login('kikaku');
  await other.login('kikaku-2');
  const year = (fiscalYear: number, figure: string) => ({
    fiscalYear,
    figure,
    text: '',
    missing: '',
    standardError: '',
    asOf: '',
    status: 'final',
    sourceDocument: '市民アンケート',
    sourcePlace: '',
    note: '',
    seen: '',
  });
  const entered = await enterValues(desk.as('kikaku'), 'happiness', [year(2023, '6.5'), year(2024, '6.3')]);
  const target = await setTarget(
    desk.as('kikaku'),
    'happiness',
    {
      fiscalYear: 2028,
      figure: '7',
      text: '',
      comparison: 'at-least',
      reason: '',
      sourceDocument: '基本計画',
    },
    0,
  );
  if (!entered.ok || !target.ok) throw new Error(JSON.stringify([entered, target]));
});
afterAll(() => desk.office.db.close());

describe('判定基準の下書き', () => {
  it('ひな形から作った下書きを、そのまま保存しても中身は変わらない', async () => {
    const draft = await begin('sapporo');
    const before = await stored(draft);
    const saved = await send(kikaku, draft, await fields(kikaku, draft));
    expect(saved.location).toContain('?done=saved');
    const after = await stored(draft);
    // What a template leaves out is written out; saying it once more changes nothing.
    expect(after).toMatchObject({ name: before?.name, state: 'draft' });
    await send(kikaku, draft, await fields(kikaku, draft));
    expect((await stored(draft))?.content).toEqual(after?.content);
  });

  it('すき間は、区切りのところで言葉と図に出て、保存されない', async () => {
    const draft = await begin('sapporo');
    const form = await fields(kikaku, draft);
    const before = await desk.office.written();
    const bands = 'axes.0.cases.0.steps.0.bands';
    const refused = await send(kikaku, draft, { ...form, [`${bands}.0.from`]: '10％' });
    expect([refused.status, await desk.office.written()]).toEqual([422, before]);
    expect(refused.html).toContain('すき間: 0 から 0.1 まで が、どの区切りにも入りません。');
    expect(refused.html).toContain('href="#f-axes-0-cases-0-steps-0-bands"');
    expect(refused.html).toContain('id="f-axes-0-cases-0-steps-0-bands-problem"');
    expect(refused.html).toContain('✕ すき間');
    // 打った文字は、打ったまま残る。
    expect(formOf(refused.html, draft)[`${bands}.0.from`]).toBe('10％');
  });

  it.each([
    ['axes.0.cases.0.steps.0.bands.0.from', '多い', '「多い」は数として読めません'],
    ['axes.0.grades.0.label', '', '空です。書いてください。'],
    ['validFrom', '令和x', 'として読めません'],
    ['rollUp.percent.decimals', '11', '0から10までの整数で'],
    ['axes.0.cases.0.steps.0.bands.0.give', '', '選ばれていません'],
    ['measures.0.name', ' ', '空です。書いてください。'],
  ])('%s の誤りは、その欄に出る', async (field, typed, sentence) => {
    const draft = await begin('sapporo');
    const before = await desk.office.written();
    const refused = await send(kikaku, draft, { ...(await fields(kikaku, draft)), [field]: typed });
    expect([refused.status, await desk.office.written()]).toEqual([422, before]);
    const id = `f-${field.replaceAll('.', '-')}-problem`;
    const beside = refused.html.slice(refused.html.indexOf(`<ul class="field__problem" id="${id}"`));
    expect(beside.slice(0, 400)).toContain(sentence);
  });

  it('行を加える・消す・動かすのは、保存ではない。JavaScript は要らない', async () => {
    const draft = await begin('sapporo');
    const form = await fields(kikaku, draft);
    const before = await desk.office.written();
    const added = await send(kikaku, draft, pressing(form, 'add axes.0.grades'));
    const grown = formOf(added.html, draft);
    expect([added.status, grown['axes.0.grades.5.label']]).toEqual([200, '']);
    expect(grown['axes.0.grades.5.key']).not.toBe('');
    const removed = await send(kikaku, draft, pressing(grown, 'remove axes.0.grades.0'));
    const shrunk = formOf(removed.html, draft);
    expect(shrunk['axes.0.grades.0.label']).toBe('横ばい');
    // 消した段階を使っていた区切りは、黙って別の段階にならない。
    expect(removed.html).toContain('（なくなった選択肢 up）');
    const moved = await send(kikaku, draft, pressing(shrunk, 'down axes.0.grades.0'));
    expect(formOf(moved.html, draft)['axes.0.grades.1.label']).toBe('横ばい');
    expect(await desk.office.written()).toEqual(before);
  });

  it('試算は、町の指標を、打ってあるとおりの下書きで判定する', async () => {
    const draft = await begin('sapporo');
    const form = { ...(await fields(kikaku, draft)), previewYear: '2024' };
    const tried = await send(kikaku, `${draft}/preview`, { ...form, 'measures.0.from': 'previous-year' });
    expect(tried.status).toBe(200);
    expect(tried.html).not.toContain('<html');
    expect(tried.html).toContain('令和6年度の指標1件を試算しました');
    expect(tried.html).toContain('6.3 − 6.5 = −0.2');
    expect(tried.html).toContain('悪化');
    const wrong = await send(kikaku, `${draft}/preview`, { ...form, 'measures.0.name': '' });
    expect(wrong.html).toContain('試算できません');
  });

  it('二人が同時に直すと、後の人に両方の版が出て、入力は失われない', async () => {
    const draft = await begin('sapporo');
    const [mine, theirs] = [await fields(kikaku, draft), await fields(other, draft)];
    const first = await send(other, draft, {
      ...theirs,
      name: '相手の名前',
      'measures.0.name': '相手の数え方',
    });
    expect(first.status).toBe(303);
    const before = await desk.office.written();
    const met = await send(kikaku, draft, {
      ...mine,
      name: '自分の名前',
      'axes.0.grades.0.label': '上がった',
    });
    expect([met.status, await desk.office.written()]).toEqual([409, before]);
    expect(met.html).toContain('職員 kikaku-2');
    expect(met.html).toContain('<b>両方が変えた欄</b>: 名前と期間、使う値');
    expect(met.html).toContain('<b>相手だけが変えた欄</b>: 数え方');
    const merged = formOf(met.html, draft);
    expect(merged).toMatchObject({
      name: '自分の名前',
      'measures.0.name': '相手の数え方',
      'axes.0.grades.0.label': '上がった',
    });
    const saved = await send(kikaku, draft, { ...merged, 'choose.basics': 'theirs' });
    expect(saved.status).toBe(303);
    expect(await stored(draft)).toMatchObject({ name: '相手の名前' });
    expect(JSON.stringify((await stored(draft))?.content)).toContain('上がった');
  });

  it('書き出した JSON は、読み込むと同じ判定基準になる。誤りは行と場所を言う', async () => {
    const draft = await begin('naruto-r1');
    const file = await kikaku.get(`${draft}/scheme.json`);
    expect(file.headers.get('content-disposition')).toContain('.json"');
    const upload = (text: string) => {
      const body = new FormData();
      body.set('from', 'file');
      body.set('file', new File([text], '町.json', { type: 'application/json' }));
      return body;
    };
    const token = formOf((await kikaku.get('/judgement/schemes/new')).html, '/schemes/new')._csrf ?? '';
    const post = async (text: string) => {
      const body = upload(text);
      body.set('_csrf', token);
      const answer = await desk.office.app.request(
        'http://rashin.test/m/202151/office/judgement/schemes/new',
        {
          method: 'POST',
          body,
          headers: {
            cookie: [...kikaku.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            'sec-fetch-site': 'same-origin',
          },
        },
      );
      return {
        status: answer.status,
        location: answer.headers.get('location') ?? '',
        html: await answer.text(),
      };
    };
    const made = await post(file.html);
    expect(made.status).toBe(303);
    const again = await kikaku.get(
      `${made.location.replace(/^.*\/office/u, '').replace(/\?.*$/u, '')}/scheme.json`,
    );
    const { schemeKey: _, ...copy } = JSON.parse(again.html);
    const { schemeKey: __, ...original } = JSON.parse(file.html);
    expect(copy).toEqual(original);
    const before = await desk.office.written();
    const wrong = await post(file.html.replace('"axes": [', '"axis": ['));
    expect([wrong.status, await desk.office.written()]).toEqual([422, before]);
    expect(wrong.html).toMatch(/町\.json \d+行\d+字目 .*axis.*「axis」という欄はありません/u);
    expect((await post('{')).html).toContain('JSONが途中で終わっています');
  });

  it('採用した版は変わらず、次の版は下書きから始まる。破棄もできる', async () => {
    const draft = await begin('ako');
    const form = await fields(kikaku, draft);
    expect((await send(kikaku, `${draft}/adopt`, form)).location).toContain('done=adopted');
    const before = await desk.office.written();
    expect((await send(kikaku, draft, form)).status).toBe(422);
    expect(await desk.office.written()).toEqual(before);
    const next = await send(kikaku, `${draft}/next`, form);
    expect(next.location).toContain('/2?done=created');
    expect((await send(kikaku, `${draft}/next`, form)).html).toContain('もうあります');
    const second = draft.replace(/1$/u, '2');
    const discarded = await send(kikaku, `${second}/discard`, await fields(kikaku, second));
    expect(discarded.location).toContain('done=discarded');
    expect(await stored(second)).toBeUndefined();
  });

  it('採用した版も、中身のまま試算できる。変えられない欄は、ブラウザーから送られない', async () => {
    const draft = await begin('five-grades');
    const { _csrf = '', version = '', seenMarks = '', ...form } = await fields(kikaku, draft);
    await send(kikaku, `${draft}/adopt`, { _csrf, version });
    const sent = pressing({ _csrf, version, seenMarks, previewYear: '2024' }, 'preview');
    const tried = await send(kikaku, draft, sent);
    expect(tried.status).toBe(200);
    expect(formOf(tried.html, draft)).toMatchObject({ name: form.name, previewYear: '2024' });
    expect(tried.html).not.toContain('試算できません');
  });
});

describe('年度の判定', () => {
  const address = '/judgement/years';
  it('選び、公開し、取り下げる。表と人による判定と本部の一枚に出る', async () => {
    const draft = await begin('sapporo');
    await send(kikaku, `${draft}/adopt`, await fields(kikaku, draft));
    const [, , , key] = draft.split('/');
    for (const fiscalYear of ['令和5', '令和6']) {
      const page = formOf((await kikaku.get('/judgement')).html, address);
      const chosen = await send(kikaku, address, {
        ...page,
        of: '',
        version: '0',
        fiscalYear,
        scheme: `${key} 1`,
        reason: '',
      });
      expect(chosen.status).toBe(303);
    }
    const published = await kikaku.post(
      '/judgement/years/publish',
      { fiscalYear: '2024', version: '1' },
      { from: '/judgement' },
    );
    expect(published.location).toContain('done=published');
    expect((await desk.office.read(loadJudgementYears))[0]?.publishedAt).not.toBeNull();

    const sheet = await kikaku.get('/judgement/2024?figures=entered');
    expect(sheet.html).toContain('公開前の値も含めて判定しています');
    expect(sheet.html).toContain('割合は、良し悪しを判定できた');
    const hand = '/indicators/happiness/judgement';
    const form = formOf((await kikaku.get(`${hand}?year=2024&back=sheet`)).html, hand);
    const without = await send(kikaku, hand, { ...form, 'override.trend.choice': 'down' });
    expect([without.status, without.html.includes('id="f-override-trend-reason-problem"')]).toEqual([
      422,
      true,
    ]);
    const judged = await send(kikaku, hand, {
      ...form,
      'override.trend.choice': 'down',
      'override.trend.reason': '調査の対象が変わったため',
    });
    expect(judged.location).toContain('/judgement/2024?done=judged#i-happiness');
    const late = await send(kikaku, hand, {
      ...form,
      'override.trend.choice': 'flat',
      'override.trend.reason': '別の理由',
    });
    expect(late.status).toBe(409);
    expect(late.html).toContain('調査の対象が変わったため');
    expect(late.html).toContain('別の理由');
    expect((await kikaku.get('/judgement/2024?grade=down')).html).toContain('理由: 調査の対象が変わったため');
    expect((await kikaku.get('/judgement/2024?grade=up')).html).toContain('当てはまる指標がありません');

    const board = await kikaku.get('/dashboard');
    expect(board.html).toContain('道筋より遅れている指標');
    expect(board.html).toContain('期限を過ぎた課はありません');

    const taken = await kikaku.post(
      '/judgement/years/withdraw',
      { fiscalYear: '2024', version: '2' },
      { from: '/judgement' },
    );
    expect(taken.location).toContain('done=withdrawn');
    const stale = await kikaku.post(
      '/judgement/years/publish',
      { fiscalYear: '2024', version: '1' },
      { from: '/judgement' },
    );
    expect([stale.status, stale.html.includes('ほかの職員がこの年度の判定を変えました')]).toEqual([
      409,
      true,
    ]);
  });

  it('権利のない人は、読めても変えられない', async () => {
    const head = desk.office.browser();
    await head.login('kodomo-tanto');
    const page = await head.get('/judgement');
    expect([page.status, page.html.includes('判定基準を作る')]).toEqual([200, false]);
    expect(page.html).not.toContain('本部の一枚');
    expect((await head.get('/judgement/schemes/new')).status).toBe(403);
    const before = await desk.office.written();
    const refused = await head.post('/judgement/years', { fiscalYear: '2024' }, { from: '/account' });
    expect([refused.status, await desk.office.written()]).toEqual([403, before]);
  });

  it('問い合わせの数は、指標が増えても同じ', async () => {
    const counts = async (): Promise<readonly number[]> => {
      const sheet = countingDatabase(desk.office.db);
      await readJudgementSheet({ ...desk.as('kikaku'), db: sheet.db }, { drafts: true });
      const board = countingDatabase(desk.office.db);
      await readDashboard({ ...desk.as('kikaku'), db: board.db });
      return [sheet.asked(), board.asked()];
    };
    const few = await counts();
    const {
      indicatorKey: _,
      breakdowns: __,
      position: ___,
      ...definition
    } = someIndicator({ unitKey: 'kodomo' });
    for (const n of [1, 2, 3])
      await createIndicator(desk.as('kikaku'), `more-${n}`, {
        definition: { ...definition, name: `指標${n}` },
        baseline: null,
      });
    expect(await counts()).toEqual(few);
  });
});

it('ひな形は、すべて下書きの画面に開ける', async () => {
  const page = await kikaku.get('/judgement/schemes/new');
  const names = [...page.html.matchAll(/value="template ([a-z0-9-]+)"/gu)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThanOrEqual(13);
  expect(names[0]).toBe('five-grades');
  for (const name of names) {
    const draft = await begin(name);
    const opened = await kikaku.get(draft);
    expect([name, opened.status]).toEqual([name, 200]);
  }
});
