import { wholeNumber } from '../domain/kernel/whole-number.ts';
import { chartLabel } from './chart-label.ts';
import type { ChartWidth } from './line-chart.ts';
import { ink } from './line-chart-layout.ts';
import { niceTicks } from './nice-ticks.ts';
import { el, nothing, picture, polyline, type Svg, text, together } from './svg.ts';
import { textWidth } from './text-width.ts';

export interface PyramidSides {
  /** Persons by age, youngest first */
  readonly male: readonly number[];
  readonly female: readonly number[];
}

export interface PopulationPyramidData extends PyramidSides {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  /** As shown, youngest first: 0～4歳 */
  readonly ages: readonly string[];
  /** Another year or projection, as an outline over the bars. Of the same ages. */
  readonly compare: (PyramidSides & { readonly name: string }) | null;
  /** Persons at the outer end of both axes, so that pictures of a row share it; null: as the figures need. */
  readonly scaleMax: number | null;
  /** male 男, female 女, unit 人, shown: the name of the bars (2032年) */
  readonly words: {
    readonly male: string;
    readonly female: string;
    readonly unit: string;
    readonly shown: string;
  };
}

const sides = ['male', 'female'] as const;
type Side = (typeof sides)[number];
const fills: Readonly<Record<Side, string>> = { male: '#264af4', female: '#b35900' };

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The key stands in one line where it fits, else below one another. */
const keyPlaces = (names: readonly string[], font: number, width: number): { x: number; line: number }[] => {
  const widths = names.map((name) => textWidth(name, font) + 18 + 20);
  if (sum(widths) <= width) {
    let x = 0;
    return widths.map((wide) => {
      x += wide;
      return { x: x - wide, line: 0 };
    });
  }
  return names.map((_, line) => ({ x: 0, line }));
};

/** As much of a name as fits, with an ellipsis. */
const shortened = (name: string, font: number, room: number): string => {
  if (textWidth(name, font) <= room) return name;
  let kept = name;
  while (kept !== '' && textWidth(`${kept}…`, font) > room) kept = kept.slice(0, -1);
  return `${kept}…`;
};

