import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser } from '../../../../test/factories/office.ts';
import { formOf } from '../../../../test/factories/page-form.ts';
import { someIndicator } from '../../../../test/factories/town.ts';
import { createIndicator } from '../../../app/indicator/save-indicator.ts';
import { setTarget } from '../../../app/indicator/set-target.ts';
import { newKey } from '../../../app/new-key.ts';
import { type LoadedIndicator, loadIndicators } from '../../../db/read-indicator.ts';
import type { Indicator } from '../../../domain/indicator/indicator.ts';

let desk: Desk;
let planner: Browser;
let keys: { readonly births: string; readonly people: string; readonly rate: string };

const make = async (change: Partial<Indicator>): Promise<string> => {
  const indicatorKey = newKey();
  const {
    indicatorKey: _,
    breakdowns: __,
    position: ___,
    ...definition
  } = someIndicator({ subjective: false, decimals: 0, ...change });
  const baseline = { fiscalYear: 2022, value: '10', behaviour: null, note: '', source: null };
  const made = await createIndicator(desk.as('kikaku'), indicatorKey, { definition, baseline });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return indicatorKey;
};

beforeAll(async () => {
  desk = await openDesk();
  planner = desk.office.browser();
  await planner.login('kikaku');
});
beforeEach(async () => {
  keys = {
    births: await make({ name: '出生数', unit: '人' }),
    people: await make({ name: '人口', unit: '人' }),
    rate: await make({ name: '出生率', unit: '‰', decimals: 1, direction: 'up' }),
  };
  const target = {
    fiscalYear: 2030,
    figure: '12',
    text: '',
    comparison: 'at-least',
    reason: '',
    sourceDocument: '',
  };
  await setTarget(desk.as('kikaku'), keys.rate, target, 0);
});
afterAll(() => desk.office.db.close());

const load = async (key: string): Promise<LoadedIndicator> => {
  const [loaded] = await desk.office.read((tx) => loadIndicators(tx, [key]));
  if (loaded === undefined) throw new Error('the indicator is gone');
  return loaded;
};
const address = (key: string): string => `/indicators/${key}/definition`;
/** The form as it is shown, with some of it typed over. */
const typed = async (key: string, change: Readonly<Record<string, string>>) => ({
  ...formOf((await planner.get(address(key))).html, address(key)),
  ...change,
});
const save = async (key: string, change: Readonly<Record<string, string>>) =>
  planner.post(address(key), await typed(key, change));

const pressed = (button: string) => Object.fromEntries([['then', button]]);

const everything = (): Readonly<Record<string, string>> => ({
  direction: 'range',
  baselineBehaviour: 'flow',
  'targetBasis.behaviour': 'cumulative',
  'targetBasis.since': '令和5',
  'range.from': '１，０００',
  'range.to': '2000',
  'path.shape': 'given',
  'path.surveyYears': '令和6、R8',
  'points.0.fiscalYear': '令和6',
  'points.0.value': '11',
  'points.2.fiscalYear': '2028',
  'points.2.value': '11.5',
  'unitChanges.0.fiscalYear': '令和3',
  'unitChanges.0.unit': '‰',
  'unitChanges.0.factor': '10',
  'computed.operation': 'per-resident',
  'computed.factor': '1000',
  'operands.0.key': keys.births,
  'operands.1.key': keys.people,
  availableAfterMonths: '６',
  commonKey: 'birth-rate',
});

