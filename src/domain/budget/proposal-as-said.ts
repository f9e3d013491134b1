import type { CommonDirection } from '../evaluation/common-direction.ts';
import { fractionOf, multiplyFractions, wholeFraction } from '../kernel/fraction.ts';
import type { ProposalKind } from './budget.ts';
import type { BudgetScheme } from './budget-scheme.ts';
import { isWithin, shown } from './frame-cell.ts';

/** What a proposal begins with: its kind and 一般財源, in thousand yen. */
export interface AsSaid {
  readonly kind: Exclude<ProposalKind, 'new'>;
  readonly generalThousandYen: number;
  /** Rate the rule gives the direction, as it is written there; null: the rule says nothing of it */
  readonly rate: string | null;
}

/** The kind an amount is of, beside the amount of the base year. */
export const kindOfAmount = (
  baseThousandYen: number,
  generalThousandYen: number,
): 'expand' | 'continue' | 'reduce' =>
  generalThousandYen > baseThousandYen
    ? 'expand'
    : generalThousandYen < baseThousandYen
      ? 'reduce'
      : 'continue';

/**
 * 評価の方向どおりの提案: the amount of the base year by the rates the rule gives what the evaluation said. Where the
 * rule says no rate (another class, another unit, no such rule) the amount is nobody's but the division's: as it was.
 * A rate of nought is 廃止.
 * @param frame the unit whose frame the programme is in, and its class
 */
export const proposalAsSaid = (
  { rules }: Pick<BudgetScheme, 'rules'>,
  frame: { readonly unitKey: string; readonly expenseClass: string },
  direction: CommonDirection | null,
  baseThousandYen: number,
): AsSaid => {
  const rule = rules.find((each) => each.by === 'direction' && isWithin(each, frame));
  const rate =
    rule?.by !== 'direction' || direction === null ? null : (rule.rates[direction] ?? rule.otherwise);
  if (rate === null) return { kind: 'continue', generalThousandYen: baseThousandYen, rate };
  const general = shown(multiplyFractions(wholeFraction(baseThousandYen), fractionOf(rate)));
  return Number(rate) === 0
    ? { kind: 'stop', generalThousandYen: 0, rate }
    : { kind: kindOfAmount(baseThousandYen, general), generalThousandYen: general, rate };
};
