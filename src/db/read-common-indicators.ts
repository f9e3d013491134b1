import { and, asc, countDistinct, eq, isNotNull, min, sql } from 'drizzle-orm';
import { indicatorColumns, type LoadedIndicator, loadedOf, valueColumns } from './read-indicator.ts';
import { indicator, indicatorValue } from './schema/indicator.ts';
import type { Queries } from './tenant.ts';

/** 共通指標 and how many open towns have it. */
export interface CommonKey {
  readonly commonKey: string;
  /** As one of the towns names it. */
  readonly name: string;
  readonly towns: number;
}

/** Inside `withDirectory`: public indicators of open towns only. */
export const listCommonKeys = async (q: Queries): Promise<readonly CommonKey[]> => {
  const rows = await q
    .select({
      commonKey: indicator.commonKey,
      name: min(indicator.name),
      towns: countDistinct(indicator.municipality),
    })
    .from(indicator)
    .where(isNotNull(indicator.commonKey))
    .groupBy(indicator.commonKey)
    .orderBy(asc(indicator.commonKey));
  return rows.flatMap(({ commonKey, name, towns }) =>
    commonKey === null ? [] : [{ commonKey, name: name ?? commonKey, towns }],
  );
};

/** An indicator with the town it is of; without targets, which are each town's own affair. */
export interface TownIndicator {
  readonly municipality: string;
  readonly loaded: LoadedIndicator;
}

type Which =
  | { readonly commonKey: string }
  | { readonly pairs: readonly { readonly municipality: string; readonly indicatorKey: string }[] };

/** Two queries, however many towns there are. Inside `withDirectory`. */
export const loadAcrossTowns = async (q: Queries, which: Which): Promise<readonly TownIndicator[]> => {
  if ('pairs' in which && which.pairs.length === 0) return [];
  const wanted =
    'commonKey' in which
      ? eq(indicator.commonKey, which.commonKey)
      : sql`(${indicator.municipality}, ${indicator.indicatorKey}) IN (${sql.join(
          which.pairs.map(({ municipality, indicatorKey }) => sql`(${municipality}, ${indicatorKey})`),
          sql`, `,
        )})`;
  const rows = await q
    .select({ municipality: indicator.municipality, ...indicatorColumns })
    .from(indicator)
    .where(wanted)
    .orderBy(asc(indicator.municipality), asc(indicator.position), asc(indicator.indicatorKey));
  const values = await q
    .select({ municipality: indicatorValue.municipality, ...valueColumns })
    .from(indicatorValue)
    .innerJoin(
      indicator,
      and(
        eq(indicator.municipality, indicatorValue.municipality),
        eq(indicator.indicatorKey, indicatorValue.indicatorKey),
      ),
    )
    .where(and(wanted, eq(indicatorValue.series, 'actual')))
    .orderBy(asc(indicatorValue.fiscalYear));
  const name = (row: { readonly municipality: string; readonly indicatorKey: string }): string =>
    `${row.municipality} ${row.indicatorKey}`;
  const byIndicator = Map.groupBy(values, name);
  return rows.map((row) => {
    const { municipality, ...rest } = row;
    const own = (byIndicator.get(name(row)) ?? []).map(({ municipality: _, ...value }) => value);
    return { municipality, loaded: loadedOf(rest, [], own) };
  });
};
