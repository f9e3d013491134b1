import type { CommonDirection } from '../evaluation/common-direction.ts';
import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  roundFraction,
  wholeFraction,
} from '../kernel/fraction.ts';
import type { ProgrammeBase } from './base-amounts.ts';
import type { FrameStep } from './budget.ts';
import type { BudgetScheme, FrameRounding } from './budget-scheme.ts';
import { amountOf, asOne, digits, type FrameCell, none, shown, stepped } from './frame-cell.ts';
import { applyRule } from './frame-rules.ts';
import { largestRemainder } from './largest-remainder.ts';

/** A frame as the rules give it, whole thousand yen. */
export interface ComputedFrame {
  readonly unitKey: string;
  readonly expenseClass: string;
  readonly baseThousandYen: number;
  readonly computedThousandYen: number;
  readonly steps: readonly FrameStep[];
}

export interface ComputedFrames {
  /** 枠配分経費 */
  readonly frames: readonly ComputedFrame[];
  /** 枠配分外経費: counted, not allocated */
  readonly outside: readonly ComputedFrame[];
  readonly totalThousandYen: number;
  /** null: not estimated */
  readonly revenueThousandYen: number | null;
  /** Money of rules that found no place, and what rounding left. */
  readonly undistributedThousandYen: number;
  /** How much the costs that cannot be cut exceed the revenue; 0: they do not. */
  readonly beyondRevenueThousandYen: number;
}

const cellsOf = (bases: readonly ProgrammeBase[]): readonly FrameCell[] => {
  const cells = new Map<string, { cell: FrameCell; parts: Map<CommonDirection | '', Fraction> }>();
  for (const { unitKey, expenseClass, direction, amountThousandYen } of bases) {
    const key = `${unitKey}\n${expenseClass}`;
    const parts = cells.get(key)?.parts ?? new Map();
    const part = direction ?? '';
    parts.set(part, addFractions(parts.get(part) ?? none, wholeFraction(amountThousandYen)));
    const base = (cells.get(key)?.cell.baseThousandYen ?? 0) + amountThousandYen;
    cells.set(key, { parts, cell: { unitKey, expenseClass, baseThousandYen: base, parts, steps: [] } });
  }
  return [...cells.values()].map(({ cell }) => ({
    ...cell,
    steps: [
      {
        rule: 'base',
        label: '基準年度の額',
        arithmetic: digits(cell.baseThousandYen),
        amountThousandYen: cell.baseThousandYen,
      },
    ],
  }));
};

const rounded = (cell: FrameCell, { unitThousandYen: unit, mode }: FrameRounding): FrameCell => {
  const exact = amountOf(cell);
  const units = divideFractions(exact, wholeFraction(unit)) ?? none;
  const amount = Number(roundFraction(units, 0, mode)) * unit;
  if (compareFractions(exact, wholeFraction(amount)) === 0) return { ...cell, parts: asOne(amount) };
  const how = mode === 'down' ? '切り捨て' : '四捨五入';
  return stepped(
    cell,
    { rule: 'rounding', label: '端数処理' },
    asOne(amount),
    `${roundFraction(exact, 3, 'half-away')} を${digits(unit)}千円単位に${how}`,
  );
};

/** The whole within the revenue: what is not obligatory is cut in proportion, exactly. */
const underCeiling = (
  scheme: BudgetScheme,
  cells: readonly FrameCell[],
  revenue: number,
): { readonly cells: readonly FrameCell[]; readonly beyond: number } => {
  const unit = scheme.rounding.unitThousandYen;
  const cuttable = new Set(
    scheme.expenseClasses.filter((each) => each.inFrame && !each.obligatory).map(({ key }) => key),
  );
  const free = cells.filter(({ expenseClass }) => cuttable.has(expenseClass));
  const sum = (list: readonly FrameCell[]) => list.reduce((total, cell) => total + shown(amountOf(cell)), 0);
  const fixed = sum(cells) - sum(free);
  if (sum(cells) <= revenue) return { cells, beyond: 0 };
  const rest = Math.max(0, revenue - fixed);
  const shares = largestRemainder(
    Math.floor(rest / unit),
    free.map((cell) => BigInt(Math.max(0, shown(amountOf(cell))))),
  );
  const asked = sum(free);
  const byCell = new Map(free.map((cell, at) => [cell, (shares[at] ?? 0) * unit]));
  return {
    beyond: Math.max(0, fixed - revenue),
    cells: cells.map((cell) => {
      const share = byCell.get(cell);
      return share === undefined
        ? cell
        : stepped(
            cell,
            { rule: 'ceiling', label: '歳入見込みの範囲に収める' },
            asOne(share),
            `（${digits(revenue)} − ${digits(fixed)}）× ${digits(shown(amountOf(cell)))} ÷ ${digits(asked)}`,
          );
    }),
  };
};

/**
 * 配分枠の計算: the rules in their order, rounding, then the ceiling. Exact between the rounding steps.
 * @param revenueThousandYen 歳入見込み (一般財源); null: not estimated, then nothing limits the whole
 */
export const computeFrames = (
  scheme: BudgetScheme,
  bases: readonly ProgrammeBase[],
  revenueThousandYen: number | null,
): ComputedFrames => {
  const unit = scheme.rounding.unitThousandYen;
  let cells = cellsOf(bases);
  let undistributed = 0;
  for (const rule of scheme.rules) {
    const applied = applyRule(cells, rule, revenueThousandYen, unit);
    cells = applied.cells;
    undistributed += applied.unplacedThousandYen;
  }
  const limited = new Map(scheme.expenseClasses.map((each) => [each.key, each.inFrame]));
  cells = cells.map((cell) =>
    rounded(
      cell,
      limited.get(cell.expenseClass) ? scheme.rounding : { unitThousandYen: 1, mode: 'half-away' },
    ),
  );
  const held =
    scheme.ceiling === 'revenue' && revenueThousandYen !== null
      ? underCeiling(scheme, cells, revenueThousandYen)
      : { cells, beyond: 0 };
  const frames = held.cells.map(
    (cell): ComputedFrame => ({
      unitKey: cell.unitKey,
      expenseClass: cell.expenseClass,
      baseThousandYen: cell.baseThousandYen,
      computedThousandYen: shown(amountOf(cell)),
      steps: cell.steps,
    }),
  );
  return {
    frames: frames.filter(({ expenseClass }) => limited.get(expenseClass) === true),
    outside: frames.filter(({ expenseClass }) => limited.get(expenseClass) !== true),
    totalThousandYen: frames.reduce((sum, { computedThousandYen }) => sum + computedThousandYen, 0),
    revenueThousandYen,
    undistributedThousandYen: undistributed,
    beyondRevenueThousandYen: held.beyond,
  };
};
