import type { Direction } from '../indicator.ts';

const senses: Readonly<Record<Direction, 1 | -1 | 0>> = {
  up: 1,
  'keep-at-or-above': 1,
  down: -1,
  'keep-at-or-below': -1,
  range: 0,
  milestone: 0,
  none: 0,
};

/** 1: more is better; -1: less is better; 0: neither can be said. */
export const senseOf = (direction: Direction): 1 | -1 | 0 => senses[direction];
