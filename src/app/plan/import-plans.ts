import { findPlanByKey, listPlans, listRevisions } from '../../db/read-plan.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { appendLineage } from '../../db/write-lineage.ts';
import { findItemArticleNumbers, insertPlan } from '../../db/write-plan.ts';
import { insertDraftRevision } from '../../db/write-revision.ts';
import { takeArticleNumbers } from '../../db/write-town.ts';
import { may } from '../../domain/access/may.ts';
import { errorAt, hasErrors, type Problem, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkLineage } from '../../domain/plan/check-lineage.ts';
import { checkPlan } from '../../domain/plan/check-plan.ts';
import type { LineageLink } from '../../domain/plan/lineage.ts';
import type { Plan, PlanContent } from '../../domain/plan/plan.ts';
import { inForceRevision } from '../../domain/plan/revision-status.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { approveRevisionIn } from './approve-revision.ts';
import { loadLineageScope } from './lineage-scope.ts';
import { loadParentPeriod, loadTownContext, type TownContext } from './plan-context.ts';
import { orderPlans } from './plan-order.ts';
import { publishRevisionIn } from './publish-revision.ts';

export interface GivenRevision {
  readonly label: string;
  readonly reason: string;
  /** 施行日, ISO date: approved and published. null: stays a draft. */
  readonly effectiveOn: string | null;
  readonly content: PlanContent;
  readonly lineage: readonly LineageLink[];
}

export interface GivenPlan {
  readonly plan: Plan;
  /** Oldest first. */
  readonly revisions: readonly GivenRevision[];
}

/** Registers the plan itself, or finds that it is there and is the same. */
const establishPlan = async (tx: TenantTx, plan: Plan, now: string): Promise<readonly Problem[]> => {
  const at = (field: string): Problem['path'] => ['plans', plan.planKey, field];
  const stored = await findPlanByKey(tx, plan.planKey);
  const plans = await listPlans(tx);
  if (stored !== null) {
    const fields = ['slug', 'kind', 'parentPlanKey', 'predecessorPlanKey'] as const;
    return fields
      .filter((field) => stored[field] !== plan[field])
      .map((field) =>
        errorAt('plan-differs', at(field), { stored: stored[field] ?? '', given: plan[field] ?? '' }),
      );
  }
  const keys = new Set(plans.map(({ planKey }) => planKey));
  const problems = [
    ...(plans.some(({ slug }) => slug === plan.slug)
      ? [errorAt('slug-taken', at('slug'), { text: plan.slug })]
      : []),
    ...(['parentPlanKey', 'predecessorPlanKey'] as const).flatMap((field) => {
      const key = plan[field];
      return key === null || keys.has(key) ? [] : [errorAt('plan-unknown', at(field), { key })];
    }),
  ];
  if (problems.length === 0)
    await insertPlan(tx, { ...plan, articleNumber: await takeArticleNumbers(tx, 1) }, now);
  return problems;
};

/** Items keep the article number an earlier revision gave them; new ones get the next. */
const numberItems = async (
  tx: TenantTx,
  planKey: string,
  content: PlanContent,
): Promise<ReadonlyMap<string, number>> => {
  const numbers = new Map(await findItemArticleNumbers(tx, planKey));
  const unnumbered = content.items.filter(({ itemKey }) => !numbers.has(itemKey));
  const first = unnumbered.length === 0 ? 0 : await takeArticleNumbers(tx, unnumbered.length);
  unnumbered.forEach(({ itemKey }, index) => {
    numbers.set(itemKey, first + index);
  });
  return numbers;
};

/** Checks one revision and saves it. Returns what was found; nothing is saved beside errors. */
const importRevision = async (
  tx: TenantTx,
  acting: Acting,
  plan: Plan,
  given: GivenRevision,
  town: TownContext,
): Promise<readonly Problem[]> => {
  const stored = await listRevisions(tx, plan.planKey);
  if (stored.some(({ label }) => label === given.label))
    return [errorAt('label-taken', [], { label: given.label })];
  const open = stored.find(({ state }) => state !== 'published');
  if (open !== undefined)
    return [errorAt('revision-open-already', [], { revision: open.revision, status: open.state })];
  const basedOnRevision = inForceRevision(stored, '9999-12-31')?.revision ?? null;
  const { content, lineage } = given;
  const problems = [
    ...checkPlan(content, { ...town, parentPeriod: await loadParentPeriod(tx, plan.parentPlanKey) }),
    ...checkLineage(lineage, await loadLineageScope(tx, plan, basedOnRevision, content, lineage)),
  ];
  if (hasErrors(problems)) return problems;

  const at = { planKey: plan.planKey, revision: Math.max(0, ...stored.map(({ revision }) => revision)) + 1 };
  const stamp = stampOf(acting);
  const articleNumbers = await numberItems(tx, plan.planKey, content);
  const { label, reason, effectiveOn } = given;
  await insertDraftRevision(tx, at, { basedOnRevision, label, reason, content, articleNumbers }, stamp);
  await appendLineage(tx, at, lineage, stamp);
  if (effectiveOn === null) return problems;
  const approved = await approveRevisionIn(tx, acting, at, 1);
  if (!approved.ok) return approved.error;
  const published = await publishRevisionIn(tx, acting, at, { reason, effectiveOn }, approved.value.version);
  return published.ok ? problems : published.error;
};

/**
 * Plans with their revisions, each by the steps a person takes: draft, check, approve, publish. Refused as a whole;
 * every plan is checked, so that all that is wrong is said at once. Gives the warnings.
 */
export const importPlans = async (
  tx: TenantTx,
  acting: Acting,
  plans: readonly GivenPlan[],
): Promise<Result<readonly Problem[], Refusal>> => {
  if (!may(acting.actor, 'plan.create')) return refused('not-allowed', ['plans']);
  const ordered = orderPlans(plans);
  if (!ordered.ok) return { ok: false, error: [ordered.error] };
  const town = await loadTownContext(tx);
  const { now } = stampOf(acting);
  const problems: Problem[] = [];
  for (const { plan, revisions } of ordered.value) {
    const found = await establishPlan(tx, plan, now);
    problems.push(...found);
    if (hasErrors(found)) continue;
    for (const given of revisions) {
      const ofRevision = await importRevision(tx, acting, plan, given, town);
      problems.push(...ofRevision.map((problem) => placed(['plans', plan.planKey, given.label], problem)));
      if (hasErrors(ofRevision)) break;
    }
  }
  return refusalOf(problems) ?? ok(problems);
};
