import { describe, expect, it } from 'vitest';
import { shiojiriPublished, shiojiriWithTables } from '../../../../test/factories/shiojiri-explorer.ts';
import { totalOf } from '../../../domain/demography/population.ts';
import { populationExplorerWords } from '../../text/population-explorer.ts';
import { startingPoint } from './explorer-baseline.ts';
import { type PopulationFacts, yearAsked } from './explorer-facts.ts';
import { movedKey, pyramidFrames } from './explorer-frames.ts';
import { leadOf } from './explorer-headline.ts';
import { leverFieldsOf } from './explorer-levers.ts';
import { liveScenario } from './explorer-live.ts';
import { agesPicture, totalsPicture } from './explorer-pictures.ts';
import type { ExplorerView } from './explorer-view.ts';
import { expectedRange, figuresInYear } from './figures-in-year.ts';

const words = populationExplorerWords('ja');
const published = shiojiriPublished();
const scenario = {
  kind: 'population-scenario' as const,
  key: 'reach-65000',
  edition: 1,
  fiscalYear: 2026,
  title: '65,000人に届く組合せ',
  reason: '',
  publishedAt: '2026-11-01T00:00:00Z',
  content: published,
};
const facts: PopulationFacts = {
  series: shiojiriWithTables(),
  scenarios: [scenario],
  aim: published.content.aim,
};
const without: PopulationFacts = { series: shiojiriWithTables(), scenarios: [], aim: null };
const asked = (entries: Record<string, string> = {}): ReadonlyMap<string, string> =>
  new Map(Object.entries(entries));

describe('一つの年の値を出典ごとに', () => {
  it('令和14年の四つの値が、求め方とともに並ぶ', () => {
    const figures = figuresInYear(facts, 2032);
    const rows = figures.map((figure) => [
      figure.of === 'scenario' ? figure.scenario.key : figure.series.seriesKey,
      figure.of,
      Math.round(figure.value),
      figure.between,
    ]);
    expect(rows.slice(0, 4)).toEqual([
      ['ipss-h30', 'projection', 62_841, [2030, 2035]],
      ['own-baseline', 'projection', 63_200, null],
      ['ipss-r5', 'projection', 64_069, [2030, 2035]],
      ['own-target', 'aim', 65_000, null],
    ]);
    expect(rows[4]?.slice(0, 2)).toEqual(['reach-65000', 'scenario']);
    expect(expectedRange(figures)?.least).toBeCloseTo(62_841.2, 1);
    expect(Math.round(expectedRange(figures)?.most ?? 0)).toBe(64_069);
  });

  it.each([
    ['数えた年は数えた値と推計の基準', 2015, ['census', 'ipss-h30']],
    ['調査の間の年は前後から', 1983, ['census']],
    ['前後が10年より離れた出典は入れない', 2041, ['ipss-h30', 'ipss-r5']],
    ['どの出典にもない年', 2060, []],
  ])('%s', (_, year, expected) => {
    const keys = figuresInYear(without, year).map((figure) =>
      figure.of === 'scenario' ? '' : figure.series.seriesKey,
    );
    expect(keys.toSorted()).toEqual(expected);
  });

  it.each([
    ['目標の年', facts, undefined, 2032],
    ['目標がなければ10年先', without, undefined, 2036],
    ['聞かれた年', facts, '2040', 2040],
    ['先すぎる年は、値のある最後の年', facts, '2150', 2050],
    ['前すぎる年は、値のある最初の年', facts, '1900', 1980],
    ['年として読めなければ目標の年', facts, '20x2', 2032],
    ['値がなければない', { series: [], scenarios: [], aim: null }, '2032', null],
  ])('見る年：%s', (_, known, year, expected) => {
    expect(yearAsked(known, year, '2026-11-21')).toBe(expected);
  });
});

