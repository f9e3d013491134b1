import { expect, it } from 'vitest';
import { availableMonth } from './available-month.ts';

it.each([
  ['年度末に分かる', 0, { year: 2026, month: 3 }],
  ['年の内', 6, { year: 2026, month: 9 }],
  ['年をまたぐ', 10, { year: 2027, month: 1 }],
  ['二年の後', 24, { year: 2028, month: 3 }],
  ['決まっていない', null, null],
])('令和7年度の値が分かる月: %s', (_, months, expected) => {
  expect(availableMonth(2025, months)).toEqual(expected);
});
