import {
  addFractions,
  compareFractions,
  fractionOf,
  multiplyFractions,
  roundFraction,
  wholeFraction,
} from '../kernel/fraction.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { FrameStep, YearAmount } from './budget.ts';
import type { IncentiveRule } from './budget-scheme.ts';
import { digits } from './frame-cell.ts';

export interface Granted {
  readonly grantedThousandYen: number;
  readonly steps: readonly FrameStep[];
  readonly lastFiscalYear: number;
}

const percent = (rate: string): string => {
  const text = roundFraction(multiplyFractions(fractionOf(rate), wholeFraction(100)), 2, 'half-away');
  return `${text.replace(/\.?0+$/, '')}%`;
};

/** @param points by criterion key; every criterion is asked for. Fractions of a thousand yen are dropped. */
export const grantIncentive = (
  rule: IncentiveRule,
  effectThousandYen: number,
  points: Readonly<Record<string, number>>,
  fiscalYear: number,
): Result<Granted, readonly Problem[]> => {
  const unknown = rule.criteria.filter(
    ({ key, levels }) => !levels.some((level) => level.points === points[key]),
  );
  const problems = [
    ...(Number.isSafeInteger(effectThousandYen) && effectThousandYen > 0
      ? []
      : [errorAt('budget-amount', ['effectThousandYen'])]),
    ...unknown.map(({ key, label }) => errorAt('incentive-points', [`points.${key}`], { label })),
  ];
  if (problems.length > 0) return refuse(problems);
  const sum = rule.criteria.reduce((total, { key }) => total + (points[key] ?? 0), 0);
  const reached = rule.additions
    .filter(({ fromPoints }) => fromPoints <= sum)
    .sort((a, b) => b.fromPoints - a.fromPoints)[0];
  const added = addFractions(fractionOf(rule.baseRate), fractionOf(reached?.rate ?? '0'));
  const least = fractionOf(rule.leastRate);
  const greatest = fractionOf(rule.greatestRate);
  const rate =
    compareFractions(added, least) < 0 ? least : compareFractions(added, greatest) > 0 ? greatest : added;
  const rateText = roundFraction(rate, 4, 'half-away').replace(/\.?0+$/, '');
  const before = Number(roundFraction(multiplyFractions(wholeFraction(effectThousandYen), rate), 0, 'down'));
  const granted = rule.capThousandYen === null ? before : Math.min(before, rule.capThousandYen);
  const steps: FrameStep[] = [
    {
      rule: 'incentive-rate',
      label: '還元の率',
      arithmetic: `${percent(rule.baseRate)} + ${percent(reached?.rate ?? '0')}（${sum}点）、${percent(rule.leastRate)}〜${percent(rule.greatestRate)}`,
      amountThousandYen: 0,
    },
    {
      rule: 'incentive-amount',
      label: '効果額 × 率',
      arithmetic: `${digits(effectThousandYen)} × ${percent(rateText)}`,
      amountThousandYen: before,
    },
  ];
  if (granted < before)
    steps.push({
      rule: 'incentive-cap',
      label: '上限額',
      arithmetic: `${digits(before)} → ${digits(granted)}`,
      amountThousandYen: granted,
    });
  return ok({ grantedThousandYen: granted, steps, lastFiscalYear: fiscalYear + rule.usableYears - 1 });
};

export interface UsableIncentive {
  readonly name: string;
  readonly fiscalYear: number;
  readonly lastFiscalYear: number;
  readonly grantedThousandYen: number;
  readonly used: readonly YearAmount[];
}

export const leftOf = ({ grantedThousandYen, used }: UsableIncentive): number =>
  grantedThousandYen - used.reduce((sum, { amountThousandYen }) => sum + amountThousandYen, 0);

/** 還元の使用: within its years and within what is left. */
export const spendIncentive = (
  incentive: UsableIncentive,
  fiscalYear: number,
  amountThousandYen: number,
): Result<readonly YearAmount[], readonly Problem[]> => {
  const { name, lastFiscalYear } = incentive;
  if (!Number.isSafeInteger(amountThousandYen) || amountThousandYen <= 0)
    return refuse([errorAt('budget-amount', ['amountThousandYen'])]);
  if (fiscalYear < incentive.fiscalYear || fiscalYear > lastFiscalYear)
    return refuse([
      errorAt('incentive-year', ['fiscalYear'], { name, first: incentive.fiscalYear, last: lastFiscalYear }),
    ]);
  const left = leftOf(incentive);
  if (amountThousandYen > left)
    return refuse([errorAt('incentive-spent', ['amountThousandYen'], { name, left })]);
  const before = incentive.used.find((each) => each.fiscalYear === fiscalYear)?.amountThousandYen ?? 0;
  return ok([
    ...incentive.used.filter((each) => each.fiscalYear !== fiscalYear),
    { fiscalYear, amountThousandYen: before + amountThousandYen },
  ]);
};
