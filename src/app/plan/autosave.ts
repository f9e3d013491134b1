import {
  deleteKeptTyping,
  deleteOldestTyping,
  findKeptTyping,
  type KeptTyping,
  type TypingLimit,
  upsertKeptTyping,
} from '../../db/autosave.ts';
import { withTenant } from '../../db/tenant.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

/** A form of this software has fewer fields than that, and a plan's text is shorter. */
const limits = { fields: 2_000, characters: 1_000_000 } as const;

/** More than anybody leaves open in earnest; a program that goes on for ever fills no disk. The oldest goes first. */
export const typingLimit: TypingLimit = { forms: 100, characters: 5_000_000 };

/** Keeps what was typed into a form, for this person only. Saving or discarding the form removes it. */
export const keepTyping = (
  acting: Acting,
  formKey: string,
  typed: Pick<KeptTyping, 'fields' | 'baseVersion'>,
): Promise<Result<{ readonly keptAt: string }, Refusal>> => {
  const characters = typed.fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (formKey === '' || formKey.length > 300) return Promise.resolve(refused('unknown-form'));
  if (typed.fields.length > limits.fields || characters > limits.characters)
    return Promise.resolve(refused('too-much-typed', [], { limit: limits.characters, length: characters }));
  const keptAt = acting.now.toISOString();
  return withTenant(acting.db, acting.as, async (tx) => {
    const { fields, baseVersion } = typed;
    await upsertKeptTyping(tx, acting.actor.userId, formKey, { fields, baseVersion, characters }, keptAt);
    await deleteOldestTyping(tx, acting.actor.userId, formKey, typingLimit);
    return ok({ keptAt });
  });
};

export const readKeptTyping = (acting: Acting, formKey: string): Promise<KeptTyping | null> =>
  withTenant(acting.db, acting.as, (tx) => findKeptTyping(tx, acting.actor.userId, formKey));

export const forgetTyping = (acting: Acting, formKey: string): Promise<void> =>
  withTenant(acting.db, acting.as, (tx) => deleteKeptTyping(tx, acting.actor.userId, formKey));
