import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../test/factories/drafts.ts';
import { someIndicator, someValue } from '../../../test/factories/town.ts';
import { loadIndicators } from '../../db/read-indicator.ts';
import type { Indicator, IndicatorValue } from '../../domain/indicator/indicator.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { defineIndicators, type IndicatorDefinition } from './define-indicators.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.office.db.close());

const one = (
  indicatorKey: string,
  change: Partial<Indicator> = {},
  values: readonly IndicatorValue[] = [],
): IndicatorDefinition => ({
  indicator: someIndicator({ indicatorKey, name: `指標${indicatorKey}`, breakdowns: [], ...change }),
  referenceSeries: [],
  baseline: null,
  targets: [],
  values,
});
const sum = (...operands: readonly string[]) => ({
  computed: { operation: 'sum' as const, operands, factor: '1' },
});
const define = (...all: readonly IndicatorDefinition[]) =>
  allOrNothing(desk.as('kikaku'), (tx) => defineIndicators(tx, desk.as('kikaku'), all, 'draft'));
const keys = async () =>
  (await desk.office.read((tx) => loadIndicators(tx))).map(({ indicator }) => indicator.indicatorKey);

it('一緒に読み込む指標と、登録のある指標から計算できる', async () => {
  expect((await define(one('y', sum('x', 'happiness')), one('x'))).ok).toBe(true);
  expect(await keys()).toEqual(expect.arrayContaining(['x', 'y']));
});

it.each<[string, readonly IndicatorDefinition[], string, readonly (string | number)[]]>([
  [
    '読み込む指標どうしの計算の輪',
    [one('a', sum('b', 'happiness')), one('b', sum('a', 'happiness'))],
    'computed-cycle',
    ['indicators', 'a', 'computed', 'operands'],
  ],
  [
    '登録のない指標からの計算',
    [one('a', sum('happiness', 'nothing'))],
    'computed-operand-unknown',
    ['indicators', 'a', 'computed', 'operands', 1],
  ],
  [
    '計算する指標に書いた値',
    [one('b'), one('a', sum('happiness', 'b'), [someValue()])],
    'computed-has-figures',
    ['indicators', 'a', 'computed'],
  ],
  [
    '逆の範囲',
    [one('a', { direction: 'range', range: { from: '2', to: '1' } })],
    'range-reversed',
    ['indicators', 'a', 'range'],
  ],
  [
    '一つの欄に二つの値',
    [one('a', {}, [someValue({ text: '策定' })])],
    'two-values',
    ['indicators', 'a', 'values', 2022],
  ],
  [
    '計画の年度と思えない年度',
    [one('a', {}, [someValue({ fiscalYear: 2202 })])],
    'fiscal-year-implausible',
    ['indicators', 'a', 'values'],
  ],
])('%sは、場所を示して断り、ほかの指標も含めて何も登録しない', async (_, definitions, code, path) => {
  const before = await keys();
  const refused = await define(one('plain'), ...definitions);
  expect(refused).toMatchObject({
    ok: false,
    error: [{ code, path }, ...(code === 'computed-cycle' ? [{ code }] : [])],
  });
  expect(await keys()).toEqual(before);
});
