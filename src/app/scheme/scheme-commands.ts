import { loadSchemeVersions, type StoredScheme } from '../../db/read-scheme.ts';
import type { SchemeTable } from '../../db/schema/scheme.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { deleteScheme, insertScheme, type SchemeId, updateScheme } from '../../db/write-scheme.ts';
import type { Action } from '../../domain/access/action.ts';
import { may } from '../../domain/access/may.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

type No = ReturnType<typeof refused>;

/** What one kind of scheme has of its own: 判定の基準, 評価の様式, 枠配分の規則. */
export interface SchemeKind<Scheme extends { readonly name: string }> {
  readonly table: SchemeTable;
  /** Who writes them. */
  readonly action: Action;
  readonly read: (content: unknown) => Result<Scheme, readonly Problem[]>;
  /** What is stored of a scheme that was read; `content`: as it was given. */
  readonly stored: (scheme: Scheme, content: unknown, schemeKey: string) => unknown;
  /** `name`: of the version that stands in the way. */
  readonly draftExists: (name: string) => No;
  readonly unknown: () => No;
  readonly adopted: (name: string) => No;
}

/** The life of a version, the same for every kind: drafted, saved, then adopted or discarded. */
export const schemeCommands = <Scheme extends { readonly name: string }>(kind: SchemeKind<Scheme>) => {
  const { table } = kind;

  /** The draft a command is about, or why there is nothing to change. */
  const findDraft = async (
    tx: TenantTx,
    acting: Acting,
    { schemeKey, schemeVersion }: SchemeId,
  ): Promise<Result<StoredScheme, Refusal>> => {
    if (!may(acting.actor, kind.action)) return refused('not-allowed', ['scheme']);
    const stored = (await loadSchemeVersions(tx, table)).find(
      (each) => each.schemeKey === schemeKey && each.schemeVersion === schemeVersion,
    );
    if (stored === undefined) return kind.unknown();
    return stored.state === 'adopted' ? kind.adopted(stored.name) : ok(stored);
  };

  /** `content` undefined: as it is stored */
  const change = (
    acting: Acting,
    id: SchemeId,
    content: unknown,
    seen: number,
    state: 'draft' | 'adopted',
  ): Promise<Result<null, Refusal>> =>
    withTenant(acting.db, acting.as, async (tx) => {
      const draft = await findDraft(tx, acting, id);
      if (!draft.ok) return draft;
      const given = content ?? draft.value.content;
      const scheme = kind.read(given);
      if (!scheme.ok) return refusalOf(scheme.error) ?? refused('not-allowed');
      const { name } = scheme.value;
      const next = { ...id, name, content: kind.stored(scheme.value, given, id.schemeKey), state };
      const saved = await updateScheme(tx, table, next, seen, stampOf(acting));
      return saved ? ok(null) : refused('changed-meanwhile', ['scheme']);
    });

  return {
    /** A new draft: the first version of a scheme, or the next one of a scheme the town has. */
    create: (acting: Acting, content: unknown, schemeKey: string): Promise<Result<SchemeId, Refusal>> =>
      withTenant(acting.db, acting.as, async (tx) => {
        if (!may(acting.actor, kind.action)) return refused('not-allowed', ['scheme']);
        const scheme = kind.read(content);
        if (!scheme.ok) return refusalOf(scheme.error) ?? refused('not-allowed');
        const versions = (await loadSchemeVersions(tx, table)).filter((each) => each.schemeKey === schemeKey);
        const draft = versions.find((each) => each.state === 'draft');
        if (draft !== undefined) return kind.draftExists(draft.name);
        const id = {
          schemeKey,
          schemeVersion: Math.max(0, ...versions.map((each) => each.schemeVersion)) + 1,
        };
        const { name } = scheme.value;
        const first = {
          ...id,
          name,
          content: kind.stored(scheme.value, content, schemeKey),
          state: 'draft',
        } as const;
        await insertScheme(tx, table, first, stampOf(acting));
        return ok(id);
      }),

    /** Saves a draft as a whole. `seen`: the lock the person read. */
    save: (acting: Acting, id: SchemeId, content: unknown, seen: number) =>
      change(acting, id, content, seen, 'draft'),

    /** From here on the version does not change: what is to be different comes as the next one. */
    adopt: (acting: Acting, id: SchemeId, seen: number) => change(acting, id, undefined, seen, 'adopted'),

    discard: (acting: Acting, id: SchemeId, seen: number): Promise<Result<null, Refusal>> =>
      withTenant(acting.db, acting.as, async (tx) => {
        const draft = await findDraft(tx, acting, id);
        if (!draft.ok) return draft;
        const gone = await deleteScheme(tx, table, id, seen);
        return gone ? ok(null) : refused('changed-meanwhile', ['scheme']);
      }),
  };
};

export type SchemeCommands = ReturnType<typeof schemeCommands>;
