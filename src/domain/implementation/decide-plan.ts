import { formatFiscalYear, isFiscalYear } from '../kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { PlanCell } from './cells.ts';
import {
  type ImplementationAmount,
  type ImplementationPlan,
  longestPlanYears,
  yearsOf,
} from './implementation-plan.ts';

const longestTitle = 100;

/** A plan somebody wants to begin. `startFiscalYear` and `years` are NaN where they were no numbers. */
export type WantedPlan = Pick<ImplementationPlan, 'startFiscalYear' | 'years' | 'mode' | 'title' | 'note'>;

/** `others`: plans the town has; one begins in a year at most, and a year of fixed plans is in one of them only. */
export const checkNewPlan = (
  wanted: WantedPlan,
  others: readonly ImplementationPlan[],
): readonly Problem[] => {
  const { startFiscalYear, years, title } = wanted;
  const isYear = isFiscalYear(startFiscalYear) && startFiscalYear >= 2000;
  const hasLength = Number.isInteger(years) && years >= 1 && years <= longestPlanYears;
  const same = others.find((other) => other.startFiscalYear === startFiscalYear);
  const across =
    isYear && hasLength && wanted.mode === 'fixed'
      ? others.find(
          (other) =>
            other.mode === 'fixed' &&
            other !== same &&
            yearsOf(other).some((year) => yearsOf(wanted).includes(year)),
        )
      : undefined;
  return [
    ...(isYear ? [] : [errorAt('implementation-start', ['startFiscalYear'])]),
    ...(hasLength ? [] : [errorAt('implementation-years', ['years'], { longest: longestPlanYears })]),
    ...(title.trim() === '' ? [errorAt('text-missing', ['title'])] : []),
    ...([...title].length > longestTitle
      ? [errorAt('text-too-long', ['title'], { length: [...title].length, limit: longestTitle })]
      : []),
    ...(isYear && same !== undefined
      ? [
          errorAt('implementation-exists', ['startFiscalYear'], {
            year: formatFiscalYear(startFiscalYear, 'wareki'),
            title: same.title,
          }),
        ]
      : []),
    ...(across === undefined
      ? []
      : [errorAt('implementation-overlap', ['startFiscalYear'], { title: across.title })]),
  ];
};

/** The plan that follows: rolling, a year later with what is said of the years both have; fixed, when its years are over. */
export const rollForward = (
  plan: ImplementationPlan,
  cells: ReadonlyMap<string, PlanCell>,
): {
  readonly plan: Pick<ImplementationPlan, 'startFiscalYear' | 'years' | 'mode'>;
  readonly amounts: readonly ImplementationAmount[];
} => {
  const { years, mode } = plan;
  const next = { startFiscalYear: plan.startFiscalYear + (mode === 'rolling' ? 1 : years), years, mode };
  const held = new Set(yearsOf(next));
  return {
    plan: next,
    amounts: [...cells.values()]
      .filter(({ fiscalYear }) => held.has(fiscalYear))
      .map(({ programmeKey, fiscalYear, amountThousandYen, generalThousandYen }) => ({
        programmeKey,
        fiscalYear,
        correction: 0,
        amountThousandYen,
        generalThousandYen,
        reason: '',
      })),
  };
};

/** 確定する: a plan that says something. */
export const decideSettle = (
  plan: ImplementationPlan,
  cells: ReadonlyMap<string, PlanCell>,
): Result<ImplementationPlan, Problem> => {
  if (plan.state !== 'draft') return refuse(errorAt('implementation-settled', [], { title: plan.title }));
  if (cells.size === 0) return refuse(errorAt('implementation-empty', [], { title: plan.title }));
  return ok({ ...plan, state: 'settled' });
};

/** 公表する: what is settled and not yet public as it stands. */
export const decidePublish = (plan: ImplementationPlan): Result<ImplementationPlan, Problem> =>
  plan.state === 'settled'
    ? ok({ ...plan, state: 'published' })
    : refuse(
        errorAt(plan.state === 'draft' ? 'implementation-not-settled' : 'implementation-public', [], {
          title: plan.title,
        }),
      );
