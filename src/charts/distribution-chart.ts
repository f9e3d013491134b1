import { el, nothing, picture, type Svg, text } from './svg.ts';
import { textWidth } from './text-width.ts';

export interface DistributionRow {
  readonly name: string;
  /** Stands at the right above the row: 平均 6.44 */
  readonly note: string;
  /** Share of each category in percent, in the order of `categories`; null where there is no figure. */
  readonly shares: readonly (number | null)[];
  readonly emphasised?: boolean;
}

export interface DistributionChartData {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  /** From low to high: 0点 … 10点 */
  readonly categories: readonly string[];
  readonly rows: readonly DistributionRow[];
}

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/**
 * Pale to dark, so that the order is read in grey as well. `words`: white or near black, whichever stands out
 * more (WCAG 2.2 relative luminance; on the middle shades both are close to 4.5:1).
 */
const shade = (order: number, count: number): { readonly fill: string; readonly words: string } => {
  const share = count <= 1 ? 1 : order / (count - 1);
  const mix = (pale: number, deep: number): number => Math.round(pale + (deep - pale) * share);
  const [red, green, blue] = [mix(0xfa, 0x0b), mix(0xf3, 0x22), mix(0xe0, 0x6e)];
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const onWhite = 1.05 / (luminance + 0.05);
  const onBlack = (luminance + 0.05) / 0.05;
  const fill = `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  return { fill, words: onWhite >= onBlack ? '#ffffff' : '#000000' };
};

/** 帯グラフ: each row its own hundred percent. null without rows or categories. */
export const distributionChart = (data: DistributionChartData, width: 320 | 640 = 640): string | null => {
  if (data.rows.length === 0 || data.categories.length === 0) return null;
  const font = width === 320 ? 12 : 13;
  const [bar, row] = [24, 54];
  const count = data.categories.length;

  // The key: one swatch a category, as wide as its share of the picture, named beneath where names fit.
  const swatch = width / count;
  const widest = Math.max(...data.categories.map((name) => textWidth(name, font))) + 4;
  const every = Math.max(1, Math.ceil(widest / swatch));
  const named = (order: number): boolean =>
    order === 0 || order === count - 1 || (order % every === 0 && count - 1 - order >= every);
  const key = data.categories.map((name, order) => {
    const anchor = order === 0 ? 'start' : order === count - 1 ? 'end' : 'middle';
    const x = order === 0 ? 0 : order === count - 1 ? width : (order + 0.5) * swatch;
    return el(
      'g',
      { class: 'chart-key' },
      el('rect', {
        x: order * swatch,
        y: 0,
        width: swatch,
        height: 12,
        fill: shade(order, count).fill,
        stroke: '#8c8c8c',
        'stroke-width': 0.5,
      }),
      named(order)
        ? el(
            'text',
            {
              x,
              y: 12 + font * 1.3,
              'font-size': font,
              fill: '#595959',
              'text-anchor': anchor,
              class: 'chart-label',
            },
            text(name),
          )
        : nothing,
    );
  });
  const head = 12 + font * 1.3 + 14;

  const rows = data.rows.map(({ name, note, shares, emphasised = false }, order): Svg => {
    const top = head + order * row;
    const weight = emphasised ? { 'font-weight': 700 } : {};
    const whole = shares.reduce<number>((sum, share) => sum + Math.max(0, share ?? 0), 0);
    let from = 0;
    const cells = data.categories.flatMap((category, at): Svg[] => {
      const share = Math.max(0, shares[at] ?? 0);
      if (share === 0 || whole === 0) return [];
      // Rounded shares rarely sum to exactly one hundred; the bar is always full.
      const x = (from / whole) * width;
      const wide = (share / whole) * width;
      from += share;
      const label = share.toFixed(1);
      const { fill, words } = shade(at, count);
      return [
        el(
          'g',
          { class: 'chart-cell' },
          el('title', {}, text(`${name} ${category} ${label}%`)),
          el('rect', {
            x,
            y: top + 20,
            width: wide,
            height: bar,
            fill,
            stroke: '#ffffff',
            'stroke-width': 1,
          }),
          textWidth(label, font - 1) + 6 > wide
            ? nothing
            : el(
                'text',
                {
                  x: x + wide / 2,
                  y: top + 20 + bar / 2 + (font - 1) * 0.36,
                  'font-size': font - 1,
                  fill: words,
                  'text-anchor': 'middle',
                  class: 'chart-cell-label',
                },
                text(label),
              ),
        ),
      ];
    });
    return el(
      'g',
      { class: emphasised ? 'chart-row chart-row-whole' : 'chart-row' },
      el(
        'text',
        { x: 0, y: top + 14, 'font-size': font, fill: '#333333', class: 'chart-label', ...weight },
        text(name),
      ),
      note === ''
        ? nothing
        : el(
            'text',
            {
              x: width,
              y: top + 14,
              'font-size': font,
              fill: '#333333',
              'text-anchor': 'end',
              class: 'chart-label',
              ...weight,
            },
            text(note),
          ),
      ...cells,
      // A frame, so that the palest cells end somewhere on white paper.
      el('rect', {
        x: 0.5,
        y: top + 20,
        width: width - 1,
        height: bar,
        fill: 'none',
        stroke: '#8c8c8c',
        'stroke-width': 1,
      }),
    );
  });
  return picture({ ...data, width, height: head + data.rows.length * row, className: 'chart-distribution' }, [
    ...key,
    ...rows,
  ]);
};
