import type { CommonDirection } from '../evaluation/common-direction.ts';
import {
  addFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  signOfFraction,
  subtractFractions,
  wholeFraction,
} from '../kernel/fraction.ts';
import type { FrameRule } from './budget-scheme.ts';
import {
  amountOf,
  asOne,
  digits,
  type FrameCell,
  isWithin,
  none,
  shown,
  stepped,
  sumOf,
} from './frame-cell.ts';
import { largestRemainder } from './largest-remainder.ts';

/** Cells after a rule, and what of its money found no place. */
export interface RuleResult {
  readonly cells: readonly FrameCell[];
  readonly unplacedThousandYen: number;
}

type Of<By extends FrameRule['by']> = FrameRule & { readonly by: By };

const named = ({ key, label }: FrameRule) => ({ rule: key, label });

const each = (
  cells: readonly FrameCell[],
  rule: FrameRule,
  change: (cell: FrameCell) => FrameCell,
): RuleResult => ({
  cells: cells.map((cell) => (isWithin(rule, cell) ? change(cell) : cell)),
  unplacedThousandYen: 0,
});

const multiplied = (parts: FrameCell['parts'], rateOf: (direction: CommonDirection | '') => Fraction) =>
  new Map(
    [...parts].map(
      ([direction, amount]) => [direction, multiplyFractions(amount, rateOf(direction))] as const,
    ),
  );

const byRate = (cells: readonly FrameCell[], rule: Of<'rate'>): RuleResult => {
  const rate = fractionOf(rule.rate);
  return each(cells, rule, (cell) =>
    stepped(
      cell,
      named(rule),
      multiplied(cell.parts, () => rate),
      `${digits(shown(amountOf(cell)))} × ${rule.rate}`,
    ),
  );
};

const byDirection = (cells: readonly FrameCell[], rule: Of<'direction'>): RuleResult => {
  const rateOf = (direction: CommonDirection | ''): string =>
    (direction === '' ? undefined : rule.rates[direction]) ?? rule.otherwise;
  return each(cells, rule, (cell) =>
    stepped(
      cell,
      named(rule),
      multiplied(cell.parts, (direction) => fractionOf(rateOf(direction))),
      [...cell.parts]
        .filter(([, amount]) => signOfFraction(amount) !== 0)
        .map(([direction, amount]) => `${digits(shown(amount))} × ${rateOf(direction)}`)
        .join(' + ') || '0',
    ),
  );
};

/** Places an amount on cells by weight: what cannot be placed is said. */
const placed = (
  cells: readonly FrameCell[],
  rule: FrameRule,
  total: number,
  weightOf: (cell: FrameCell) => number,
  add: (cell: FrameCell, share: number, arithmetic: string) => FrameCell,
): RuleResult => {
  const within = cells.filter((cell) => isWithin(rule, cell));
  const weights = within.map((cell) => Math.max(0, weightOf(cell)));
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return { cells, unplacedThousandYen: total };
  const shares = largestRemainder(
    total,
    weights.map((weight) => BigInt(weight)),
  );
  const byCell = new Map(
    within.map((cell, at) => [cell, { share: shares[at] ?? 0, weight: weights[at] ?? 0 }] as const),
  );
  return {
    unplacedThousandYen: 0,
    cells: cells.map((cell) => {
      const found = byCell.get(cell);
      return found === undefined
        ? cell
        : add(cell, found.share, `${digits(total)} × ${digits(found.weight)} ÷ ${digits(sum)}`);
    }),
  };
};

const bySlot = (cells: readonly FrameCell[], rule: Of<'slot'>): RuleResult =>
  placed(
    cells,
    rule,
    rule.amountThousandYen,
    ({ parts }) => shown(sumOf(rule.directions.map((direction) => parts.get(direction) ?? none))),
    (cell, share, arithmetic) => {
      const parts = new Map(cell.parts);
      parts.set('', addFractions(parts.get('') ?? none, wholeFraction(share)));
      return stepped(cell, named(rule), parts, `${digits(shown(amountOf(cell)))} + ${arithmetic}`);
    },
  );

