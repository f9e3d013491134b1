import type { GradeShape } from '../domain/indicator/judgement/judgement-scheme.ts';

/**
 * Outline of each mark of the closed set in a box of 24, drawn with a stroke of 3 and no fill: told apart by form
 * alone, in grey, at 12 pixels. 'plain' is words without a mark.
 */
export const gradeShapePaths: Readonly<Record<GradeShape, string>> = {
  'double-circle': 'M12 2a10 10 0 1 0 .01 0zM12 7.5a4.5 4.5 0 1 0 .01 0z',
  circle: 'M12 3a9 9 0 1 0 .01 0z',
  triangle: 'M12 4L21.5 20.5H2.5z',
  cross: 'M5 5L19 19M19 5L5 19',
  square: 'M4 4H20V20H4z',
  diamond: 'M12 2.5L21.5 12L12 21.5L2.5 12z',
  'arrow-up': 'M12 21V4M4.5 11.5L12 4L19.5 11.5',
  'arrow-right': 'M3 12H20M12.5 4.5L20 12L12.5 19.5',
  'arrow-down': 'M12 3V20M4.5 12.5L12 20L19.5 12.5',
  dash: 'M4 12H20',
  plain: '',
};
