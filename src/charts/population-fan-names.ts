import type { ChartWidth } from './line-chart.ts';
import { ink } from './line-chart-layout.ts';
import { type Box, baseLine, type PlacedLabel, placeLabels, type Wish, wrapLabel } from './place-labels.ts';
import type { FanSeries, PopulationFanData } from './population-fan.ts';
import { type FanLayout, fanLayout } from './population-fan-layout.ts';
import { el, type Svg, text, together } from './svg.ts';

interface PlacedName {
  readonly label: PlacedLabel;
  readonly className: string;
}

/** Whether the year looked at lies within the picture. */
export const isDrawn = (shown: number | null, { plot, x }: FanLayout): shown is number =>
  shown !== null && x(shown) >= plot.x - 0.5 && x(shown) <= plot.x + plot.width + 0.5;

/** Names within the picture: of the aim, and of lines that end there. null: one has no place. */
const placeInside = (
  data: PopulationFanData,
  layout: FanLayout,
  inside: ReadonlySet<FanSeries>,
): readonly (PlacedName | null)[] => {
  const { plot, font, x, y, named } = layout;
  const wishes: (Wish & { className: string })[] = [];
  const taken: Box[] = [];
  const { aim, shownYear = null } = data;
  if (aim !== null) {
    const [ax, ay] = [x(aim.year), y(aim.total)];
    taken.push({ x: ax - 14, y: ay - 22, width: 28, height: 26 });
    wishes.push({
      lines: [
        ...wrapLabel(aim.name, font, font * 10),
        `${Math.round(aim.total).toLocaleString('en-US')}${data.unit}`,
      ],
      fontSize: font,
      x: ax,
      y: ay - 12,
      sides: ['above', 'right', 'left', 'below'],
      className: 'chart-target-label',
    });
  }
  for (const { series, points, end, lines } of named) {
    if (!inside.has(series)) continue;
    for (const point of points)
      taken.push({ x: x(point.year) - 4, y: y(point.value) - 4, width: 8, height: 8 });
    wishes.push({
      lines,
      fontSize: font,
      x: x(end.year),
      y: y(end.value),
      sides: ['above', 'below', 'left', 'right'],
      className: 'chart-actual-label',
    });
  }
  const courses = named.flatMap(({ points }) =>
    points.slice(1).map((point, at) => {
      const before = points[at] ?? point;
      return [
        [x(before.year), y(before.value)],
        [x(point.year), y(point.value)],
      ] as const;
    }),
  );
  const upright = isDrawn(shownYear, layout)
    ? [
        [
          [x(shownYear), plot.y],
          [x(shownYear), plot.y + plot.height],
        ] as const,
      ]
    : [];
  const frame = { x: plot.x + 2, y: plot.y, width: plot.width - 4, height: plot.height - 2 };
  return placeLabels(wishes, frame, taken, [...courses, ...upright]).map((label, order) => {
    const { className } = wishes[order] ?? {};
    return label === null || className === undefined ? null : { label, className };
  });
};

/** Wide: what was counted ends long before the side of the picture, and is named where it ends if there is room. */
export const layoutWithNames = (data: PopulationFanData, width: ChartWidth) => {
  const inside = new Set(width === 640 ? data.series.filter(({ kind }) => kind === 'actual') : []);
  const layout = fanLayout(data, width, inside);
  const names = placeInside(data, layout, inside);
  if (names.slice(data.aim === null ? 0 : 1).every((name) => name !== null)) return { layout, inside, names };
  const all = fanLayout(data, width);
  return { layout: all, inside: new Set<FanSeries>(), names: placeInside(data, all, new Set()) };
};

export const drawName = ({ label, className }: PlacedName): Svg =>
  together(
    label.lines.map((words, at) =>
      el(
        'text',
        {
          x: label.x + label.width / 2,
          y: baseLine(label, at),
          'font-size': label.fontSize,
          'font-weight': at === label.lines.length - 1 ? 700 : 400,
          'text-anchor': 'middle',
          fill: ink.text,
          stroke: '#ffffff',
          'stroke-width': 3,
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
          class: `chart-label ${className}`,
        },
        text(words),
      ),
    ),
  );
