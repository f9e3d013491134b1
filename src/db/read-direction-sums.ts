import { and, eq, sql } from 'drizzle-orm';
import type { DirectionSum } from '../domain/evaluation/direction-totals.ts';
import type { Publication } from './read-publication.ts';
import { publicationEntry } from './schema/publication.ts';
import type { ReadTx } from './tenant.ts';

/** Counts and amounts of one published evaluation by direction, summed in the database: a home page needs no sheets. */
export const loadDirectionSums = async (
  tx: ReadTx,
  of: Publication<'evaluation'>,
): Promise<readonly DirectionSum[]> => {
  const side = of.content.timing === 'after' ? 'settled' : 'budget';
  const amount = sql`(SELECT (y #>> ${`{${side},totalThousandYen}`}::text[])::bigint
    FROM jsonb_array_elements(${publicationEntry.content} #> '{figures,years}') y
    WHERE (y ->> 'fiscalYear')::int = ${of.fiscalYear}::int LIMIT 1)`;
  const direction = sql<string | null>`${publicationEntry.content} #>> '{direction,key}'`;
  const exempt = sql<boolean>`${publicationEntry.content} ->> 'exemption' <> ''`;
  return tx.q
    .select({
      direction: direction.as('direction'),
      exempt: exempt.as('exempt'),
      count: sql<number>`count(*)`.mapWith(Number),
      amountThousandYen: sql<number>`coalesce(sum(${amount}), 0)`.mapWith(Number),
      withoutAmount: sql<number>`count(*) - count(${amount})`.mapWith(Number),
    })
    .from(publicationEntry)
    .where(
      and(
        eq(publicationEntry.municipality, tx.municipality),
        eq(publicationEntry.kind, of.kind),
        eq(publicationEntry.key, of.key),
        eq(publicationEntry.edition, of.edition),
      ),
    )
    .groupBy(sql`direction`, sql`exempt`);
};
