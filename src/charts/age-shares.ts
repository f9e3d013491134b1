import { chartLabel } from './chart-label.ts';
import type { ChartWidth } from './line-chart.ts';
import { ink } from './line-chart-layout.ts';
import { el, nothing, picture, type Svg, text } from './svg.ts';
import { textWidth } from './text-width.ts';

export interface AgeSharesRow {
  /** Calendar year */
  readonly year: number;
  /** As shown: 2015 */
  readonly label: string;
  /** Percent of the total by group, in the order of `groups`; sums to one hundred but for rounding */
  readonly shares: readonly number[];
  readonly projected: boolean;
}

export interface AgeSharesData {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  /** From young to old: 0～14歳, 15～64歳, 65歳以上 */
  readonly groups: readonly string[];
  /** Ascending by year */
  readonly rows: readonly AgeSharesRow[];
  /** 推計 */
  readonly words: { readonly projected: string };
}

/** From young to old, told apart in grey as well; words on each at least 4.5:1. */
const shades = [
  { fill: '#f3d9a4', words: '#333333' },
  { fill: '#9cc3ec', words: '#1a1a1a' },
  { fill: '#1d4a80', words: '#ffffff' },
] as const;
const shadeOf = (group: number, count: number) =>
  shades[count < 2 ? 1 : Math.round((group / (count - 1)) * (shades.length - 1))] ?? shades[1];

/** Key in one line where it fits, else below one another. */
const keyOf = (groups: readonly string[], font: number, width: number): { parts: Svg[]; lines: number } => {
  const wide = groups.map((name) => textWidth(name, font) + 20 + 16);
  const inLine = wide.reduce((all, one) => all + one, 0) <= width;
  let x = 0;
  const parts = groups.map((name, order) => {
    const y = inLine ? 0 : order * font * 1.6;
    const left = inLine ? x : 0;
    x += wide[order] ?? 0;
    return el(
      'g',
      { class: 'chart-key' },
      el('rect', {
        x: left + 0.5,
        y: y + 1.5,
        width: 13,
        height: font - 2,
        fill: shadeOf(order, groups.length).fill,
        stroke: ink.axis,
        'stroke-width': 0.5,
      }),
      chartLabel(name, { x: left + 20, y: y + font * 0.95, fontSize: font, fill: ink.text }),
    );
  });
  return { parts, lines: inLine ? 1 : groups.length };
};

/** 年齢3区分の割合: a bar a year, each its own hundred percent, years from the top down. null without rows. */
export const ageShares = (data: AgeSharesData, width: ChartWidth = 640): string | null => {
  const { rows, groups, words } = data;
  if (rows.length === 0 || groups.length === 0) return null;
  const font = width === 320 ? 12 : 13;
  const row = width === 320 ? 22 : 24;
  const key = keyOf(groups, font, width);
  const head = key.lines * font * 1.6 + 8;
  const left = Math.max(...rows.map(({ label }) => textWidth(label, font))) + 10;
  const room = Math.max(60, width - left - 1);
  const firstProjected = rows.findIndex(({ projected }) => projected);
  const note = font * 1.9;
  const topOf = (order: number): number =>
    head + order * row + (firstProjected >= 0 && order >= firstProjected ? note : 0);

  const bars = rows.map(({ label, shares, projected }, order) => {
    const top = topOf(order);
    const whole = shares.reduce((all, share) => all + Math.max(0, share), 0);
    let from = 0;
    const cells = groups.flatMap((group, at): Svg[] => {
      const share = Math.max(0, shares[at] ?? 0);
      if (share === 0 || whole === 0) return [];
      // Rounded shares rarely sum to exactly one hundred; the bar is always full.
      const [x, wide] = [left + (from / whole) * room, (share / whole) * room];
      from += share;
      const shade = shadeOf(at, groups.length);
      const figure = share.toFixed(1);
      const shown = [`${figure}%`, figure].find((words) => textWidth(words, font) + 4 <= wide);
      return [
        el(
          'g',
          { class: 'chart-cell' },
          el('title', {}, text(`${label} ${group} ${figure}%`)),
          el('rect', {
            x,
            y: top + 2,
            width: wide,
            height: row - 4,
            fill: shade.fill,
            stroke: '#ffffff',
            'stroke-width': 1,
          }),
          shown === undefined
            ? nothing
            : chartLabel(shown, {
                x: x + wide / 2,
                y: top + row / 2 + font * 0.36,
                fontSize: font,
                anchor: 'middle',
                fill: shade.words,
              }),
        ),
      ];
    });
    return el(
      'g',
      { class: projected ? 'chart-row chart-row-projected' : 'chart-row' },
      chartLabel(label, {
        x: left - 8,
        y: top + row / 2 + font * 0.36,
        fontSize: font,
        anchor: 'end',
        fill: ink.text,
      }),
      ...cells,
    );
  });
  const lineY = topOf(firstProjected) - note + 6;
  const divider =
    firstProjected < 0
      ? nothing
      : el(
          'g',
          { class: 'chart-divider' },
          el('line', {
            x1: 0,
            x2: width,
            y1: lineY,
            y2: lineY,
            stroke: ink.axis,
            'stroke-dasharray': '3 3',
            class: 'chart-axis',
          }),
          chartLabel(words.projected, { x: 0, y: lineY + font * 1.15, fontSize: font }),
        );
  const height = topOf(rows.length - 1) + row + 2;
  return picture({ ...data, width, height, className: 'chart-ages' }, [...key.parts, ...bars, divider]);
};
