import { findChangesSince } from '../db/read-changes.ts';
import { withTenant } from '../db/tenant.ts';
import type { Acting } from './acting.ts';

type Entity = Parameters<typeof findChangesSince>[1];

/** Who changed a thing after it had the version somebody saw, and when: newest last, each person once. */
export const readWriters = (
  acting: Acting,
  entity: Entity,
  key: Readonly<Record<string, string | number>>,
  since: number,
): Promise<readonly { readonly by: string; readonly at: string }[]> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const changes = await findChangesSince(tx, entity, key, since);
    return [...new Map(changes.map(({ by, at }) => [by, { by, at }])).values()];
  });
