import { loadSchemes } from '../../db/read-judgement.ts';
import { judgementScheme } from '../../db/schema/judgement.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { saveJudgementYear } from '../../db/write-judgement.ts';
import { insertScheme } from '../../db/write-scheme.ts';
import { may } from '../../domain/access/may.ts';
import { errorAt, type Problem, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { readJudgementScheme } from './read-judgement-scheme.ts';

/** A scheme of a data file: adopted at once, as the next version of its key. */
export interface GivenScheme {
  readonly schemeKey: string;
  readonly scheme: unknown;
}

/** Which scheme a year is judged by: the newest version of the key. */
export interface GivenJudgementYear {
  readonly fiscalYear: number;
  readonly schemeKey: string;
  readonly reason: string;
  readonly publishesHuman: boolean;
}

/** Schemes and the years judged by them, from a data file; public at once where `publish` is. */
export const registerJudgements = async (
  tx: TenantTx,
  acting: Acting,
  givenSchemes: readonly GivenScheme[],
  givenYears: readonly GivenJudgementYear[],
  publish: boolean,
): Promise<Result<null, Refusal>> => {
  if (givenSchemes.length + givenYears.length === 0) return ok(null);
  if (!may(acting.actor, 'judgement.scheme')) return refused('not-allowed', ['judgementSchemes']);
  const problems: Problem[] = [];
  const versions = new Map<string, number>();
  for (const { schemeKey, schemeVersion } of await loadSchemes(tx))
    versions.set(schemeKey, Math.max(schemeVersion, versions.get(schemeKey) ?? 0));
  const schemes = givenSchemes.flatMap(({ schemeKey, scheme }, index) => {
    const read = readJudgementScheme(scheme);
    if (!read.ok) {
      problems.push(...read.error.map((each) => placed(['judgementSchemes', index, 'scheme'], each)));
      return [];
    }
    const schemeVersion = (versions.get(schemeKey) ?? 0) + 1;
    versions.set(schemeKey, schemeVersion);
    return [{ schemeKey, schemeVersion, name: read.value.name, content: scheme, state: 'adopted' as const }];
  });
  const seen = new Set<number>();
  givenYears.forEach(({ fiscalYear, schemeKey }, index) => {
    const path = ['judgementYears', index] as const;
    if (seen.has(fiscalYear)) problems.push(errorAt('fiscal-year-twice', [...path], { fiscalYear }));
    seen.add(fiscalYear);
    if (!versions.has(schemeKey) && !givenSchemes.some((each) => each.schemeKey === schemeKey))
      problems.push(errorAt('scheme-not-found', [...path, 'schemeKey'], { key: schemeKey }));
  });
  const wrong = refusalOf(problems);
  if (wrong !== null) return wrong;
  const stamp = stampOf(acting);
  for (const scheme of schemes) await insertScheme(tx, judgementScheme, scheme, stamp);
  for (const [index, { schemeKey, ...year }] of givenYears.entries()) {
    const saved = await saveJudgementYear(
      tx,
      {
        ...year,
        schemeKey,
        schemeVersion: versions.get(schemeKey) ?? 1,
        publishedAt: publish ? stamp.now : null,
      },
      0,
      stamp,
    );
    if (!saved)
      return refused('judgement-year-exists', ['judgementYears', index], { fiscalYear: year.fiscalYear });
  }
  return ok(null);
};
