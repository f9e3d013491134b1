import { lockPlan, lockRevision } from '../../db/lock-revision.ts';
import { findPlanBySlug, type PlanRow, type RevisionRow } from '../../db/read-plan.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { decideNewDraft, type NewDraft } from '../../domain/plan/decide-revision.ts';
import type { PlanHeader } from '../../domain/plan/plan.ts';
import { checkSlug } from '../../domain/plan/plan-slug.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { findRegisteredTerm } from './read-next-term.ts';

/** Where the next term is written. */
export type RollTarget =
  | { readonly kind: 'new'; readonly planKey: string; readonly slug: string }
  /** The plan that is registered as the next term: never a second one beside it. */
  | { readonly kind: 'registered' }
  /** The next revision of the same plan. */
  | { readonly kind: 'revision' };

export interface FoundTarget extends NewDraft {
  readonly planKey: string;
  readonly slug: string;
  /** Names of versions the plan has already. */
  readonly labels: readonly string[];
  /** What is written about a registered plan already. */
  readonly header: PlanHeader | null;
  /** The empty draft that gives its place to the one written now. */
  readonly replaces: number | null;
}

const findRegistered = async (tx: TenantTx, plan: PlanRow): Promise<Result<FoundTarget, Refusal>> => {
  const seen = await findRegisteredTerm(tx, plan.planKey);
  if (seen === null) return refused('roll-forward-successor-unknown', ['into']);
  await lockPlan(tx, seen.planKey);
  if (seen.draft !== null) await lockRevision(tx, seen.planKey, seen.draft.revision, 'update');
  // Read again now that nobody can write into it.
  const registered = await findRegisteredTerm(tx, plan.planKey);
  if (registered === null) return refused('roll-forward-successor-unknown', ['into']);
  const { planKey, slug, title, draft: open, revisions } = registered;
  if (!registered.isEmpty) return refused('roll-forward-successor-written', ['into'], { title });
  const others = revisions.filter(({ revision }) => revision !== open?.revision);
  const draft = decideNewDraft(others);
  if (!draft.ok) return { ok: false, error: [draft.error] };
  return ok({
    ...draft.value,
    planKey,
    slug,
    labels: others.map(({ label }) => label),
    header: registered.content.header,
    replaces: open?.revision ?? null,
  });
};

/** The plan and the revision a next term is written into; nothing is written yet. */
export const findRollTarget = async (
  tx: TenantTx,
  plan: PlanRow,
  revisions: readonly RevisionRow[],
  into: RollTarget,
): Promise<Result<FoundTarget, Refusal>> => {
  if (into.kind === 'registered') return findRegistered(tx, plan);
  const found = { header: null, replaces: null };
  if (into.kind === 'revision') {
    const draft = decideNewDraft(revisions);
    if (!draft.ok) return { ok: false, error: [draft.error] };
    const { planKey, slug } = plan;
    return ok({ ...found, ...draft.value, planKey, slug, labels: revisions.map(({ label }) => label) });
  }
  const registered = await findRegisteredTerm(tx, plan.planKey);
  if (registered !== null)
    return refused('roll-forward-successor-registered', ['into'], { title: registered.title });
  const { planKey, slug } = into;
  const wrong = refusalOf(checkSlug(slug, (await findPlanBySlug(tx, slug)) !== null));
  return wrong ?? ok({ ...found, planKey, slug, revision: 1, basedOnRevision: null, labels: [] });
};
