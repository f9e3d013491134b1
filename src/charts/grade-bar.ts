import type { Grade } from '../domain/indicator/judgement/judgement-scheme.ts';
import { gradeShapePaths } from './grade-shape.ts';
import { el, nothing, picture, type Svg, text } from './svg.ts';
import { textWidth } from './text-width.ts';

export interface GradeBarPart {
  readonly shape: Grade['shape'];
  readonly of: Grade['class'];
  /** Not negative */
  readonly count: number;
}

export interface GradeBarData {
  /** Unique on the page. */
  readonly id: string;
  /** All counts in words; the picture's alternative text. */
  readonly title: string;
  /** In the order of the scheme. */
  readonly parts: readonly GradeBarPart[];
  /** What the whole width stands for; the sum of the parts where it is smaller. */
  readonly whole: number;
}

/** Fallbacks for where no stylesheet reaches. Light and dark by turns of class, so that grey print keeps them apart. */
const fills: Readonly<Record<Grade['class'], readonly [fill: string, ink: string]>> = {
  good: ['#0b5ea8', '#ffffff'],
  fair: ['#f2cf66', '#1a1a1a'],
  poor: ['#b5310a', '#ffffff'],
  unknown: ['#e0e0e0', '#1a1a1a'],
  none: ['#ffffff', '#1a1a1a'],
};

const font = 12;

const mark = (part: GradeBarPart, x: number, y: number, ink: string): Svg =>
  gradeShapePaths[part.shape] === ''
    ? nothing
    : el('path', {
        d: gradeShapePaths[part.shape],
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(.5)`,
        fill: 'none',
        stroke: ink,
        'stroke-width': 3,
      });

/** 判定の帯: one bar, as long a part as it has indicators; mark and number inside where they fit. null without any. */
export const gradeBar = (data: GradeBarData, width: 160 | 320 | 640): string | null => {
  const parts = data.parts.filter(({ count }) => count > 0);
  const sum = parts.reduce((total, { count }) => total + count, 0);
  const whole = Math.max(data.whole, sum);
  if (sum === 0) return null;
  const height = width === 160 ? 22 : 32;
  let start = 0;
  return picture(
    { id: data.id, width, height, title: data.title, description: '', className: 'chart-grades' },
    parts.map((part) => {
      const [fill, ink] = fills[part.of];
      const length = (part.count / whole) * width;
      const x = start;
      start += length;
      const label = String(part.count);
      const marked = part.shape === 'plain' ? 0 : 15;
      const needed = marked + textWidth(label, font);
      const inside = length >= needed + 8;
      const left = x + (length - needed) / 2;
      return el(
        'g',
        { class: `chart-grade chart-grade-${part.of}` },
        el('rect', {
          x: Math.min(x + 0.5, width - 1),
          y: 0.5,
          width: Math.max(1, length - 1),
          height: height - 1,
          fill,
          stroke: '#595959',
          'stroke-width': 1,
        }),
        inside ? mark(part, left, height / 2 - 6, ink) : nothing,
        inside
          ? el(
              'text',
              {
                x: left + marked,
                y: height / 2 + font * 0.36,
                'font-size': font,
                'font-weight': 700,
                fill: ink,
                class: 'chart-label',
              },
              text(label),
            )
          : nothing,
      );
    }),
  );
};
