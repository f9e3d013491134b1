import { loadBudgetSchemes, type StoredBudgetScheme } from '../../db/read-budget.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { deleteBudgetScheme, insertBudgetScheme, updateBudgetScheme } from '../../db/write-budget.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { readBudgetScheme } from './read-budget-scheme.ts';

/** Which version of which rule of a town. */
export interface BudgetSchemeId {
  readonly schemeKey: string;
  readonly schemeVersion: number;
}

/** A new draft: the first version of a rule, or the next one of a rule the town has. */
export const createBudgetScheme = (
  acting: Acting,
  content: unknown,
  schemeKey: string,
): Promise<Result<BudgetSchemeId, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.manage')) return refused('not-allowed', ['scheme']);
    const scheme = readBudgetScheme(content);
    if (!scheme.ok) return refusalOf(scheme.error) ?? refused('not-allowed');
    const versions = (await loadBudgetSchemes(tx)).filter((each) => each.schemeKey === schemeKey);
    const draft = versions.find((each) => each.state === 'draft');
    if (draft !== undefined) return refused('budget-scheme-draft-exists', ['scheme'], { name: draft.name });
    const schemeVersion = Math.max(0, ...versions.map((each) => each.schemeVersion)) + 1;
    await insertBudgetScheme(
      tx,
      { schemeKey, schemeVersion, name: scheme.value.name, content, state: 'draft' },
      stampOf(acting),
    );
    return ok({ schemeKey, schemeVersion });
  });

const draftOf = async (
  tx: TenantTx,
  acting: Acting,
  id: BudgetSchemeId,
): Promise<Result<StoredBudgetScheme, Refusal>> => {
  if (!may(acting.actor, 'budget.manage')) return refused('not-allowed', ['scheme']);
  const stored = (await loadBudgetSchemes(tx)).find(
    (each) => each.schemeKey === id.schemeKey && each.schemeVersion === id.schemeVersion,
  );
  if (stored === undefined) return refused('budget-scheme-unknown', ['scheme']);
  return stored.state === 'adopted'
    ? refused('budget-scheme-adopted', ['scheme'], { name: stored.name })
    : ok(stored);
};

/** @param content undefined: as it is stored */
const change = (
  acting: Acting,
  id: BudgetSchemeId,
  content: unknown,
  seen: number,
  state: 'draft' | 'adopted',
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const stored = await draftOf(tx, acting, id);
    if (!stored.ok) return stored;
    const next = content ?? stored.value.content;
    const scheme = readBudgetScheme(next);
    if (!scheme.ok) return refusalOf(scheme.error) ?? refused('not-allowed');
    const saved = await updateBudgetScheme(
      tx,
      { ...id, name: scheme.value.name, content: next, state },
      seen,
      stampOf(acting),
    );
    return saved ? ok(null) : refused('changed-meanwhile', ['scheme']);
  });

/** Saves a draft as a whole. `seen`: the lock the person read. */
export const saveBudgetScheme = (
  acting: Acting,
  id: BudgetSchemeId,
  content: unknown,
  seen: number,
): Promise<Result<null, Refusal>> => change(acting, id, content, seen, 'draft');

/** From here on the version does not change: what is to be different comes as the next one. */
export const adoptBudgetScheme = (
  acting: Acting,
  id: BudgetSchemeId,
  seen: number,
): Promise<Result<null, Refusal>> => change(acting, id, undefined, seen, 'adopted');

export const discardBudgetScheme = (
  acting: Acting,
  id: BudgetSchemeId,
  seen: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const stored = await draftOf(tx, acting, id);
    if (!stored.ok) return stored;
    return (await deleteBudgetScheme(tx, id, seen)) ? ok(null) : refused('changed-meanwhile', ['scheme']);
  });
