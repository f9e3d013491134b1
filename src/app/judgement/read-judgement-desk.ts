import {
  loadJudgementYears,
  loadSchemes,
  loadSchemeWriters,
  type StoredJudgementYear,
} from '../../db/read-judgement.ts';
import type { StoredScheme } from '../../db/read-scheme.ts';
import { withTenant } from '../../db/tenant.ts';
import type { Acting } from '../acting.ts';

/** 判定: which year is judged by what, and every version of every scheme with who wrote it last. */
export interface JudgementDesk {
  readonly years: readonly StoredJudgementYear[];
  readonly schemes: readonly (StoredScheme & { readonly writer: string })[];
}

export const readJudgementDesk = (acting: Acting): Promise<JudgementDesk> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const writers = new Map(
      (await loadSchemeWriters(tx)).map(({ schemeKey, schemeVersion, by }) => [
        `${schemeKey} ${schemeVersion}`,
        by,
      ]),
    );
    return {
      years: await loadJudgementYears(tx),
      schemes: (await loadSchemes(tx)).map((scheme) => ({
        ...scheme,
        writer: writers.get(`${scheme.schemeKey} ${scheme.schemeVersion}`) ?? '',
      })),
    };
  });
