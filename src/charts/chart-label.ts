import { ink } from './line-chart-layout.ts';
import { el, type Svg, text } from './svg.ts';

interface LabelLook {
  readonly x: number;
  readonly y: number;
  readonly fontSize: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly strong?: boolean;
  /** Set on a picture's own ground rather than on paper */
  readonly fill?: string;
  readonly className?: string;
}

/** One line of words in a picture, its base line at `y`. */
export const chartLabel = (words: string, look: LabelLook): Svg =>
  el(
    'text',
    {
      x: look.x,
      y: look.y,
      'font-size': look.fontSize,
      'font-weight': look.strong === true ? 700 : undefined,
      'text-anchor': look.anchor === 'start' ? undefined : look.anchor,
      fill: look.fill ?? (look.strong === true ? ink.text : ink.quiet),
      class: `chart-label${look.className === undefined ? '' : ` ${look.className}`}`,
    },
    text(words),
  );
