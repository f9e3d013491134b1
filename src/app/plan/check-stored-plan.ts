import { findPlanBySlug, listRevisions } from '../../db/read-plan.ts';
import { findMunicipality } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { checkRevision } from './check-revision.ts';

export interface CheckedPlan {
  readonly title: string;
  readonly label: string;
  readonly problems: readonly Problem[];
}

/** Checks the newest revision of a plan, draft or public. */
export const checkStoredPlan = (acting: Acting, slug: string): Promise<Result<CheckedPlan, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if ((await findMunicipality(tx)) === null)
      return refused('municipality-not-found', ['--municipality'], { code: tx.municipality });
    const plan = await findPlanBySlug(tx, slug);
    const [newest] = plan === null ? [] : await listRevisions(tx, plan.planKey);
    if (newest === undefined) return refused('plan-not-found', ['--plan', slug]);
    const problems = (await checkRevision(tx, newest)) ?? [];
    return ok({ title: newest.title, label: newest.label, problems });
  });
