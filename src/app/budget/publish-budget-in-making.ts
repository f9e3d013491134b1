import { loadProposals } from '../../db/read-budget.ts';
import { findRound } from '../../db/read-evaluation.ts';
import { loadProgrammes } from '../../db/read-programme.ts';
import { withTenant } from '../../db/tenant.ts';
import { insertBudgetPublication } from '../../db/write-budget-moves.ts';
import { may } from '../../domain/access/may.ts';
import type { PublishedBudget } from '../../domain/budget/budget.ts';
import { lineInMaking } from '../../domain/budget/line-in-making.ts';
import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { openYear } from './budget-context.ts';
import { nextBudgetEdition } from './next-budget-edition.ts';

/**
 * 予算編成の途中の公表: what the evaluation said and what each programme had, with the requests handed in so far. Frames
 * and allocations are public when they are settled; drafts never are. The year stays as it is.
 * @param given `note`: what readers must know; `reason`: why there is a further edition
 */
export const publishBudgetInMaking = (
  acting: Acting,
  fiscalYear: number,
  given: { readonly note: string; readonly reason: string },
  seen: number,
): Promise<Result<{ readonly edition: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.manage')) return refused('not-allowed');
    const open = await openYear(tx, fiscalYear, ['notified'], seen);
    if (!open.ok) return open;
    const { year, unitName, scheme } = open.value;
    const next = await nextBudgetEdition(tx, fiscalYear, given.reason);
    if (!next.ok) return next;
    const note = given.note.trim();
    if (note.length > 2000) return refused('text-too-long', ['note'], { limit: 2000, length: note.length });
    const round = year.roundKey === null ? null : await findRound(tx, year.roundKey);
    const isSaid = round?.state === 'published';
    const programmes = new Map((await loadProgrammes(tx)).map((each) => [each.programmeKey, each]));
    const lines = (await loadProposals(tx, fiscalYear)).flatMap((proposal) =>
      lineInMaking(proposal, {
        programme: programmes.get(proposal.programmeKey ?? '') ?? null,
        unitName: unitName(proposal.unitKey),
        isSaid,
      }),
    );
    if (lines.length === 0) return refused('budget-no-proposals', ['fiscalYear']);
    const content: PublishedBudget = {
      stage: 'making',
      fiscalYear,
      baseFiscalYear: year.baseFiscalYear,
      round: round !== null && isSaid ? { roundKey: round.roundKey, title: round.title } : null,
      schemeName: scheme.name,
      notes: note === '' ? [] : [note],
      frames: [],
    };
    const title = `${formatFiscalYear(fiscalYear, 'wareki')}予算（編成の途中）`;
    await insertBudgetPublication(tx, { fiscalYear, ...next.value, title, content, lines }, stampOf(acting));
    return ok({ edition: next.value.edition });
  });
