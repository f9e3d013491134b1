import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearlyValues } from '../../../../test/factories/judgeable.ts';
import { computeIndicators } from './compute-indicators.ts';
import type { ComputableIndicator } from './computed-indicator.ts';
import { computingOrder } from './computing-order.ts';

const base = { unit: '', decimals: 6, name: '' };

/** Some measured indicators, and computed ones that use only what stands before them; given in any order. */
const acyclic = fc
  .record({
    leaves: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 4 }),
    rules: fc.array(
      fc.record({
        operation: fc.constantFrom('ratio', 'sum', 'difference', 'per-resident'),
        first: fc.nat(),
        second: fc.nat(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    shift: fc.nat(),
  })
  .map(({ leaves, rules, shift }) => {
    const indicators: ComputableIndicator[] = leaves.map((value, at) => ({
      ...base,
      indicatorKey: `k${at}`,
      rule: null,
      values: yearlyValues({ 2022: String(value) }, { standardError: '2' }),
    }));
    for (const { operation, first, second } of rules) {
      const at = indicators.length;
      indicators.push({
        ...base,
        indicatorKey: `k${at}`,
        rule: { operation, operands: [`k${first % at}`, `k${second % at}`], factor: '1' },
        values: [],
      });
    }
    const turn = shift % indicators.length;
    return [...indicators.slice(turn), ...indicators.slice(0, turn)].toReversed();
  });

type Figures = Readonly<Record<string, number>>;

/** The same computation by floats and recursion. */
const plainValue = (key: string, all: readonly ComputableIndicator[], measured: Figures): number => {
  const rule = all.find(({ indicatorKey }) => indicatorKey === key)?.rule;
  if (rule == null) return measured[key] ?? Number.NaN;
  const [a = 0, b = 0] = rule.operands.map((operand) => plainValue(operand, all, measured));
  if (rule.operation === 'sum') return a + b;
  return rule.operation === 'difference' ? a - b : a / b;
};

const figuresOf = (all: readonly ComputableIndicator[]): Figures =>
  Object.fromEntries(
    all.flatMap(({ indicatorKey, values }) =>
      values.map(({ value }) => [indicatorKey, Number(value)] as const),
    ),
  );

describe('計算する指標の性質', () => {
  it('どの並びで与えても、使われる指標が先に来る', () => {
    fc.assert(
      fc.property(acyclic, (indicators) => {
        const order = computingOrder(indicators);
        if (!order.ok) throw new Error('an order exists');
        const places = new Map(order.value.map(({ indicatorKey }, at) => [indicatorKey, at]));
        expect(places.size).toBe(indicators.length);
        for (const { indicatorKey, rule } of indicators)
          for (const operand of rule?.operands ?? [])
            expect(places.get(operand)).toBeLessThan(places.get(indicatorKey) ?? -1);
      }),
    );
  });

  it('値は、素朴に計算した値と同じ。感度は、数を少し動かした差と同じ', () => {
    fc.assert(
      fc.property(acyclic, (indicators) => {
        const all = computeIndicators(indicators);
        if (!all.ok) throw new Error('an order exists');
        const figures = figuresOf(indicators);
        for (const [key, { years }] of all.value) {
          const year = years.get(2022);
          const plain = plainValue(key, indicators, figures);
          if (year?.value == null) {
            expect(year?.lacking.length).toBeGreaterThan(0);
            continue;
          }
          if (!Number.isFinite(plain) || Math.abs(plain) > 1e6) continue;
          expect(Math.abs(Number(year.value) - plain)).toBeLessThan(1e-5 + Math.abs(plain) * 1e-9);
          for (const [leaf, change] of year.sensitivity) {
            const nudge = (by: number): number =>
              plainValue(key, indicators, { ...figures, [leaf]: (figures[leaf] ?? 0) + by });
            const slope = (nudge(1e-4) - nudge(-1e-4)) / 2e-4;
            // Next to a pole the difference quotient says nothing.
            if (Math.abs(change) < 1e3)
              expect(Math.abs(slope - change)).toBeLessThan(1e-3 + Math.abs(change) * 1e-2);
          }
        }
      }),
    );
  });

  it('輪は、たどれる順にそのすべての名で断る。輪の上に立つだけの指標は名指ししない', () => {
    fc.assert(
      fc.property(acyclic, fc.integer({ min: 1, max: 7 }), fc.nat(), (indicators, size, shift) => {
        const ring = Array.from(
          { length: size },
          (_, at): ComputableIndicator => ({
            ...base,
            indicatorKey: `r${at}`,
            rule: { operation: 'sum', operands: ['k0', `r${(at + 1) % size}`], factor: '1' },
            values: [],
          }),
        );
        const onTop: ComputableIndicator = {
          ...base,
          indicatorKey: 'top',
          rule: { operation: 'sum', operands: ['k1', `r${shift % size}`], factor: '1' },
          values: [],
        };
        const all = [onTop, ...indicators, ...ring].map((each) => ({ ...each, name: each.indicatorKey }));
        const order = computingOrder(all);
        if (order.ok) throw new Error('a circle has no order');
        expect(order.error).toHaveLength(1);
        const { cycle } = order.error[0]?.params ?? {};
        if (!Array.isArray(cycle)) throw new Error('the circle is named');
        expect(cycle.toSorted()).toEqual([...ring.map((each) => each.indicatorKey), cycle[0]].toSorted());
        cycle.slice(1).forEach((name, at) => {
          const user = all.find(({ indicatorKey }) => indicatorKey === cycle[at]);
          expect(user?.rule?.operands).toContain(name);
        });
      }),
    );
  });
});
