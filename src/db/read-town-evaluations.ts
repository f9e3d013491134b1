import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { commonDirections } from '../domain/evaluation/common-direction.ts';
import type { PublishedRound } from '../domain/evaluation/publication.ts';
import type { Queries } from './tenant.ts';

/** A town's newest published evaluation of programmes after the year, in sums by common class. */
export interface TownEvaluationSums {
  readonly municipality: string;
  readonly fiscalYear: number;
  readonly round: PublishedRound;
  readonly lines: readonly {
    /** null: exempt, or without a direction */
    readonly common: (typeof commonDirections)[number] | null;
    readonly count: number;
    readonly amountThousandYen: number;
    readonly withoutAmount: number;
  }[];
}

/** In the order of the columns below. */
const rowSchema = z.tuple([
  z.string(),
  z.coerce.number(),
  // jsonb comes as text.
  z.string(),
  z.enum(commonDirections).nullable(),
  z.coerce.number(),
  z.coerce.number(),
  z.coerce.number(),
]);

/** One query, however many towns and programmes. Inside `withDirectory`. */
export const loadTownEvaluationSums = async (q: Queries): Promise<readonly TownEvaluationSums[]> => {
  const rows = await q.execute(sql`
    WITH newest AS (
      SELECT DISTINCT ON (municipality) municipality, key, edition, fiscal_year, content
      FROM publication
      WHERE kind = 'evaluation' AND content ->> 'target' = 'programme' AND content ->> 'timing' = 'after'
      ORDER BY municipality, fiscal_year DESC, key, edition DESC
    ), sheet AS (
      SELECT n.municipality,
        CASE WHEN e.content ->> 'exemption' = '' THEN e.content #>> '{direction,common}' END AS common,
        (SELECT (y #>> '{settled,totalThousandYen}')::bigint
          FROM jsonb_array_elements(e.content #> '{figures,years}') y
          WHERE (y ->> 'fiscalYear')::int = n.fiscal_year LIMIT 1) AS amount
      FROM newest n JOIN publication_entry e ON e.municipality = n.municipality
        AND e.kind = 'evaluation' AND e.key = n.key AND e.edition = n.edition
    )
    SELECT n.municipality, n.fiscal_year, n.content, s.common, count(*)::text AS count,
      coalesce(sum(s.amount), 0)::text AS amount, (count(*) - count(s.amount))::text AS without
    FROM newest n JOIN sheet s ON s.municipality = n.municipality
    GROUP BY n.municipality, n.fiscal_year, n.content, s.common
    ORDER BY n.municipality, s.common`);
  const parsed = z.array(rowSchema).parse(rows);
  return [...Map.groupBy(parsed, ([municipality]) => municipality)].flatMap(([municipality, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const [, fiscalYear, content] = first;
    return [
      {
        municipality,
        fiscalYear,
        round: JSON.parse(content) as PublishedRound,
        lines: own.map(([, , , common, count, amountThousandYen, withoutAmount]) => ({
          common,
          count,
          amountThousandYen,
          withoutAmount,
        })),
      },
    ];
  });
};
