import { listAuditEvents } from '../../db/read-audit.ts';
import { listAreas } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { updateArea } from '../../db/write-area.ts';
import { may } from '../../domain/access/may.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Area } from '../../domain/organisation/area.ts';
import { checkAreas } from '../../domain/organisation/check-areas.ts';
import type { Acting } from '../acting.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { registerAreas } from './register-areas.ts';

export type AreaRequest = Pick<Area, 'name' | 'layer' | 'parentKey'>;

export const readAreas = ({ db, as }: Pick<Acting, 'db' | 'as'>) => withTenant(db, as, listAreas);

const nameProblem = ({ name }: AreaRequest) =>
  name.trim() === ''
    ? errorAt('text-missing', ['name'])
    : [...name].length > 100
      ? errorAt('text-too-long', ['name'], { length: [...name].length, limit: 100 })
      : null;

/** エリアを加える, after all others. `areaKey`: drawn by the caller. */
export const addArea = (acting: Acting, areaKey: string, area: AreaRequest): Promise<Result<null, Refusal>> =>
  allOrNothing(acting, async (tx) => {
    const problem = nameProblem(area);
    if (problem !== null) return { ok: false, error: [problem] };
    const position = Math.max(0, ...(await listAreas(tx)).map((each) => each.position)) + 1;
    return registerAreas(tx, acting, [{ ...area, name: area.name.trim(), areaKey, position }]);
  });

/** What a person saw of an area before changing it. */
export const areaMark = ({ name, layer, parentKey }: AreaRequest): string =>
  JSON.stringify([name, layer, parentKey]);

/** Name, layer or place of an area; items keep naming it by its key. */
export const changeArea = (
  { db, as, actor, now }: Acting,
  areaKey: string,
  area: AreaRequest,
  /** `areaMark` of what the person saw: somebody else's change is not written over unseen. */
  seen: string,
): Promise<Result<null, Refusal>> =>
  withTenant(db, as, async (tx) => {
    if (!may(actor, 'settings.manage')) return refused('not-allowed');
    const problem = nameProblem(area);
    if (problem !== null) return { ok: false, error: [problem] };
    const areas = await listAreas(tx);
    const stored = areas.find((each) => each.areaKey === areaKey);
    if (stored === undefined) return refused('area-unknown', ['areaKey'], { key: areaKey });
    if (areaMark(stored) !== seen) {
      const [last] = await listAuditEvents(tx, { entity: 'area' }, 1);
      return refused('area.changed-meanwhile', ['name'], {
        by: last?.actorName ?? last?.actor ?? '',
        name: stored.name,
      });
    }
    const changed = areas.map((each) => (each.areaKey === areaKey ? { ...each, ...area } : each));
    const found = refusalOf(checkAreas(changed));
    if (found !== null) return found;
    await updateArea(tx, areaKey, { ...area, name: area.name.trim() }, now.toISOString());
    return ok(null);
  });
