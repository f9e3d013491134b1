import { loadFrames, loadOffsets, loadProposals } from '../../db/read-budget.ts';
import { loadTransfers } from '../../db/read-budget-moves.ts';
import { findRound } from '../../db/read-evaluation.ts';
import { loadProgrammes } from '../../db/read-programme.ts';
import { withTenant } from '../../db/tenant.ts';
import { updateBudgetYear } from '../../db/write-budget.ts';
import { insertBudgetPublication } from '../../db/write-budget-moves.ts';
import { may } from '../../domain/access/may.ts';
import { newAgainstCut } from '../../domain/budget/balance.ts';
import type { PublishedBudget, PublishedBudgetLine } from '../../domain/budget/budget.ts';
import { digits } from '../../domain/budget/frame-cell.ts';
import { frameUses } from '../../domain/budget/frame-use.ts';
import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { incentiveExtra } from './allocate.ts';
import { openYear } from './budget-context.ts';
import { nextBudgetEdition } from './next-budget-edition.ts';

/**
 * 予算の公表: frames with their arithmetic, and programme by programme what the evaluation said and what the budget did.
 * A further edition needs its reason; the editions before it stay.
 */
export const publishBudget = (
  acting: Acting,
  fiscalYear: number,
  given: string,
  seen: number,
): Promise<Result<{ readonly edition: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.manage')) return refused('not-allowed');
    const open = await openYear(tx, fiscalYear, ['settled', 'published'], seen);
    if (!open.ok) return open;
    const context = open.value;
    const { year, scheme, unitName, className, frameUnitOf } = context;
    const next = await nextBudgetEdition(tx, fiscalYear, given);
    if (!next.ok) return next;
    const { edition, reason } = next.value;
    const proposals = await loadProposals(tx, fiscalYear);
    const frames = await loadFrames(tx, fiscalYear);
    const offsets = Map.groupBy(await loadOffsets(tx, fiscalYear), ({ proposalKey }) => proposalKey);
    const transfers = await loadTransfers(tx, fiscalYear);
    const numbers = new Map((await loadProgrammes(tx)).map((each) => [each.programmeKey, each.number]));
    const names = new Map(proposals.map((each) => [each.proposalKey, each.name]));
    const uses = frameUses(frames, proposals, frameUnitOf, await incentiveExtra(tx, context));
    const balance = newAgainstCut(proposals, 'allocated');
    const round = year.roundKey === null ? null : await findRound(tx, year.roundKey);
    const content: PublishedBudget = {
      stage: 'settled',
      fiscalYear,
      baseFiscalYear: year.baseFiscalYear,
      round: round === null ? null : { roundKey: round.roundKey, title: round.title },
      schemeName: scheme.name,
      notes: [
        ...scheme.readings,
        `前年度より増やした一般財源 ${digits(balance.addedThousandYen)}千円、減らした一般財源 ${digits(balance.cutThousandYen)}千円`,
        ...transfers.map(
          ({ fromProposalKey, toProposalKey, amountThousandYen, reason: why }) =>
            `流用: ${names.get(fromProposalKey) ?? ''} から ${names.get(toProposalKey) ?? ''} へ ${digits(amountThousandYen)}千円（${why}）`,
        ),
      ],
      frames: frames.map((frame, at) => ({
        unitName: unitName(frame.unitKey),
        expenseClass: className(frame.expenseClass),
        frameThousandYen: uses[at]?.frameThousandYen ?? frame.computedThousandYen,
        allocatedThousandYen: uses[at]?.allocatedThousandYen ?? 0,
        steps: frame.steps,
        adjustmentThousandYen: frame.adjustmentThousandYen,
        adjustmentReason: frame.adjustmentReason,
      })),
    };
    const lines = proposals.map(
      (proposal): PublishedBudgetLine => ({
        proposalKey: proposal.proposalKey,
        programmeKey: proposal.programmeKey,
        number: numbers.get(proposal.programmeKey ?? '') ?? '',
        name: proposal.name,
        unitName: unitName(proposal.unitKey),
        kind: proposal.kind,
        evaluationWord: proposal.evaluationWord,
        evaluationClass: proposal.evaluationClass,
        baseGeneralThousandYen: proposal.baseGeneralThousandYen,
        requestedGeneralThousandYen: proposal.requestedGeneralThousandYen,
        allocatedGeneralThousandYen: proposal.allocatedGeneralThousandYen ?? 0,
        decisionReason: proposal.decisionReason,
        offsets: (offsets.get(proposal.proposalKey) ?? []).map(({ freedByKey, amountThousandYen }) => ({
          name: names.get(freedByKey) ?? freedByKey,
          amountThousandYen,
        })),
      }),
    );
    const stamp = stampOf(acting);
    const title = `${formatFiscalYear(fiscalYear, 'wareki')}予算`;
    await insertBudgetPublication(tx, { fiscalYear, edition, title, reason, content, lines }, stamp);
    await updateBudgetYear(tx, fiscalYear, { state: 'published', publishedAt: stamp.now }, stamp);
    return ok({ edition });
  });
