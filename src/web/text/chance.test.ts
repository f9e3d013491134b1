import { expect, it } from 'vitest';
import { chanceText } from './chance.ts';

it.each([
  [0, '1％未満', 'less than 1%'],
  [0.0099, '1％未満', 'less than 1%'],
  [0.01, '1％', '1%'],
  [0.734, '73％', '73%'],
  [0.99, '99％', '99%'],
  [0.9901, '99％以上', 'more than 99%'],
  [1, '99％以上', 'more than 99%'],
])('%d は %s', (probability, ja, en) => {
  expect([chanceText(probability, 'ja'), chanceText(probability, 'en')]).toEqual([ja, en]);
});
