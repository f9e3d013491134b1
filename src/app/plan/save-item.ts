import { deleteKeptTyping } from '../../db/autosave.ts';
import { lockRevision } from '../../db/lock-revision.ts';
import { findItemTitle, listIndicatorNames } from '../../db/read-names.ts';
import { listLineage } from '../../db/read-plan.ts';
import { loadRevision } from '../../db/read-revision.ts';
import { findMunicipality, listAreas, listUnits } from '../../db/read-town.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import {
  type ItemText,
  type RevisionReference,
  replaceItemIndicators,
  replaceVoices,
  updateItemText,
} from '../../db/write-item.ts';
import { replaceLineage } from '../../db/write-lineage.ts';
import { may } from '../../domain/access/may.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { defaultSettings } from '../../domain/kernel/settings.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import { checkItem } from '../../domain/plan/check-item.ts';
import type { PlanItem } from '../../domain/plan/item.ts';
import { lintTitles } from '../../domain/plan/naming-lint.ts';
import { checkOwners } from '../../domain/plan/owner-rule.ts';
import { decideRename } from '../../domain/plan/rename-decision.ts';
import { responsibleUnits } from '../../domain/plan/responsible-units.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

export interface ItemEdit {
  readonly text: ItemText;
  /** The version whose text the person saw. */
  readonly expectedVersion: number;
  /** 名称変更の理由; needed when the public knows the item by another name. */
  readonly renameReason: string;
  /** Kept typing a save makes needless. */
  readonly formKey?: string;
}

export interface SavedItem {
  readonly version: number;
  /** What the town's own rules say about it. Never stops a save. */
  readonly warnings: readonly Problem[];
}

/** What only the planning office changes: names and owners hold the whole plan together. */
const changesFrame = (before: PlanItem, after: ItemText): boolean =>
  before.title !== after.title ||
  before.code !== after.code ||
  before.crossCutting !== after.crossCutting ||
  JSON.stringify(before.leadUnitKeys) !== JSON.stringify(after.leadUnitKeys);

const saveParts = async (
  tx: TenantTx,
  at: RevisionReference,
  before: PlanItem,
  text: ItemText,
): Promise<void> => {
  if (JSON.stringify(before.voices) !== JSON.stringify(text.voices))
    await replaceVoices(tx, at, before.itemKey, text.voices);
  if (JSON.stringify(before.indicatorKeys) !== JSON.stringify(text.indicatorKeys))
    await replaceItemIndicators(tx, at, before.itemKey, text.indicatorKeys);
};

/** Saves all that an item of a draft says. */
export const saveItem = (
  acting: Acting,
  at: RevisionReference,
  itemKey: string,
  edit: ItemEdit,
): Promise<Result<SavedItem, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const locked = await lockRevision(tx, at.planKey, at.revision, 'share');
    if (locked === null) return refused('revision-not-found', ['revision']);
    if (locked.state !== 'draft') return refused('revision-not-draft', ['status'], { status: locked.state });
    const loaded = await loadRevision(tx, at.planKey, at.revision);
    const before = loaded?.content.items.find((item) => item.itemKey === itemKey);
    if (loaded === null || before === undefined) return refused('item-gone', ['items', itemKey]);

    const units = await listUnits(tx);
    const unitKeys = responsibleUnits(loaded.content.items, itemKey);
    const reach = { unitKeys, ancestors: ancestorsOf(units), status: 'draft' } as const;
    if (!may(acting.actor, 'plan.edit-item', reach)) return refused('not-allowed', ['items', itemKey]);
    if (!may(acting.actor, 'plan.edit', { status: 'draft' }) && changesFrame(before, edit.text))
      return refused('planner-only', ['items', itemKey]);
    if (loaded.records.get(itemKey)?.version !== edit.expectedVersion)
      return refused('changed-meanwhile', ['items', itemKey], { title: before.title });

    const areas = await listAreas(tx);
    const indicators = await listIndicatorNames(tx);
    const after: PlanItem = { ...before, ...edit.text };
    const problems = checkItem(
      after,
      {
        unitKeys: new Set(units.map((unit) => unit.unitKey)),
        areaKeys: new Set(areas.map((area) => area.areaKey)),
        indicatorKeys: new Set(indicators.map((indicator) => indicator.indicatorKey)),
      },
      new Set(loaded.content.header.situation.map((entry) => entry.entryKey)),
    );
    const wrong = refusalOf(problems);
    if (wrong !== null) return wrong;

    const recorded = (await listLineage(tx, [at.planKey])).filter(
      (link) => link.planKey === at.planKey && link.revision === at.revision,
    );
    const formerTitle =
      locked.basedOnRevision === null
        ? null
        : await findItemTitle(tx, { planKey: at.planKey, revision: locked.basedOnRevision }, itemKey);
    const lineage = decideRename(
      recorded.map(({ kind, from, to, reason }) => ({ kind, from, to, reason })),
      { planKey: at.planKey, itemKey, formerTitle, title: after.title, reason: edit.renameReason },
    );
    if (!lineage.ok) return { ok: false, error: [lineage.error] };

    const stamp = stampOf(acting);
    const version = await updateItemText(tx, at, itemKey, edit.text, edit.expectedVersion, stamp);
    if (version === null) return refused('changed-meanwhile', ['items', itemKey], { title: before.title });
    await saveParts(tx, at, before, edit.text);
    if (formerTitle !== null) await replaceLineage(tx, at, recorded, lineage.value, stamp);
    if (edit.formKey !== undefined) await deleteKeptTyping(tx, acting.actor.userId, edit.formKey);

    const { checks } = (await findMunicipality(tx))?.settings ?? defaultSettings;
    const warnings = [
      ...problems.filter((problem) => problem.severity === 'warning'),
      ...checkOwners([after], checks.maxLeadUnits),
      ...lintTitles(loaded.content.levels, [after], checks.namingLint),
    ];
    return ok({ version, warnings });
  });
