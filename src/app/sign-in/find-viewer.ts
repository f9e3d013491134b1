import type { Database } from '../../db/connection.ts';
import { findMunicipality, listSuccessions, listUnits, type MunicipalityRow } from '../../db/read-town.ts';
import { listGrantsOn } from '../../db/role-grant.ts';
import { findSession, updateLastSeen } from '../../db/session.ts';
import { type ActingAs, type TenantTx, withTenant } from '../../db/tenant.ts';
import { heldBy } from '../../domain/access/held-by.ts';
import type { Actor, RoleGrant } from '../../domain/access/role.ts';
import { type SessionState, sessionState } from '../../domain/access/session-life.ts';
import { placeholders, standingUnder } from '../../domain/access/stood-under.ts';
import { isoDateInJapan } from '../japan-date.ts';

/** Seen again within this time: not worth a write on every page. */
const lastSeenGrain = 60_000;

export interface SessionViewer {
  readonly actor: Actor;
  readonly csrfToken: string;
  readonly tokenHash: string;
  readonly mustChangePassword: boolean;
}

export interface Visit {
  readonly town: MunicipalityRow | null;
  readonly viewer: SessionViewer | null;
  /** Why there is no viewer although a token was sent. */
  readonly ended: Exclude<SessionState, 'live'> | 'unknown' | null;
}

/** Asked only for who acts for a unit, and the organisation only where one unit followed another. */
const findSuccessors = async (
  tx: TenantTx,
  grants: readonly RoleGrant[],
  today: string,
): Promise<Pick<Actor, 'heldBy' | 'placeholders' | 'standingUnder'>> => {
  if (grants.every(({ unitKey }) => unitKey === null)) return {};
  const successions = await listSuccessions(tx);
  if (successions.length === 0) return {};
  const units = await listUnits(tx);
  return {
    heldBy: heldBy(units, successions, today),
    placeholders: placeholders(units, successions, today),
    standingUnder: standingUnder(units, today),
  };
};

/**
 * Who asks for a page of the office: town, session, user and rights, in at most six short queries. Without `demo` a
 * session opened with the published password is worth nothing, as that password itself.
 */
export const findViewer = (
  db: Database,
  as: Pick<ActingAs, 'municipality' | 'origin'>,
  tokenHash: string | null,
  { now, demo }: { readonly now: Date; readonly demo: boolean },
): Promise<Visit> =>
  withTenant(db, { ...as, actor: 'system' }, async (tx) => {
    const town = await findMunicipality(tx);
    if (town === null || tokenHash === null) return { town, viewer: null, ended: null };
    const found = await findSession(tx, tokenHash);
    if (found === null) return { town, viewer: null, ended: 'unknown' };
    const state = sessionState(
      {
        lastSeenAt: Date.parse(found.lastSeenAt),
        expiresAt: Date.parse(found.expiresAt),
        revokedAt: found.revokedAt === null ? null : Date.parse(found.revokedAt),
      },
      now.getTime(),
    );
    if (state !== 'live') return { town, viewer: null, ended: state };
    if (found.disabledAt !== null || (found.byDemoPassword && !demo))
      return { town, viewer: null, ended: 'revoked' };
    if (now.getTime() - Date.parse(found.lastSeenAt) > lastSeenGrain) {
      await updateLastSeen(tx, tokenHash, now.toISOString());
    }
    const today = isoDateInJapan(now);
    const grants = await listGrantsOn(tx, found.userId, today);
    return {
      town,
      viewer: {
        actor: {
          userId: found.userId,
          displayName: found.displayName,
          grants,
          ...(await findSuccessors(tx, grants, today)),
        },
        csrfToken: found.csrfToken,
        tokenHash,
        mustChangePassword: found.mustChangePassword === 'yes',
      },
      ended: null,
    };
  });
