import { describe, expect, it } from 'vitest';
import { shiojiri } from '../../test/charts/shiojiri-population.data.ts';
import { type AgeSharesData, ageShares } from './age-shares.ts';
import { type IsoTargetData, isoTargetCurve } from './iso-target-curve.ts';
import { type PopulationFanData, populationFan } from './population-fan.ts';
import { type PopulationPyramidData, populationPyramid } from './population-pyramid.ts';
import { stackLabels } from './side-labels.ts';

const pyramid: PopulationPyramidData = {
  id: 'pyramid',
  title: '2045年には、もっとも多い年代が70～74歳になる',
  description: '塩尻市の男女・年齢別の人口。2015年とくらべる。',
  ages: shiojiri.ages,
  ...shiojiri.projected2045,
  compare: { name: '2015年 国勢調査', ...shiojiri.census2015 },
  scaleMax: null,
  words: { male: '男', female: '女', unit: '人', shown: '2045年 社人研 平成30年推計' },
};
const fan: PopulationFanData = {
  id: 'fan',
  title: '2032年の人口は、推計によって62,841人から64,069人',
  description: '',
  unit: '人',
  years: 'western',
  series: [
    { name: '国勢調査', kind: 'actual', points: shiojiri.census },
    { name: '社人研 平成30年推計', kind: 'projection', points: shiojiri.h30 },
    {
      name: '社人研 令和5年推計',
      kind: 'projection',
      points: [2020, 2025, 2030, 2035, 2040, 2045, 2050].map((year, at) => ({
        year,
        value: [67241, 66085, 64684, 63146, 61370, 59460, 57415][at] ?? 0,
      })),
    },
    {
      name: '市の基準推計',
      kind: 'own',
      points: [
        { year: 2020, value: 67241 },
        { year: 2032, value: 63200 },
        { year: 2050, value: 54300 },
      ],
    },
    {
      name: '65,000人に届くシナリオ',
      kind: 'scenario',
      points: [
        { year: 2020, value: 66297 },
        { year: 2032, value: 65000 },
        { year: 2045, value: 62400 },
      ],
    },
  ],
  bands: [
    { year: 2020, half: [66297, 66297], eighty: [66297, 66297] },
    { year: 2030, half: [63800, 66900], eighty: [62400, 68300] },
    { year: 2045, half: [59300, 65500], eighty: [56500, 68500] },
  ],
  aim: { year: 2032, total: 65000, name: '目標人口' },
  shownYear: 2032,
};
const iso: IsoTargetData = {
  id: 'iso',
  title: '出生率が1.8なら、子育て世代は毎年およそ60人の転入が要る',
  description: '',
  x: { name: '合計特殊出生率', unit: '', decimals: 2, least: 1.2, most: 2.1 },
  y: { name: '子育て世代の転入の上乗せ', unit: '人／年', decimals: 0, least: 0, most: 200 },
  curve: [
    { x: 1.2, y: 180 },
    { x: 1.5, y: 128 },
    { x: 1.8, y: 60 },
    { x: 2.1, y: 5 },
  ],
  now: { x: 1.46, y: 0, name: 'いま' },
  chosen: { x: 1.8, y: 60, name: '案' },
  words: { reached: '届く', missed: '届かない' },
};
const shares: AgeSharesData = {
  id: 'shares',
  title: '65歳以上は2045年に38.6％',
  description: '',
  groups: ['0～14歳', '15～64歳', '65歳以上'],
  rows: [
    { year: 1980, label: '1980', shares: [22.7, 65.6, 11.7], projected: false },
    { year: 2015, label: '2015', shares: [13.5, 59.2, 27.3], projected: false },
    { year: 2045, label: '2045', shares: [3.1, 58.3, 38.6], projected: true },
  ],
  words: { projected: 'ここから推計' },
};