/** 人口ピラミッド: men to the left, women to the right, ages between them. null without ages. */
export const populationPyramid = (data: PopulationPyramidData, width: ChartWidth = 640): string | null => {
  const { ages, compare, words } = data;
  if (ages.length === 0) return null;
  const font = width === 320 ? 12 : 13;
  const row = ages.length > 30 ? 5 : width === 320 ? 15 : 17;
  const gap = row > 6 ? 2 : 0.5;
  // Every age has its name where a line of words fits into a row.
  const every = Math.max(1, Math.ceil((font + 1) / row));
  const gutter = Math.max(...ages.map((age) => textWidth(age, font))) + 16;
  const arm = Math.max(40, (width - gutter) / 2 - 2);
  const all = [data, ...(compare === null ? [] : [compare])].flatMap(({ male, female }) => [
    ...male,
    ...female,
  ]);
  const most = Math.max(1, data.scaleMax ?? 0, ...all);
  const round = niceTicks(0, most, width === 320 ? 2 : 4).values.filter((value) => value <= most);

  // The axis ends where the figures do; its ticks stay round.
  const long = (value: number): number => (Math.max(0, value) / most) * arm;
  const edge: Readonly<Record<Side, number>> = {
    male: (width - gutter) / 2,
    female: (width + gutter) / 2,
  };
  const out: Readonly<Record<Side, 1 | -1>> = { male: -1, female: 1 };

  const keyNames = [words.shown, ...(compare === null ? [] : [compare.name])].map((name) =>
    shortened(name, font, width - 40),
  );
  const places = keyPlaces(keyNames, font, width);
  const keyLines = Math.max(...places.map(({ line }) => line)) + 1;
  const keyHeight = keyLines * font * 1.6;
  const top = keyHeight + font * 2;
  const bottom = top + ages.length * row;
  const height = bottom + font * 2;
  const rowTop = (age: number): number => bottom - (age + 1) * row;

  const key = keyNames.map((name, order) => {
    const { x = 0, line = 0 } = places[order] ?? {};
    const y = line * font * 1.6;
    return el(
      'g',
      { class: 'chart-key' },
      order === 0
        ? together([
            el('rect', { x, y: y + 2, width: 6, height: font - 3, fill: fills.male, class: 'chart-male' }),
            el('rect', {
              x: x + 7,
              y: y + 2,
              width: 6,
              height: font - 3,
              fill: fills.female,
              class: 'chart-female',
            }),
          ])
        : el('rect', {
            x: x + 1,
            y: y + 2,
            width: 12,
            height: font - 3,
            fill: 'none',
            stroke: ink.text,
            'stroke-width': 1.75,
          }),
      chartLabel(name, { x: x + 20, y: y + font * 0.95, fontSize: font, fill: ink.text }),
    );
  });

  const grid = sides.flatMap((side) =>
    round.map((value) => {
      const x = edge[side] + out[side] * long(value);
      return el('line', {
        x1: x,
        x2: x,
        y1: top,
        y2: bottom,
        stroke: value === 0 ? ink.axis : ink.grid,
        class: value === 0 ? 'chart-axis' : 'chart-grid',
      });
    }),
  );
  /** Both ends of each axis, and what fits between. */
  const tickWords = sides.flatMap((side) => {
    const last = round.length - 1;
    const places = round.map((value) => {
      const half = textWidth(wholeNumber(value), font) / 2;
      const x = edge[side] + out[side] * long(value);
      return { words: wholeNumber(value), half, x: Math.min(Math.max(x, half), width - half) };
    });
    const ends = places.filter((_, at) => at === 0 || at === last);
    const clear = places.filter((place, at) =>
      [...ends, ...places.slice(0, at)].every(
        (other) => other === place || Math.abs(other.x - place.x) >= other.half + place.half + 4,
      ),
    );
    return [...new Set([...ends, ...clear])].map(({ words: figure, x }) =>
      chartLabel(figure, { x, y: bottom + font * 1.4, fontSize: font, anchor: 'middle' }),
    );
  });

  const bars = sides.map((side) =>
    el(
      'g',
      { class: `chart-${side}`, fill: fills[side] },
      ...data[side].slice(0, ages.length).map((value, age) => {
        const wide = long(value);
        const beside =
          compare === null ? '' : `（${compare.name} ${wholeNumber(compare[side][age] ?? 0)}${words.unit}）`;
        return el(
          'rect',
          {
            x: side === 'male' ? edge.male - wide : edge.female,
            y: rowTop(age) + gap / 2,
            width: wide,
            height: row - gap,
          },
          el(
            'title',
            {},
            text(`${ages[age] ?? ''} ${words[side]} ${wholeNumber(value)}${words.unit}${beside}`),
          ),
        );
      }),
    ),
  );
  /** Steps round the other population, from its oldest to its youngest. */
  const outline = (side: Side): Svg => {
    const steps = (compare?.[side] ?? []).slice(0, ages.length).flatMap((value, age) => {
      const x = edge[side] + out[side] * long(value);
      return [[x, rowTop(age) + row] as const, [x, rowTop(age)] as const];
    });
    const d = polyline([[edge[side], bottom], ...steps, [edge[side], top]]);
    const stroke = { d, fill: 'none', 'stroke-linejoin': 'round' };
    return together([
      // A white rim, so that the outline is seen on dark bars too.
      el('path', { ...stroke, stroke: '#ffffff', 'stroke-width': 4 }),
      el('path', { ...stroke, stroke: ink.text, 'stroke-width': 1.75, class: 'chart-pyramid-compare' }),
    ]);
  };
  const heads = sides.map((side) => {
    const total = `${words[side]} ${wholeNumber(sum(data[side]))}${words.unit}`;
    return chartLabel(shortened(total, font, arm), {
      x: edge[side],
      y: keyHeight + font * 1.3,
      fontSize: font,
      anchor: side === 'male' ? 'end' : 'start',
      strong: true,
    });
  });
  const names = ages.flatMap((age, order) =>
    order % every === 0
      ? [
          chartLabel(age, {
            x: width / 2,
            y: rowTop(order) + row / 2 + font * 0.36,
            fontSize: font,
            anchor: 'middle',
          }),
        ]
      : [],
  );
  return picture({ ...data, width, height, className: 'chart-pyramid' }, [
    ...key,
    ...grid,
    ...bars,
    compare === null ? nothing : together(sides.map(outline)),
    ...heads,
    ...names,
    ...tickWords,
  ]);
};
