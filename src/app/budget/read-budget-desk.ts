import {
  findBudgetYear,
  loadBudgetSchemes,
  loadBudgetYears,
  loadFrames,
  loadOffsets,
  loadProposals,
  type StoredBudgetYear,
  type StoredFrame,
  type StoredProposal,
} from '../../db/read-budget.ts';
import {
  loadIncentives,
  loadTransfers,
  type StoredIncentive,
  type StoredTransfer,
} from '../../db/read-budget-moves.ts';
import { loadRounds, type StoredRound } from '../../db/read-evaluation.ts';
import { loadPlanAmounts, type PlanAmount } from '../../db/read-plan-amounts.ts';
import { findYearlyCycle, loadProgrammes, loadProgrammeYears } from '../../db/read-programme.ts';
import { loadEditions } from '../../db/read-publication.ts';
import type { StoredScheme } from '../../db/read-scheme.ts';
import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import type { BudgetScheme } from '../../domain/budget/budget-scheme.ts';
import { type FrameUse, frameUses } from '../../domain/budget/frame-use.ts';
import type { ProposalOffset } from '../../domain/budget/offsets.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import type { ProgrammeType } from '../../domain/programme/yearly-cycle.ts';
import type { Acting } from '../acting.ts';
import { incentiveExtra } from './allocate.ts';
import { type BudgetContext, contextOf } from './budget-context.ts';
import { type FramesOfYear, framesOf } from './compute-year-frames.ts';

/** 予算の一覧: years, rules, and what a new year can rest on. */
export interface BudgetDesk {
  readonly years: readonly StoredBudgetYear[];
  readonly schemes: readonly StoredScheme[];
  readonly rounds: readonly StoredRound[];
  /** Fiscal years some programme has amounts of, the latest first. */
  readonly baseYears: readonly number[];
}

export const readBudgetDesk = (acting: Acting): Promise<BudgetDesk> =>
  withTenant(acting.db, acting.as, async (tx) => ({
    years: await loadBudgetYears(tx),
    schemes: await loadBudgetSchemes(tx),
    rounds: await loadRounds(tx),
    baseYears: [...new Set((await loadProgrammeYears(tx)).map(({ fiscalYear }) => fiscalYear))].sort(
      (a, b) => b - a,
    ),
  }));

/** Everything of one budget year. A fixed number of queries, whatever the number of proposals. */
export interface BudgetYearDesk {
  readonly context: BudgetContext;
  readonly frames: readonly StoredFrame[];
  readonly uses: readonly FrameUse[];
  readonly proposals: readonly StoredProposal[];
  readonly offsets: readonly ProposalOffset[];
  readonly transfers: readonly StoredTransfer[];
  readonly incentives: readonly StoredIncentive[];
  readonly editions: readonly {
    readonly edition: number;
    readonly reason: string;
    readonly publishedAt: string;
  }[];
  readonly planned: ReadonlyMap<string, PlanAmount>;
  /** Numbers of programmes, by key */
  readonly programmes: ReadonlyMap<string, { readonly number: string; readonly name: string }>;
}

/** null: there is no such year, or its rule cannot be read. */
export const readBudgetYear = (acting: Acting, fiscalYear: number): Promise<BudgetYearDesk | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const year = await findBudgetYear(tx, fiscalYear);
    if (year === null) return null;
    const context = await contextOf(tx, year);
    if (!context.ok) return null;
    const places = new Map(context.value.units.map(({ unitKey }, at) => [unitKey, at]));
    const frames = (await loadFrames(tx, fiscalYear)).toSorted(
      (a, b) => (places.get(a.unitKey) ?? 0) - (places.get(b.unitKey) ?? 0),
    );
    const proposals = await loadProposals(tx, fiscalYear);
    const extra = await incentiveExtra(tx, context.value);
    return {
      context: context.value,
      frames,
      uses: frameUses(frames, proposals, context.value.frameUnitOf, extra),
      proposals,
      offsets: await loadOffsets(tx, fiscalYear),
      transfers: await loadTransfers(tx, fiscalYear),
      incentives: await loadIncentives(tx),
      editions: await loadEditions(tx, { kind: 'budget', key: String(fiscalYear) }),
      planned: await loadPlanAmounts(tx, fiscalYear),
      programmes: new Map(
        (await loadProgrammes(tx)).map(({ programmeKey, number, name }) => [programmeKey, { number, name }]),
      ),
    };
  });

/** Frames of a rule on the town's own figures: nothing is written. */
export const previewFrames = (
  acting: Acting,
  basis: {
    readonly scheme: BudgetScheme;
    readonly baseFiscalYear: number;
    readonly roundKey: string | null;
    readonly revenueThousandYen: number | null;
  },
): Promise<FramesOfYear & { readonly unitName: (unitKey: string) => string }> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const units = await listUnits(tx);
    const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
    return {
      ...(await framesOf(tx, basis, ancestorsOf(units))),
      unitName: (unitKey) => names.get(unitKey) ?? unitKey,
    };
  });

/** Units and types of programmes a rule can name. */
export const readSchemeSurroundings = (
  acting: Acting,
): Promise<{
  readonly units: readonly (readonly [unitKey: string, name: string])[];
  readonly types: readonly ProgrammeType[];
}> =>
  withTenant(acting.db, acting.as, async (tx) => ({
    units: (await listUnits(tx))
      .filter(({ validTo }) => validTo === null)
      .map(({ unitKey, name }) => [unitKey, name] as const),
    types: (await findYearlyCycle(tx)).programmeTypes,
  }));
