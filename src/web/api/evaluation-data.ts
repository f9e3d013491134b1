import type { z } from '@hono/zod-openapi';
import type { Publication } from '../../db/read-publication.ts';
import type { PublishedBudgetLine, PublishedImplementationLine } from '../../domain/budget/budget.ts';
import type { PublishedSheet } from '../../domain/evaluation/publication.ts';
import { totalsBy, totalsWays } from '../../domain/evaluation/totals.ts';
import { publicationPaths } from '../publication-paths.ts';
import type {
  budgetSchema,
  evaluationsSchema,
  implementationPlanSchema,
  publicationSchema,
} from './evaluation-schema.ts';
import { passedOn } from './passed-on.ts';

export const publicationData = (
  code: string,
  { kind, key, fiscalYear, title, edition, reason, publishedAt }: Publication,
): z.infer<typeof publicationSchema> => {
  const path = publicationPaths[kind];
  const self = `/api/v1/municipalities/${code}/${path}/${fiscalYear}`;
  const query = kind === 'evaluation' ? `?round=${encodeURIComponent(key)}` : '';
  return {
    key,
    fiscalYear,
    title,
    edition,
    reason,
    publishedAt,
    links: {
      self: `${self}${query}`,
      csv: `${self}.csv${query}`,
      page: `/m/${code}/${path}/${fiscalYear}${query}`,
    },
  };
};

export const evaluationsData = (
  code: string,
  publication: Publication<'evaluation'>,
  sheets: readonly PublishedSheet[],
): z.infer<typeof evaluationsSchema> => ({
  publication: publicationData(code, publication),
  round: passedOn(publication.content),
  totals: totalsWays.map((by) => {
    const { whole, lines, exempt, repeated } = totalsBy(
      sheets,
      publication.content,
      publication.fiscalYear,
      by,
    );
    return { by, ...whole, exempt: exempt.count, repeated, lines: passedOn(lines) };
  }),
  programmes: passedOn(sheets),
});

export const budgetData = (
  code: string,
  publication: Publication<'budget'>,
  lines: readonly PublishedBudgetLine[],
): z.infer<typeof budgetSchema> => {
  const { stage = 'settled', baseFiscalYear, round = null, schemeName, notes, frames } = publication.content;
  return {
    publication: publicationData(code, publication),
    stage,
    baseFiscalYear,
    round: passedOn(round),
    schemeName,
    notes: passedOn(notes),
    frames: passedOn(frames),
    lines: passedOn(lines),
  };
};

export const implementationPlanData = (
  code: string,
  publication: Publication<'implementation-plan'>,
  lines: readonly PublishedImplementationLine[],
): z.infer<typeof implementationPlanSchema> => ({
  publication: publicationData(code, publication),
  ...publication.content,
  programmes: passedOn(lines),
});