describe('定義の画面', () => {
  it('ふつうの指標では、必要な指標にだけ定めることは、どれも閉じている', async () => {
    const { html } = await planner.get(address(keys.rate));
    expect(html.match(/<details class="entry-row"/gu)?.length).toBe(5);
    expect(html).not.toContain('<details class="entry-row" open');
  });

  it('すべての欄を保存し、開き直しても同じ内容を示す', async () => {
    expect((await save(keys.rate, everything())).status).toBe(303);
    const { indicator, baseline } = await load(keys.rate);
    expect(indicator).toMatchObject({
      targetBasis: { behaviour: 'cumulative', since: 2023 },
      range: { from: '1000', to: '2000' },
      path: {
        shape: 'given',
        points: [
          { fiscalYear: 2024, value: '11' },
          { fiscalYear: 2028, value: '11.5' },
        ],
        surveyYears: [2024, 2026],
      },
      unitChanges: [{ fiscalYear: 2021, unit: '‰', factor: '10' }],
      computed: { operation: 'per-resident', operands: [keys.births, keys.people], factor: '1000' },
      availableAfterMonths: 6,
      commonKey: 'birth-rate',
    });
    expect(baseline?.behaviour).toBe('flow');
    const { html } = await planner.get(address(keys.rate));
    expect(html).toContain('人口当たり（1つ目 ÷ 人口） 出生数、人口');
    const { version } = await load(keys.rate);
    // Saving what is shown changes nothing but the number of the version.
    expect((await save(keys.rate, {})).status).toBe(303);
    const again = await load(keys.rate);
    expect([again.indicator, again.baseline, again.version]).toEqual([indicator, baseline, version + 1]);
  });

  it('行を増やすと、入力を残したまま行が増え、何も保存しない', async () => {
    const more = await save(keys.rate, {
      'points.0.fiscalYear': '令和6',
      name: '書きかけ',
      ...pressed('more:path'),
    });
    expect([more.status, formOf(more.html, address(keys.rate))]).toMatchObject([
      200,
      { name: '書きかけ', 'points.0.fiscalYear': '令和6', 'points.4.value': '' },
    ]);
    expect((await load(keys.rate)).indicator.name).toBe('出生率');
  });

  it('元の指標の画面に、それから計算している指標が出る', async () => {
    await save(keys.rate, everything());
    const { html } = await planner.get(address(keys.births));
    expect(html).toMatch(/この指標から計算している指標:.*出生率/su);
  });

  it.each<[string, () => Readonly<Record<string, string>>, string, string]>([
    [
      '逆の範囲',
      () => ({ direction: 'range', 'range.from': '5', 'range.to': '4' }),
      'range-from',
      'より大きくなっています',
    ],
    ['向きの違う範囲', () => ({ 'range.from': '5' }), 'range-from', '向きが「範囲に収める」の指標にだけ'],
    [
      '年度の重なる道筋',
      () => ({
        'path.shape': 'given',
        'points.0.fiscalYear': 'R6',
        'points.0.value': '1',
        'points.1.fiscalYear': '2024',
        'points.1.value': '2',
      }),
      'points-0-fiscalYear',
      '2024年度が二度',
    ],
    [
      '目標の後の道筋（空の行は数えない）',
      () => ({
        'path.shape': 'given',
        'points.0.fiscalYear': 'R6',
        'points.0.value': '1',
        'points.3.fiscalYear': 'R13',
        'points.3.value': '2',
      }),
      'points-1-fiscalYear',
      '目標の2030年度まで',
    ],
    [
      '値のない道筋の行',
      () => ({ 'path.shape': 'given', 'points.0.fiscalYear': 'R6' }),
      'points-0-value',
      '空欄です',
    ],
    [
      '調査の年と読めない文字',
      () => ({ 'path.shape': 'step', 'path.surveyYears': '令和6、来年' }),
      'path-surveyYears',
      '「来年」は年度として読めません',
    ],
    [
      '0の換算',
      () => ({
        'unitChanges.0.fiscalYear': 'R3',
        'unitChanges.0.unit': '‰',
        'unitChanges.0.factor': '0',
      }),
      'unitChanges-0-factor',
      '0より大きい数',
    ],
    [
      '計算の種類のない計算',
      () => ({ 'operands.0.key': keys.births }),
      'computed-operation',
      '計算が選ばれていません',
    ],
    [
      '自分自身からの計算',
      () => ({ 'computed.operation': 'ratio', 'operands.0.key': keys.births, 'operands.1.key': keys.rate }),
      'operands-1-key',
      '「出生率」をこの指標自身の計算に',
    ],
    [
      '登録のない指標からの計算',
      () => ({ 'computed.operation': 'ratio', 'operands.0.key': keys.births, 'operands.1.key': 'nai' }),
      'operands-1-key',
      '指標「nai」は登録されていません',
    ],
    [
      '単位の違う足し算',
      () => ({ 'computed.operation': 'sum', 'operands.0.key': keys.births, 'operands.1.key': keys.people }),
      'operands-0-key',
      '「出生数（人）」、「人口（人）」',
    ],
    [
      '読めない月数',
      () => ({ availableAfterMonths: '半年' }),
      'availableAfterMonths',
      '「半年」は月数として',
    ],
    ['大きすぎる月数', () => ({ availableAfterMonths: '121' }), 'availableAfterMonths', '0から120まで'],
    ['使えないキー', () => ({ commonKey: '出生率' }), 'commonKey', '「出生率」は使えません'],
    ['書き間違いの年度', () => ({ 'targetBasis.since': '2199' }), 'targetBasis-since', '書き間違い'],
  ])('%sは、その欄に訳を示して断り、何も変えない', async (_, change, field, sentence) => {
    const before = await load(keys.rate);
    const refused = await save(keys.rate, change());
    expect(refused.status).toBe(422);
    const told = new RegExp(`id="f-${field}-problem">(.*?)</ul>`, 'su').exec(refused.html)?.[1] ?? '';
    expect(told).toContain(sentence);
    // The part it stands in is open.
    expect(refused.html).toContain('<details class="entry-row" open');
    expect(await load(keys.rate)).toEqual(before);
  });

  it('計算の輪は、通る指標を順に示して断る', async () => {
    await save(keys.rate, everything());
    const refused = await save(keys.births, {
      'computed.operation': 'ratio',
      'operands.0.key': keys.rate,
      'operands.1.key': keys.people,
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('「出生数」 → 「出生率」 → 「出生数」');
    expect((await load(keys.births)).indicator.computed).toBeNull();
  });

  it('元の指標の単位を変えて計算できなくなるときは、使っている指標を示して断る', async () => {
    const total = await make({ name: '合計', unit: '人' });
    const sum = {
      'computed.operation': 'sum',
      'operands.0.key': keys.births,
      'operands.1.key': keys.people,
    };
    expect((await save(total, sum)).status).toBe(303);
    const refused = await save(keys.births, { unit: '件' });
    expect([refused.status, refused.html.includes('「合計」が、計算できなくなります')]).toEqual([422, true]);
    expect((await load(keys.births)).indicator.unit).toBe('人');
  });
});

describe('二人が同じ定義を変えたとき', () => {
  it('相手だけが変えた欄は取り込み、両方が変えた欄は選ばせる', async () => {
    const first = await typed(keys.rate, {
      'path.shape': 'step',
      'path.surveyYears': '令和6',
      commonKey: 'mine',
    });
    await save(keys.rate, { 'path.shape': 'step', 'path.surveyYears': '令和8', availableAfterMonths: '3' });
    const met = await planner.post(address(keys.rate), first);
    expect(met.status).toBe(409);
    expect(met.html).toContain('目標までの道筋: どちらを残しますか');
    expect(met.html).toMatch(/相手だけが変えた欄<\/b>:\s*値が分かるまでの月数/u);
    const shown = formOf(met.html, address(keys.rate));
    expect(shown).toMatchObject({
      'path.surveyYears': '令和6',
      availableAfterMonths: '3',
      commonKey: 'mine',
    });
    const theirs = { ...shown, 'choose.path': 'theirs' };
    expect((await planner.post(address(keys.rate), theirs)).status).toBe(303);
    expect((await load(keys.rate)).indicator).toMatchObject({
      path: { surveyYears: [2026] },
      availableAfterMonths: 3,
      commonKey: 'mine',
    });
  });
});
