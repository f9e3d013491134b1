import { niceTicks } from './nice-ticks.ts';
import { el, nothing, picture, text } from './svg.ts';
import { textWidth } from './text-width.ts';

export interface Bar {
  readonly name: string;
  /** null: no figure for this row; `label` says why. */
  readonly value: number | null;
  /** As shown: 6.44 */
  readonly label: string;
  /** The whole among its parts. */
  readonly emphasised?: boolean;
}

export interface BarChartData {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  readonly bars: readonly Bar[];
}

/** 横棒グラフ: one bar a row, name above or beside it, figure at its end. Bars begin at zero. null without a figure. */
export const barChart = (data: BarChartData, width: 320 | 640 = 640): string | null => {
  const values = data.bars.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return null;
  const font = width === 320 ? 12 : 13;
  const beside = width === 640;
  const [bar, row] = [18, beside ? 32 : 46];
  const nameWidth = beside
    ? Math.min(220, Math.max(...data.bars.map(({ name }) => textWidth(name, font)))) + 12
    : 0;
  const labelWidth = Math.max(...data.bars.map(({ label }) => textWidth(label, font))) + 10;
  const { low, high } = niceTicks(Math.min(0, ...values), Math.max(0, ...values), 4);
  const room = Math.max(40, width - nameWidth - labelWidth * (low < 0 ? 2 : 1));
  const start = nameWidth + (low < 0 ? labelWidth : 0);
  const x = (value: number): number => start + ((value - low) / (high - low)) * room;
  const height = data.bars.length * row + 8;
  return picture({ ...data, width, height, className: 'chart-bars' }, [
    ...data.bars.map(({ name, value, label, emphasised = false }, order) => {
      const top = order * row + (beside ? 8 : 22);
      const end = value === null ? x(0) : x(value);
      const weight = emphasised ? { 'font-weight': 700 } : {};
      const back = value !== null && value < 0 && low < 0;
      return el(
        'g',
        { class: emphasised ? 'chart-bar chart-bar-whole' : 'chart-bar' },
        el(
          'text',
          {
            x: beside ? nameWidth - 8 : 0,
            y: beside ? top + bar / 2 + font * 0.36 : top - 6,
            'font-size': font,
            fill: '#333333',
            'text-anchor': beside ? 'end' : 'start',
            class: 'chart-label',
            ...weight,
          },
          text(name),
        ),
        value === null
          ? nothing
          : el('rect', {
              x: Math.min(x(0), end),
              y: top,
              width: Math.abs(end - x(0)),
              height: bar,
              fill: emphasised ? '#333333' : '#264af4',
              class: emphasised ? 'chart-bar-fill-whole' : 'chart-bar-fill',
            }),
        el(
          'text',
          {
            x: back ? end - 6 : end + 6,
            y: top + bar / 2 + font * 0.36,
            'font-size': font,
            fill: '#333333',
            'text-anchor': back ? 'end' : 'start',
            class: 'chart-label',
            ...weight,
          },
          text(label),
        ),
      );
    }),
    // On a phone the names stand above the bars, where a line would run through them.
    beside
      ? el('line', { x1: x(0), x2: x(0), y1: 0, y2: height, stroke: '#8c8c8c', class: 'chart-axis' })
      : nothing,
  ]);
};
