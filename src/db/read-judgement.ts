import { and, asc, desc, eq } from 'drizzle-orm';
import { isoInstant, isoInstantOrNull } from './instant.ts';
import { loadSchemeVersions, type StoredScheme } from './read-scheme.ts';
import { appUser } from './schema/access.ts';
import { humanJudgement, judgementScheme, judgementYear } from './schema/judgement.ts';
import type { ReadTx, TenantTx } from './tenant.ts';

export interface StoredJudgementYear {
  readonly fiscalYear: number;
  readonly schemeKey: string;
  readonly schemeVersion: number;
  readonly reason: string;
  readonly publishesHuman: boolean;
  /** ISO instant; null: not public yet */
  readonly publishedAt: string | null;
  readonly version: number;
  readonly updatedAt: string;
}

export interface StoredHumanJudgement {
  readonly indicatorKey: string;
  readonly fiscalYear: number;
  readonly kind: 'mark' | 'override';
  /** The mark's key, or the axis'. */
  readonly subject: string;
  readonly choice: string;
  readonly reason: string;
  readonly version: number;
  readonly updatedAt: string;
}

/** Every version the reader may see; the public role is given the versions of published years only. */
export const loadSchemes = (tx: ReadTx): Promise<readonly StoredScheme[]> =>
  loadSchemeVersions(tx, judgementScheme);

/** Display name of who wrote each version last; '' for what came with a data file. */
export const loadSchemeWriters = async (tx: TenantTx) => {
  const rows = await tx.q
    .select({
      schemeKey: judgementScheme.schemeKey,
      schemeVersion: judgementScheme.schemeVersion,
      by: appUser.displayName,
    })
    .from(judgementScheme)
    .leftJoin(
      appUser,
      and(
        eq(appUser.municipality, judgementScheme.municipality),
        eq(appUser.userId, judgementScheme.updatedBy),
      ),
    )
    .where(eq(judgementScheme.municipality, tx.municipality));
  return rows.map((row) => ({ ...row, by: row.by ?? '' }));
};

/** The years that have a scheme, newest first. The public role sees published ones only. */
export const loadJudgementYears = async (tx: ReadTx): Promise<readonly StoredJudgementYear[]> => {
  const rows = await tx.q
    .select({
      fiscalYear: judgementYear.fiscalYear,
      schemeKey: judgementYear.schemeKey,
      schemeVersion: judgementYear.schemeVersion,
      reason: judgementYear.reason,
      publishesHuman: judgementYear.publishesHuman,
      publishedAt: judgementYear.publishedAt,
      version: judgementYear.version,
      updatedAt: judgementYear.updatedAt,
    })
    .from(judgementYear)
    .where(eq(judgementYear.municipality, tx.municipality))
    .orderBy(desc(judgementYear.fiscalYear));
  return rows.map((row) => ({
    ...row,
    publishesHuman: row.publishesHuman === 'yes',
    publishedAt: isoInstantOrNull(row.publishedAt),
    updatedAt: isoInstant(row.updatedAt),
  }));
};

/** Marks and other grades given by people, of every year; of one indicator where it is named. */
export const loadHumanJudgements = async (
  tx: ReadTx,
  indicatorKey?: string,
): Promise<readonly StoredHumanJudgement[]> => {
  const rows = await tx.q
    .select({
      indicatorKey: humanJudgement.indicatorKey,
      fiscalYear: humanJudgement.fiscalYear,
      kind: humanJudgement.kind,
      subject: humanJudgement.subject,
      choice: humanJudgement.choice,
      reason: humanJudgement.reason,
      version: humanJudgement.version,
      updatedAt: humanJudgement.updatedAt,
    })
    .from(humanJudgement)
    .where(
      and(
        eq(humanJudgement.municipality, tx.municipality),
        indicatorKey === undefined ? undefined : eq(humanJudgement.indicatorKey, indicatorKey),
      ),
    )
    .orderBy(
      asc(humanJudgement.indicatorKey),
      asc(humanJudgement.fiscalYear),
      asc(humanJudgement.kind),
      asc(humanJudgement.subject),
    );
  return rows.map((row) => ({ ...row, updatedAt: isoInstant(row.updatedAt) }));
};
