import type { Database } from '../db/connection.ts';
import type { ActingAs } from '../db/tenant.ts';
import type { Actor } from '../domain/access/role.ts';
import { isoDateInJapan } from './japan-date.ts';

/** Who gives a command, where and when. Rights are decided from `actor`, the audit trail names `as`. */
export interface Acting {
  readonly db: Database;
  readonly as: ActingAs;
  readonly actor: Actor;
  readonly now: Date;
}

/** Columns that say who wrote a row last. Machine actors ('cli', 'demo') have no user id. */
export interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

export const stampOf = ({ as, now }: Pick<Acting, 'as' | 'now'>): Stamp => ({
  by: uuid.test(as.actor) ? as.actor : null,
  now: now.toISOString(),
});

/** The day it is in Japan, ISO. */
export const todayInJapan = ({ as, now }: Pick<Acting, 'as' | 'now'>): string =>
  as.today ?? isoDateInJapan(now);
