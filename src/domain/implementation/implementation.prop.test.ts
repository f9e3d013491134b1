import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellOf, cellsOf } from './cells.ts';
import { decideChanges } from './decide-changes.ts';
import { rollForward } from './decide-plan.ts';
import type { ImplementationAmount, ImplementationPlan } from './implementation-plan.ts';
import { totalsBy } from './totals.ts';
import { readTypedCells, type TypedCell } from './typed-cells.ts';

const plan: ImplementationPlan = {
  startFiscalYear: 2024,
  years: 3,
  mode: 'fixed',
  title: '実施計画',
  state: 'settled',
  correction: 0,
  note: '',
};
const key = fc.constantFrom('a', 'b', 'c', 'd');
const year = fc.constantFrom(2024, 2025, 2026);
const money = fc.nat(10_000_000);
const first = fc.uniqueArray(fc.record({ programmeKey: key, fiscalYear: year, amountThousandYen: money }), {
  selector: ({ programmeKey, fiscalYear }) => cellOf(programmeKey, fiscalYear),
});
const original = (each: Pick<ImplementationAmount, 'programmeKey' | 'fiscalYear' | 'amountThousandYen'>) => ({
  ...each,
  correction: 0,
  generalThousandYen: null,
  reason: '',
});
const correction = fc.uniqueArray(fc.record({ programmeKey: key, fiscalYear: year, amount: money }), {
  selector: ({ programmeKey, fiscalYear }) => cellOf(programmeKey, fiscalYear),
});

/** The sheet as a person who has just opened it would send it, with their amounts. */
const typed = (
  amounts: readonly ImplementationAmount[],
  wanted: readonly { readonly programmeKey: string; readonly fiscalYear: number; readonly amount: number }[],
): readonly TypedCell[] => {
  const cells = cellsOf(amounts);
  return wanted.map(({ programmeKey, fiscalYear, amount }) => {
    const now = cells.get(cellOf(programmeKey, fiscalYear));
    return {
      programmeKey,
      fiscalYear,
      amount: String(amount),
      general: '',
      seenAmount: now === undefined ? '' : String(now.amountThousandYen),
      seenGeneral: '',
      reason: '見直し',
    };
  });
};

it('補正を何度重ねても、いまの額は最後に入れた額で、はじめの額とすべての補正が残る', () => {
  fc.assert(
    fc.property(first, fc.array(correction, { maxLength: 5 }), (given, corrections) => {
      let amounts: readonly ImplementationAmount[] = given.map(original);
      let now = plan;
      const last = new Map(
        given.map((each) => [cellOf(each.programmeKey, each.fiscalYear), each.amountThousandYen]),
      );
      for (const wanted of corrections) {
        const { changes } = readTypedCells(typed(amounts, wanted));
        const decided = decideChanges(now, cellsOf(amounts), changes);
        if (!decided.ok) throw new Error(JSON.stringify(decided.error));
        expect(decided.value.remove).toEqual([]);
        amounts = [...amounts, ...decided.value.write];
        now = { ...now, correction: now.correction + 1 };
        for (const each of wanted) last.set(cellOf(each.programmeKey, each.fiscalYear), each.amount);
      }
      const cells = cellsOf(amounts);
      expect(new Map([...cells].map(([at, cell]) => [at, cell.amountThousandYen]))).toEqual(last);
      for (const each of given)
        expect(cells.get(cellOf(each.programmeKey, each.fiscalYear))?.original?.amountThousandYen).toBe(
          each.amountThousandYen,
        );
      const kept = [...cells.values()].reduce((sum, cell) => sum + cell.corrections.length, 0);
      expect(kept).toBe(amounts.length - given.length);
    }),
  );
});

it('一つずつの区分の合計を足すと、年度ごとにも全体と合う', () => {
  fc.assert(
    fc.property(first, fc.func(fc.constantFrom('x', 'y', 'z')), (given, groupOf) => {
      const cells = cellsOf(given.map(original));
      const [whole] = totalsBy(cells.values(), () => ['']);
      const parts = totalsBy(cells.values(), (programmeKey) => [groupOf(programmeKey)]);
      for (const fiscalYear of [2024, 2025, 2026])
        expect(parts.reduce((sum, part) => sum + (part.byYear.get(fiscalYear) ?? 0), 0)).toBe(
          whole?.byYear.get(fiscalYear) ?? 0,
        );
      expect(parts.reduce((sum, part) => sum + part.totalThousandYen, 0)).toBe(whole?.totalThousandYen ?? 0);
    }),
  );
});

it('毎年度の見直しで送った計画は、重なる年度で元の額と同じで、ほかの年度の額を持たない', () => {
  fc.assert(
    fc.property(first, (given) => {
      const cells = cellsOf(given.map(original));
      const rolled = cellsOf(rollForward({ ...plan, mode: 'rolling' }, cells).amounts);
      for (const [at, cell] of cells)
        expect(rolled.get(at)?.amountThousandYen).toBe(
          cell.fiscalYear === 2024 ? undefined : cell.amountThousandYen,
        );
      expect(rolled.size).toBe([...cells.values()].filter(({ fiscalYear }) => fiscalYear !== 2024).length);
    }),
  );
});
