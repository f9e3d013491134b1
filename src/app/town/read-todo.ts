import {
  listDraftItems,
  listIndicatorsWithoutValue,
  listKeptTyping,
  listLockedUsers,
  listOpenRevisions,
} from '../../db/read-todo.ts';
import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { may, mayAnywhere } from '../../domain/access/may.ts';
import type { Actor } from '../../domain/access/role.ts';
import { unitsWithin } from '../../domain/access/units-within.ts';
import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import type { MunicipalitySettings } from '../../domain/kernel/settings.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import { checkLacks } from '../../domain/plan/check-lacks.ts';
import { lintTitles } from '../../domain/plan/naming-lint.ts';
import { checkOwners } from '../../domain/plan/owner-rule.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { type BudgetTodo, readBudgetTodo } from '../budget/read-budget-todo.ts';
import { type CollectionTodo, readCollectionTodo } from '../collection/read-collection-todo.ts';
import { type EvaluationTodo, readEvaluationTodo } from '../evaluation/read-evaluation-todo.ts';

export interface OpenRevision {
  readonly planKey: string;
  readonly slug: string;
  readonly revision: number;
  readonly title: string;
  readonly label: string;
  /** What this person can do about it. */
  readonly step: 'approve' | 'publish' | 'edit';
}

export interface ItemToMend {
  readonly slug: string;
  readonly revision: number;
  readonly planTitle: string;
  readonly itemKey: string;
  readonly title: string;
  /** Codes: desired-state-missing, title-names-means, too-many-lead-units, no-lead-unit. */
  readonly problems: readonly Problem[];
}

export interface Todo {
  readonly revisions: readonly OpenRevision[];
  readonly items: readonly ItemToMend[];
  /** The last fiscal year that has ended. */
  readonly fiscalYear: number;
  readonly indicators: Awaited<ReturnType<typeof listIndicatorsWithoutValue>>;
  readonly collection: CollectionTodo;
  readonly evaluation: EvaluationTodo;
  /** 枠のなかでの提案と配分 */
  readonly budget: readonly BudgetTodo[];
  readonly kept: Awaited<ReturnType<typeof listKeptTyping>>;
  readonly locked: Awaited<ReturnType<typeof listLockedUsers>>;
}

const none: readonly never[] = [];

const problemsOf = (
  item: Awaited<ReturnType<typeof listDraftItems>>[number],
  levels: Awaited<ReturnType<typeof listOpenRevisions>>[number]['levels'],
  checks: MunicipalitySettings['checks'],
): readonly Problem[] => [
  ...checkLacks([item]),
  ...checkOwners([item], checks.maxLeadUnits),
  ...lintTitles(levels, [item], checks.namingLint),
];

/** A draft waits for who approves from the moment the planning office asks for it, and for its writers until then. */
const stepOf = (
  actor: Actor,
  {
    state,
    isSubmitted,
  }: { readonly state: 'draft' | 'approved' | 'published'; readonly isSubmitted: boolean },
): OpenRevision['step'] | null => {
  if (state === 'approved') return may(actor, 'plan.publish', { status: 'approved' }) ? 'publish' : null;
  if (isSubmitted) return may(actor, 'plan.approve', { status: 'draft' }) ? 'approve' : null;
  return may(actor, 'plan.edit', { status: 'draft' }) ? 'edit' : null;
};

/**
 * やること: what waits for this person, in at most thirteen queries whatever the town's size (one more for each further
 * open collection, eight more for each open round of evaluation, two for budgets).
 */
export const readTodo = (
  { db, as, actor, now }: Acting,
  checks: MunicipalitySettings['checks'],
): Promise<Todo> =>
  withTenant(db, as, async (tx) => {
    const units = await listUnits(tx);
    const ancestors = ancestorsOf(units);
    const fiscalYear = fiscalYearOf(todayInJapan({ as, now })) - 1;
    const within = (action: 'plan.edit-item' | 'indicator.enter') =>
      unitsWithin(actor, action, [...ancestors.keys()], ancestors);
    const open = await listOpenRevisions(tx);
    const items = mayAnywhere(actor, 'plan.edit-item')
      ? await listDraftItems(tx, within('plan.edit-item'))
      : none;
    const collection = await readCollectionTodo(tx, actor, units, ancestors, todayInJapan({ as, now }));
    // What a sheet asks for is not asked for a second time.
    const onSheets = new Set(
      collection.sheets.filter((sheet) => sheet.fiscalYear === fiscalYear).map(({ unitKey }) => unitKey),
    );
    const indicators = mayAnywhere(actor, 'indicator.enter')
      ? (await listIndicatorsWithoutValue(tx, fiscalYear, within('indicator.enter'))).filter(
          ({ unitKey }) => unitKey === null || !onSheets.has(unitKey),
        )
      : none;
    const revisions = new Map(open.map((each) => [`${each.planKey}/${each.revision}`, each]));
    return {
      fiscalYear,
      indicators: [...indicators],
      collection,
      budget: await readBudgetTodo(tx, actor, ancestors),
      evaluation: await readEvaluationTodo(tx, { db, as, actor, now }),
      revisions: open.flatMap(({ levels: _, state, isSubmitted, ...revision }) => {
        const step = stepOf(actor, { state, isSubmitted });
        return step === null ? [] : [{ ...revision, step }];
      }),
      items: items.flatMap((item) => {
        const revision = revisions.get(`${item.planKey}/${item.revision}`);
        if (revision === undefined) return [];
        const problems = problemsOf(item, revision.levels, checks);
        const { slug, title: planTitle } = revision;
        return problems.length === 0 ? [] : [{ ...item, slug, planTitle, problems }];
      }),
      kept: await listKeptTyping(tx, actor.userId),
      locked: may(actor, 'user.manage') ? await listLockedUsers(tx, now.toISOString()) : [],
    };
  });
