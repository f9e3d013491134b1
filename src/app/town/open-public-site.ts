import type { TenantTx } from '../../db/tenant.ts';
import { updatePublicSince } from '../../db/write-town.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

/** From now on everybody sees what the town has published. */
export const openPublicSite = async (tx: TenantTx, acting: Acting): Promise<Result<null, Refusal>> => {
  if (!may(acting.actor, 'settings.manage')) return refused('not-allowed', ['municipality']);
  await updatePublicSince(tx, stampOf(acting).now);
  return ok(null);
};
