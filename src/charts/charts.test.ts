import { describe, expect, it } from 'vitest';
import { barChart } from './bar-chart.ts';
import { distributionChart } from './distribution-chart.ts';
import { dotChart } from './dot-chart.ts';
import { yearTicks } from './fiscal-year-axis.ts';
import { gradeBar } from './grade-bar.ts';
import { type LineChartData, lineChart } from './line-chart.ts';
import { lineRuns } from './line-runs.ts';
import { niceTicks } from './nice-ticks.ts';
import { smallMultiples } from './small-multiples.ts';
import { sparkline } from './sparkline.ts';

const point = (fiscalYear: number, value: number, label = String(value)) => ({ fiscalYear, value, label });

/** 塩尻市の総人口：推計と目標（令和14年に65,000人以上、このままでは約63,200人、2050年に約54,300人）。 */
const population: LineChartData = {
  id: 'population',
  title: 'このままでは令和14年度に約63,200人となり、目標の65,000人に届かない',
  description: '令和2年の67,241人から、基準推計では令和32年に約54,300人へ減る。',
  unit: '人',
  years: 'short',
  baseline: { ...point(2020, 67241, '67,241人'), name: '基準 R2' },
  actuals: [point(2010, 67670), point(2015, 67135), point(2020, 67241, '67,241人')],
  missing: [],
  targets: [{ ...point(2032, 65000, '65,000人以上'), name: '目標 R14' }],
  references: [
    { name: '基準推計', points: [point(2020, 67241), point(2032, 63200), point(2050, 54300, '約54,300人')] },
  ],
};
const withGap: LineChartData = {
  ...population,
  id: 'gap',
  unit: '件',
  baseline: { ...point(2018, 120, '120件'), name: '基準 H30' },
  actuals: [
    point(2018, 120),
    point(2019, 128),
    point(2020, 131),
    point(2022, 149),
    point(2023, 161, '161件'),
  ],
  missing: [{ fiscalYear: 2021, reason: '調査を行わなかった' }],
  targets: [{ ...point(2026, 180, '180件'), name: '目標 R8' }],
  references: [],
};

/** 資料の表：年代別の幸福度の回答比率。 */
const happiness = [
  { name: '20歳代', mean: '6.44', shares: [2.8, 0, 0, 5.6, 5.6, 12.7, 14.1, 32.4, 15.5, 7, 4.2] },
  { name: '全体', mean: '6.77', shares: [1, 0.6, 1.3, 3.2, 3.7, 17.4, 11.2, 22.4, 22.1, 8.4, 8.6] },
];
const distribution = {
  id: 'happiness',
  title: '30歳代の平均がもっとも高い',
  description: '年代別の回答比率',
  categories: Array.from({ length: 11 }, (_, score) => `${score}点`),
  rows: happiness.map(({ name, mean, shares }) => ({
    name,
    note: `平均 ${mean}`,
    shares,
    emphasised: name === '全体',
  })),
};
const bars = {
  id: 'means',
  title: '年代別の平均',
  description: '',
  bars: happiness.map(({ name, mean }) => ({ name, value: Number(mean), label: mean })),
};

/** 調査の年だけ進む道筋と、目標の年度までの見通し。 */
const withForecast: LineChartData = {
  ...withGap,
  id: 'forecast',
  path: [
    { fiscalYear: 2018, value: 120 },
    { fiscalYear: 2022, value: 120 },
    { fiscalYear: 2022, value: 150 },
    { fiscalYear: 2026, value: 180 },
  ],
  forecast: {
    name: '見通し R8',
    points: [
      { ...point(2024, 166), from: 160, to: 172 },
      { ...point(2025, 174), from: 166, to: 182 },
      { ...point(2026, 182, '約182件'), from: 172, to: 192 },
    ],
  },
};
const grades = {
  id: 'grades',
  title: '改善15、横ばい0、悪化8、未集計1',
  parts: [
    { shape: 'arrow-up' as const, of: 'good' as const, count: 15 },
    { shape: 'arrow-right' as const, of: 'fair' as const, count: 0 },
    { shape: 'arrow-down' as const, of: 'poor' as const, count: 8 },
    { shape: 'dash' as const, of: 'unknown' as const, count: 1 },
  ],
  whole: 24,
};
const dots = {
  id: 'towns',
  title: '2市町の合計特殊出生率',
  description: '',
  dots: [
    { name: '札幌市', label: '0.96', value: 0.96, range: null, open: false },
    { name: '塩尻市', label: '1.40（速報値）', value: 1.4, range: [1.3, 1.5] as const, open: true },
  ],
};
const ages = {
  id: 'ages',
  title: '年代別の幸福度',
  description: '',
  whole: [point(2020, 6.6), point(2022, 6.77)],
  series: [
    { name: '20歳代', points: [point(2020, 6.2), point(2022, 6.44, '6.44点')] },
    { name: '70歳以上（ひとり暮らしの方をふくむ）', points: [point(2020, 6.9), point(2022, 7, '7.00点')] },
    { name: '値のない年代', points: [] },
  ],
};

