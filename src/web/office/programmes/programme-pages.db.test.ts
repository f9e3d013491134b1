import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  type Office,
  ofUnit,
  openOffice,
  wholeTown,
} from '../../../../test/factories/office.ts';
import { formOf } from '../../../../test/factories/page-form.ts';
import { loadProgrammes, loadProgrammeYears } from '../../../db/read-programme.ts';
import { loadMeasures } from '../../../db/read-programme-measures.ts';

let office: Office;
let kikaku: Browser;
let zaisei: Browser;
let tanto: Browser;

const open = async (browser: Browser, path: string, action = path): Promise<Record<string, string>> => ({
  ...formOf((await browser.get(path)).html, action),
});
const send = (browser: Browser, path: string, form: Record<string, string>) =>
  browser.post(path, form, { token: form._csrf ?? null });
/** A form with a file, or with a field given several times. */
const sendData = async (path: string, body: FormData) => {
  const response = await office.app.request(`http://rashin.test/m/202151/office${path}`, {
    method: 'POST',
    headers: {
      cookie: [...kikaku.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'sec-fetch-site': 'same-origin',
    },
    body,
  });
  return { status: response.status, html: await response.text() };
};
const named = async (name: string) => {
  const found = (await office.read((tx) => loadProgrammes(tx))).find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not there`);
  return found;
};
const hrefOf = async (name: string) => `/programmes/${(await named(name)).programmeKey}`;

beforeAll(async () => {
  office = await openOffice();
  await office.addUser('kikaku', [wholeTown('planner')]);
  await office.addUser('zaisei', [wholeTown('finance')]);
  await office.addUser('tanto', [ofUnit('unit-staff', 'kodomo')]);
  [kikaku, zaisei, tanto] = [office.browser(), office.browser(), office.browser()];
  await kikaku.login('kikaku');
  await zaisei.login('zaisei');
  await tanto.login('tanto');
  for (const [number, name, unitKey] of [
    ['1', '保育事業', 'kodomo'],
    ['2', '道路事業', 'doboku'],
    ['3', '公園事業', 'doboku'],
  ] as const) {
    const form = await open(kikaku, '/programmes/new');
    const made = await send(kikaku, '/programmes/new', { ...form, number, name, unitKey });
    expect(made.status).toBe(303);
  }
});

describe('一覧と合計', () => {
  it('しぼると、合計はしぼった事業だけのものになり、記載のない数を言う', async () => {
    for (const [name, settled] of [
      ['保育事業', '300'],
      ['道路事業', '1,200'],
    ] as const) {
      const path = `${await hrefOf(name)}/years?year=2024`;
      const form = await open(kikaku, path);
      expect((await send(kikaku, path, { ...form, settled })).status).toBe(303);
    }
    const all = (await kikaku.get('/programmes')).html;
    expect(all).toContain('3事業のうち3事業。決算額 1,500千円（2事業。ほかに金額の分からない事業 1）');
    const some = (await kikaku.get('/programmes?year=2024&unit=kodomo-bu')).html;
    expect(some).toContain('3事業のうち1事業。決算額 300千円（1事業）');
    expect(some).not.toContain('道路事業');
    const found = (await kikaku.get('/programmes?year=2024&q=公園')).html;
    expect(found).toContain('決算額 分かりません（金額の分からない事業 1）');
  });

  it('経費は町の合計から課へ、課から事業へ下りられる', async () => {
    const town = (await kikaku.get('/programmes/costs')).html;
    expect(town).toContain('1,500千円（2事業）');
    expect(town).toMatch(/within=kodomo-bu/u);
    const unit = (await kikaku.get('/programmes/costs?within=doboku')).html;
    expect(unit).toContain('1,200千円（1事業）');
    expect(unit).toContain(await hrefOf('道路事業'));
    expect((await kikaku.get('/programmes/costs?within=nowhere')).status).toBe(404);
  });

  it('金額のまだない年度は経費の文にならず、分からない財源は0と言わない', async () => {
    const path = `${await hrefOf('公園事業')}/years?year=2025`;
    const form = await open(kikaku, path);
    expect((await send(kikaku, path, { ...form, note: '決算はこれから' })).status).toBe(303);
    const { html } = await kikaku.get('/programmes/costs');
    expect(html).toContain('令和6年度の決算額: <b>1,500千円（2事業）</b>');
    const national = /国庫支出金<\/th>(.*?)<\/tr>/u.exec(html)?.[1] ?? '';
    expect(
      national
        .replace(/<[^>]+>/gu, ' ')
        .trim()
        .split(/\s+/u),
    ).toEqual(['―', '―']);
  });
});

describe('年度の記録', () => {
  it('財源の合計が決算額と違うと、いくら違うかを言って断り、何も変えない', async () => {
    const path = `${await hrefOf('保育事業')}/years?year=2024`;
    const form = await open(tanto, path);
    const before = await office.written();
    const refused = await send(tanto, path, {
      ...form,
      'settled.national': '130',
      'settled.general': '200',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('財源の合計が決算額より 30千円 多い');
    expect(await office.written()).toEqual(before);
  });

  it('自分の課でない事業は開けない', async () => {
    expect((await tanto.get(`${await hrefOf('道路事業')}/years`)).status).toBe(403);
    expect((await tanto.get(await hrefOf('道路事業'))).status).toBe(200);
  });

  it('二人が同じ欄を直すと、後の人に両方の版を見せ、上書きしない', async () => {
    const path = `${await hrefOf('保育事業')}/years?year=2024`;
    const mine = await open(tanto, path);
    const theirs = await open(kikaku, path);
    expect((await send(kikaku, path, { ...theirs, note: '企画の注' })).status).toBe(303);
    const met = await send(tanto, path, { ...mine, note: '担当の注' });
    expect(met.status).toBe(409);
    expect(met.html).toContain('ほかの職員が先に保存しました');
    expect(met.html).toContain('企画の注');
    expect(met.html).toContain('担当の注');
    const years = await office.read((tx) => loadProgrammeYears(tx, { fiscalYears: [2024] }));
    expect(years.map(({ note }) => note).sort()).toEqual(['', '企画の注']);
    const again = { ...formOf(met.html, path), note: '担当の注', 'choose.note': 'mine' };
    expect((await send(tanto, path, again)).status).toBe(303);
  });
});

describe('基本', () => {
  it('二人が別の欄を直すと、相手の欄を取り込んで残す', async () => {
    const path = `${await hrefOf('公園事業')}/edit`;
    const mine = await open(zaisei, path);
    const theirs = await open(kikaku, path);
    expect((await send(kikaku, path, { ...theirs, means: '草を刈る' })).status).toBe(303);
    const met = await send(zaisei, path, { ...mine, intent: '遊べる' });
    expect(met.status).toBe(409);
    expect(met.html).toContain('草を刈る');
    const saved = await send(zaisei, path, { ...formOf(met.html, path), intent: '遊べる' });
    expect(saved.status).toBe(303);
    expect(await named('公園事業')).toMatchObject({ means: '草を刈る', intent: '遊べる' });
  });

  it.each([
    ['名前がない', { name: '' }, '事業名がありません'],
    ['番号が使われている', { number: '2' }, '「道路事業」が使っています'],
    [
      '終わりが始まりより前',
      { startFiscalYear: 'R6', endFiscalYear: 'R5' },
      '終了年度（令和5年度）が開始年度（令和6年度）より前',
    ],
  ])('%sと断られ、何も変わらない', async (_, change, words) => {
    const path = `${await hrefOf('公園事業')}/edit`;
    const form = await open(kikaku, path);
    const before = await office.written();
    const refused = await send(kikaku, path, { ...form, ...change });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(words);
    expect(await office.written()).toEqual(before);
  });
});

describe('指標', () => {
  it('数・言葉・ない理由のどれか一つだけを受け取る', async () => {
    const path = `${await hrefOf('保育事業')}/measures?year=2024`;
    const form = await open(tanto, path);
    const row = { 'measures.0.kind': 'outcome', 'measures.0.name': '待機児童', 'measures.0.unit': '人' };
    const both = await send(tanto, path, {
      ...form,
      ...row,
      'measures.0.actual': '3',
      'measures.0.missing': 'not-stated',
    });
    expect(both.status).toBe(422);
    expect(both.html).toContain('どれか一つ');
    expect((await send(tanto, path, { ...form, ...row, 'measures.0.actual': '１２' })).status).toBe(303);
    const [measure] = await office.read((tx) => loadMeasures(tx));
    expect(measure?.years).toMatchObject([
      { fiscalYear: 2024, actual: '12', actualText: null, missing: null },
    ]);
  });

  it('二人が同じ実績を入れると、後の人に相手の値を見せ、上書きしない', async () => {
    const path = `${await hrefOf('保育事業')}/measures?year=2024`;
    const mine = await open(tanto, path);
    const theirs = await open(kikaku, path);
    expect((await send(kikaku, path, { ...theirs, 'measures.0.actual': '20' })).status).toBe(303);
    const met = await send(tanto, path, { ...mine, 'measures.0.actual': '30' });
    expect(met.status).toBe(409);
    expect(met.html).toContain('実績 20');
    const [measure] = await office.read((tx) => loadMeasures(tx));
    expect(measure?.years[0]?.actual).toBe('20');
    const again = { ...formOf(met.html, path), 'measures.0.actual': '30' };
    expect((await send(tanto, path, again)).status).toBe(303);
  });
});

describe('まとめて変える', () => {
  const chosen = async (names: readonly string[]) => {
    const all = await Promise.all(names.map(named));
    return all.map(({ programmeKey, version }) => `${programmeKey} ${version}`);
  };
  const post = async (entries: readonly (readonly [string, string])[]) => {
    const token = formOf((await kikaku.get('/programmes')).html, '/bulk')._csrf ?? '';
    const body = new FormData();
    for (const [name, value] of [['_csrf', token] as const, ...entries]) body.append(name, value);
    return sendData('/programmes/bulk', body);
  };

  it('確かめてから、全部を変える', async () => {
    const ticks = (await chosen(['道路事業', '公園事業'])).map((value) => ['p', value] as const);
    const before = await office.written();
    const tried = await post([...ticks, ['endFiscalYear', 'R10'], ['step', 'try']]);
    expect(tried.html).toContain('選んだ2事業のうち<b>2事業</b>が変わります');
    expect(await office.written()).toEqual(before);
    const kept = await post([...ticks, ['endFiscalYear', 'R10'], ['back', '?q=事業'], ['step', 'keep']]);
    expect(kept.status).toBe(303);
    expect((await named('公園事業')).endFiscalYear).toBe(2028);
  });

  it('一つでもその間に変わっていれば、どれも変えない', async () => {
    const ticks = (await chosen(['道路事業', '公園事業'])).map((value) => ['p', value] as const);
    const path = `${await hrefOf('道路事業')}/edit`;
    await send(kikaku, path, { ...(await open(kikaku, path)), note: '先に直す' });
    const before = await office.written();
    const refused = await post([...ticks, ['unitKey', 'kodomo'], ['step', 'keep']]);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('2 道路事業');
    expect(await office.written()).toEqual(before);
  });

  it('一つも選ばないと断られる', async () => {
    const refused = await post([['back', '?year=2024']]);
    expect([refused.status, refused.html.includes('事業が選ばれていません')]).toEqual([422, true]);
  });
});

describe('出典のアドレス', () => {
  it.each([
    ['事業', async () => `${await hrefOf('保育事業')}/edit`],
    ['年度の記録', async () => `${await hrefOf('保育事業')}/years?year=2024`],
  ])('%sの出典のアドレスの書き誤りは、どう書くかを言って断り、何も変えない', async (_, pathOf) => {
    const path = await pathOf();
    const form = await open(kikaku, path);
    const before = await office.written();
    const refused = await send(kikaku, path, {
      ...form,
      'source.document': '決算書',
      'source.url': 'www.city.example/a.pdf',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('「www.city.example/a.pdf」はアドレスとして使えません。https:// から');
    expect(await office.written()).toEqual(before);
  });
});

describe('決算の確定と取込み', () => {
  const upload = async (content: string, fields: Readonly<Record<string, string>>) => {
    const token = formOf((await kikaku.get('/programmes/import')).html, '/import')._csrf ?? '';
    const body = new FormData();
    body.append('_csrf', token);
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', new File([content], 'a.csv', { type: 'text/csv' }));
    return sendData('/programmes/import', body);
  };
  const csv = '事業番号,事業名,所属名,決算額\n4,図書事業,土木課,80\n';

  it('ファイルは確かめてから取り込まれ、その間ファイルは画面が持つ', async () => {
    const before = await office.written();
    const tried = await upload(csv, { step: 'try', year: 'R6', mapping: '所属名=担当課' });
    expect(tried.status).toBe(200);
    expect(tried.html).toContain('加わる事業 <b>1</b>');
    expect(await office.written()).toEqual(before);
    const kept = formOf(tried.html, '/import');
    expect((await send(kikaku, '/programmes/import', { ...kept, step: 'keep' })).status).toBe(303);
    expect((await named('図書事業')).unitKey).toBe('doboku');
    const again = await upload(csv, { step: 'try', year: 'R6', mapping: '所属名=担当課' });
    expect(again.html).not.toContain('この内容を取り込む');
  });

  it.each([
    ['表の列の名', '課名', 'ない課', '「ない課」という組織がありません'],
    ['対応を指定した列の名', '所属名', 'ない課', '「ない課」という組織がありません'],
    ['組織のキーの列の名', '担当組織キー', 'nai', 'nai'],
  ])('組織が見つからないときは、%sで言う', async (_, heading, cell, sentence) => {
    const before = await office.written();
    const tried = await upload(`事業番号,事業名,${heading},決算額\n4,図書事業,${cell},80\n`, {
      step: 'try',
      year: 'R6',
      mapping: heading === '所属名' ? '所属名=担当課' : '',
    });
    const text = tried.html.replaceAll(/<[^>]*>/gu, '');
    expect(tried.status).toBe(422);
    expect(text).toMatch(new RegExp(`2行目[^。]{0,9}${heading}[^。]*${sentence}`, 'u'));
    expect(text).not.toMatch(/担当組織(?!キー)/u);
    expect(await office.written()).toEqual(before);
  });

  it.each(['', '0', '来年', '99999'])('送り変えた年度「%s」の決算は確定しない', async (year) => {
    const form = await open(zaisei, '/programmes/settlement');
    const before = await office.written();
    const refused = await send(zaisei, '/programmes/settlement', { ...form, year, step: 'settle' });
    expect(refused.status).toBe(404);
    expect(await office.written()).toEqual(before);
  });

  it('確定した年度の金額は変えられず、開き直すには理由が要る', async () => {
    const form = await open(zaisei, '/programmes/settlement');
    const done = await send(zaisei, '/programmes/settlement', { ...form, year: '2024', step: 'settle' });
    expect(done.location).toContain('done=settle');
    const before = await office.written();
    const refused = await upload(csv.replace('80', '81'), {
      step: 'try',
      year: 'R6',
      mapping: '所属名=担当課',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('令和6年度の決算は確定しています');
    // A reason of the year, not of its rows: told once, at the first.
    const many = await upload(`${csv.replace('80', '81')}1,保育事業,子ども課,82\n2,道路事業,土木課,83\n`, {
      step: 'try',
      year: 'R6',
      mapping: '所属名=担当課',
    });
    expect(many.status).toBe(422);
    expect(many.html.match(/決算は確定しています/gu)).toHaveLength(1);
    expect(many.html).toContain('ほかの2事業にも、この年度の違いがあります');
    const path = `${await hrefOf('図書事業')}/years?year=2024`;
    const typed = await send(kikaku, path, { ...(await open(kikaku, path)), settled: '82' });
    expect([typed.status, typed.html.includes('決算は確定しています')]).toEqual([422, true]);
    const without = await send(zaisei, '/programmes/settlement', { ...form, year: '2024', step: 'reopen' });
    expect([without.status, without.html.includes('理由がありません')]).toEqual([422, true]);
    expect(await office.written()).toEqual(before);
    const opened = await send(zaisei, '/programmes/settlement', {
      ...form,
      year: '2024',
      step: 'reopen',
      reason: '国の確定通知による',
    });
    expect(opened.location).toContain('done=reopen');
  });
});
