import { findRound } from '../../db/read-evaluation.ts';
import { loadEntries, loadPublications } from '../../db/read-publication.ts';
import { withTenant } from '../../db/tenant.ts';
import { insertPublication } from '../../db/write-publication.ts';
import { may } from '../../domain/access/may.ts';
import { reasonLimit } from '../../domain/evaluation/move-sheet.ts';
import { applyCorrections, type Correction } from '../../domain/evaluation/round-correction.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

/**
 * 訂正する: the next edition of what was published, with a reason. The sheets stay as they were decided; the edition
 * before stays as it was read. Refused where another edition came since the person looked.
 */
export const correctPublication = (
  acting: Acting,
  {
    roundKey,
    reason,
    corrections,
    seenEdition,
  }: {
    readonly roundKey: string;
    readonly reason: string;
    readonly corrections: readonly Correction[];
    /** Edition the corrections were written over; null: whatever is the newest */
    readonly seenEdition: number | null;
  },
): Promise<Result<{ readonly edition: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    const round = await findRound(tx, roundKey, 'update');
    if (round === null) return refused('evaluation-round-unknown');
    const last = (await loadPublications(tx, 'evaluation')).find(({ key }) => key === roundKey);
    if (last === undefined) return refused('evaluation-not-published');
    // Places somebody else has corrected meanwhile would be put back by a form filled in before.
    if (seenEdition !== null && last.edition !== seenEdition) return refused('changed-since-seen');
    if (reason.trim() === '') return refused('evaluation-reason-missing', ['reason']);
    if (reason.length > reasonLimit) return refused('evaluation-reason-long', ['reason']);
    const corrected = applyCorrections(last.content, await loadEntries(tx, last), corrections);
    if (!corrected.ok) return refusalOf(corrected.error) ?? refused('not-allowed');
    const edition = last.edition + 1;
    await insertPublication(
      tx,
      {
        kind: 'evaluation',
        key: roundKey,
        edition,
        fiscalYear: last.fiscalYear,
        title: last.title,
        reason: reason.trim(),
        content: last.content,
      },
      corrected.value.map((entry) => ({ subjectKey: entry.subjectKey, content: entry })),
      stampOf(acting),
    );
    return ok({ edition });
  });
