import { deleteRevision } from '../../db/delete-revision.ts';
import { lockPlan } from '../../db/lock-revision.ts';
import { findPlanByKey, listPlans, listRevisions, type PlanRow } from '../../db/read-plan.ts';
import { loadRevisionContent } from '../../db/read-revision.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { appendLineage } from '../../db/write-lineage.ts';
import { findItemArticleNumbers, insertPlan, updatePlanPlace } from '../../db/write-plan.ts';
import { insertDraftRevision } from '../../db/write-revision.ts';
import { takeArticleNumbers } from '../../db/write-town.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { PlanItem } from '../../domain/plan/item.ts';
import { intoRegistered } from '../../domain/plan/next-plan.ts';
import type { Period } from '../../domain/plan/periods.ts';
import { inForceRevision } from '../../domain/plan/revision-status.ts';
import { type RollChoice, rollForward } from '../../domain/plan/roll-forward.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { type FoundTarget, findRollTarget, type RollTarget } from './roll-target.ts';

export interface RollWish {
  readonly period: Period;
  readonly title: string;
  readonly label: string;
  readonly into: RollTarget;
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

/** A plan of its own that follows, or the registered one with its predecessor named and its empty draft gone. */
const openTarget = async (
  tx: TenantTx,
  from: PlanRow,
  { planKey, slug, replaces }: FoundTarget,
  into: RollTarget,
  now: string,
): Promise<void> => {
  const { parentPlanKey, kind } = from;
  if (into.kind === 'new') {
    const position = Math.max(-1, ...(await listPlans(tx)).map((plan) => plan.position)) + 1;
    const articleNumber = await takeArticleNumbers(tx, 1);
    const predecessorPlanKey = from.planKey;
    const place = { parentPlanKey, predecessorPlanKey, position, articleNumber };
    await insertPlan(tx, { planKey, slug, kind, ...place }, now);
  }
  if (into.kind === 'registered') {
    const own = await findPlanByKey(tx, planKey);
    if (own !== null && own.predecessorPlanKey !== from.planKey)
      await updatePlanPlace(tx, planKey, { ...own, predecessorPlanKey: from.planKey }, now);
    if (replaces !== null) await deleteRevision(tx, { planKey, revision: replaces });
  }
};

const checkNames = (title: string, label: string, labels: readonly string[]) => {
  if (title === '') return refused('text-missing', ['title']);
  if (title.length > 200) return refused('text-too-long', ['title'], { limit: 200, length: title.length });
  if (label === '') return refused('text-missing', ['label']);
  if (label.length > 100) return refused('text-too-long', ['label'], { limit: 100, length: label.length });
  return labels.includes(label) ? refused('label-taken', ['label'], { label }) : null;
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
    const target = await findRollTarget(tx, plan, revisions, wish.into);
    if (!target.ok) return target;
    const to = target.value;
    const rolled = rollForward({ planKey, content }, { planKey: to.planKey, period: wish.period }, choices);
    if (!rolled.ok) return refusalOf(rolled.error) ?? refused('roll-forward-period', ['period']);
    const [title, label] = [wish.title.trim(), wish.label.trim()];
    const wrong = checkNames(title, label, to.labels);
    if (wrong !== null) return wrong;

    const stamp = stampOf(acting);
    await openTarget(tx, plan, to, wish.into, stamp.now);
    const { lineage, content: next } = rolled.value;
    const header = to.header === null ? next.header : intoRegistered(next.header, to.header);
    const at = { planKey: to.planKey, revision: to.revision };
    await insertDraftRevision(
      tx,
      at,
      {
        basedOnRevision: to.basedOnRevision,
        label,
        reason: '',
        content: { ...next, header: { ...header, title } },
        articleNumbers: await numbersFor(tx, to.planKey, next.items),
      },
      stamp,
    );
    await appendLineage(tx, at, lineage, stamp);
    return ok({ slug: to.slug, revision: at.revision });
  });
