import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser } from '../../../../test/factories/office.ts';
import { formOf } from '../../../../test/factories/page-form.ts';
import { someIndicator } from '../../../../test/factories/town.ts';
import { createIndicator } from '../../../app/indicator/save-indicator.ts';
import { newKey } from '../../../app/new-key.ts';
import { loadIndicators } from '../../../db/read-indicator.ts';
import type { Indicator } from '../../../domain/indicator/indicator.ts';

let desk: Desk;
let planner: Browser;
let clerk: Browser;
let key: string;

const make = async (change: Partial<Indicator> = {}): Promise<string> => {
  const indicatorKey = newKey();
  const {
    indicatorKey: _,
    breakdowns: __,
    position: ___,
    ...definition
  } = someIndicator({ unitKey: 'kodomo', unit: '人', decimals: 0, subjective: false, ...change });
  const made = await createIndicator(desk.as('kikaku'), indicatorKey, { definition, baseline: null });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return indicatorKey;
};

beforeAll(async () => {
  desk = await openDesk();
  planner = desk.office.browser();
  await planner.login('kikaku');
  clerk = desk.office.browser();
  await clerk.login('kodomo-tanto');
});
beforeEach(async () => {
  key = await make();
});
afterAll(() => desk.office.db.close());

const stored = async (of = key) => {
  const [loaded] = await desk.office.read((tx) => loadIndicators(tx, [of]));
  return loaded?.values ?? [];
};
const at = (of = key): string => `/indicators/${of}`;
const pressed = (button: string) => Object.fromEntries([['then', button]]);
/** The table as it is shown, with cells of the newest year (令和8年度) typed over. */
const typed = async (change: Readonly<Record<string, string>>, of = key) => ({
  ...formOf((await clerk.get(at(of))).html, at(of)),
  ...change,
});

describe('値の入力の画面', () => {
  it('値がない理由と標準誤差を保存し、開き直しても示す', async () => {
    const fields = await typed({
      'rows.0.missing': 'not-yet-due',
      'rows.1.figure': '1,234',
      'rows.1.standardError': '12.5',
      'rows.1.sourceDocument': '市民アンケート',
    });
    expect((await clerk.post(at(), fields)).status).toBe(303);
    expect(await stored()).toMatchObject([
      { fiscalYear: 2025, value: '1234', standardError: '12.5', missing: null, stage: 'draft' },
      { fiscalYear: 2026, value: null, missing: 'not-yet-due', stage: 'draft' },
    ]);
    const shown = formOf((await clerk.get(at())).html, at());
    expect(shown).toMatchObject({ 'rows.0.missing': 'not-yet-due', 'rows.1.standardError': '12.5' });
    expect((await clerk.get('/indicators')).html).toContain('1,234人（令和7年度）、… 未到来（令和8年度）');
  });

  it.each([
    ['秘匿', 'suppressed'],
    ['調査なし', 'not-surveyed'],
  ])('値の欄に書いた「%s」を、理由として読む', async (word, missing) => {
    await clerk.post(at(), await typed({ 'rows.0.figure': word }));
    expect(await stored()).toMatchObject([{ fiscalYear: 2026, value: null, missing }]);
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    [
      '値と理由の両方',
      { 'rows.0.figure': '5', 'rows.0.sourceDocument': '台帳', 'rows.0.missing': 'suppressed' },
      'rows-0-missing',
      '両方があります',
    ],
    ['標準誤差だけ', { 'rows.0.standardError': '1' }, 'rows-0-standardError', '値がありません'],
    [
      '負の標準誤差',
      { 'rows.0.figure': '5', 'rows.0.sourceDocument': '台帳', 'rows.0.standardError': '-1' },
      'rows-0-standardError',
      '0以上',
    ],
    ['年度でない行', { addYear: '来年', ...pressed('year') }, 'addYear', '「来年」は年度として読めません'],
    ['ありそうにない年度の行', { addYear: '2199', ...pressed('year') }, 'addYear', '書き間違い'],
  ])('%sは、その欄に訳を示して断り、何も変えない', async (_, change, field, sentence) => {
    const also = { 'rows.1.figure': '7', 'rows.1.sourceDocument': '台帳' };
    const refused = await clerk.post(at(), await typed({ ...also, ...change }));
    expect(refused.status).toBe(422);
    const told = new RegExp(`id="f-${field}-problem">(.*?)</ul>`, 'su').exec(refused.html)?.[1] ?? '';
    expect(told).toContain(sentence);
    expect(formOf(refused.html, at())).toMatchObject({ 'rows.1.figure': '7' });
    expect(await stored()).toEqual([]);
  });

  it.each(['', '-1', '来年', '9999', '1e3'])(
    '送り変えた年度「%s」は断り、何も変えない',
    async (fiscalYear) => {
      const forged = {
        'rows.0.fiscalYear': fiscalYear,
        'rows.0.figure': '7',
        'rows.0.sourceDocument': '台帳',
      };
      const refused = await clerk.post(at(), await typed(forged));
      expect([refused.status, refused.html.includes('problem')]).toEqual([422, true]);
      expect(await stored()).toEqual([]);
    },
  );

  it('表にない年度の行を加えると、入力は残り、何も保存しない。加えた行も保存できる', async () => {
    const more = await clerk.post(
      at(),
      await typed({ 'rows.0.figure': '7', addYear: '昭和60', ...pressed('year') }),
    );
    expect(more.status).toBe(200);
    const shown = formOf(more.html, at());
    expect(shown).toMatchObject({ 'rows.0.figure': '7', 'rows.5.fiscalYear': '1985', 'rows.5.figure': '' });
    expect(await stored()).toEqual([]);
    const filled = {
      ...shown,
      'rows.0.sourceDocument': '台帳',
      'rows.5.figure': '3',
      'rows.5.sourceDocument': '国勢調査',
    };
    expect((await clerk.post(at(), filled)).status).toBe(303);
    expect((await stored()).map(({ fiscalYear, value }) => [fiscalYear, value])).toEqual([
      [1985, '3'],
      [2026, '7'],
    ]);
  });

  it('標準誤差の欄は、主観の指標には初めから、ほかでは押すと出る', async () => {
    const survey = await make({ subjective: true });
    expect((await clerk.get(at(survey))).html).toContain('令和8年度の標準誤差');
    expect((await clerk.get(at())).html).not.toContain('令和8年度の標準誤差');
    const shown = await clerk.post(at(), await typed({ 'rows.0.figure': '7', ...pressed('errors') }));
    expect([shown.html.includes('令和8年度の標準誤差'), formOf(shown.html, at())['rows.0.figure']]).toEqual([
      true,
      '7',
    ]);
  });
});

