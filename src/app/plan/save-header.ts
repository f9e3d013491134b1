import { deleteKeptTyping } from '../../db/autosave.ts';
import { lockRevision } from '../../db/lock-revision.ts';
import { findPlanByKey, listRevisions } from '../../db/read-plan.ts';
import { loadRevision } from '../../db/read-revision.ts';
import { withTenant } from '../../db/tenant.ts';
import { updateHeader } from '../../db/write-header.ts';
import type { RevisionReference } from '../../db/write-item.ts';
import { may } from '../../domain/access/may.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkHeader } from '../../domain/plan/check-plan.ts';
import { checkTree } from '../../domain/plan/check-tree.ts';
import type { LevelDefinition } from '../../domain/plan/level.ts';
import { checkLevels } from '../../domain/plan/level-check.ts';
import { decidePeriod } from '../../domain/plan/period-decision.ts';
import type { PlanHeader } from '../../domain/plan/plan.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { loadParentPeriod } from './plan-context.ts';

/** One page of the editor changes some parts; the others stay as stored. */
export interface HeaderEdit {
  readonly header: Partial<PlanHeader>;
  readonly levels?: readonly LevelDefinition[];
  readonly label?: string;
  /** Why the period is another than the one in force. */
  readonly periodReason?: string;
  readonly expectedVersion: number;
  /** Kept typing a save makes needless. */
  readonly formKey?: string;
}

/** Saves what a draft says about the plan as a whole: header, levels, 理念, 状況分析, 見直し周期. */
export const saveHeader = (
  acting: Acting,
  at: RevisionReference,
  edit: HeaderEdit,
): Promise<Result<{ readonly version: number; readonly warnings: readonly Problem[] }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const locked = await lockRevision(tx, at.planKey, at.revision, 'update');
    if (locked === null) return refused('revision-not-found', ['revision']);
    if (locked.state !== 'draft') return refused('revision-not-draft', ['status'], { status: locked.state });
    if (!may(acting.actor, 'plan.edit', { status: 'draft' })) return refused('not-allowed', ['header']);
    const loaded = await loadRevision(tx, at.planKey, at.revision);
    if (loaded === null) return refused('revision-not-found', ['revision']);
    if (locked.version !== edit.expectedVersion) return refused('changed-meanwhile', ['header']);

    const header: PlanHeader = { ...loaded.content.header, ...edit.header };
    const levels = edit.levels ?? loaded.content.levels;
    const revisions = await listRevisions(tx, at.planKey);
    const stored = revisions.find((revision) => revision.revision === at.revision);
    const base = revisions.find((revision) => revision.revision === locked.basedOnRevision);
    const plan = await findPlanByKey(tx, at.planKey);
    const parentPeriod = await loadParentPeriod(tx, plan?.parentPlanKey ?? null);
    const problems = [
      ...checkHeader(header, parentPeriod),
      ...checkLevels(levels),
      ...(edit.levels === undefined ? [] : checkTree(levels, loaded.content.items)),
    ];
    const wrong = refusalOf(problems);
    if (wrong !== null) return wrong;
    const setsPeriod = edit.header.startFiscalYear !== undefined || edit.header.endFiscalYear !== undefined;
    const reason = decidePeriod(
      base === undefined || !setsPeriod ? null : { start: base.startFiscalYear, end: base.endFiscalYear },
      { start: header.startFiscalYear, end: header.endFiscalYear },
      edit.periodReason ?? stored?.reason ?? '',
    );
    if (!reason.ok) return { ok: false, error: [reason.error] };

    const label = edit.label ?? stored?.label ?? '';
    if (label.trim() === '') return refused('text-missing', ['label']);
    if (label.length > 100) return refused('text-too-long', ['label'], { limit: 100, length: label.length });
    const version = await updateHeader(
      tx,
      at,
      {
        header,
        levels,
        label,
        reason: edit.periodReason === undefined ? (stored?.reason ?? '') : reason.value,
      },
      edit.expectedVersion,
      stampOf(acting),
    );
    if (version === null) return refused('changed-meanwhile', ['header']);
    if (edit.formKey !== undefined) await deleteKeptTyping(tx, acting.actor.userId, edit.formKey);
    return ok({ version, warnings: problems.filter((problem) => problem.severity === 'warning') });
  });