describe('図は見本と同じ', () => {
  it.each([
    ['population-640', lineChart(population, 640)],
    ['population-320', lineChart(population, 320)],
    ['gap-640', lineChart(withGap, 640)],
    ['sparkline', sparkline({ ...withGap, target: withGap.targets[0] ?? null })],
    ['distribution-640', distributionChart(distribution, 640)],
    ['distribution-320', distributionChart(distribution, 320)],
    ['bars-640', barChart(bars, 640)],
    ['forecast-640', lineChart(withForecast, 640)],
    ['forecast-320', lineChart(withForecast, 320)],
    ['grades-640', gradeBar(grades, 640)],
    ['grades-160', gradeBar(grades, 160)],
    ['dots-640', dotChart(dots, 640)],
    ['dots-320', dotChart(dots, 320)],
    ['multiples-640', smallMultiples(ages, 640)],
    ['multiples-320', smallMultiples(ages, 320)],
  ])('%s', async (name, svg) => {
    await expect(`${svg}\n`).toMatchFileSnapshot(`golden/${name}.svg`);
  });
});

describe('読み上げと安全', () => {
  it('題と説明をもつ一つの画像として読まれる', () => {
    const svg = lineChart(population) ?? '';
    expect(svg).toContain('role="img" aria-labelledby="population-title population-desc"');
    expect(svg).toContain(`<title id="population-title">${population.title}</title>`);
    expect(svg).toContain('<desc id="population-desc">');
  });

  it('データの文字は要素にも属性にもならず、style属性も書かない', () => {
    const svg =
      lineChart({
        ...population,
        title: '<script>alert(1)</script>',
        unit: '"><image href=x>',
        targets: [{ ...point(2032, 65000, '&lt;\u0000\u001b65,000'), name: '</text><a>' }],
      }) ?? '';
    expect(svg).not.toMatch(/<script|<image|<a>|style=/);
    expect(svg).not.toMatch(/\p{Cc}/u);
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).toContain('&amp;lt;65,000');
  });

  it('欠けた年は線が切れ、理由を持つ', () => {
    const svg = lineChart(withGap) ?? '';
    expect(svg.match(/class="chart-actual-line"/g)).toHaveLength(2);
    expect(svg).toContain('<title>調査を行わなかった</title>');
  });

  it.each([
    ['折れ線', lineChart({ ...population, baseline: null, actuals: [], targets: [], references: [] })],
    ['小さな図（点が一つ）', sparkline({ ...withGap, actuals: [], target: null })],
    ['横棒', barChart({ ...bars, bars: [{ name: '全体', value: null, label: '調査なし' }] })],
    ['帯', distributionChart({ ...distribution, rows: [] })],
    ['判定の帯', gradeBar({ ...grades, parts: [] }, 320)],
    ['点', dotChart({ ...dots, dots: [] })],
    [
      '小さな図の並び（一年だけ）',
      smallMultiples({ ...ages, whole: [], series: [{ name: 'a', points: [point(2020, 1)] }] }),
    ],
  ])('描くものがなければ図を出さない：%s', (_, svg) => {
    expect(svg).toBeNull();
  });
});

describe('目盛り', () => {
  it.each([
    ['人口', 54300, 67670, 5, [50000, 55000, 60000, 65000, 70000]],
    ['幸福度', 6.44, 7.1, 4, [6.4, 6.6, 6.8, 7, 7.2]],
    ['同じ値だけ', 50, 50, 4, [46, 48, 50, 52, 54]],
    ['ゼロだけ', 0, 0, 4, [-0.5, -0.25, 0, 0.25, 0.5]],
    ['負から正', -3, 8, 4, [-5, 0, 5, 10]],
  ])('%s', (_, low, high, wanted, expected) => {
    expect(niceTicks(low, high, wanted).values).toEqual(expected);
  });

  it('上下の逆は誤りとして止まる', () => {
    expect(() => niceTicks(2, 1, 4)).toThrow('niceTicks needs low <= high, not 2, 1');
  });

  it.each([
    ['十分な幅なら毎年', 2018, 2021, 2021, 400, 'short' as const, ['H30', 'R1', 'R2', 'R3']],
    [
      '狭ければ目標の年から数えて間引く',
      2018,
      2032,
      2032,
      200,
      'short' as const,
      ['R2', 'R5', 'R8', 'R11', 'R14'],
    ],
    ['西暦', 2020, 2022, 2022, 400, 'western' as const, ['2020', '2021', '2022']],
    ['一年だけ', 2024, 2024, 2024, 300, 'short' as const, ['R6']],
  ])('年度の軸：%s', (_, first, last, anchor, width, style, expected) => {
    expect(yearTicks(first, last, anchor, width, 12, style).map(({ label }) => label)).toEqual(expected);
  });

  it('五年ごとの調査は線になり、毎年の数値の抜けは切れる', () => {
    const years = (points: readonly number[]) =>
      lineRuns(
        points.map((year) => point(year, 1)),
        [],
      ).map((run) => run.map(({ fiscalYear }) => fiscalYear));
    expect(years([2010, 2015, 2020])).toEqual([[2010, 2015, 2020]]);
    expect(years([2018, 2019, 2021])).toEqual([[2018, 2019], [2021]]);
  });
});
