import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetScheme } from '../../../test/factories/budget-scheme.ts';
import { commonDirections } from '../evaluation/common-direction.ts';
import { computeFrames } from './compute-frames.ts';
import { largestRemainder } from './largest-remainder.ts';

const bases = fc.array(
  fc.record({
    programmeKey: fc.string(),
    unitKey: fc.constantFrom('a', 'b', 'c', 'd'),
    expenseClass: fc.constantFrom('obligatory', 'general'),
    direction: fc.constantFrom(null, ...commonDirections),
    amountThousandYen: fc.nat(5_000_000),
  }),
  { minLength: 1, maxLength: 40 },
);
const schemes = fc
  .record({
    unitThousandYen: fc.constantFrom(1, 10, 100, 1000),
    mode: fc.constantFrom('half-away', 'down'),
  })
  .map((rounding) => budgetScheme('seiro-demonstration', { rounding }));

describe('配分枠', () => {
  it('最大剰余法の合計は、ちょうど元の額', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.array(fc.nat(1_000_000), { minLength: 1 }).filter((weights) => weights.some((each) => each > 0)),
        (total, weights) => {
          const parts = largestRemainder(
            total,
            weights.map((weight) => BigInt(weight)),
          );
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          const sum = weights.reduce((a, b) => a + b, 0);
          for (const [at, weight] of weights.entries())
            expect(Math.abs((parts[at] ?? 0) - (total * weight) / sum)).toBeLessThan(1.000001);
        },
      ),
    );
  });

  it('枠の合計は歳入見込みを超えない。超えるのは義務的な経費だけのとき', () => {
    fc.assert(
      fc.property(schemes, bases, fc.nat(50_000_000), (scheme, list, revenue) => {
        const { totalThousandYen, beyondRevenueThousandYen, frames } = computeFrames(scheme, list, revenue);
        expect(totalThousandYen).toBeLessThanOrEqual(revenue + beyondRevenueThousandYen);
        expect(frames.every(({ computedThousandYen }) => computedThousandYen >= 0)).toBe(true);
      }),
    );
  });

  it('歳入見込みが増えて、減る枠の合計はない', () => {
    fc.assert(
      fc.property(schemes, bases, fc.nat(20_000_000), fc.nat(1_000_000), (scheme, list, revenue, more) => {
        const least = computeFrames(scheme, list, revenue).totalThousandYen;
        expect(computeFrames(scheme, list, revenue + more).totalThousandYen).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it('最後の式の額が枠の額', () => {
    fc.assert(
      fc.property(schemes, bases, fc.option(fc.nat(20_000_000)), (scheme, list, revenue) => {
        for (const { steps, computedThousandYen } of computeFrames(scheme, list, revenue).frames)
          expect(steps.at(-1)?.amountThousandYen).toBe(computedThousandYen);
      }),
    );
  });
});
