import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../test/factories/drafts.ts';
import { someIndicator, someValue } from '../../../test/factories/town.ts';
import { allOrNothing } from '../../app/all-or-nothing.ts';
import { defineIndicators, type IndicatorDefinition } from '../../app/indicator/define-indicators.ts';
import { openPublicSite } from '../../app/town/open-public-site.ts';
import type { Indicator, IndicatorTarget, IndicatorValue } from '../../domain/indicator/indicator.ts';
import { createApp } from '../app.tsx';

const town = '/m/202151';
let desk: Desk;
let app: ReturnType<typeof createApp>;

const define = (
  indicatorKey: string,
  change: Partial<Indicator>,
  values: readonly IndicatorValue[],
  targets: readonly IndicatorTarget[] = [],
): IndicatorDefinition => ({
  indicator: someIndicator({
    indicatorKey,
    unit: '人',
    decimals: 0,
    subjective: false,
    breakdowns: [],
    ...change,
  }),
  referenceSeries: [],
  baseline: null,
  targets,
  values,
});
const target = (fiscalYear: number, value: string): IndicatorTarget => ({
  fiscalYear,
  value,
  text: null,
  comparison: 'at-least',
  setOn: null,
  reason: '',
  source: null,
});
const yearly = (figures: Readonly<Record<number, string>>) =>
  Object.entries(figures).map(([year, value]) => someValue({ fiscalYear: Number(year), value }));

const published: readonly IndicatorDefinition[] = [
  define('births', { name: '出生数' }, [
    ...yearly({ 2022: '480' }),
    someValue({ fiscalYear: 2023, value: '452', status: 'provisional' }),
    someValue({ fiscalYear: 2024, value: null, missing: 'suppressed' }),
  ]),
  define('people', { name: '人口' }, yearly({ 2022: '65000', 2023: '64000', 2024: '63000' })),
  define(
    'rate',
    {
      name: '出生率',
      unit: '‰',
      decimals: 1,
      computed: { operation: 'per-resident', operands: ['births', 'people'], factor: '1000' },
    },
    [],
  ),
  define(
    'half-hidden',
    { name: '秘密との和', computed: { operation: 'sum', operands: ['births', 'secret'], factor: '1' } },
    [],
  ),
  define(
    'survey',
    {
      name: '満足度',
      unit: '%',
      decimals: 1,
      subjective: true,
      direction: 'range',
      range: { from: '40', to: null },
      path: { shape: 'step', points: [], surveyYears: [2024, 2026] },
      unitChanges: [{ fiscalYear: 2020, unit: '%', factor: null }],
      availableAfterMonths: 3,
      breakdowns: [
        {
          key: 'age',
          name: '年代',
          nameEn: 'Age group',
          categories: [
            { key: '20s', name: '20歳代', nameEn: '20 to 29' },
            { key: '30s', name: '30歳代' },
          ],
        },
      ],
    },
    [
      someValue({ fiscalYear: 2022, value: '38.2', standardError: '1.5' }),
      someValue({ fiscalYear: 2023, value: null, missing: 'not-surveyed' }),
      someValue({ fiscalYear: 2022, breakdown: 'age:20s', value: '30.0' }),
      someValue({ fiscalYear: 2022, breakdown: 'age:30s', value: null, missing: 'suppressed' }),
    ],
  ),
  define(
    'total',
    {
      name: '延べ参加者',
      timeBehaviour: 'flow',
      direction: 'up',
      targetBasis: { behaviour: 'cumulative', since: 2022 },
    },
    yearly({ 2022: '100', 2023: '120' }),
    [target(2030, '1000')],
  ),
];

