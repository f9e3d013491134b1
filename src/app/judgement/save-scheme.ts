import { loadSchemes, type StoredScheme } from '../../db/read-judgement.ts';
import { withTenant } from '../../db/tenant.ts';
import { deleteScheme, insertScheme, updateScheme } from '../../db/write-judgement.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { readJudgementScheme } from './read-judgement-scheme.ts';

/** Which version of which scheme of a town. */
export interface SchemeId {
  readonly schemeKey: string;
  readonly schemeVersion: number;
}

const find = (schemes: readonly StoredScheme[], { schemeKey, schemeVersion }: SchemeId) =>
  schemes.find((each) => each.schemeKey === schemeKey && each.schemeVersion === schemeVersion);

/** A new draft: the first version of a scheme, or the next one of a scheme the town has. */
export const createScheme = (
  acting: Acting,
  content: unknown,
  schemeKey: string,
): Promise<Result<SchemeId, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'judgement.scheme')) return refused('not-allowed', ['scheme']);
    const scheme = readJudgementScheme(content);
    if (!scheme.ok) return refusalOf(scheme.error) ?? refused('not-allowed');
    const versions = (await loadSchemes(tx)).filter((each) => each.schemeKey === schemeKey);
    const draft = versions.find((each) => each.state === 'draft');
    if (draft !== undefined) return refused('scheme-draft-exists', ['scheme'], { name: draft.name });
    const schemeVersion = Math.max(0, ...versions.map((each) => each.schemeVersion)) + 1;
    await insertScheme(
      tx,
      { schemeKey, schemeVersion, name: scheme.value.name, content, state: 'draft' },
      stampOf(acting),
    );
    return ok({ schemeKey, schemeVersion });
  });

/** Saves a draft as a whole. `seen`: the lock the person read. */
export const saveScheme = (
  acting: Acting,
  id: SchemeId,
  content: unknown,
  seen: number,
): Promise<Result<null, Refusal>> => change(acting, id, content, seen, 'draft');

/** From here on the version does not change: what is to be different comes as the next one. */
export const adoptScheme = (acting: Acting, id: SchemeId, seen: number): Promise<Result<null, Refusal>> =>
  change(acting, id, undefined, seen, 'adopted');

const change = (
  acting: Acting,
  id: SchemeId,
  content: unknown,
  seen: number,
  state: 'draft' | 'adopted',
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'judgement.scheme')) return refused('not-allowed', ['scheme']);
    const stored = find(await loadSchemes(tx), id);
    if (stored === undefined) return refused('scheme-not-found', ['scheme']);
    if (stored.state === 'adopted') return refused('scheme-adopted', ['scheme'], { name: stored.name });
    const next = content ?? stored.content;
    const scheme = readJudgementScheme(next);
    if (!scheme.ok) return refusalOf(scheme.error) ?? refused('not-allowed');
    const saved = await updateScheme(
      tx,
      { ...id, name: scheme.value.name, content: next, state },
      seen,
      stampOf(acting),
    );
    return saved ? ok(null) : refused('changed-meanwhile', ['scheme']);
  });

export const discardScheme = (acting: Acting, id: SchemeId, seen: number): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'judgement.scheme')) return refused('not-allowed', ['scheme']);
    const stored = find(await loadSchemes(tx), id);
    if (stored === undefined) return refused('scheme-not-found', ['scheme']);
    if (stored.state === 'adopted') return refused('scheme-adopted', ['scheme'], { name: stored.name });
    const gone = await deleteScheme(tx, id.schemeKey, id.schemeVersion, seen);
    return gone ? ok(null) : refused('changed-meanwhile', ['scheme']);
  });
