import { lockPlan } from '../db/lock-revision.ts';
import { findPlanByKey, findPlanBySlug, listPlans, listRevisions, type PlanRow } from '../db/read-plan.ts';
import { loadRevisionContent } from '../db/read-revision.ts';
import { type TenantTx, withTenant } from '../db/tenant.ts';
import { appendLineage } from '../db/write-lineage.ts';
import { findItemArticleNumbers, insertPlan } from '../db/write-plan.ts';
import { insertDraftRevision } from '../db/write-revision.ts';
import { takeArticleNumbers } from '../db/write-town.ts';
import { may } from '../domain/access/may.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { decideNewDraft } from '../domain/plan/decide-revision.ts';
import type { PlanItem } from '../domain/plan/item.ts';
import type { Period } from '../domain/plan/periods.ts';
import { checkSlug } from '../domain/plan/plan-slug.ts';
import { inForceRevision } from '../domain/plan/revision-status.ts';
import { type RollChoice, rollForward } from '../domain/plan/roll-forward.ts';
import { type Acting, stampOf } from './acting.ts';
import { type Refusal, refusalOf, refused } from './refusal.ts';

export interface RollWish {
  readonly period: Period;
  readonly title: string;
  readonly label: string;
  /** A plan of its own that follows, or null: the next revision of the same plan. */
  readonly successor: { readonly planKey: string; readonly slug: string } | null;
}

/** Items that have a 記事番号 keep it; the others are given one. */
const numbersFor = async (
  tx: TenantTx,
  planKey: string,
  items: readonly PlanItem[],
): Promise<ReadonlyMap<string, number>> => {
  const known = await findItemArticleNumbers(tx, planKey);
  const fresh = items.filter((item) => !known.has(item.itemKey));
  if (fresh.length === 0) return known;
  const first = await takeArticleNumbers(tx, fresh.length);
  return new Map([...known, ...fresh.map((item, index) => [item.itemKey, first + index] as const)]);
};

const openSuccessor = async (
  tx: TenantTx,
  from: PlanRow,
  successor: { readonly planKey: string; readonly slug: string },
  now: string,
): Promise<void> => {
  const { parentPlanKey, kind } = from;
  const position = Math.max(-1, ...(await listPlans(tx)).map((plan) => plan.position)) + 1;
  const articleNumber = await takeArticleNumbers(tx, 1);
  const entry = {
    ...successor,
    kind,
    parentPlanKey,
    predecessorPlanKey: from.planKey,
    position,
    articleNumber,
  };
  await insertPlan(tx, entry, now);
};

/** 次期へ: a draft of the next term with what continues, and why the rest does not. */
export const rollPlanForward = (
  acting: Acting,
  planKey: string,
  choices: ReadonlyMap<string, RollChoice>,
  wish: RollWish,
): Promise<Result<{ readonly slug: string; readonly revision: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'plan.create')) return refused('not-allowed', ['plan']);
    const plan = (await lockPlan(tx, planKey)) ? await findPlanByKey(tx, planKey) : null;
    if (plan === null) return refused('plan-not-found', ['plan']);
    const revisions = await listRevisions(tx, planKey);
    const base = inForceRevision(revisions, '9999-12-31');
    const content = base === null ? null : await loadRevisionContent(tx, planKey, base.revision);
    if (base === null || content === null) return refused('plan-has-no-base', ['plan']);
    const to = wish.successor?.planKey ?? planKey;
    const rolled = rollForward({ planKey, content }, { planKey: to, period: wish.period }, choices);
    if (!rolled.ok) return refusalOf(rolled.error) ?? refused('roll-forward-period', ['period']);

    const draft =
      wish.successor === null ? decideNewDraft(revisions) : ok({ revision: 1, basedOnRevision: null });
    if (!draft.ok) return { ok: false, error: [draft.error] };
    const title = wish.title.trim();
    if (title === '') return refused('text-missing', ['title']);
    if (title.length > 200) return refused('text-too-long', ['title'], { limit: 200, length: title.length });
    const label = wish.label.trim();
    if (label === '') return refused('text-missing', ['label']);
    if (wish.successor === null && revisions.some((revision) => revision.label === label))
      return refused('label-taken', ['label'], { label });
    if (wish.successor !== null) {
      const { slug } = wish.successor;
      const wrong = refusalOf(checkSlug(slug, (await findPlanBySlug(tx, slug)) !== null));
      if (wrong !== null) return wrong;
    }

    const stamp = stampOf(acting);
    if (wish.successor !== null) await openSuccessor(tx, plan, wish.successor, stamp.now);
    const at = { planKey: to, revision: draft.value.revision };
    const next = { ...rolled.value.content, header: { ...rolled.value.content.header, title } };
    const articleNumbers = await numbersFor(tx, to, next.items);
    const { basedOnRevision } = draft.value;
    await insertDraftRevision(
      tx,
      at,
      { basedOnRevision, label, reason: '', content: next, articleNumbers },
      stamp,
    );
    await appendLineage(tx, at, rolled.value.lineage, stamp);
    return ok({ slug: wish.successor?.slug ?? plan.slug, revision: at.revision });
  });
