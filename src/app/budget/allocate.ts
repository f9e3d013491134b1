import { loadFrames, loadOffsets, loadProposals } from '../../db/read-budget.ts';
import { loadIncentives } from '../../db/read-budget-moves.ts';
import { loadPlanAmounts } from '../../db/read-plan-amounts.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { updateProposals } from '../../db/write-budget-proposal.ts';
import { may } from '../../domain/access/may.ts';
import type { BudgetProposal } from '../../domain/budget/budget.ts';
import { checkDecisions, type Decision, decideAllocation } from '../../domain/budget/decide-allocation.ts';
import { checkFrames, type FrameUse, frameUses } from '../../domain/budget/frame-use.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { type BudgetContext, openYear } from './budget-context.ts';

export interface TypedDecision extends Decision {
  readonly seen: number;
}

/** Class of the frame that incentives add to: the first that is in the frames and not obligatory. */
export const incentiveClass = ({ scheme }: Pick<BudgetContext, 'scheme'>): string =>
  (
    scheme.expenseClasses.find((each) => each.inFrame && !each.obligatory) ??
    scheme.expenseClasses.find((each) => each.inFrame)
  )?.key ?? '';

/** What incentives add to the frames of a year, by `unitKey expenseClass`. */
export const incentiveExtra = async (
  tx: TenantTx,
  context: BudgetContext,
): Promise<ReadonlyMap<string, number>> => {
  const extra = new Map<string, number>();
  for (const { unitKey, used } of await loadIncentives(tx)) {
    const amount = used.find(({ fiscalYear }) => fiscalYear === context.year.fiscalYear)?.amountThousandYen;
    const key = `${context.frameUnitOf(unitKey)} ${incentiveClass(context)}`;
    if (amount !== undefined) extra.set(key, (extra.get(key) ?? 0) + amount);
  }
  return extra;
};

export const namesOf =
  ({ unitName, className }: BudgetContext) =>
  ({ unitKey, expenseClass }: FrameUse) => ({
    unit: unitName(unitKey),
    expenseClass: className(expenseClass),
  });

/** Proposals of a class in the frames whose unit has no frame: their frame is nought. */
const frameless = (
  context: BudgetContext,
  uses: readonly FrameUse[],
  proposals: readonly BudgetProposal[],
): readonly Problem[] => {
  const known = new Set(uses.map(({ unitKey, expenseClass }) => `${unitKey} ${expenseClass}`));
  const inFrame = new Set(context.scheme.expenseClasses.filter((each) => each.inFrame).map(({ key }) => key));
  return proposals
    .filter(
      ({ unitKey, expenseClass, allocatedGeneralThousandYen }) =>
        (allocatedGeneralThousandYen ?? 0) > 0 &&
        inFrame.has(expenseClass) &&
        !known.has(`${context.frameUnitOf(unitKey)} ${expenseClass}`),
    )
    .map(({ name, unitKey, expenseClass, allocatedGeneralThousandYen }) => {
      const place = {
        unit: context.unitName(context.frameUnitOf(unitKey)),
        expenseClass: context.className(expenseClass),
      };
      return errorAt('frame-exceeded', [place.unit, place.expenseClass], {
        ...place,
        name,
        frame: 0,
        allocated: allocatedGeneralThousandYen ?? 0,
        over: allocatedGeneralThousandYen ?? 0,
      });
    });
};

const isOutside = ({ scheme }: BudgetContext, { expenseClass }: BudgetProposal): boolean =>
  scheme.expenseClasses.some(({ key, inFrame }) => key === expenseClass && !inFrame);

/** Everything the frames of a year must hold, over all proposals as they would be. */
export const checkYear = async (
  tx: TenantTx,
  context: BudgetContext,
  proposals: readonly BudgetProposal[],
): Promise<readonly Problem[]> => {
  const { fiscalYear } = context.year;
  const uses = frameUses(
    await loadFrames(tx, fiscalYear),
    proposals,
    context.frameUnitOf,
    await incentiveExtra(tx, context),
  );
  return [
    ...checkFrames(uses, namesOf(context)),
    ...frameless(context, uses, proposals),
    ...checkDecisions(proposals, await loadOffsets(tx, fiscalYear)),
  ];
};

