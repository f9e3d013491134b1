import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { planItemIndicator } from './schema/indicator.ts';
import { planItem } from './schema/plan.ts';
import type { ReadTx } from './tenant.ts';

/** An item as the roll-up needs it. */
export interface PlacedItem {
  readonly planKey: string;
  readonly itemKey: string;
  readonly parentKey: string | null;
  readonly levelKey: string;
  readonly title: string;
}

export interface IndicatorPlaces {
  /** Items of the revisions, in their order among their siblings. */
  readonly items: readonly PlacedItem[];
  readonly links: readonly {
    readonly planKey: string;
    readonly itemKey: string;
    readonly indicatorKey: string;
  }[];
}

type Revisions = readonly { readonly planKey: string; readonly revision: number }[];

/** The items these indicators measure and all above them, by the parents they name. */
const leadsTo = (tx: ReadTx, revisions: Revisions, indicatorKeys: readonly string[]): SQL => {
  const among = (table: SQL) =>
    sql.join(
      revisions.map(
        ({ planKey, revision }) => sql`(${table}.plan_key = ${planKey} AND ${table}.revision = ${revision})`,
      ),
      sql` OR `,
    );
  return sql`(${planItem.planKey}, ${planItem.itemKey}) IN (
    WITH RECURSIVE way (plan_key, revision, item_key) AS (
      SELECT l.plan_key, l.revision, l.item_key FROM plan_item_indicator l
      WHERE l.municipality = ${tx.municipality} AND (${among(sql`l`)}) AND l.indicator_key IN (${sql.join(
        indicatorKeys.map((key) => sql`${key}`),
        sql`, `,
      )})
      UNION
      SELECT i.plan_key, i.revision, i.parent_key FROM way w
      JOIN plan_item i ON i.municipality = ${tx.municipality} AND i.plan_key = w.plan_key
        AND i.revision = w.revision AND i.item_key = w.item_key
      WHERE i.parent_key IS NOT NULL
    ) SELECT plan_key, item_key FROM way)`;
};

/**
 * Where the indicators stand in these revisions. Two queries, however many there are. `indicatorKeys`: only these, and
 * only the items that lead to them.
 */
export const loadIndicatorPlaces = async (
  tx: ReadTx,
  revisions: Revisions,
  indicatorKeys?: readonly string[],
): Promise<IndicatorPlaces> => {
  if (revisions.length === 0 || indicatorKeys?.length === 0) return { items: [], links: [] };
  const items = await tx.q
    .select({
      planKey: planItem.planKey,
      itemKey: planItem.itemKey,
      parentKey: planItem.parentKey,
      levelKey: planItem.levelKey,
      title: planItem.title,
    })
    .from(planItem)
    .where(
      and(
        eq(planItem.municipality, tx.municipality),
        or(
          ...revisions.map(({ planKey, revision }) =>
            and(eq(planItem.planKey, planKey), eq(planItem.revision, revision)),
          ),
        ),
        indicatorKeys === undefined ? undefined : leadsTo(tx, revisions, indicatorKeys),
      ),
    )
    .orderBy(asc(planItem.planKey), asc(planItem.position), asc(planItem.itemKey));
  const links = await tx.q
    .select({
      planKey: planItemIndicator.planKey,
      itemKey: planItemIndicator.itemKey,
      indicatorKey: planItemIndicator.indicatorKey,
    })
    .from(planItemIndicator)
    .where(
      and(
        eq(planItemIndicator.municipality, tx.municipality),
        or(
          ...revisions.map(({ planKey, revision }) =>
            and(eq(planItemIndicator.planKey, planKey), eq(planItemIndicator.revision, revision)),
          ),
        ),
        indicatorKeys === undefined ? undefined : inArray(planItemIndicator.indicatorKey, [...indicatorKeys]),
      ),
    )
    .orderBy(asc(planItemIndicator.planKey), asc(planItemIndicator.position));
  return { items, links };
};