describe('計算する指標の画面', () => {
  it('入力の表を出さず、算式と元の値を示し、手で入れた値は断る', async () => {
    const people = await make({ name: '人口' });
    const rate = await make({
      name: '出生率',
      unit: '‰',
      decimals: 1,
      computed: { operation: 'per-resident', operands: [key, people], factor: '1000' },
    });
    for (const [of, figure] of [
      [key, '480'],
      [people, '65000'],
    ] as const) {
      const fields = await typed({ 'rows.1.figure': figure, 'rows.1.sourceDocument': '台帳' }, of);
      await clerk.post(at(of), fields);
    }
    const { html } = await planner.get(at(rate));
    expect(html).toContain('幸福度 480人 ÷ 人口 65,000人 × 1,000 ≒ 7.4‰');
    expect(html).toContain('元の下書きによる');
    expect(html).not.toContain('下書きとして保存する');
    const forced = await planner.post(at(rate), {
      'rows.0.fiscalYear': '2025',
      'rows.0.figure': '9',
      'rows.0.status': 'final',
      'rows.0.sourceDocument': '台帳',
    });
    expect([forced.status, forced.html.includes('計算する指標です')]).toEqual([422, true]);
    expect(await stored(rate)).toEqual([]);
  });

  it('手で入れた値のある指標を計算に変えようとすると、年度を示して断る', async () => {
    const people = await make({ name: '人口' });
    const other = await make({ name: '出生数' });
    await clerk.post(at(), await typed({ 'rows.1.figure': '5', 'rows.1.sourceDocument': '台帳' }));
    const address = `${at()}/definition`;
    const refused = await planner.post(address, {
      ...formOf((await planner.get(address)).html, address),
      'computed.operation': 'ratio',
      'operands.0.key': people,
      'operands.1.key': other,
    });
    expect([refused.status, refused.html.includes('手で入れた値があります（2025年度）')]).toEqual([
      422,
      true,
    ]);
  });
});
