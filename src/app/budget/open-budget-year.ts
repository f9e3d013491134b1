import { findBudgetYear, loadBudgetSchemes } from '../../db/read-budget.ts';
import { findRound } from '../../db/read-evaluation.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { type BudgetYearText, insertBudgetYear, updateBudgetYear } from '../../db/write-budget.ts';
import { may } from '../../domain/access/may.ts';
import { firstFiscalYear, lastFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { openYear } from './budget-context.ts';

const isYear = (year: number): boolean =>
  Number.isSafeInteger(year) && year >= firstFiscalYear && year <= lastFiscalYear;

const check = async (tx: TenantTx, fiscalYear: number, text: BudgetYearText): Promise<readonly Problem[]> => {
  const scheme = (await loadBudgetSchemes(tx)).find(
    (each) => each.schemeKey === text.schemeKey && each.schemeVersion === text.schemeVersion,
  );
  const { revenueThousandYen: revenue, baseFiscalYear } = text;
  return [
    ...(isYear(fiscalYear) ? [] : [errorAt('budget-year-sensible', ['fiscalYear'])]),
    ...(isYear(baseFiscalYear) && baseFiscalYear < fiscalYear
      ? []
      : [errorAt('budget-base-year', ['baseFiscalYear'], { fiscalYear })]),
    ...(scheme === undefined
      ? [errorAt('budget-scheme-unknown', ['schemeKey'])]
      : scheme.state === 'draft'
        ? [errorAt('budget-scheme-draft', ['schemeKey'], { name: scheme.name })]
        : []),
    ...(revenue === null || (Number.isSafeInteger(revenue) && revenue >= 0)
      ? []
      : [errorAt('budget-amount', ['revenueThousandYen'])]),
    ...(text.roundKey === null || (await findRound(tx, text.roundKey)) !== null
      ? []
      : [errorAt('budget-round-unknown', ['roundKey'])]),
    ...(text.note.length > 2000
      ? [errorAt('text-too-long', ['note'], { limit: 2000, length: text.note.length })]
      : []),
  ];
};

/** 予算編成の年度を始める: by which rule, from which year's amounts, on which evaluation. */
export const createBudgetYear = (
  acting: Acting,
  fiscalYear: number,
  text: BudgetYearText,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.manage')) return refused('not-allowed');
    const wrong = refusalOf(await check(tx, fiscalYear, text));
    if (wrong !== null) return wrong;
    if ((await findBudgetYear(tx, fiscalYear)) !== null)
      return refused('budget-year-exists', ['fiscalYear'], { fiscalYear });
    await insertBudgetYear(tx, fiscalYear, text, stampOf(acting));
    return ok(null);
  });

/** Until the frames are notified. `seen`: the lock the person read. */
export const changeBudgetYear = (
  acting: Acting,
  fiscalYear: number,
  text: BudgetYearText,
  seen: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.manage')) return refused('not-allowed');
    const open = await openYear(tx, fiscalYear, ['preparing'], seen);
    if (!open.ok) return open;
    const wrong = refusalOf(await check(tx, fiscalYear, text));
    if (wrong !== null) return wrong;
    await updateBudgetYear(tx, fiscalYear, text, stampOf(acting));
    return ok(null);
  });
