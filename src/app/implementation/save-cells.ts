import { findImplementationPlan, loadImplementationAmounts } from '../../db/read-implementation.ts';
import { loadProgrammes } from '../../db/read-programme.ts';
import { withTenant } from '../../db/tenant.ts';
import { removeAmounts, updateImplementationPlan, writeAmounts } from '../../db/write-implementation.ts';
import { may } from '../../domain/access/may.ts';
import { cellsOf } from '../../domain/implementation/cells.ts';
import { decideChanges } from '../../domain/implementation/decide-changes.ts';
import { readTypedCells, type TypedCell } from '../../domain/implementation/typed-cells.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

export interface SavedCells {
  readonly changed: number;
  /** Number of the correction (補正) they became; 0: a draft was changed */
  readonly correction: number;
}

/**
 * Saves cells of the sheet: all of them or none. In a draft they take the place of what is there; in a settled plan
 * they become its next correction, each with its reason. Two people at different cells both keep what they typed; a
 * cell somebody else changed meanwhile is refused with what it says now.
 */
export const saveImplementationCells = (
  acting: Acting,
  startFiscalYear: number,
  typed: readonly TypedCell[],
): Promise<Result<SavedCells, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'implementation.manage')) return refused('not-allowed');
    const plan = await findImplementationPlan(tx, startFiscalYear, 'update');
    if (plan === null) return refused('implementation-unknown');
    const { changes, problems } = readTypedCells(typed);
    const keys = [...new Set(changes.map(({ programmeKey }) => programmeKey))];
    const known = new Set((await loadProgrammes(tx, { keys })).map(({ programmeKey }) => programmeKey));
    const decided = decideChanges(
      plan,
      cellsOf(await loadImplementationAmounts(tx, startFiscalYear)),
      changes,
    );
    const wrong = refusalOf([
      ...problems,
      ...keys
        .filter((key) => !known.has(key))
        .map((key) => errorAt('implementation-programme-unknown', [key], { key })),
      ...(decided.ok ? [] : decided.error),
    ]);
    if (wrong !== null) return wrong;
    if (!decided.ok) return refused('not-allowed');
    const { write, remove } = decided.value;
    if (write.length + remove.length === 0) return ok({ changed: 0, correction: 0 });
    const stamp = stampOf(acting);
    await writeAmounts(tx, startFiscalYear, write, stamp);
    await removeAmounts(tx, startFiscalYear, remove);
    const isDraft = plan.state === 'draft';
    const correction = isDraft ? 0 : plan.correction + 1;
    // What was published before stays as it is; the corrected plan is public when it is published again.
    await updateImplementationPlan(tx, isDraft ? plan : { ...plan, correction, state: 'settled' }, stamp);
    return ok({ changed: write.length + remove.length, correction });
  });
