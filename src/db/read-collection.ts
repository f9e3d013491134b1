import { and, asc, desc, eq, inArray, isNotNull, isNull, max, min, sql } from 'drizzle-orm';
import type { Collection, CollectionSheet } from '../domain/indicator/collection/collection.ts';
import { isAskedFor } from './asked-indicator.ts';
import { isoInstantOrNull } from './instant.ts';
import { collection, collectionSheet } from './schema/collection.ts';
import { indicator, indicatorValue } from './schema/indicator.ts';
import { planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';

type Lock = 'share' | 'update';

const collectionColumns = {
  fiscalYear: collection.fiscalYear,
  dueOn: collection.dueOn,
  note: collection.note,
  closedAt: collection.closedAt,
  version: collection.version,
} as const;

const sheetColumns = {
  fiscalYear: collectionSheet.fiscalYear,
  unitKey: collectionSheet.unitKey,
  state: collectionSheet.state,
  dueOn: collectionSheet.dueOn,
  reason: collectionSheet.reason,
  submittedAt: collectionSheet.submittedAt,
  submittedBy: collectionSheet.submittedBy,
  decidedAt: collectionSheet.decidedAt,
  decidedBy: collectionSheet.decidedBy,
  version: collectionSheet.version,
} as const;

const readCollection = (row: Collection): Collection => ({
  ...row,
  closedAt: isoInstantOrNull(row.closedAt),
});

const readSheet = (row: CollectionSheet): CollectionSheet => ({
  ...row,
  submittedAt: isoInstantOrNull(row.submittedAt),
  decidedAt: isoInstantOrNull(row.decidedAt),
});

/** The latest fiscal year first. */
export const listCollections = async (tx: TenantTx): Promise<readonly Collection[]> =>
  (
    await tx.q
      .select(collectionColumns)
      .from(collection)
      .where(eq(collection.municipality, tx.municipality))
      .orderBy(desc(collection.fiscalYear))
  ).map(readCollection);

export const findCollection = async (
  tx: TenantTx,
  fiscalYear: number,
  lock?: Lock,
): Promise<Collection | null> => {
  const query = tx.q
    .select(collectionColumns)
    .from(collection)
    .where(and(eq(collection.municipality, tx.municipality), eq(collection.fiscalYear, fiscalYear)));
  const [row] = await (lock === undefined ? query : query.for(lock));
  return row === undefined ? null : readCollection(row);
};

/** Sheets of one collection, or of every collection that is open. */
export const listSheets = async (tx: TenantTx, fiscalYear?: number): Promise<readonly CollectionSheet[]> =>
  (
    await tx.q
      .select(sheetColumns)
      .from(collectionSheet)
      .innerJoin(
        collection,
        and(
          eq(collection.municipality, collectionSheet.municipality),
          eq(collection.fiscalYear, collectionSheet.fiscalYear),
        ),
      )
      .where(
        and(
          eq(collectionSheet.municipality, tx.municipality),
          fiscalYear === undefined ? isNull(collection.closedAt) : eq(collectionSheet.fiscalYear, fiscalYear),
        ),
      )
      .orderBy(desc(collectionSheet.fiscalYear), asc(collectionSheet.unitKey))
  ).map(readSheet);

/** `lock` 'share' keeps the sheet in its state while a figure is written; 'update' while the state changes. */
export const findSheet = async (
  tx: TenantTx,
  at: { readonly fiscalYear: number; readonly unitKey: string },
  lock?: Lock,
): Promise<CollectionSheet | null> => {
  const query = tx.q
    .select(sheetColumns)
    .from(collectionSheet)
    .where(
      and(
        eq(collectionSheet.municipality, tx.municipality),
        eq(collectionSheet.fiscalYear, at.fiscalYear),
        eq(collectionSheet.unitKey, at.unitKey),
      ),
    );
  const [row] = await (lock === undefined ? query : query.for(lock));
  return row === undefined ? null : readSheet(row);
};

/** First and last fiscal year any revision of the town's plans covers; null without plans. */
export const findPlanYears = async (tx: TenantTx) => {
  const [row] = await tx.q
    .select({ first: min(planRevision.startFiscalYear), last: max(planRevision.endFiscalYear) })
    .from(planRevision)
    .where(eq(planRevision.municipality, tx.municipality));
  return row?.first == null || row.last === null ? null : { first: row.first, last: row.last };
};

/** Keys of the indicators asked of a unit, in the town's order; `keys` asks about these only. */
export const listAskedKeys = async (
  tx: TenantTx,
  unitKey: string,
  keys?: readonly string[],
): Promise<readonly string[]> =>
  keys?.length === 0
    ? []
    : (
        await tx.q
          .select({ indicatorKey: indicator.indicatorKey })
          .from(indicator)
          .where(
            and(
              eq(indicator.municipality, tx.municipality),
              eq(indicator.unitKey, unitKey),
              keys === undefined ? undefined : inArray(indicator.indicatorKey, [...keys]),
              isAskedFor,
            ),
          )
          .orderBy(asc(indicator.position), asc(indicator.indicatorKey))
      ).map(({ indicatorKey }) => indicatorKey);

/** How far each unit has come with a fiscal year, in one statement. `unitKey` null: what nobody is asked for. */
export const countAsked = async (tx: TenantTx, fiscalYear: number) => {
  const shown = tx.q
    .selectDistinctOn([indicatorValue.indicatorKey], {
      indicatorKey: indicatorValue.indicatorKey,
      hasFigure: sql<boolean>`(${indicatorValue.value} is not null or ${indicatorValue.text} is not null)`.as(
        'has_figure',
      ),
      hasReason: sql<boolean>`(${indicatorValue.missing} is not null)`.as('has_reason'),
    })
    .from(indicatorValue)
    .where(
      and(
        eq(indicatorValue.municipality, tx.municipality),
        eq(indicatorValue.series, 'actual'),
        eq(indicatorValue.breakdown, ''),
        eq(indicatorValue.fiscalYear, fiscalYear),
      ),
    )
    // 'draft' before 'published'
    .orderBy(asc(indicatorValue.indicatorKey), asc(indicatorValue.stage))
    .as('shown');
  const rows = await tx.q
    .select({
      unitKey: indicator.unitKey,
      asked: sql<string>`count(*)`,
      entered: sql<string>`count(*) filter (where ${shown.hasFigure})`,
      missing: sql<string>`count(*) filter (where ${shown.hasReason})`,
    })
    .from(indicator)
    .leftJoin(shown, eq(shown.indicatorKey, indicator.indicatorKey))
    .where(and(eq(indicator.municipality, tx.municipality), isAskedFor))
    .groupBy(indicator.unitKey);
  return rows.map(({ unitKey, ...counts }) => {
    const [asked, entered, missing] = [counts.asked, counts.entered, counts.missing].map(Number) as [
      number,
      number,
      number,
    ];
    return { unitKey, asked, entered, missing, blank: asked - entered - missing };
  });
};

/** Units something is asked of. */
export const listAskedUnitKeys = async (tx: TenantTx): Promise<readonly string[]> =>
  (
    await tx.q
      .selectDistinct({ unitKey: indicator.unitKey })
      .from(indicator)
      .where(and(eq(indicator.municipality, tx.municipality), isNotNull(indicator.unitKey), isAskedFor))
  ).flatMap(({ unitKey }) => unitKey ?? []);
