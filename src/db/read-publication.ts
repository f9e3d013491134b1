import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type {
  PublishedBudget,
  PublishedBudgetLine,
  PublishedImplementationLine,
  PublishedImplementationPlan,
} from '../domain/budget/budget.ts';
import type {
  CyclePublicationKind,
  PublicationKind,
  PublishedRound,
  PublishedSheet,
} from '../domain/evaluation/publication.ts';
import type { PublishedScenario, PublishedYear } from '../domain/population/scenario.ts';
import { isReadableEdition } from '../domain/population/stored-content.ts';
import { isoInstant } from './instant.ts';
import { publication, publicationEntry } from './schema/publication.ts';
import type { ReadTx } from './tenant.ts';

/** What a publication of each kind and its entries hold, as publishRound and its siblings write them. */
interface Contents {
  readonly evaluation: { readonly head: PublishedRound; readonly entry: PublishedSheet };
  readonly budget: { readonly head: PublishedBudget; readonly entry: PublishedBudgetLine };
  readonly 'implementation-plan': {
    readonly head: PublishedImplementationPlan;
    readonly entry: PublishedImplementationLine;
  };
  readonly 'population-scenario': { readonly head: PublishedScenario; readonly entry: PublishedYear };
}

/** The newest edition of something published. */
export interface Publication<Kind extends PublicationKind = CyclePublicationKind> {
  readonly kind: Kind;
  readonly key: string;
  readonly edition: number;
  readonly fiscalYear: number;
  readonly title: string;
  /** Why there is a further edition; '' for the first. */
  readonly reason: string;
  readonly publishedAt: string;
  readonly content: Contents[Kind]['head'];
}

export type PublishedEntry<Kind extends PublicationKind> = Contents[Kind]['entry'];

const columns = {
  kind: publication.kind,
  key: publication.key,
  edition: publication.edition,
  fiscalYear: publication.fiscalYear,
  title: publication.title,
  reason: publication.reason,
  publishedAt: publication.publishedAt,
  content: publication.content,
};

/** A correction is the next edition and takes the place of the one before. */
const isNewest = sql`NOT EXISTS (SELECT 1 FROM publication later
  WHERE later.municipality = ${publication.municipality} AND later.kind = ${publication.kind}
    AND later.key = ${publication.key} AND later.edition > ${publication.edition})`;

const entriesOf = sql`${publicationEntry.municipality} = ${publication.municipality}
  AND ${publicationEntry.kind} = ${publication.kind} AND ${publicationEntry.key} = ${publication.key}
  AND ${publicationEntry.edition} = ${publication.edition}`;

type Row = Omit<Publication<PublicationKind>, 'content'> & { readonly content: unknown };

/** An edition another version of the program wrote is as if it were not there: the town's other pages stay. */
const isReadable = ({ kind, content }: Row): boolean =>
  kind !== 'population-scenario' || isReadableEdition(content);

const publicationOf = <Kind extends PublicationKind>(row: Row): Publication<Kind> =>
  ({ ...row, publishedAt: isoInstant(row.publishedAt) }) as Publication<Kind>;

/** Newest editions of one kind, newest year first. */
export const loadPublications = async <Kind extends PublicationKind>(
  tx: ReadTx,
  kind: Kind,
): Promise<readonly Publication<Kind>[]> => {
  const rows = await tx.q
    .select(columns)
    .from(publication)
    .where(and(eq(publication.municipality, tx.municipality), eq(publication.kind, kind), isNewest))
    .orderBy(desc(publication.fiscalYear), asc(publication.key));
  return rows.filter(isReadable).map((row) => publicationOf<Kind>(row));
};

/** One edition of something published, the newest where none is named; null: there is none. */
export const findPublication = async <Kind extends PublicationKind>(
  tx: ReadTx,
  { kind, key, edition }: { readonly kind: Kind; readonly key: string; readonly edition: number | null },
): Promise<Publication<Kind> | null> => {
  const [row] = await tx.q
    .select(columns)
    .from(publication)
    .where(
      and(
        eq(publication.municipality, tx.municipality),
        eq(publication.kind, kind),
        eq(publication.key, key),
        edition === null ? isNewest : eq(publication.edition, edition),
      ),
    );
  return row === undefined || !isReadable(row) ? null : publicationOf<Kind>(row);
};

/** Every edition of one publication, newest first, without its content: 訂正の経過. */
export const loadEditions = async (
  tx: ReadTx,
  { kind, key }: { readonly kind: PublicationKind; readonly key: string },
): Promise<
  readonly { readonly edition: number; readonly reason: string; readonly publishedAt: string }[]
