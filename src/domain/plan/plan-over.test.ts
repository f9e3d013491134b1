import { expect, it } from 'vitest';
import { isPlanOver } from './plan-over.ts';

it.each([
  ['終わりの年度の末日まで', '2024-03-31', false],
  ['次の年度の初日から', '2024-04-01', true],
  ['始まる前', '2014-12-31', false],
])('%s', (_, today, over) => {
  expect(isPlanOver({ endFiscalYear: 2023 }, today)).toBe(over);
});
