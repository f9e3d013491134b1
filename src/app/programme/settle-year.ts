import { insertReopeningNote } from '../../db/audit-note.ts';
import { listProgrammeFiscalYears } from '../../db/read-programme-years.ts';
import { deleteSettledYear, insertSettledYear, lockProgrammes } from '../../db/write-programme.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { type Refusal, refused } from '../refusal.ts';

const longestNote = 2000;

/** 決算の確定: the amounts of the year do not change any more. */
export const settleYear = (
  acting: Acting,
  fiscalYear: number,
  note: string,
): Promise<Result<null, Refusal>> =>
  allOrNothing(acting, async (tx) => {
    if (!may(acting.actor, 'programme.manage')) return refused('not-allowed');
    if (note.length > longestNote)
      return refused('text-too-long', ['note'], { limit: longestNote, length: note.length });
    // Whoever is writing an amount comes before, or finds the year settled.
    await lockProgrammes(tx);
    if (!(await listProgrammeFiscalYears(tx)).includes(fiscalYear))
      return refused('year-without-programmes', ['fiscalYear'], { fiscalYear });
    const done = await insertSettledYear(tx, fiscalYear, note.trim(), stampOf(acting));
    return done ? ok(null) : refused('year-already-settled', ['fiscalYear'], { fiscalYear });
  });

/** Opens a settled year again; why stays in the audit trail. */
export const reopenYear = (
  acting: Acting,
  fiscalYear: number,
  reason: string,
): Promise<Result<null, Refusal>> =>
  allOrNothing(acting, async (tx) => {
    if (!may(acting.actor, 'programme.manage')) return refused('not-allowed');
    if (reason.trim() === '') return refused('reason-required', ['reason']);
    if (reason.length > longestNote)
      return refused('text-too-long', ['reason'], { limit: longestNote, length: reason.length });
    const done = await deleteSettledYear(tx, fiscalYear);
    if (!done) return refused('year-not-settled', ['fiscalYear'], { fiscalYear });
    await insertReopeningNote(tx, fiscalYear, reason.trim());
    return ok(null);
  });
