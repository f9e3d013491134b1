import { type FieldChange, sourceLine, textChange, valueChange } from './difference-fields.ts';
import type { LevelDefinition } from './level.ts';
import type { IdentityEntry, SituationEntry } from './plan.ts';

/** An entry of identity, situation or levels that was added, removed or changed. */
export interface EntryDifference<Entry, Field extends string> {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly old: Entry | null;
  readonly new: Entry | null;
  readonly fields: readonly FieldChange<Field>[];
}

export type IdentityField = 'label' | 'text' | 'explanation' | 'source';
export type SituationField = 'theme' | 'text' | 'source';
export type LevelField = 'name' | 'numbering' | 'parents' | 'titleStyle' | 'track';

/** Pairs entries by key, then what is left by `likeness`, when that names one on either side. */
const pairEntries = <Entry>(
  old: readonly Entry[],
  now: readonly Entry[],
  key: (entry: Entry) => string,
  likeness: (entry: Entry) => string,
): (readonly [Entry | null, Entry | null])[] => {
  const byKey = new Map(old.map((entry) => [key(entry), entry]));
  const pairs = new Map<Entry, Entry>();
  for (const entry of now) {
    const before = byKey.get(key(entry));
    if (before !== undefined) pairs.set(entry, before);
  }
  const taken = new Set(pairs.values());
  const free = Map.groupBy(
    old.filter((entry) => !taken.has(entry)),
    likeness,
  );
  const waiting = Map.groupBy(
    now.filter((entry) => !pairs.has(entry)),
    likeness,
  );
  for (const [alike, entries] of waiting) {
    const candidates = free.get(alike) ?? [];
    const [entry, candidate] = [entries[0], candidates[0]];
    if (entries.length !== 1 || candidates.length !== 1 || entry === undefined || candidate === undefined)
      continue;
    pairs.set(entry, candidate);
    taken.add(candidate);
  }
  return [
    ...now.map((entry) => [pairs.get(entry) ?? null, entry] as const),
    ...old.filter((entry) => !taken.has(entry)).map((entry) => [entry, null] as const),
  ];
};

const differ = <Entry, Field extends string>(
  pairs: readonly (readonly [Entry | null, Entry | null])[],
  fieldsOf: (old: Entry | null, now: Entry | null) => FieldChange<Field>[],
): EntryDifference<Entry, Field>[] =>
  pairs.flatMap(([old, now]) => {
    const fields = fieldsOf(old, now);
    if (old !== null && now !== null && fields.length === 0) return [];
    return [{ kind: old === null ? 'added' : now === null ? 'removed' : 'changed', old, new: now, fields }];
  });

export const differIdentity = (old: readonly IdentityEntry[], now: readonly IdentityEntry[]) =>
  differ<IdentityEntry, IdentityField>(
    // A new 都市像 replaces the old one even where the documents gave them other keys.
    pairEntries(
      old,
      now,
      (entry) => entry.entryKey,
      (entry) => entry.kind,
    ),
    (before, after) => [
      ...textChange('label', before?.label ?? '', after?.label ?? ''),
      ...textChange('text', before?.text ?? '', after?.text ?? ''),
      ...textChange('explanation', before?.explanation ?? '', after?.explanation ?? ''),
      ...valueChange('source', sourceLine(before?.source ?? null), sourceLine(after?.source ?? null)),
    ],
  );

export const differSituation = (old: readonly SituationEntry[], now: readonly SituationEntry[]) =>
  differ<SituationEntry, SituationField>(
    pairEntries(
      old,
      now,
      (entry) => entry.entryKey,
      (entry) => JSON.stringify([entry.kind, entry.scope, entry.theme, entry.text]),
    ),
    (before, after) => [
      ...textChange('theme', before?.theme ?? '', after?.theme ?? ''),
      ...textChange('text', before?.text ?? '', after?.text ?? ''),
      ...valueChange('source', sourceLine(before?.source ?? null), sourceLine(after?.source ?? null)),
    ],
  );

export const differLevels = (old: readonly LevelDefinition[], now: readonly LevelDefinition[]) =>
  differ<LevelDefinition, LevelField>(
    pairEntries(
      old,
      now,
      (level) => level.levelKey,
      (level) => level.name,
    ),
    (before, after) => [
      ...textChange('name', before?.name ?? '', after?.name ?? ''),
      ...valueChange('numbering', before?.numbering ?? '', after?.numbering ?? ''),
      ...valueChange('parents', before?.parents.join(', ') ?? '', after?.parents.join(', ') ?? ''),
      ...valueChange('titleStyle', before?.titleStyle ?? '', after?.titleStyle ?? ''),
      ...valueChange('track', before?.track ?? '', after?.track ?? ''),
    ],
  );
