import {
  findImplementationPlan,
  loadImplementationAmounts,
  loadImplementationPlans,
  type StoredImplementationPlan,
} from '../../db/read-implementation.ts';
import { findYearlyCycle, loadProgrammes, loadProgrammeYears } from '../../db/read-programme.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import {
  deleteImplementationPlan,
  insertImplementationPlan,
  updateImplementationPlan,
  writeAmounts,
} from '../../db/write-implementation.ts';
import { may } from '../../domain/access/may.ts';
import { cellsOf } from '../../domain/implementation/cells.ts';
import { settledHere } from '../../domain/implementation/check-plan.ts';
import {
  checkNewPlan,
  decideSettle,
  rollForward,
  type WantedPlan,
} from '../../domain/implementation/decide-plan.ts';
import type {
  ImplementationAmount,
  ImplementationPlan,
} from '../../domain/implementation/implementation-plan.ts';
import { yearsOf } from '../../domain/implementation/implementation-plan.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

/** nothing: an empty plan; hard / all: last known amount of each (hard) programme in every year. */
export type Filling = 'nothing' | 'hard' | 'all';

/** The budget, or else the settlement, of the newest year before the plan; programmes over by then are left out. */
const filled = async (
  tx: TenantTx,
  plan: WantedPlan,
  filling: Exclude<Filling, 'nothing'>,
): Promise<readonly ImplementationAmount[]> => {
  const programmes = await loadProgrammes(tx);
  const hard = settledHere(programmes, (await findYearlyCycle(tx)).programmeTypes);
  const wanted = programmes.filter(({ programmeKey }) => filling === 'all' || hard.has(programmeKey));
  const known = new Map<string, { readonly amount: number; readonly general: number | null }>();
  // By year: the newest is said last.
  for (const year of (await loadProgrammeYears(tx)).toSorted((a, b) => a.fiscalYear - b.fiscalYear)) {
    const funded = year.budget.totalThousandYen === null ? year.settled : year.budget;
    if (year.fiscalYear < plan.startFiscalYear && funded.totalThousandYen !== null)
      known.set(year.programmeKey, {
        amount: funded.totalThousandYen,
        general: funded.funding?.general ?? null,
      });
  }
  return wanted.flatMap(({ programmeKey, startFiscalYear, endFiscalYear }) => {
    const last = known.get(programmeKey);
    return last === undefined || last.amount < 0
      ? []
      : yearsOf(plan)
          .filter((year) => year >= (startFiscalYear ?? year) && year <= (endFiscalYear ?? year))
          .map((fiscalYear) => ({
            programmeKey,
            fiscalYear,
            correction: 0,
            amountThousandYen: last.amount,
            generalThousandYen: last.general,
            reason: '',
          }));
  });
};

/** 実施計画を作る, filled from what the programmes cost last or empty. */
export const createImplementationPlan = (
  acting: Acting,
  wanted: WantedPlan,
  filling: Filling,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'implementation.manage')) return refused('not-allowed');
    const wrong = refusalOf(checkNewPlan(wanted, await loadImplementationPlans(tx)));
    if (wrong !== null) return wrong;
    const plan: ImplementationPlan = { ...wanted, title: wanted.title.trim(), state: 'draft', correction: 0 };
    if (!(await insertImplementationPlan(tx, plan, stampOf(acting))))
      return refused('implementation-exists', ['startFiscalYear'], {
        year: `${plan.startFiscalYear}年度`,
        title: plan.title,
      });
    if (filling !== 'nothing')
      await writeAmounts(tx, plan.startFiscalYear, await filled(tx, plan, filling), stampOf(acting));
    return ok(null);
  });

/** Loads the plan with its row locked, for who may manage plans and saw it as it stands. */
export const withPlan = <T>(
  acting: Acting,
  startFiscalYear: number,
  seen: number,
  change: (tx: TenantTx, plan: StoredImplementationPlan) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'implementation.manage')) return refused('not-allowed');
    const plan = await findImplementationPlan(tx, startFiscalYear, 'update');
    if (plan === null) return refused('implementation-unknown');
    if (plan.version !== seen) return refused('implementation-changed', [], { title: plan.title });
    return change(tx, plan);
  });

/** 確定する: from here on amounts change by correction only, and hard programmes' amounts hold for the budget. */
export const settleImplementationPlan = (
  acting: Acting,
  startFiscalYear: number,
  seen: number,
): Promise<Result<null, Refusal>> =>
  withPlan(acting, startFiscalYear, seen, async (tx, plan) => {
    const cells = cellsOf(await loadImplementationAmounts(tx, startFiscalYear));
    const settled = decideSettle(plan, cells);
    if (!settled.ok) return { ok: false, error: [settled.error] };
    await updateImplementationPlan(tx, settled.value, stampOf(acting));
    return ok(null);
  });

/** 破棄する: a draft only. */
export const discardImplementationPlan = (
  acting: Acting,
  startFiscalYear: number,
  seen: number,
): Promise<Result<null, Refusal>> =>
  withPlan(acting, startFiscalYear, seen, async (tx, plan) => {
    if (plan.state !== 'draft') return refused('implementation-settled', [], { title: plan.title });
    await deleteImplementationPlan(tx, startFiscalYear);
    return ok(null);
  });

/** 次の計画へ送る: a draft that begins with what this one says of the years both have. Gives its first year. */
export const rollImplementationPlan = (
  acting: Acting,
  startFiscalYear: number,
  seen: number,
  title: string,
): Promise<Result<number, Refusal>> =>
  withPlan(acting, startFiscalYear, seen, async (tx, plan) => {
    if (plan.state === 'draft') return refused('implementation-not-settled', [], { title: plan.title });
    const next = rollForward(plan, cellsOf(await loadImplementationAmounts(tx, startFiscalYear)));
    const wanted: WantedPlan = { ...next.plan, title: title.trim(), note: '' };
    const wrong = refusalOf(checkNewPlan(wanted, await loadImplementationPlans(tx)));
    if (wrong !== null) return wrong;
    const stamp = stampOf(acting);
    await insertImplementationPlan(tx, { ...wanted, state: 'draft', correction: 0 }, stamp);
    await writeAmounts(tx, wanted.startFiscalYear, next.amounts, stamp);
    return ok(wanted.startFiscalYear);
  });
