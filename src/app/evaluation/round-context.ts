import {
  findRound,
  findSchemeVersion,
  loadDelegations,
  type RowLock,
  type StoredDelegation,
  type StoredRound,
} from '../../db/read-evaluation.ts';
import { listUnits } from '../../db/read-town.ts';
import type { TenantTx } from '../../db/tenant.ts';
import type { EvaluationScheme } from '../../domain/evaluation/evaluation-scheme.ts';
import type { RightsScope } from '../../domain/evaluation/round-rights.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { readEvaluationScheme } from './read-evaluation-scheme.ts';

/** A round with what deciding about its sheets needs. */
export interface RoundContext {
  readonly round: StoredRound;
  readonly scheme: EvaluationScheme;
  readonly units: readonly OrganisationUnit[];
  readonly scope: RightsScope;
  readonly deputies: readonly StoredDelegation[];
}

/** One version of a scheme. @throws where what is stored is none: it was read when it was saved. */
export const findScheme = async (
  tx: TenantTx,
  schemeKey: string,
  schemeVersion: number,
): Promise<{ readonly scheme: EvaluationScheme; readonly state: 'draft' | 'adopted' } | null> => {
  const stored = await findSchemeVersion(tx, schemeKey, schemeVersion);
  if (stored === null) return null;
  const read = readEvaluationScheme(stored.content);
  if (!read.ok) throw new Error(`stored scheme ${schemeKey} ${schemeVersion}: ${JSON.stringify(read.error)}`);
  return { scheme: read.value, state: stored.state };
};

/** null: no such round. With a lock, the round is locked before anything else is read. */
export const loadRoundContext = async (
  tx: TenantTx,
  acting: Acting,
  roundKey: string,
  lock?: RowLock,
): Promise<RoundContext | null> => {
  const round = await findRound(tx, roundKey, lock);
  if (round === null) return null;
  const found = await findScheme(tx, round.schemeKey, round.schemeVersion);
  if (found === null) throw new Error(`round ${roundKey} has no scheme`);
  const units = await listUnits(tx);
  const deputies = await loadDelegations(tx, { roundKey });
  return {
    round,
    scheme: found.scheme,
    units,
    deputies,
    scope: {
      ancestors: ancestorsOf(units),
      deputies,
      today: todayInJapan(acting),
    },
  };
};

export const stageOf = (scheme: EvaluationScheme, stageKey: string) =>
  scheme.stages.find(({ key }) => key === stageKey);
