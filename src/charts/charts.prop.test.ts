import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPicture } from '../../test/charts/check-picture.ts';
import { barChart } from './bar-chart.ts';
import { distributionChart } from './distribution-chart.ts';
import { dotChart } from './dot-chart.ts';
import { gradeBar } from './grade-bar.ts';
import { lineChart } from './line-chart.ts';
import { smallMultiples } from './small-multiples.ts';
import { sparkline } from './sparkline.ts';

const value = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 99_999_999 }),
  fc.double({ min: -1000, max: 1000, noNaN: true }),
);
const point = fc.record({ fiscalYear: fc.integer({ min: 1990, max: 2060 }), value }).map((drawn) => ({
  ...drawn,
  label: `${Math.round(drawn.value).toLocaleString('en-US')}人`,
}));
const named = fc
  .tuple(point, fc.constantFrom('目標', '基準 R4', '長い名前の目標値（全市）'))
  .map(([drawn, name]) => ({ ...drawn, name }));
const points = fc.uniqueArray(point, { selector: ({ fiscalYear }) => fiscalYear, maxLength: 12 });
const width = fc.constantFrom(320 as const, 640 as const);

const lineData = fc.record({
  id: fc.constant('c'),
  title: fc.string(),
  description: fc.string(),
  unit: fc.constantFrom('', '人', '点', 'g/人・日'),
  years: fc.constantFrom('short' as const, 'western' as const),
  baseline: fc.option(named),
  actuals: points,
  missing: fc.array(fc.record({ fiscalYear: fc.integer({ min: 2000, max: 2030 }), reason: fc.string() }), {
    maxLength: 3,
  }),
  targets: fc.uniqueArray(named, { selector: ({ fiscalYear }) => fiscalYear, maxLength: 3 }),
  references: fc.array(
    fc.record({ name: fc.constantFrom('基準推計', '社人研による推計（令和5年）'), points }),
    { maxLength: 3 },
  ),
});

const forecast = fc
  .uniqueArray(fc.record({ point, below: fc.nat(1000), above: fc.nat(1000) }), {
    selector: (drawn) => drawn.point.fiscalYear,
    minLength: 1,
    maxLength: 4,
  })
  .map((drawn) => ({
    name: '見通し R14',
    points: drawn.map(({ point: own, below, above }) => ({
      ...own,
      from: own.value - below,
      to: own.value + above,
    })),
  }));

// Hundreds of pictures each: on a busy machine longer than a test usually may take.
describe('どんなデータでも、座標は図の中にあり、文字は重ならない', { timeout: 30_000 }, () => {
  it('折れ線', () => {
    fc.assert(
      fc.property(lineData, width, (data, wide) => {
        const svg = lineChart(data, wide);
        if (svg !== null) checkPicture(svg);
      }),
      { numRuns: 300 },
    );
  });

  it('折れ線に道筋と見通しの帯', () => {
    fc.assert(
      fc.property(
        lineData,
        points,
        fc.option(forecast, { nil: undefined }),
        width,
        (data, path, ahead, wide) => {
          const svg = lineChart({ ...data, path, forecast: ahead }, wide);
          if (svg !== null) checkPicture(svg);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('判定の帯: 幅は件数の割合で、合わせて全体を超えない', () => {
    const part = fc.record({
      shape: fc.constantFrom('circle' as const, 'arrow-up' as const, 'plain' as const),
      of: fc.constantFrom(
        'good' as const,
        'fair' as const,
        'poor' as const,
        'unknown' as const,
        'none' as const,
      ),
      count: fc.nat(400),
    });
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 8 }),
        fc.nat(900),
        fc.constantFrom(160 as const, 320 as const, 640 as const),
        (parts, whole, wide) => {
          const svg = gradeBar({ id: 'g', title: 't', parts, whole }, wide);
          const sum = parts.reduce((total, { count }) => total + count, 0);
          expect(svg === null).toBe(sum === 0);
          if (svg === null) return;
          checkPicture(svg);
          const lengths = [...svg.matchAll(/<rect[^>]* width="([^"]*)"/g)].map(([, length]) =>
            Number(length),
          );
          expect(lengths).toHaveLength(parts.filter(({ count }) => count > 0).length);
          const drawn = lengths.reduce((total, length) => total + length, 0);
          expect(drawn).toBeLessThanOrEqual((wide * sum) / Math.max(whole, sum) + lengths.length);
        },
      ),
    );
  });

  it('点', () => {
    const dot = fc.record({
      name: fc.constantFrom('札幌市', '高根沢町', 'とても長い名前の広域連合事務組合'),
      label: fc.constantFrom('1.08', '12,345,678人（速報値）'),
      value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      range: fc.constant(null),
      open: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(dot, { minLength: 1, maxLength: 8 }), width, (drawn, wide) => {
        checkPicture(dotChart({ id: 'd', title: 't', description: '', dots: drawn }, wide) ?? '');
      }),
    );
  });

  it('小さな図の並び', () => {
    const series = fc.record({
      name: fc.constantFrom('20歳代', '長い名前の地区（広丘・吉田・片丘）'),
      points,
    });
    fc.assert(
      fc.property(fc.array(series, { maxLength: 9 }), points, width, (parts, whole, wide) => {
        const svg = smallMultiples({ id: 'm', title: 't', description: '', series: parts, whole }, wide);
        if (svg !== null) checkPicture(svg);
      }),
    );
  });

  it('小さな図', () => {
    fc.assert(
      fc.property(points, fc.option(point), fc.option(point), (actuals, baseline, target) => {
        const svg = sparkline({ id: 's', title: 't', actuals, baseline, target });
        if (svg !== null) checkPicture(svg);
      }),
    );
  });

  it('横棒', () => {
    const bar = fc.record({
      name: fc.constantFrom('20歳代', '70歳代以上', '全体'),
      value: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      label: fc.constantFrom('6.44', '12,345,678人', '調査なし'),
      emphasised: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(bar, { minLength: 1, maxLength: 8 }), width, (bars, wide) => {
        const svg = barChart({ id: 'b', title: 't', description: '', bars }, wide);
        if (svg !== null) checkPicture(svg);
      }),
    );
  });

  it('帯', () => {
    const row = fc.record({
      name: fc.constantFrom('20歳代', '全体'),
      note: fc.constantFrom('', '平均 6.44'),
      shares: fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true })), { maxLength: 11 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 11 }),
        fc.array(row, { minLength: 1, maxLength: 7 }),
        width,
        (count, rows, wide) => {
          const categories = Array.from({ length: count }, (_, score) => `${score}点`);
          checkPicture(
            distributionChart({ id: 'd', title: 't', description: '', categories, rows }, wide) ?? '',
          );
        },
      ),
    );
  });
});
