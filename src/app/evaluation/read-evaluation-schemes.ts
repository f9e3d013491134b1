import { loadEvaluationSchemes, loadSchemeUses } from '../../db/read-evaluation-scheme.ts';
import type { StoredScheme } from '../../db/read-scheme.ts';
import { withTenant } from '../../db/tenant.ts';
import type { Acting } from '../acting.ts';

/** A version with the titles of the rounds that keep it. */
export interface UsedEvaluationScheme extends StoredScheme {
  readonly usedBy: readonly string[];
}

/** 評価の様式 of a town, every version. */
export const readEvaluationSchemes = (acting: Acting): Promise<readonly UsedEvaluationScheme[]> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const uses = await loadSchemeUses(tx);
    return (await loadEvaluationSchemes(tx)).map((scheme) => ({
      ...scheme,
      usedBy: uses
        .filter((use) => use.schemeKey === scheme.schemeKey && use.schemeVersion === scheme.schemeVersion)
        .map(({ title }) => title),
    }));
  });
