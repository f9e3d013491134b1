import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barChart } from './bar-chart.ts';
import { distributionChart } from './distribution-chart.ts';
import { lineChart } from './line-chart.ts';
import { sparkline } from './sparkline.ts';
import { textWidth } from './text-width.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly words: string;
}

const attribute = (tag: string, name: string): string | undefined =>
  tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1];
const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Every written line with the place it takes, read back from the picture itself. */
const textBoxes = (svg: string): Box[] =>
  [...svg.matchAll(/<text([^>]*)(?<!\/)>(.*?)<\/text>/gs)].flatMap(([, head = '', inner = '']) => {
    const size = Number(attribute(head, 'font-size'));
    const anchor = attribute(head, 'text-anchor') ?? 'start';
    const lines = inner.includes('<tspan')
      ? [...inner.matchAll(/<tspan([^>]*)>(.*?)<\/tspan>/gs)].map(([, tag = '', words = '']) => ({
          tag,
          words,
        }))
      : [{ tag: head, words: inner }];
    return lines.map(({ tag, words }) => {
      const width = textWidth(decode(words), size);
      const x = Number(attribute(tag, 'x'));
      const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
      return { x: x - shift, y: Number(attribute(tag, 'y')) - size * 0.85, width, height: size, words };
    });
  });

const checkPicture = (svg: string): void => {
  const [, , width = 0, height = 0] = (attribute(svg, 'viewBox') ?? '').split(' ').map(Number);
  const inside = (value: number, most: number): void => {
    expect(Number.isFinite(value)).toBe(true);
    expect(value).toBeGreaterThanOrEqual(-0.1);
    expect(value).toBeLessThanOrEqual(most + 0.1);
  };
  for (const [, name = '', value] of svg.matchAll(/ (x|y|x1|x2|y1|y2|cx|cy)="([^"]*)"/g)) {
    inside(Number(value), name.includes('x') ? width : height);
  }
  for (const [, path = ''] of svg.matchAll(/ d="([^"]*)"/g)) {
    // Only the absolute points; the pennant is drawn relative to one of them.
    for (const [, x, y] of path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
      inside(Number(x), width);
      inside(Number(y), height);
    }
  }
  expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/);
  const boxes = textBoxes(svg);
  for (const box of boxes) {
    expect(box.x).toBeGreaterThanOrEqual(-1);
    expect(box.x + box.width).toBeLessThanOrEqual(width + 1);
  }
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1)) {
      const apart =
        a.x + a.width <= b.x + 0.5 ||
        b.x + b.width <= a.x + 0.5 ||
        a.y + a.height <= b.y + 0.5 ||
        b.y + b.height <= a.y + 0.5;
      expect(apart || [a.words, b.words]).toBe(true);
    }
  });
};

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

describe('どんなデータでも、座標は図の中にあり、文字は重ならない', () => {
  it('折れ線', () => {
    fc.assert(
      fc.property(lineData, width, (data, wide) => {
        const svg = lineChart(data, wide);
        if (svg !== null) checkPicture(svg);
      }),
      { numRuns: 300 },
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
