import { describe, expect, it } from 'vitest';
import { checkComputed, cycleFrom, type KnownRules, type RuleIndicator, usersOf } from './check-computed.ts';
import type { ComputedRule } from './indicator.ts';

const rule = (
  operation: ComputedRule['operation'],
  operands: readonly string[],
  factor = '1',
): ComputedRule => ({
  operation,
  operands,
  factor,
});
const one = (indicatorKey: string, unit: string, computed: ComputedRule | null = null): RuleIndicator => ({
  indicatorKey,
  name: `指標${indicatorKey}`,
  unit,
  direction: 'up',
  computed,
});
const rules = (...all: readonly RuleIndicator[]): KnownRules =>
  new Map(all.map((each) => [each.indicatorKey, each]));
const plain = [
  one('a', '人'),
  one('b', '人'),
  one('c', '件'),
  { ...one('m', ''), direction: 'milestone' as const },
];
const problems = (computed: ComputedRule, unit = '%') => {
  const x = one('x', unit, computed);
  return checkComputed(x, rules(...plain, x), ['computed']);
};

it.each<[string, ComputedRule, string]>([
  ['比', rule('ratio', ['a', 'c'], '100'), '%'],
  ['人口当たり', rule('per-resident', ['c', 'a'], '1000'), '件'],
  ['三つの和', rule('sum', ['a', 'b']), '人'],
  ['差', rule('difference', ['a', 'b']), '人'],
  ['単位を換える和', rule('sum', ['a', 'b'], '0.001'), '千人'],
])('%sは計算できる', (_, computed, unit) => {
  expect(problems(computed, unit)).toEqual([]);
});

it.each<[string, ComputedRule, string, string, Record<string, unknown>]>([
  ['一つだけの比', rule('ratio', ['a']), 'computed-operand-count', 'computed/operands', { count: 1 }],
  [
    '三つの差',
    rule('difference', ['a', 'b', 'x2']),
    'computed-operand-count',
    'computed/operands',
    { count: 3 },
  ],
  ['0を掛ける', rule('ratio', ['a', 'b'], '0.0'), 'computed-factor-not-positive', 'computed/factor', {}],
  ['自分自身', rule('ratio', ['a', 'x']), 'computed-of-itself', 'computed/operands/1', { name: '指標x' }],
  [
    '登録のない指標',
    rule('ratio', ['a', 'z']),
    'computed-operand-unknown',
    'computed/operands/1',
    { key: 'z' },
  ],
  [
    '同じ指標を二度',
    rule('sum', ['a', 'a']),
    'computed-operand-twice',
    'computed/operands/1',
    { name: '指標a' },
  ],
  [
    '文字の指標',
    rule('ratio', ['a', 'm']),
    'computed-operand-text',
    'computed/operands/1',
    { name: '指標m' },
  ],
  [
    '単位の違う和',
    rule('sum', ['a', 'c']),
    'computed-other-unit',
    'computed/operands',
    { operands: ['指標a（人）', '指標c（件）'] },
  ],
  [
    '結果だけ単位の違う差',
    rule('difference', ['a', 'b']),
    'computed-other-unit',
    'computed/operands',
    { unit: '%' },
  ],
])('%sは、指標を名指して断る', (_, computed, code, path, params) => {
  const [found] = problems(computed);
  expect([found?.code, found?.path.join('/')]).toEqual([code, path]);
  expect(found?.params).toMatchObject(params);
});

describe('輪になる計算', () => {
  const ring = rules(
    one('a', '人', rule('sum', ['b', 'c'])),
    one('b', '人', rule('sum', ['c', 'd'])),
    one('c', '人'),
    one('d', '人', rule('difference', ['c', 'a'])),
  );

  it('通る指標を順に示して断る', () => {
    const [found] = checkComputed(ring.get('a') as RuleIndicator, ring, ['computed']);
    expect(found).toMatchObject({
      code: 'computed-cycle',
      params: { names: ['指標a', '指標b', '指標d', '指標a'] },
    });
  });

  it('輪の外から輪へ入るものは、自分の輪ではない', () => {
    const outside = new Map([...ring, ['e', one('e', '人', rule('sum', ['a', 'c']))]]);
    expect(cycleFrom('e', outside)).toBeNull();
  });

  it('元の指標から、使っている指標が分かる', () => {
    expect(usersOf('c', ring).map(({ indicatorKey }) => indicatorKey)).toEqual(['a', 'b', 'd']);
  });
});
