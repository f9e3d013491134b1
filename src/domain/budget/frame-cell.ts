import type { CommonDirection } from '../evaluation/common-direction.ts';
import { addFractions, type Fraction, roundFraction, wholeFraction } from '../kernel/fraction.ts';
import type { FrameStep } from './budget.ts';
import type { FrameScope } from './budget-scheme.ts';

/** A frame while it is computed: amounts by what the evaluation said ('' for nothing), and how they came about. */
export interface FrameCell {
  readonly unitKey: string;
  readonly expenseClass: string;
  readonly baseThousandYen: number;
  readonly parts: ReadonlyMap<CommonDirection | '', Fraction>;
  readonly steps: readonly FrameStep[];
}

export const none: Fraction = wholeFraction(0);

export const sumOf = (amounts: Iterable<Fraction>): Fraction => [...amounts].reduce(addFractions, none);

export const amountOf = (cell: FrameCell): Fraction => sumOf(cell.parts.values());

/** Thousand yen, for a line of the arithmetic. */
export const shown = (amount: Fraction): number => Number(roundFraction(amount, 0, 'half-away'));

export const isWithin = (
  { classes, units }: FrameScope,
  cell: Pick<FrameCell, 'unitKey' | 'expenseClass'>,
): boolean =>
  (classes === null || classes.includes(cell.expenseClass)) &&
  (units === null || units.includes(cell.unitKey));

/** 82,400 */
export const digits = (amountThousandYen: number): string => {
  const text = String(Math.abs(amountThousandYen)).replace(/\B(?=(\d{3})+$)/g, ',');
  return amountThousandYen < 0 ? `-${text}` : text;
};

/** The cell with new parts and the line that says how. */
export const stepped = (
  cell: FrameCell,
  rule: Pick<FrameStep, 'rule' | 'label'>,
  parts: ReadonlyMap<CommonDirection | '', Fraction>,
  arithmetic: string,
): FrameCell => {
  const next = { ...cell, parts };
  const step = {
    rule: rule.rule,
    label: rule.label,
    arithmetic,
    amountThousandYen: shown(amountOf(next)),
  };
  return { ...next, steps: [...cell.steps, step] };
};

/** Everything as one part: what the evaluation said does not count any more. */
export const asOne = (amountThousandYen: number): FrameCell['parts'] =>
  new Map([['', wholeFraction(amountThousandYen)]]);
