import { and, asc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { isoInstant } from './instant.ts';
import { appUser } from './schema/access.ts';
import { indicatorValue } from './schema/indicator.ts';
import type { TenantTx } from './tenant.ts';

/** 確かめた: who said that a figure which looks mistyped is right, and when. */
export interface Confirmation {
  /** Shown name; null: nobody by name (a command, an account that is gone). */
  readonly by: string | null;
  /** ISO instant */
  readonly at: string;
}

interface FigureReference {
  readonly indicatorKey: string;
  readonly stage: 'draft' | 'published';
}

const figuresOf = (tx: TenantTx, fiscalYear: number) =>
  and(
    eq(indicatorValue.municipality, tx.municipality),
    eq(indicatorValue.series, 'actual'),
    eq(indicatorValue.fiscalYear, fiscalYear),
    eq(indicatorValue.breakdown, ''),
  );

/** The confirmation stands on the figure itself and goes with it: another figure is not confirmed. */
export const confirmFigures = async (
  tx: TenantTx,
  figures: readonly FigureReference[],
  fiscalYear: number,
  stamp: { readonly by: string | null; readonly now: string },
): Promise<void> => {
  if (figures.length === 0) return;
  const keysAt = (stage: FigureReference['stage']) =>
    figures.filter((figure) => figure.stage === stage).map(({ indicatorKey }) => indicatorKey);
  await tx.q
    .update(indicatorValue)
    .set({ confirmedAt: stamp.now, confirmedBy: stamp.by })
    .where(
      and(
        figuresOf(tx, fiscalYear),
        or(
          and(eq(indicatorValue.stage, 'draft'), inArray(indicatorValue.indicatorKey, keysAt('draft'))),
          and(
            eq(indicatorValue.stage, 'published'),
            inArray(indicatorValue.indicatorKey, keysAt('published')),
          ),
        ),
      ),
    );
};

/** Confirmations of the figures a sheet shows (the draft where there is one), by indicator. For staff only. */
export const listConfirmations = async (
  tx: TenantTx,
  keys: readonly string[],
  fiscalYear: number,
): Promise<ReadonlyMap<string, Confirmation>> => {
  if (keys.length === 0) return new Map();
  const shown = tx.q
    .selectDistinctOn([indicatorValue.indicatorKey], {
      indicatorKey: indicatorValue.indicatorKey,
      confirmedAt: indicatorValue.confirmedAt,
      confirmedBy: indicatorValue.confirmedBy,
    })
    .from(indicatorValue)
    .where(and(figuresOf(tx, fiscalYear), inArray(indicatorValue.indicatorKey, [...keys])))
    // 'draft' before 'published'
    .orderBy(asc(indicatorValue.indicatorKey), asc(indicatorValue.stage))
    .as('shown');
  const rows = await tx.q
    .select({
      indicatorKey: shown.indicatorKey,
      at: shown.confirmedAt,
      by: sql<string | null>`${appUser.displayName}`,
    })
    .from(shown)
    .leftJoin(appUser, and(eq(appUser.municipality, tx.municipality), eq(appUser.userId, shown.confirmedBy)))
    .where(isNotNull(shown.confirmedAt));
  return new Map(
    rows.flatMap(({ indicatorKey, at, by }) =>
      at === null ? [] : [[indicatorKey, { by, at: isoInstant(at) }] as const],
    ),
  );
};
