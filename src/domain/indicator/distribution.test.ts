import { expect, it } from 'vitest';
import { isDistribution } from './distribution.ts';
import type { Indicator } from './indicator.ts';

const answers = {
  unit: '%',
  direction: 'none',
  breakdowns: [{ key: 'score', name: '回答', categories: [] }],
} as const;

it.each<[string, Partial<Indicator>, string | null, boolean]>([
  ['内訳のある100%', {}, '100', true],
  ['小数で書いた100%', {}, '100.0', true],
  ['目指す向きがある', { direction: 'up' }, '100', false],
  ['割合でない', { unit: '人' }, '100', false],
  ['内訳がない', { breakdowns: [] }, '100', false],
  ['100%でない', {}, '99.9', false],
  ['値がない', {}, null, false],
])('分布かどうか: %s', (_, more, value, expected) => {
  expect(isDistribution({ ...answers, ...more }, { value })).toBe(expected);
});

it('値がまだ1つもない指標は分布ではない', () => {
  expect(isDistribution(answers, null)).toBe(false);
});
