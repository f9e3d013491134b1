import { findPlanByKey, listPlans, listRevisions, type RevisionRow } from '../../db/read-plan.ts';
import { loadRevisionContent } from '../../db/read-revision.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { configuredTerm, registeredSuccessor } from '../../domain/plan/next-plan.ts';
import type { Period } from '../../domain/plan/periods.ts';
import type { PlanContent } from '../../domain/plan/plan.ts';
import { inForceRevision } from '../../domain/plan/revision-status.ts';
import type { Acting } from '../acting.ts';

/** A plan that is registered as the next term, as its open draft says, else its newest public version. */
export interface RegisteredTerm {
  readonly planKey: string;
  readonly slug: string;
  readonly title: string;
  readonly period: Period;
  readonly content: PlanContent;
  readonly revisions: readonly RevisionRow[];
  /** The draft that is open and empty; null: a new one is to be begun. */
  readonly draft: RevisionRow | null;
  /** Nothing is written in it yet: the next term may be written here. */
  readonly isEmpty: boolean;
}

const newestOf = (revisions: readonly RevisionRow[]): RevisionRow | null =>
  revisions.find(({ state }) => state !== 'published') ?? inForceRevision(revisions, '9999-12-31');

export const findRegisteredTerm = async (tx: TenantTx, planKey: string): Promise<RegisteredTerm | null> => {
  const revisions = await listRevisions(tx);
  const inLine = (await listPlans(tx)).flatMap((plan) => {
    const own = revisions.filter((revision) => revision.planKey === plan.planKey);
    const newest = newestOf(own);
    return newest === null
      ? []
      : [{ ...plan, own, newest, period: { start: newest.startFiscalYear, end: newest.endFiscalYear } }];
  });
  const plan = inLine.find((each) => each.planKey === planKey);
  const found = plan === undefined ? null : registeredSuccessor(plan, inLine);
  const content = found && (await loadRevisionContent(tx, found.planKey, found.newest.revision));
  if (found === null || content === null) return null;
  const { slug, period, own, newest } = found;
  return {
    planKey: found.planKey,
    slug,
    title: newest.title,
    period,
    content,
    revisions: own,
    draft: newest.state === 'draft' ? newest : null,
    isEmpty: content.items.length === 0 && newest.state !== 'approved',
  };
};

/** 次の期: the plan registered for it, and the term the calendars draw; null for what there is not. */
export const readNextTerm = (acting: Acting, planKey: string, content: PlanContent) =>
  withTenant(acting.db, acting.as, async (tx) => {
    const parentKey = (await findPlanByKey(tx, planKey))?.parentPlanKey ?? null;
    const [newest] = parentKey === null ? [] : await listRevisions(tx, parentKey);
    const parent = newest && (await loadRevisionContent(tx, newest.planKey, newest.revision));
    const { header } = content;
    return {
      registered: await findRegisteredTerm(tx, planKey),
      term: configuredTerm([header.reviewCalendar, parent?.header.reviewCalendar ?? []], {
        start: header.startFiscalYear,
        end: header.endFiscalYear,
      }),
    };
  });