> => {
  const rows = await tx.q
    .select({
      edition: publication.edition,
      reason: publication.reason,
      publishedAt: publication.publishedAt,
    })
    .from(publication)
    .where(
      and(
        eq(publication.municipality, tx.municipality),
        eq(publication.kind, kind),
        eq(publication.key, key),
      ),
    )
    .orderBy(desc(publication.edition));
  return rows.map((row) => ({ ...row, publishedAt: isoInstant(row.publishedAt) }));
};

/** The entries of one edition, in its order. */
export const loadEntries = async <Kind extends PublicationKind>(
  tx: ReadTx,
  of: Publication<Kind>,
  subjectKeys?: readonly string[],
): Promise<readonly PublishedEntry<Kind>[]> => {
  const rows = await tx.q
    .select({ content: publicationEntry.content })
    .from(publicationEntry)
    .where(
      and(
        eq(publicationEntry.municipality, tx.municipality),
        eq(publicationEntry.kind, of.kind),
        eq(publicationEntry.key, of.key),
        eq(publicationEntry.edition, of.edition),
        subjectKeys === undefined ? undefined : inArray(publicationEntry.subjectKey, [...subjectKeys]),
      ),
    )
    .orderBy(asc(publicationEntry.position), asc(publicationEntry.subjectKey));
  return rows.map(({ content }) => content as PublishedEntry<Kind>);
};

export interface EntryInPublication<Kind extends PublicationKind> {
  readonly publication: Publication<Kind>;
  readonly entry: PublishedEntry<Kind>;
}

const loadWhere = async <Kind extends PublicationKind>(
  tx: ReadTx,
  kind: Kind,
  which: SQL,
): Promise<readonly EntryInPublication<Kind>[]> => {
  const rows = await tx.q
    .select({ ...columns, entry: publicationEntry.content })
    .from(publicationEntry)
    .innerJoin(publication, entriesOf)
    .where(
      and(
        eq(publicationEntry.municipality, tx.municipality),
        eq(publicationEntry.kind, kind),
        isNewest,
        which,
      ),
    )
    .orderBy(desc(publication.fiscalYear), asc(publication.key), asc(publicationEntry.position));
  return rows.map(({ entry, ...row }) => ({
    publication: publicationOf<Kind>(row),
    entry: entry as PublishedEntry<Kind>,
  }));
};

/** What was published of one programme or item in every round, newest year first. */
export const loadSubject = (tx: ReadTx, subjectKey: string) =>
  loadWhere(tx, 'evaluation', sql`${publicationEntry.subjectKey} = ${subjectKey}`);

/** What the published budgets did with these programmes, newest year first; all programmes where none are named. */
export const loadBudgetLines = (tx: ReadTx, programmeKeys: readonly string[]) =>
  loadWhere(
    tx,
    'budget',
    sql`${publicationEntry.content} ->> 'programmeKey' IN (${sql.join(
      programmeKeys.map((key) => sql`${key}`),
      sql`, `,
    )})`,
  );

/** Newest year before this one in which a programme's evaluation is public, by programme key. */
export const loadEvaluatedYears = async (
  tx: ReadTx,
  before: number,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.q
    .select({ subjectKey: publicationEntry.subjectKey, year: sql<number>`max(${publication.fiscalYear})` })
    .from(publicationEntry)
    .innerJoin(publication, entriesOf)
    .where(
      and(
        eq(publicationEntry.municipality, tx.municipality),
        eq(publicationEntry.kind, 'evaluation'),
        sql`${publication.content} ->> 'target' = 'programme'`,
        sql`${publication.fiscalYear} < ${before}`,
        isNewest,
      ),
    )
    .groupBy(publicationEntry.subjectKey);
  return new Map(rows.map(({ subjectKey, year }) => [subjectKey, year]));
};

/** Evaluated programmes that stand below these items of a plan, newest year first. */
export const loadProgrammesOfItems = (tx: ReadTx, planKey: string, itemKeys: readonly string[]) =>
  loadWhere(
    tx,
    'evaluation',
    sql`EXISTS (SELECT 1 FROM jsonb_array_elements(${publicationEntry.content} -> 'planItems') item
      WHERE item ->> 'planKey' = ${planKey} AND item ->> 'itemKey' IN (${sql.join(
        itemKeys.map((key) => sql`${key}`),
        sql`, `,
      )}))`,
  );

/** Published evaluations whose subjects are the items of these plans (部局経営目標), newest first. */
export const loadItemEvaluations = (tx: ReadTx, planKeys: readonly string[]) =>
  loadWhere(
    tx,
    'evaluation',
    sql`${publication.content} ->> 'target' = 'plan-item' AND ${publication.content} ->> 'planKey' IN (${sql.join(
      planKeys.map((key) => sql`${key}`),
      sql`, `,
    )})`,
  );