/** Savings of the scope come back to the class `to` of the same unit. */
const byReturn = (cells: readonly FrameCell[], rule: Of<'return'>): RuleResult => {
  const share = fractionOf(rule.share);
  const saved = new Map<string, Fraction>();
  for (const cell of cells)
    if (isWithin(rule, cell) && cell.expenseClass !== rule.to) {
      const saving = subtractFractions(wholeFraction(cell.baseThousandYen), amountOf(cell));
      if (signOfFraction(saving) > 0)
        saved.set(cell.unitKey, addFractions(saved.get(cell.unitKey) ?? none, saving));
    }
  const there = new Set(
    cells.filter(({ expenseClass }) => expenseClass === rule.to).map(({ unitKey }) => unitKey),
  );
  const missing = [...saved.keys()].filter((unitKey) => !there.has(unitKey));
  const all: readonly FrameCell[] = [
    ...cells,
    ...missing.map((unitKey) => ({
      unitKey,
      expenseClass: rule.to,
      baseThousandYen: 0,
      parts: asOne(0),
      steps: [],
    })),
  ];
  return {
    unplacedThousandYen: 0,
    cells: all.map((cell) => {
      const saving = cell.expenseClass === rule.to ? saved.get(cell.unitKey) : undefined;
      if (saving === undefined) return cell;
      const parts = new Map(cell.parts);
      parts.set('', addFractions(parts.get('') ?? none, multiplyFractions(saving, share)));
      const before = digits(shown(amountOf(cell)));
      return stepped(cell, named(rule), parts, `${before} + ${digits(shown(saving))} × ${rule.share}`);
    }),
  };
};

/** What is left of the revenue after every other class, shared out in proportion. Nothing left: nought. */
const byRest = (
  cells: readonly FrameCell[],
  rule: Of<'rest'>,
  revenueThousandYen: number | null,
  unit: number,
): RuleResult => {
  if (revenueThousandYen === null) return { cells, unplacedThousandYen: 0 };
  const first = shown(sumOf(cells.filter((cell) => !isWithin(rule, cell)).map(amountOf)));
  const rest = Math.max(0, revenueThousandYen - first);
  const asked = shown(sumOf(cells.filter((cell) => isWithin(rule, cell)).map(amountOf)));
  if (rule.when === 'exceeded' && asked <= rest) return { cells, unplacedThousandYen: 0 };
  const whole = Math.floor(rest / unit);
  const result = placed(
    cells,
    rule,
    whole,
    (cell) => shown(amountOf(cell)),
    (cell, share) =>
      stepped(
        cell,
        named(rule),
        asOne(share * unit),
        `（${digits(revenueThousandYen)} − ${digits(first)}）× ${digits(shown(amountOf(cell)))} ÷ ${digits(asked)}`,
      ),
  );
  return { ...result, unplacedThousandYen: rest - (whole - result.unplacedThousandYen) * unit };
};

/** One rule on all cells. */
export const applyRule = (
  cells: readonly FrameCell[],
  rule: FrameRule,
  revenueThousandYen: number | null,
  unit: number,
): RuleResult => {
  switch (rule.by) {
    case 'rate':
      return byRate(cells, rule);
    case 'direction':
      return byDirection(cells, rule);
    case 'zero':
      return each(cells, rule, (cell) => stepped(cell, named(rule), asOne(0), 'ゼロから積み上げる'));
    case 'fixed':
      return each(cells, rule, (cell) =>
        stepped(cell, named(rule), asOne(rule.amountThousandYen), `定額 ${digits(rule.amountThousandYen)}`),
      );
    case 'slot':
      return bySlot(cells, rule);
    case 'return':
      return byReturn(cells, rule);
    case 'rest':
      return byRest(cells, rule, revenueThousandYen, unit);
    default:
      return rule satisfies never;
  }
};