describe('前提を動かす', () => {
  it('何も動かさなければ、公表された推計のとおり', () => {
    const live = liveScenario(facts, asked(), words);
    expect(live?.isMoved).toBe(false);
    expect(live?.start.series.seriesKey).toBe('ipss-h30');
    expect(live?.projection.populations.map((one) => Math.round(totalOf(one)))).toEqual([
      67_135, 66_297, 65_095, 63_570, 61_748, 59_742, 57_549,
    ]);
    expect(live?.still.aim?.probability).toBeGreaterThan(0.1);
    expect(live?.still.aim?.probability).toBeLessThan(0.5);
  });

  it('動かした前提は、最後に数えた年より後に効く', () => {
    const live = liveScenario(facts, asked({ 'lever.birth-rate.value': '2.00' }), words);
    const totals = live?.projection.populations.map((one) => Math.round(totalOf(one))) ?? [];
    expect(live?.after).toBe(2020);
    expect(totals.slice(0, 2)).toEqual([67_135, 66_297]);
    expect(totals[2]).toBeGreaterThan(65_095);
    expect(live?.content.levers).toMatchObject([{ kind: 'birth-rate', value: 2, fromYear: 2020 }]);
  });

  it.each([
    ['読めない字は、欄で断る', 'abc', [], 1],
    ['基準と同じ値', '1.49', [], 0],
    ['スライダーの端の値', '3', [3], 0],
    ['大きすぎる値は、欄で断る', '99999', [], 1],
    ['小さすぎる値も', '-5', [], 1],
  ])('入力：%s', (_, value, expected, problems) => {
    const live = liveScenario(facts, asked({ 'lever.birth-rate.value': value }), words);
    expect(live?.problems.get('lever.birth-rate.value') ?? []).toHaveLength(problems);
    expect(live?.isMoved).toBe(expected.length > 0);
    expect(live?.content.levers.map((lever) => lever.value)).toEqual(expected);
    expect(live?.isRefused).toBe(false);
  });

  it('計算できない前提は断り、基準の結果を示す', () => {
    const thousandth = (values: readonly number[] | null) => values?.map((value) => value / 10_000) ?? null;
    const hamlet = {
      ...without,
      series: shiojiriWithTables(['ipss-h30']).map((one) => ({
        ...one,
        tables: one.tables.map(({ counts, ...table }) => ({
          ...table,
          counts: { ...counts, male: thousandth(counts.male), female: thousandth(counts.female) },
        })),
      })),
    };
    const live = liveScenario(hamlet, asked({ 'lever.young-adults-per-year.value': '-1' }), words);
    const still = liveScenario(hamlet, asked(), words);
    expect(live?.isRefused).toBe(true);
    expect(live?.isMoved).toBe(false);
    expect(live?.content.levers).toEqual([]);
    expect(live?.result).toEqual(still?.result);
  });

  it('公開しているシナリオの前提から始められ、その結果と同じになる', () => {
    const live = liveScenario(facts, asked({ scenario: 'reach-65000' }), words);
    expect(live?.from?.key).toBe('reach-65000');
    expect(live?.result.annual.total).toEqual(published.result.annual.total);
    expect(live?.fields.map(({ kind }) => kind)).toContain('working-rate');
  });

  it('年齢別の推計がなければ、数えた最近の変化から', () => {
    const start = startingPoint({ series: shiojiriWithTables(['census']), scenarios: [], aim: null });
    expect(start?.content.baseline).toMatchObject({
      kind: 'recent-change',
      earlierDate: '2010-10-01',
      baseDate: '2015-10-01',
    });
  });

  it('年齢別の値がなければ、動かせない', () => {
    const only = { series: shiojiriWithTables(['ipss-r5', 'own-baseline']), scenarios: [], aim: null };
    expect(startingPoint(only)).toBeNull();
    expect(liveScenario(only, asked(), words)).toBeNull();
    expect(pyramidFrames(only, null, undefined, words)).toBeNull();
    expect(agesPicture(only, null, words)?.rows.map(({ year }) => year)).toEqual([
      2020, 2025, 2030, 2035, 2040, 2045, 2050,
    ]);
  });

  it('出生率は、基準の値を言い、その値では動かない', () => {
    const start = startingPoint(facts);
    if (start === null) throw new Error('no starting point');
    const field = leverFieldsOf(start, start.content, words).find(({ kind }) => kind === 'birth-rate');
    expect(field?.neutral).toBeCloseTo(1.49, 2);
    expect(field?.value).toBeNull();
  });
});

describe('目標のない町の見出しの下', () => {
  const lead = (change: number): string | undefined => {
    const series = without.series.map((one) =>
      one.series.kind === 'census'
        ? {
            ...one,
            tables: one.tables.map((table) => {
              const isLast = table.date.startsWith('2020');
              return isLast ? { ...table, counts: { ...table.counts, total: change } } : table;
            }),
          }
        : one,
    );
    const frame = { language: 'ja' } as ExplorerView['frame'];
    return leadOf({
      frame,
      words,
      facts: { ...without, series },
      live: null,
      query: asked(),
      year: 2036,
      figures: [],
      pyramid: null,
    });
  };

  it.each([
    [
      67_241,
      'これまででもっとも多かったのは平成17年（2005年）の68,346人、もっとも新しい値は令和2年（2020年）の67,241人です。',
    ],
    [70_000, 'もっとも新しい値は令和2年（2020年）の70,000人で、これまででもっとも多くなっています。'],
  ])('もっとも新しい値が%d人なら', (total, sentence) => {
    expect(lead(total)).toBe(sentence);
  });
});

describe('図にするもの', () => {
  it('総人口の図は、目標だけの系列を旗で示し、線にしない', () => {
    const picture = totalsPicture(facts, liveScenario(facts, asked(), words), 2032, words);
    expect(picture.series.map(({ name }) => name)).not.toContain('塩尻市 目標人口');
    expect(picture.aim).toMatchObject({ year: 2032, total: 65_000 });
    expect(picture.bands?.map(({ year }) => year)).toEqual([2015, 2020, 2025, 2030, 2035, 2040, 2045]);
  });

  it('ピラミッドは、数えた年は数えた値、その先は一つの推計', () => {
    const live = liveScenario(facts, asked(), words);
    const pyramid = pyramidFrames(facts, live, undefined, words);
    expect(pyramid?.future).toBe(movedKey);
    expect(pyramid?.frames.map(({ year, moves }) => [year, moves])).toEqual([
      ...[1980, 1985, 1990, 1995, 2000, 2005, 2010, 2015].map((year) => [year, false]),
      ...[2020, 2025, 2030, 2035, 2040, 2045].map((year) => [year, true]),
    ]);
  });

  it('年齢3区分は合わせて100％', () => {
    const picture = agesPicture(facts, liveScenario(facts, asked(), words), words);
    for (const { shares } of picture?.rows ?? []) {
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 9);
    }
    expect(picture?.rows.filter(({ projected }) => projected).map(({ year }) => year)).toEqual([
      2020, 2025, 2030, 2035, 2040, 2045,
    ]);
  });
});
