import { listAuditEvents } from '../../db/read-audit.ts';
import { findMunicipality } from '../../db/read-town.ts';
import { listIndicatorNames, listPlanSlugs } from '../../db/read-town-things.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { updatePublicSince } from '../../db/write-town.ts';
import { clearPublicSince, updateMunicipality } from '../../db/write-town-profile.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type TownProfile, townProblems } from '../../domain/organisation/town-rules.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

const historyShown = 20;

/** What the page of the town's settings shows: its things to choose from, and who changed what before. */
export const readTownDesk = ({ db, as }: Acting) =>
  withTenant(db, as, async (tx) => ({
    plans: await listPlanSlugs(tx),
    indicators: await listIndicatorNames(tx),
    history: await listAuditEvents(tx, { entity: 'municipality' }, historyShown),
  }));

/** Who wrote the row last, for whoever comes second. */
const lastWriter = async (tx: TenantTx): Promise<string> => {
  const [last] = await listAuditEvents(tx, { entity: 'municipality' }, 1);
  return last?.actorName ?? last?.actor ?? '';
};

/** `version`: of the row the form was filled in from. */
export const saveTown = (
  { db, as, actor, now }: Acting,
  profile: TownProfile,
  version: number,
): Promise<Result<null, Refusal>> =>
  withTenant(db, as, async (tx) => {
    if (!may(actor, 'settings.manage')) return refused('not-allowed');
    const things = {
      planSlugs: (await listPlanSlugs(tx)).map(({ slug }) => slug),
      indicatorKeys: (await listIndicatorNames(tx)).map(({ indicatorKey }) => indicatorKey),
    };
    const found = refusalOf(townProblems(profile, things));
    if (found !== null) return found;
    const saved = await updateMunicipality(tx, profile, version, now.toISOString());
    return saved ? ok(null) : refused('town.changed-meanwhile', [], { by: await lastWriter(tx) });
  });

/** Opens the public site, or closes it again. */
export const setSiteOpen = ({ db, as, actor, now }: Acting, open: boolean): Promise<Result<null, Refusal>> =>
  withTenant(db, as, async (tx) => {
    if (!may(actor, 'settings.manage')) return refused('not-allowed');
    const town = await findMunicipality(tx);
    if (town === null) return refused('municipality-not-found', [], { code: tx.municipality });
    if (open) await updatePublicSince(tx, now.toISOString());
    else await clearPublicSince(tx);
    return ok(null);
  });
