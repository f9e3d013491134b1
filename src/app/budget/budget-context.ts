import { findBudgetYear, loadBudgetSchemes, type StoredBudgetYear } from '../../db/read-budget.ts';
import { listUnits } from '../../db/read-town.ts';
import type { TenantTx } from '../../db/tenant.ts';
import type { BudgetScheme } from '../../domain/budget/budget-scheme.ts';
import { frameUnit } from '../../domain/budget/frame-unit.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { type Refusal, refused } from '../refusal.ts';
import { readBudgetScheme } from './read-budget-scheme.ts';

/** What every command of a budget year is decided from. */
export interface BudgetContext {
  readonly year: StoredBudgetYear;
  readonly scheme: BudgetScheme;
  readonly units: readonly OrganisationUnit[];
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
  /** Whose frame the programmes of a unit are in. */
  readonly frameUnitOf: (unitKey: string) => string;
  readonly unitName: (unitKey: string) => string;
  readonly className: (expenseClass: string) => string;
}

/** The rule of a version, readable; null: none such, or one that cannot be computed with. */
export const findScheme = async (
  tx: TenantTx,
  schemeKey: string,
  schemeVersion: number,
): Promise<BudgetScheme | null> => {
  const stored = (await loadBudgetSchemes(tx)).find(
    (each) => each.schemeKey === schemeKey && each.schemeVersion === schemeVersion,
  );
  const scheme = stored === undefined ? null : readBudgetScheme(stored.content);
  return scheme?.ok ? scheme.value : null;
};

export const contextOf = async (
  tx: TenantTx,
  year: StoredBudgetYear,
): Promise<Result<BudgetContext, Refusal>> => {
  const scheme = await findScheme(tx, year.schemeKey, year.schemeVersion);
  if (scheme === null) return refused('budget-scheme-unknown', ['schemeKey']);
  const units = await listUnits(tx);
  const ancestors = ancestorsOf(units);
  const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
  const classes = new Map(scheme.expenseClasses.map(({ key, label }) => [key, label]));
  return ok({
    year,
    scheme,
    units,
    ancestors,
    frameUnitOf: frameUnit(scheme, ancestors),
    unitName: (unitKey) => names.get(unitKey) ?? unitKey,
    className: (key) => classes.get(key) ?? key,
  });
};

/** A settled year does not change any more; what is not in one of `states` is not yet, or no longer, the time. */
export const openYear = async (
  tx: TenantTx,
  fiscalYear: number,
  states: readonly StoredBudgetYear['state'][],
  seen?: number,
): Promise<Result<BudgetContext, Refusal>> => {
  const year = await findBudgetYear(tx, fiscalYear, 'update');
  if (year === null) return refused('budget-year-unknown', ['fiscalYear'], { fiscalYear });
  if (!states.includes(year.state)) {
    const isShut = year.state === 'settled' || year.state === 'published';
    const code = isShut
      ? 'budget-year-settled'
      : states.includes('settled')
        ? 'budget-not-settled'
        : year.state === 'notified'
          ? 'budget-frames-notified'
          : 'budget-not-notified';
    return refused(code, ['fiscalYear'], { fiscalYear });
  }
  if (seen !== undefined && year.version !== seen) return refused('changed-meanwhile', ['fiscalYear']);
  return contextOf(tx, year);
};

/** States in which the division still writes and the frames may move. */
export const beforeSettling = ['preparing', 'notified'] as const;
