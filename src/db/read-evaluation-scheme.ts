import { eq } from 'drizzle-orm';
import { loadSchemeVersions, type StoredScheme } from './read-scheme.ts';
import { evaluationRound, evaluationScheme } from './schema/evaluation.ts';
import type { TenantTx } from './tenant.ts';

/** Every version of 評価の様式, newest first within a scheme. */
export const loadEvaluationSchemes = (tx: TenantTx): Promise<readonly StoredScheme[]> =>
  loadSchemeVersions(tx, evaluationScheme);

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