/** 枠のなかでの配分: several decisions at once, all or none. Refused where a frame would be exceeded. */
export const allocate = (
  acting: Acting,
  fiscalYear: number,
  typed: readonly TypedDecision[],
): Promise<Result<{ readonly decided: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const open = await openYear(tx, fiscalYear, ['notified']);
    if (!open.ok) return open;
    const context = open.value;
    const { ancestors } = context;
    const all = await loadProposals(tx, fiscalYear);
    const byKey = new Map(all.map((each) => [each.proposalKey, each]));
    const planned = await loadPlanAmounts(tx, fiscalYear);
    const problems: Problem[] = [];
    const next = new Map<string, BudgetProposal>();
    for (const decision of typed) {
      const proposal = byKey.get(decision.proposalKey);
      if (proposal === undefined) {
        problems.push(errorAt('proposal-unknown', [decision.proposalKey]));
        continue;
      }
      // The head of the proposal's own unit, or of the division whose frame it is.
      const unitKeys = [proposal.unitKey];
      if (!may(acting.actor, 'budget.allocate', { unitKeys, ancestors })) {
        problems.push(errorAt('not-allowed', [proposal.name]));
        continue;
      }
      // No frame holds what is outside the frames: there it is finance that decides.
      if (isOutside(context, proposal) && !may(acting.actor, 'budget.manage')) {
        problems.push(
          errorAt('allocation-outside-frames', [proposal.name], {
            expenseClass: context.className(proposal.expenseClass),
          }),
        );
        continue;
      }
      const plan = planned.get(proposal.programmeKey ?? '')?.generalThousandYen ?? null;
      const decided = decideAllocation(proposal, decision, plan);
      if (!decided.ok) {
        problems.push(...decided.error);
        continue;
      }
      const { allocatedGeneralThousandYen, decisionReason, state } = decided.value;
      const same =
        allocatedGeneralThousandYen === proposal.allocatedGeneralThousandYen &&
        decisionReason === proposal.decisionReason &&
        state === proposal.state;
      if (same) continue;
      if (proposal.version !== decision.seen) problems.push(errorAt('changed-meanwhile', [proposal.name]));
      next.set(proposal.proposalKey, decided.value);
    }
    const wrong = refusalOf(problems);
    if (wrong !== null) return wrong;
    if (next.size === 0) return ok({ decided: 0 });
    const exceeded = refusalOf(
      await checkYear(
        tx,
        context,
        all.map((each) => next.get(each.proposalKey) ?? each),
      ),
    );
    if (exceeded !== null) return exceeded;
    await updateProposals(tx, [...next.values()], stampOf(acting));
    return ok({ decided: next.size });
  });

/** 企画の優先順位 beside the division's. */
export interface TypedPriority {
  readonly proposalKey: string;
  readonly planningPriority: number | null;
  readonly planningNote: string;
  /** Worth for the decision support, a decimal; null: from the priorities */
  readonly worth: string | null;
  readonly seen: number;
}

export const prioritise = (
  acting: Acting,
  fiscalYear: number,
  typed: readonly TypedPriority[],
): Promise<Result<{ readonly changed: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.prioritise')) return refused('not-allowed');
    const open = await openYear(tx, fiscalYear, ['preparing', 'notified']);
    if (!open.ok) return open;
    const byKey = new Map((await loadProposals(tx, fiscalYear)).map((each) => [each.proposalKey, each]));
    const problems: Problem[] = [];
    const next: BudgetProposal[] = [];
    for (const { proposalKey, planningPriority, planningNote, worth, seen } of typed) {
      const proposal = byKey.get(proposalKey);
      if (proposal === undefined) {
        problems.push(errorAt('proposal-unknown', [proposalKey]));
        continue;
      }
      const note = planningNote.trim();
      if (
        planningPriority !== null &&
        !(Number.isSafeInteger(planningPriority) && planningPriority >= 1 && planningPriority <= 9999)
      )
        problems.push(errorAt('budget-priority', [proposal.name, 'planningPriority']));
      if (worth !== null && !/^\d{1,9}(\.\d{1,4})?$/u.test(worth))
        problems.push(errorAt('budget-worth', [proposal.name, 'worth']));
      if (note.length > 2000)
        problems.push(
          errorAt('text-too-long', [proposal.name, 'planningNote'], { limit: 2000, length: note.length }),
        );
      const same =
        planningPriority === proposal.planningPriority &&
        note === proposal.planningNote &&
        worth === proposal.worth;
      if (same) continue;
      if (proposal.version !== seen) problems.push(errorAt('changed-meanwhile', [proposal.name]));
      next.push({ ...proposal, planningPriority, planningNote: note, worth });
    }
    const wrong = refusalOf(problems);
    if (wrong !== null) return wrong;
    await updateProposals(tx, next, stampOf(acting));
    return ok({ changed: next.length });
  });
