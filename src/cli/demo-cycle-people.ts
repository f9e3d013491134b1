import type { Acting } from '../app/acting.ts';
import { roles } from '../domain/access/role.ts';

/** Whoever loads the demonstration acts for every office in turn; the trail says it was the demonstration. */
export const inEveryRole = (acting: Acting): Acting => ({
  ...acting,
  actor: { ...acting.actor, grants: roles.map((role) => ({ role, unitKey: null })) },
});

/** ISO day so many days after (before, where negative) the day the demonstration is loaded. */
export const dayFromNow = ({ now }: Pick<Acting, 'now'>, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
