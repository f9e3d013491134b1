import { findPlanBySlug, listPlans, listRevisions } from '../../db/read-plan.ts';
import { loadRevisionContent } from '../../db/read-revision.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { insertPlan } from '../../db/write-plan.ts';
import { insertDraftRevision } from '../../db/write-revision.ts';
import { takeArticleNumbers } from '../../db/write-town.ts';
import { may } from '../../domain/access/may.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkHeader } from '../../domain/plan/check-plan.ts';
import type { LevelDefinition } from '../../domain/plan/level.ts';
import { levelTemplates } from '../../domain/plan/level-templates.data.ts';
import { type PlanHeader, type PlanKind, planKinds } from '../../domain/plan/plan.ts';
import { checkSlug } from '../../domain/plan/plan-slug.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

export interface NewPlan {
  readonly slug: string;
  readonly kind: string;
  readonly title: string;
  readonly kindLabel: string;
  readonly startFiscalYear: number;
  readonly endFiscalYear: number;
  readonly updateMode: PlanHeader['updateMode'];
  /** 'template:comprehensive', or 'plan:{planKey}' for the levels of another plan. */
  readonly levelsFrom: string;
  readonly parentPlanKey: string | null;
  readonly predecessorPlanKey: string | null;
}

const findLevels = async (tx: TenantTx, levelsFrom: string): Promise<readonly LevelDefinition[] | null> => {
  const [source, key = ''] = levelsFrom.split(':');
  if (source === 'template')
    return levelTemplates.find((template) => template.templateKey === key)?.levels ?? null;
  if (source !== 'plan') return null;
  const [newest] = await listRevisions(tx, key);
  return newest === undefined
    ? null
    : ((await loadRevisionContent(tx, key, newest.revision))?.levels ?? null);
};

/** A new plan with an empty first draft. Its levels are a copy: changing them later changes no other plan. */
export const createPlan = (
  acting: Acting,
  planKey: string,
  wish: NewPlan,
): Promise<Result<{ readonly planKey: string; readonly slug: string; readonly revision: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'plan.create')) return refused('not-allowed', ['plan']);
    const kind: PlanKind | undefined = planKinds.find((known) => known === wish.kind);
    const header: PlanHeader = {
      title: wish.title.trim(),
      subtitle: '',
      kindLabel: wish.kindLabel.trim(),
      startFiscalYear: wish.startFiscalYear,
      endFiscalYear: wish.endFiscalYear,
      updateMode: wish.updateMode,
      summary: '',
      reviewCalendar: [],
      identity: [],
      situation: [],
      source: null,
    };
    const plans = await listPlans(tx);
    const others = new Set(plans.map((plan) => plan.planKey));
    const wrong = refusalOf([
      ...(kind === undefined ? [errorAt('unknown-choice', ['kind'], { text: wish.kind.slice(0, 40) })] : []),
      ...checkSlug(wish.slug, (await findPlanBySlug(tx, wish.slug)) !== null),
      ...(['parentPlanKey', 'predecessorPlanKey'] as const).flatMap((field) => {
        const key = wish[field];
        return key === null || others.has(key) ? [] : [errorAt('plan-unknown', [field], { key })];
      }),
      ...checkHeader(header, null),
    ]);
    if (wrong !== null) return wrong;
    const levels = await findLevels(tx, wish.levelsFrom);
    if (levels === null || kind === undefined)
      return refused('unknown-choice', ['levelsFrom'], { text: wish.levelsFrom.slice(0, 60) });

    const stamp = stampOf(acting);
    const { slug, parentPlanKey, predecessorPlanKey } = wish;
    const position = Math.max(-1, ...plans.map((plan) => plan.position)) + 1;
    const articleNumber = await takeArticleNumbers(tx, 1);
    const plan = { planKey, slug, kind, parentPlanKey, predecessorPlanKey, position };
    await insertPlan(tx, { ...plan, articleNumber }, stamp.now);
    await insertDraftRevision(
      tx,
      { planKey, revision: 1 },
      {
        basedOnRevision: null,
        label: '第1版',
        reason: '',
        content: { header, levels, items: [] },
        articleNumbers: new Map(),
      },
      stamp,
    );
    return ok({ planKey, slug, revision: 1 });
  });
