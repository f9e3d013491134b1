import { loadEvaluationSchemes, type StoredEvaluationScheme } from '../../db/read-evaluation-scheme.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import {
  deleteEvaluationScheme,
  insertEvaluationScheme,
  updateEvaluationScheme,
} from '../../db/write-evaluation-scheme.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { readEvaluationScheme } from './read-evaluation-scheme.ts';

/** Which version of which 評価の様式 of a town. */
export interface EvaluationSchemeId {
  readonly schemeKey: string;
  readonly schemeVersion: number;
}

/** A new draft: the first version of a scheme, or the next one of a scheme the town has. */
export const createEvaluationScheme = (
  acting: Acting,
  content: unknown,
  schemeKey: string,
): Promise<Result<EvaluationSchemeId, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed', ['scheme']);
    const scheme = readEvaluationScheme(content);
    if (!scheme.ok) return refusalOf(scheme.error) ?? refused('not-allowed');
    const versions = (await loadEvaluationSchemes(tx)).filter((each) => each.schemeKey === schemeKey);
    const draft = versions.find((each) => each.state === 'draft');
    if (draft !== undefined)
      return refused('evaluation-scheme-draft-exists', ['scheme'], { name: draft.name });
    const schemeVersion = Math.max(0, ...versions.map((each) => each.schemeVersion)) + 1;
    await insertEvaluationScheme(
      tx,
      {
        schemeKey,
        schemeVersion,
        name: scheme.value.name,
        content: { ...scheme.value, key: schemeKey },
        state: 'draft',
      },
      stampOf(acting),
    );
    return ok({ schemeKey, schemeVersion });
  });

/** The draft a command is about, or why there is nothing to change. */
const findDraft = async (
  tx: TenantTx,
  acting: Acting,
  { schemeKey, schemeVersion }: EvaluationSchemeId,
): Promise<Result<StoredEvaluationScheme, Refusal>> => {
  if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed', ['scheme']);
  const stored = (await loadEvaluationSchemes(tx)).find(
    (each) => each.schemeKey === schemeKey && each.schemeVersion === schemeVersion,
  );
  if (stored === undefined) return refused('evaluation-scheme-not-found', ['scheme']);
  return stored.state === 'adopted'
    ? refused('evaluation-scheme-adopted', ['scheme'], { name: stored.name })
    : ok(stored);
};

const change = (
  acting: Acting,
  id: EvaluationSchemeId,
  content: unknown,
  seen: number,
  state: 'draft' | 'adopted',
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const draft = await findDraft(tx, acting, id);
    if (!draft.ok) return draft;
    const scheme = readEvaluationScheme(content ?? draft.value.content);
    if (!scheme.ok) return refusalOf(scheme.error) ?? refused('not-allowed');
    const saved = await updateEvaluationScheme(
      tx,
      { ...id, name: scheme.value.name, content: { ...scheme.value, key: id.schemeKey }, state },
      seen,
      stampOf(acting),
    );
    return saved ? ok(null) : refused('changed-meanwhile', ['scheme']);
  });

/** Saves a draft as a whole. `seen`: the lock the person read. */
export const saveEvaluationScheme = (
  acting: Acting,
  id: EvaluationSchemeId,
  content: unknown,
  seen: number,
): Promise<Result<null, Refusal>> => change(acting, id, content, seen, 'draft');

/** From here on the version does not change: what is to be different comes as the next one. */
export const adoptEvaluationScheme = (
  acting: Acting,
  id: EvaluationSchemeId,
  seen: number,
): Promise<Result<null, Refusal>> => change(acting, id, undefined, seen, 'adopted');

export const discardEvaluationScheme = (
  acting: Acting,
  id: EvaluationSchemeId,
  seen: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const draft = await findDraft(tx, acting, id);
    if (!draft.ok) return draft;
    const gone = await deleteEvaluationScheme(tx, id, seen);
    return gone ? ok(null) : refused('changed-meanwhile', ['scheme']);
  });
