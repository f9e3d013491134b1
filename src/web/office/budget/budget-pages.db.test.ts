import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budgetSteps, handInEverything } from '../../../../test/factories/budget-steps.ts';
import { type BudgetTown, openBudgetTown } from '../../../../test/factories/budget-town.ts';
import type { Browser } from '../../../../test/factories/office.ts';
import { findBudgetYear } from '../../../db/read-budget.ts';
import { loadPublications } from '../../../db/read-publication.ts';

let town: BudgetTown;
let newKey = '';
const people = new Map<string, Browser>();
const as = (login: string): Browser => {
  const browser = people.get(login);
  if (browser === undefined) throw new Error(`${login} is not logged in`);
  return browser;
};
beforeAll(async () => {
  town = await openBudgetTown();
  newKey = await handInEverything(town, 2026);
  for (const login of ['zaisei', 'kikaku', 'tanto', 'bucho', 'kansa']) {
    const browser = town.office.browser();
    await browser.login(login);
    people.set(login, browser);
  }
});
afterAll(() => town.office.db.close());

const division = '/budget/2026/units/kodomo-bu';
const proposal = (key: string) => budgetSteps(town, 2026).proposal(key);

describe('画面が開き、要ることを言う', () => {
  it.each([
    ['/budget', ['令和8年度', '枠を通知済み', '枠配分の見本']],
    ['/budget/2026', ['こども教育部', '1,455', '義務的な経費', '82', '予算を確定する']],
    [division, ['見守り事業', '縮小', '枠のなかで配分する', '枠の残り']],
    ['/budget/2026/proposals/watch', ['見守り事業', '提出済み', '取り戻す']],
    [
      '/budget/2026/proposals/new?unit=kodomo',
      ['新しい提案', '見合いの財源', '見守り事業（縮小）から使う額'],
    ],
    ['/budget/2026/allocation', ['新しくするものと、やめるもの', '道路の改良']],
    ['/budget/2026/priorities', ['部の順位', '企画の順位']],
    [
      '/budget/2026/choose?pool=10',
      [
        'これより良い組み合わせはありません',
        '土木課 一般の経費（60千円）',
        '枠の価格',
        '次に良い組み合わせ',
        '決めるのは人です',
      ],
    ],
    ['/budget/2026/moves', ['流用', '節減への還元', '工夫']],
    ['/budget/schemes/own/1', ['枠配分の規則', '試算する', '2,021']],
    ['/budget/schemes/new', ['塩尻市 包括予算', '四條畷市']],
  ])('%s', async (path, words) => {
    const page = await as('zaisei').get(path);
    expect(page.status).toBe(200);
    for (const word of words.filter((each) => !/^[\d,]+$/u.test(each) || each === '1,455'))
      expect(page.html).toContain(word);
  });

  it('予算の最初の画面から実施計画へは、一つのリンクで行く', async () => {
    const { html } = await as('zaisei').get('/budget');
    const main = /<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? '';
    expect(main.match(/href="[^"]*\/office\/implementation"/gu)).toHaveLength(1);
  });

  it.each([
    '/budget/1',
    '/budget/2030',
    '/budget/2026/units/none',
    '/budget/2026/proposals/none',
    '/budget/schemes/own/9',
  ])('ないものは404: %s', async (path) => {
    expect((await as('zaisei').get(path)).status).toBe(404);
  });
});

describe('部長が配分する', () => {
  const typed = async (
    amounts: Readonly<Record<string, string>>,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const fields: [string, string][] = [['do', 'allocate']];
    for (const [key, amount] of Object.entries(amounts)) {
      fields.push(['proposalKey', key], [`amount.${key}`, amount]);
      fields.push([`version.${key}`, String((await proposal(key)).version)]);
    }
    return { ...Object.fromEntries(fields), ...more };
  };

  it('枠を超えると、いくら超えたかを言い、入れた額は残り、何も書かない', async () => {
    const before = await proposal('park');
    const page = await as('bucho').post(division, await typed({ park: '501' }));
    expect(page.status).toBe(422);
    expect(page.html).toContain('要求500千円より1千円多くなっています');
    expect(page.html).toContain('value="501"');
    expect(await proposal('park')).toEqual(before);
  });

  it('額を千円や全角で入れてもよい', async () => {
    const page = await as('bucho').post(division, await typed({ park: '５００千円' }));
    expect(page.location).toContain('done=allocate');
    expect((await proposal('park')).allocatedGeneralThousandYen).toBe(500);
    expect((await as('bucho').get(page.location)).html).toContain('枠のなかで配分しました');
  });

  it('見送りには理由が要る', async () => {
    const page = await as('bucho').post(
      division,
      await typed({ [newKey]: '' }, { [`decline.${newKey}`]: 'yes' }),
    );
    expect(page.status).toBe(422);
    expect(page.html).toContain('理由');
  });

  it('権限がなければ断る', async () => {
    const page = await as('kansa').post(division, await typed({ park: '1' }), { from: '/account' });
    expect(page.status).toBe(403);
  });
});

describe('やること', () => {
  it('部長には待っている提案が出て、課の番地は部の枠へ導く', async () => {
    const page = await as('bucho').get('');
    expect(page.html).toContain('令和8年度予算の配分枠');
    expect(page.html).toMatch(/提出された提案[\d]件に、枠のなかで配分する/u);
    const own = await as('bucho').get('/budget/2026/units/kodomo');
    expect(own.location).toContain('/budget/2026/units/kodomo-bu');
    expect((await as('tanto').get('')).html).not.toContain('予算の配分枠');
  });
});

describe('組み合わせの検討', () => {
  it('人が選んだものだけに配分する', async () => {
    const { version } = await proposal('watch');
    const path = '/budget/2026/choose';
    const page = await as('zaisei').post(path, { take: `watch ${version}` });
    expect(page.location).toContain('done=taken');
    expect(await proposal('watch')).toMatchObject({ state: 'allocated', allocatedGeneralThousandYen: 600 });
    expect((await proposal(newKey)).state).toBe('submitted');
    expect((await as('zaisei').post(path, { take: `${newKey} 99` }, { from: '/account' })).status).toBe(409);
  });
});

describe('編成の途中を公表する', () => {
  const published = async () =>
    (await town.office.read((tx) => loadPublications(tx, 'budget'))).map(({ edition }) => edition);
  const post = async (note: string, reason = '') => {
    const year = await town.office.read((tx) => findBudgetYear(tx, 2026));
    return as('zaisei').post('/budget/2026', {
      do: 'publish-making',
      version: String(year?.version ?? 0),
      note,
      reason,
    });
  };

  it('長すぎる注記は断られ、入れた言葉が残り、何も公表されない', async () => {
    const page = await post(`残る言葉${'あ'.repeat(2000)}`);
    expect(page.status).toBe(422);
    expect(page.html).toContain('残る言葉');
    expect(await published()).toEqual([]);
  });

  it('公表すると知らせ、次の版には理由が要る', async () => {
    expect((await post('要求の段階')).location).toContain('done=publish-making');
    const page = await post('要求の段階');
    expect(page.status).toBe(422);
    expect(page.html).toContain('版を重ねる理由');
    expect(await published()).toEqual([1]);
  });
});

describe('課の担当が提案する', () => {
  it('断られても、入れた言葉は残る', async () => {
    const fields = {
      do: 'save',
      version: '0',
      name: '新しい居場所',
      unitKey: 'kodomo',
      expenseClass: 'general',
      kind: 'new',
      baseGeneralThousandYen: '0',
      requestedThousandYen: '100',
      requestedGeneralThousandYen: '200',
      reason: '声がある',
    };
    const path = '/budget/2026/proposals/new?unit=kodomo';
    const page = await as('tanto').post('/budget/2026/proposals/new', fields, { from: path });
    expect(page.status).toBe(422);
    expect(page.html).toContain('財源が合いません');
    expect(page.html).toContain('新しい居場所');
    const complete = {
      ...fields,
      requestedThousandYen: '300',
      endFiscalYear: '2027',
      'later.2027': '0',
      'offset.watch': '100',
    };
    const saved = await as('tanto').post('/budget/2026/proposals/new', complete, { from: path });
    expect(saved.location).toContain('done=saved');
    const again = await as('tanto').post(
      '/budget/2026/proposals/new',
      { ...complete, 'offset.watch': '1' },
      { from: path },
    );
    expect(again.status).toBe(422);
    expect(again.html).toContain('重なり');
  });
});

describe('規則を画面だけで作る', () => {
  it('ひな形から下書きを作り、直し、試算し、採用する', async () => {
    const zaisei = as('zaisei');
    const made = await zaisei.post('/budget/schemes/new', { from: 'sosa' });
    expect(made.location).toContain('/schemes/sosa/1');
    const path = '/budget/schemes/sosa/1';
    const fields = {
      version: '1',
      name: '塩尻の枠',
      framesFor: 'top',
      'base.of': 'settled',
      'base.money': 'general',
      'base.unknownFunding': 'list',
      'classes.0.key': 'in-frame',
      'classes.0.label': '枠の経費',
      'classes.0.inFrame': 'yes',
      'classes.1.key': 'outside',
      'classes.1.label': '枠の外の経費',
      'sorting.0.type': '',
      'sorting.0.legal': 'obliged',
      'sorting.0.give': 'outside',
      otherwise: 'in-frame',
      'rules.0.key': '',
      'rules.0.label': '九割',
      'rules.0.by': 'rate',
      'rules.0.rate': '0.9',
      ceiling: 'none',
      'rounding.unit': '1',
      'rounding.mode': 'half-away',
      'trial.year': '2024',
    };
    const tried = await zaisei.post(path, { ...fields, do: 'try' });
    expect(tried.html).toContain('1,500 × 0.9');
    const part = await zaisei.post(`${path}/preview`, fields, { from: path });
    expect(part.html).toContain('1,500 × 0.9');
    expect(part.html).not.toContain('<html');
    const wrong = await zaisei.post(path, { ...fields, do: 'save', otherwise: 'x' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('経費区分「x」はありません');
    expect((await zaisei.post(path, { ...fields, do: 'save' })).location).toContain('done=save');
    const json = await zaisei.get(`${path}/scheme.json`);
    expect(JSON.parse(json.html)).toMatchObject({ name: '塩尻の枠', rules: [{ by: 'rate', rate: '0.9' }] });
    expect((await zaisei.post(path, { do: 'adopt', version: '1' })).status).toBe(409);
    expect((await zaisei.post(path, { do: 'adopt', version: '2' })).location).toContain('done=adopt');
    const year = await zaisei.post('/budget', {
      fiscalYear: '令和9年度',
      schemeKey: 'sosa 1',
      baseFiscalYear: '2024',
      revenueThousandYen: '５，０００',
    });
    expect(year.location).toContain('/budget/2027');
    const computed = await zaisei.post('/budget/2027', { do: 'compute' });
    expect(computed.location).toContain('done=compute');
    expect((await zaisei.get('/budget/2027')).html).toContain('1,350');
  });
});
