import { and, asc, desc, eq, gt, inArray, isNull, notExists, or, sql } from 'drizzle-orm';
import { isAskedFor } from './asked-indicator.ts';
import { isoInstant } from './instant.ts';
import { appUser, autosave } from './schema/access.ts';
import { indicator, indicatorValue } from './schema/indicator.ts';
import { plan, planItem, planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';

/** Revisions that wait for somebody: drafts and approved ones. */
export const listOpenRevisions = (tx: TenantTx) =>
  tx.q
    .select({
      planKey: planRevision.planKey,
      slug: plan.slug,
      revision: planRevision.revision,
      state: planRevision.state,
      isSubmitted: sql<boolean>`${planRevision.submittedAt} IS NOT NULL`,
      title: planRevision.title,
      label: planRevision.label,
      levels: planRevision.levels,
    })
    .from(planRevision)
    .innerJoin(
      plan,
      and(eq(plan.municipality, planRevision.municipality), eq(plan.planKey, planRevision.planKey)),
    )
    .where(
      and(eq(planRevision.municipality, tx.municipality), inArray(planRevision.state, ['draft', 'approved'])),
    )
    .orderBy(asc(plan.position), asc(plan.planKey), asc(planRevision.revision));

/** Items of drafts. `unitKeys` null: of every unit; else those whose 主管 is one of them. */
export const listDraftItems = (tx: TenantTx, unitKeys: readonly string[] | null) =>
  tx.q
    .select({
      planKey: planItem.planKey,
      revision: planItem.revision,
      itemKey: planItem.itemKey,
      levelKey: planItem.levelKey,
      title: planItem.title,
      hasDesiredState: sql<boolean>`${planItem.desiredState} <> ''`,
      leadUnitKeys: planItem.leadUnitKeys,
    })
    .from(planItem)
    .innerJoin(
      planRevision,
      and(
        eq(planRevision.municipality, planItem.municipality),
        eq(planRevision.planKey, planItem.planKey),
        eq(planRevision.revision, planItem.revision),
      ),
    )
    .where(
      and(
        eq(planItem.municipality, tx.municipality),
        eq(planRevision.municipality, tx.municipality),
        eq(planRevision.state, 'draft'),
        unitKeys === null
          ? undefined
          : sql`${planItem.leadUnitKeys} && ${sql.param([...unitKeys], planItem.leadUnitKeys)}`,
      ),
    )
    .orderBy(asc(planItem.planKey), asc(planItem.revision), asc(planItem.position), asc(planItem.itemKey));

/** Indicators that are asked for and have no figure of the fiscal year, entered or published. `unitKeys` as above. */
export const listIndicatorsWithoutValue = (
  tx: TenantTx,
  fiscalYear: number,
  unitKeys: readonly string[] | null,
) =>
  tx.q
    .select({
      indicatorKey: indicator.indicatorKey,
      name: indicator.name,
      unit: indicator.unit,
      unitKey: indicator.unitKey,
      frequency: indicator.frequency,
    })
    .from(indicator)
    .where(
      and(
        eq(indicator.municipality, tx.municipality),
        unitKeys === null ? undefined : inArray(indicator.unitKey, [...unitKeys]),
        isAskedFor,
        notExists(
          tx.q
            .select({ one: sql`1` })
            .from(indicatorValue)
            .where(
              and(
                eq(indicatorValue.municipality, tx.municipality),
                eq(indicatorValue.indicatorKey, indicator.indicatorKey),
                eq(indicatorValue.series, 'actual'),
                eq(indicatorValue.fiscalYear, fiscalYear),
                or(
                  sql`${indicatorValue.value} is not null`,
                  sql`${indicatorValue.text} is not null`,
                  sql`${indicatorValue.missing} is not null`,
                  sql`${indicatorValue.note} <> ''`,
                ),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(indicator.position), asc(indicator.indicatorKey));

/** Forms this user has typed into and not saved, the latest first. */
export const listKeptTyping = async (tx: TenantTx, userId: string) =>
  (
    await tx.q
      .select({ formKey: autosave.formKey, updatedAt: autosave.updatedAt })
      .from(autosave)
      .where(and(eq(autosave.municipality, tx.municipality), eq(autosave.userId, userId)))
      .orderBy(desc(autosave.updatedAt))
  ).map((row) => ({ ...row, updatedAt: isoInstant(row.updatedAt) }));

export const listLockedUsers = async (tx: TenantTx, now: string) =>
  tx.q
    .select({ userId: appUser.userId, displayName: appUser.displayName, login: appUser.login })
    .from(appUser)
    .where(
      and(
        eq(appUser.municipality, tx.municipality),
        gt(appUser.lockedUntil, now),
        isNull(appUser.disabledAt),
      ),
    )
    .orderBy(asc(appUser.login));