beforeAll(async () => {
  desk = await openDesk();
  const acting = desk.as('kikaku');
  const secret = define('secret', { name: '未公開の指標' }, yearly({ 2022: '7777' }));
  const made = await allOrNothing(acting, async (tx) => {
    await openPublicSite(tx, acting);
    const drafts = await defineIndicators(tx, acting, [secret], 'draft');
    return drafts.ok ? defineIndicators(tx, acting, published, 'published') : drafts;
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  app = createApp(desk.office.deps);
});
afterAll(() => desk.office.db.close());

const get = async (path: string): Promise<string> => {
  const response = await app.request(path);
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  return response.text();
};
const page = (key: string, prefix = '') => get(`${prefix}${town}/indicators/${key}`);

describe('計算する指標', () => {
  it('値、計算値であること、算式と元の値、元の指標への案内が出る', async () => {
    const html = await page('rate');
    expect(html).toContain('出生率 = 出生数 480人 ÷ 人口 65,000人 × 1,000 ≒ 7.4‰');
    expect(html).toContain('速報値・計算値');
    expect(html).toContain(`href="${town}/indicators/births"`);
    // The year an operand is withheld in says so.
    expect(html).toContain('X 秘匿');
    expect(html).toMatch(/出生数: [^<]*秘匿/u);
  });

  it('一覧、項目のデータ、CSVにも同じ値が出る', async () => {
    expect(await get(`${town}/indicators`)).toContain('7.1‰');
    const api = JSON.parse(await get(`/api/v1/municipalities/202151/indicators/rate`)).data;
    expect(api.values).toMatchObject([
      { fiscalYear: 2022, value: '7.4', missing: null, status: 'final' },
      { fiscalYear: 2023, value: '7.1', status: 'provisional' },
      { fiscalYear: 2024, value: null, missing: 'suppressed' },
    ]);
    expect(api.computedFigures[0]).toEqual({
      fiscalYear: 2022,
      value: '7.4',
      lacking: [],
      arithmetic: ['出生率 = 出生数 480人 ÷ 人口 65,000人 × 1,000 ≒ 7.4‰'],
    });
    expect(api.computedFigures[2].lacking).toEqual([{ indicatorKey: 'births', reason: 'suppressed' }]);
    const csv: Record<string, string>[] = parse(await get(`/api/v1/municipalities/202151/indicators.csv`), {
      columns: true,
      bom: true,
    });
    const rows = csv.filter((row) => Object.values(row).includes('rate'));
    expect(rows.map((row) => Object.values(row))).toEqual([
      expect.arrayContaining(['7.4', '1', '2022']),
      expect.arrayContaining(['7.1', '1', '速報']),
      expect.arrayContaining(['suppressed', '秘匿', '2024']),
    ]);
  });

  it('公開していない元の指標は、名前も値も、どこにも出ない', async () => {
    const everywhere = [
      await page('half-hidden'),
      await page('half-hidden', '/en'),
      await get(`${town}/indicators`),
      await get(`/api/v1/municipalities/202151/indicators`),
      await get(`/api/v1/municipalities/202151/indicators.csv`),
    ].join();
    expect(everywhere).not.toMatch(/未公開の指標|7777|8257/u);
    expect(await page('half-hidden')).toContain('公開していない指標');
  });
});

describe('値がない理由と標準誤差', () => {
  it.each([
    ['', '・ 調査のない年', 'X 秘匿', '標準誤差 1.5'],
    ['/en', '・ not surveyed that year', 'X suppressed', 'standard error 1.5'],
  ])('言葉と記号で出る（%s）', async (prefix, notSurveyed, suppressed, error) => {
    const html = await page('survey', prefix);
    expect(html).toContain(notSurveyed);
    expect(html).toContain(suppressed);
    expect(html).toContain(error);
  });

  it('図は、その年度を理由とともに空けておく', async () => {
    expect(await page('survey')).toMatch(/class="chart-missing[^>]*>/u);
  });
});

describe('定義に定めたこと', () => {
  it.each([
    [
      '',
      ['40.0%以上', '調査の年に段階的に進む', '調査の年: 令和6年度、令和8年度', '年度の終わりから3か月後'],
    ],
    ['/en', ['at least 40.0%', 'in steps, in survey years', '3 months after the end of the fiscal year']],
  ])('範囲、道筋、単位の変更、分かる時期が出る（%s）', async (prefix, expected) => {
    const html = await page('survey', prefix);
    for (const words of expected) expect(html).toContain(words);
  });

  it('内訳は、英語の画面では英語の名前で、ないものは日本語のまま出る', async () => {
    const english = await page('survey', '/en');
    expect(english).toContain('20 to 29');
    expect(english).toContain('Age group');
    expect(english).toContain('<th scope="row" lang="ja" class="table__nowrap">30歳代</th>');
    expect(await page('survey')).not.toContain('20 to 29');
  });

  it('累計の目標とは、一年の値でなく、足し上げた値を比べる', async () => {
    expect(await page('total')).toContain('あと780人');
  });
});
