import { expect, it } from 'vitest';
import { wholeNumber } from './whole-number.ts';

it.each([
  [65012.4, '65,012'],
  [65012.5, '65,013'],
  [0, '0'],
  [-0.4, '0'],
  [-0.5, '0'],
  [-1234.6, '-1,235'],
  [999, '999'],
  [1_234_567, '1,234,567'],
])('%d は %s', (value, written) => {
  expect(wholeNumber(value)).toBe(written);
});
