import { asc, desc, eq } from 'drizzle-orm';
import { isoInstant, isoInstantOrNull } from './instant.ts';
import { evaluationRound, evaluationScheme } from './schema/evaluation.ts';
import type { TenantTx } from './tenant.ts';

/** One version of 評価の様式 as it is kept. */
export interface StoredEvaluationScheme {
  readonly schemeKey: string;
  readonly schemeVersion: number;
  readonly name: string;
  /** As app/evaluation/read-evaluation-scheme.ts reads it. */
  readonly content: unknown;
  readonly state: 'draft' | 'adopted';
  readonly adoptedAt: string | null;
  /** Optimistic lock. */
  readonly version: number;
  readonly updatedAt: string;
}

/** Every version, newest first within a scheme. */
export const loadEvaluationSchemes = async (tx: TenantTx): Promise<readonly StoredEvaluationScheme[]> => {
  const rows = await tx.q
    .select({
      schemeKey: evaluationScheme.schemeKey,
      schemeVersion: evaluationScheme.schemeVersion,
      name: evaluationScheme.name,
      content: evaluationScheme.content,
      state: evaluationScheme.state,
      adoptedAt: evaluationScheme.adoptedAt,
      version: evaluationScheme.version,
      updatedAt: evaluationScheme.updatedAt,
    })
    .from(evaluationScheme)
    .where(eq(evaluationScheme.municipality, tx.municipality))
    .orderBy(asc(evaluationScheme.schemeKey), desc(evaluationScheme.schemeVersion));
  return rows.map((row) => ({
    ...row,
    adoptedAt: isoInstantOrNull(row.adoptedAt),
    updatedAt: isoInstant(row.updatedAt),
  }));
};

/** Titles of the rounds that keep a version, so that a list can say where each is used. */
export const loadSchemeUses = (
  tx: TenantTx,
): Promise<
  readonly { readonly schemeKey: string; readonly schemeVersion: number; readonly title: string }[]
> =>
  tx.q
    .select({
      schemeKey: evaluationRound.schemeKey,
      schemeVersion: evaluationRound.schemeVersion,
      title: evaluationRound.title,
    })
    .from(evaluationRound)
    .where(eq(evaluationRound.municipality, tx.municipality))
    .orderBy(evaluationRound.fiscalYear, evaluationRound.roundKey);
