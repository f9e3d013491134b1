import { loadFrames } from '../../db/read-budget.ts';
import { loadProgrammes, loadProgrammeYears } from '../../db/read-programme.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { replaceFrames, updateBudgetYear, updateFrameAdjustment } from '../../db/write-budget.ts';
import { may } from '../../domain/access/may.ts';
import { baseAmounts, type LeftOut } from '../../domain/budget/base-amounts.ts';
import type { BudgetScheme } from '../../domain/budget/budget-scheme.ts';
import { type ComputedFrames, computeFrames } from '../../domain/budget/compute-frames.ts';
import { frameUnit } from '../../domain/budget/frame-unit.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { beforeSettling, openYear } from './budget-context.ts';
import { evaluationSaid } from './evaluation-said.ts';

/** Frames on the town's own figures, and the programmes that are in none of them. */
export interface FramesOfYear extends ComputedFrames {
  readonly leftOut: readonly (LeftOut & { readonly name: string; readonly number: string })[];
}

/** What the frames rest on. */
export interface FrameBasis {
  readonly scheme: BudgetScheme;
  readonly baseFiscalYear: number;
  readonly roundKey: string | null;
  readonly revenueThousandYen: number | null;
}

/** Nothing is written: also the live preview of a rule that is being edited. */
export const framesOf = async (
  tx: TenantTx,
  { scheme, baseFiscalYear, roundKey, revenueThousandYen }: FrameBasis,
  ancestors: ReadonlyMap<string, readonly string[]>,
): Promise<FramesOfYear> => {
  const programmes = await loadProgrammes(tx);
  const years = await loadProgrammeYears(tx, { fiscalYears: [baseFiscalYear] });
  const said = await evaluationSaid(tx, roundKey);
  const { bases, leftOut } = baseAmounts(
    scheme,
    programmes,
    years,
    (key) => said.get(key)?.common ?? null,
    frameUnit(scheme, ancestors),
  );
  const names = new Map(programmes.map((each) => [each.programmeKey, each]));
  return {
    ...computeFrames(scheme, bases, revenueThousandYen),
    leftOut: leftOut.map((each) => ({
      ...each,
      name: names.get(each.programmeKey)?.name ?? each.programmeKey,
      number: names.get(each.programmeKey)?.number ?? '',
    })),
  };
};

/** 配分枠の計算. Adjustments made by people stay beside the new amounts. */
export const computeYearFrames = (
  acting: Acting,
  fiscalYear: number,
): Promise<Result<FramesOfYear, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.manage')) return refused('not-allowed');
    const open = await openYear(tx, fiscalYear, ['preparing']);
    if (!open.ok) return open;
    const { year, scheme, ancestors } = open.value;
    const computed = await framesOf(tx, { ...year, scheme }, ancestors);
    if (computed.frames.length === 0)
      return refused('budget-no-base', ['baseFiscalYear'], { fiscalYear: year.baseFiscalYear });
    await replaceFrames(tx, fiscalYear, computed.frames, stampOf(acting));
    await updateBudgetYear(tx, fiscalYear, {}, stampOf(acting));
    return ok(computed);
  });

/** 枠の調整: with a reason; below nought no frame goes. */
export const adjustFrame = (
  acting: Acting,
  at: { readonly fiscalYear: number; readonly unitKey: string; readonly expenseClass: string },
  adjustment: { readonly amountThousandYen: number; readonly reason: string },
  seen: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.manage')) return refused('not-allowed');
    const open = await openYear(tx, at.fiscalYear, beforeSettling);
    if (!open.ok) return open;
    const frame = (await loadFrames(tx, at.fiscalYear)).find(
      (each) => each.unitKey === at.unitKey && each.expenseClass === at.expenseClass,
    );
    if (frame === undefined) return refused('frame-unknown', ['unitKey']);
    const { amountThousandYen } = adjustment;
    const reason = adjustment.reason.trim();
    if (!Number.isSafeInteger(amountThousandYen)) return refused('budget-amount', ['amountThousandYen']);
    if (frame.computedThousandYen + amountThousandYen < 0)
      return refused('frame-below-nought', ['amountThousandYen'], { computed: frame.computedThousandYen });
    if (amountThousandYen !== 0 && reason === '') return refused('reason-required', ['reason']);
    if (reason.length > 2000)
      return refused('text-too-long', ['reason'], { limit: 2000, length: reason.length });
    const saved = await updateFrameAdjustment(
      tx,
      { ...at, adjustmentThousandYen: amountThousandYen, adjustmentReason: reason },
      seen,
      stampOf(acting),
    );
    return saved ? ok(null) : refused('changed-meanwhile', ['amountThousandYen']);
  });
