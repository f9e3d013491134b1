import type { Database } from '../db/connection.ts';
import { findMunicipality, type MunicipalityRow } from '../db/read-town.ts';
import { listGrantsOn } from '../db/role-grant.ts';
import { findSession, updateLastSeen } from '../db/session.ts';
import { type ActingAs, withTenant } from '../db/tenant.ts';
import type { Actor } from '../domain/access/role.ts';
import { type SessionState, sessionState } from '../domain/access/session-life.ts';
import { isoDateInJapan } from './japan-date.ts';

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

/** Who asks for a page of the office: town, session, user and rights, in at most four short queries. */
export const findViewer = (
  db: Database,
  as: Pick<ActingAs, 'municipality' | 'origin'>,
  tokenHash: string | null,
  now: Date,
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
    if (found.disabledAt !== null) return { town, viewer: null, ended: 'revoked' };
    if (now.getTime() - Date.parse(found.lastSeenAt) > lastSeenGrain) {
      await updateLastSeen(tx, tokenHash, now.toISOString());
    }
    const grants = await listGrantsOn(tx, found.userId, isoDateInJapan(now));
    return {
      town,
      viewer: {
        actor: { userId: found.userId, displayName: found.displayName, grants },
        csrfToken: found.csrfToken,
        tokenHash,
        mustChangePassword: found.mustChangePassword === 'yes',
      },
      ended: null,
    };
  });