describe('人口の図は見本と同じ', () => {
  it.each([
    ['pyramid-640', populationPyramid(pyramid, 640)],
    ['pyramid-320', populationPyramid(pyramid, 320)],
    ['fan-640', populationFan(fan, 640)],
    ['fan-320', populationFan(fan, 320)],
    ['iso-640', isoTargetCurve(iso, 640)],
    ['iso-320', isoTargetCurve(iso, 320)],
    ['shares-640', ageShares(shares, 640)],
    ['shares-320', ageShares(shares, 320)],
  ])('%s', async (name, svg) => {
    await expect(`${svg}\n`).toMatchFileSnapshot(`golden/${name}.svg`);
  });

  it.each([
    ['ピラミッド（年齢なし）', populationPyramid({ ...pyramid, ages: [] })],
    [
      '総人口（一つの年だけ）',
      populationFan({ ...fan, series: [{ name: 'a', kind: 'actual', points: [{ year: 2020, value: 1 }] }] }),
    ],
    ['総人口（系列なし）', populationFan({ ...fan, series: [] })],
    ['組み合わせ（一組だけ）', isoTargetCurve({ ...iso, curve: [{ x: 1, y: 1 }] })],
    ['割合（年なし）', ageShares({ ...shares, rows: [] })],
  ])('描くものがなければ図を出さない：%s', (_, svg) => {
    expect(svg).toBeNull();
  });
});

describe('図は値を正しく表す', () => {
  it('ピラミッドの棒の長さは人数に比例し、二つの図で同じ目盛りを使える', () => {
    const widths = (scaleMax: number | null): number[] => {
      const svg = populationPyramid({ ...pyramid, compare: null, scaleMax }) ?? '';
      const bars = svg.slice(svg.indexOf('<g class="chart-male"'));
      return [...bars.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, wide]) => Number(wide));
    };
    const counts = [...pyramid.male, ...pyramid.female];
    const own = widths(null);
    expect(own).toHaveLength(counts.length);
    const perPerson = (own[10] ?? 0) / (counts[10] ?? 1);
    for (const [at, wide] of own.entries()) expect(wide).toBeCloseTo((counts[at] ?? 0) * perPerson, 0);
    const doubled = widths(5000);
    expect(Math.max(...doubled)).toBeLessThan(Math.max(...own));
  });

  it('ピラミッドの棒は、くらべる年の人数も名前で言う', () => {
    const svg = populationPyramid(pyramid) ?? '';
    const [male = 0, before = 0] = [pyramid.male[0], shiojiri.census2015.male[0]];
    expect(svg).toContain(
      `<title>0～4歳 男 ${male.toLocaleString('en-US')}人（2015年 国勢調査 ${before.toLocaleString('en-US')}人）</title>`,
    );
  });

  it('線の名前は、終わりの年の数とともに全部が図にある', () => {
    for (const width of [320, 640] as const) {
      const svg = populationFan(fan, width) ?? '';
      const words = svg.replaceAll(/<[^>]*>/g, '');
      for (const { name } of fan.series) expect(words).toContain(name);
      for (const end of ['2050 54,300人', '2050 57,415人', '2045 57,549人', '2045 62,400人', '65,000人'])
        expect(words).toContain(end);
    }
  });

  it('割合の帯は合わせて全体の幅になる', () => {
    const svg = ageShares(shares, 640) ?? '';
    const cells = [...svg.matchAll(/<g class="chart-cell">.*?<rect x="([\d.]+)"[^>]* width="([\d.]+)"/gs)];
    const ends = cells.filter((_, at) => at % 3 === 2).map(([, x, wide]) => Number(x) + Number(wide));
    expect(ends).toHaveLength(3);
    for (const end of ends) expect(end).toBeCloseTo(639, 0);
  });

  it.each([
    ['離れていれば望む所に', [20, 80], [15, 75]],
    ['近ければ上から押しのける', [20, 22], [15, 27]],
    ['下に余りがなければ上へ戻す', [95, 97], [78, 90]],
    ['順は望む所のとおり', [60, 20], [55, 15]],
  ])('名前の置き場：%s', (_, wishes, expected) => {
    const labels = wishes.map((wish) => ({ wish, height: 10 }));
    expect(stackLabels(labels, 0, 100, 2)).toEqual(expected);
  });
});
