import { listAreas } from '../../db/read-town.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { insertAreas } from '../../db/write-town.ts';
import { may } from '../../domain/access/may.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Area } from '../../domain/organisation/area.ts';
import { checkAreas } from '../../domain/organisation/check-areas.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { onlyNew } from './only-new.ts';

/** Adds areas. One that is there already and says the same is passed over. */
export const registerAreas = async (
  tx: TenantTx,
  acting: Acting,
  areas: readonly Area[],
): Promise<Result<null, Refusal>> => {
  if (!may(acting.actor, 'settings.manage')) return refused('not-allowed', ['areas']);
  const stored = await listAreas(tx);
  const { added, differing } = onlyNew(stored, areas, (area) => area.areaKey);
  const wrong = refusalOf([
    ...differing.map((area) => errorAt('area-exists', ['areas', area.areaKey], { name: area.name })),
    ...checkAreas([...stored, ...added]),
  ]);
  if (wrong !== null) return wrong;
  await insertAreas(tx, added, stampOf(acting).now);
  return ok(null);
};
