import { describe, expect, it } from 'vitest';
import { configuredTerm, type PlanInLine, registeredSuccessor } from './next-plan.ts';
import type { ReviewRow } from './plan.ts';

const plan = (planKey: string, start: number, change: Partial<PlanInLine> = {}): PlanInLine => ({
  planKey,
  kind: 'mid-term-strategy',
  parentPlanKey: 'long',
  predecessorPlanKey: null,
  period: { start, end: start + 2 },
  ...change,
});
const first = plan('first', 2024);

describe('次の期として登録してある計画', () => {
  it.each<[string, PlanInLine, string | null]>([
    ['前の計画として指している', plan('second', 2030, { predecessorPlanKey: 'first' }), 'second'],
    ['上位と種類が同じで、翌年度に始まる', plan('second', 2027), 'second'],
    ['翌年度に始まらない', plan('second', 2028), null],
    ['種類が違う', plan('second', 2027, { kind: 'implementation' }), null],
    ['上位が違う', plan('second', 2027, { parentPlanKey: 'other' }), null],
    ['別の計画を前の計画としている', plan('second', 2027, { predecessorPlanKey: 'other' }), null],
  ])('%s', (_, other, expected) => {
    expect(registeredSuccessor(first, [first, other])?.planKey ?? null).toBe(expected);
  });

  it('指している計画を、並んでいるだけの計画より先にとる', () => {
    const named = plan('named', 2027, { predecessorPlanKey: 'first' });
    expect(registeredSuccessor(first, [plan('beside', 2027), named])?.planKey).toBe('named');
  });

  it('上位のない計画どうしは、続いていても次の期とは決めない', () => {
    const alone = { parentPlanKey: null };
    expect(registeredSuccessor(plan('a', 2024, alone), [plan('b', 2027, alone)])).toBeNull();
  });
});

const row = (...periods: ReviewRow['periods'][number][]): ReviewRow => ({
  group: 'strategy',
  label: '中期戦略',
  periods,
  marks: [],
});

describe('見直し周期に描いてある次の期', () => {
  const terms = row(
    { start: 2024, end: 2026, label: '第1期' },
    { start: 2027, end: 2029, label: '第2期' },
    { start: 2030, end: 2032 },
  );
  it.each<[string, ReviewRow[], [number, number], unknown]>([
    ['次の棒', [terms], [2024, 2026], { start: 2027, end: 2029, label: '第2期' }],
    ['名前のない棒', [terms], [2027, 2029], { start: 2030, end: 2032, label: '' }],
    ['最後の期', [terms], [2030, 2032], null],
    ['ほかの計画の行', [row({ start: 2027, end: 2030 })], [2024, 2026], null],
  ])('%s', (_, rows, [start, end], expected) => {
    expect(configuredTerm([rows], { start, end })).toEqual(expected);
  });
});
