import { and, desc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm';
import { isoInstant, isoInstantOrNull } from './instant.ts';
import { appUser, session } from './schema/access.ts';
import type { TenantTx } from './tenant.ts';

/** What a request needs to know of the session its cookie names, and of the user it belongs to. */
const sessionColumns = {
  tokenHash: session.tokenHash,
  csrfToken: session.csrfToken,
  lastSeenAt: session.lastSeenAt,
  expiresAt: session.expiresAt,
  revokedAt: session.revokedAt,
  userId: appUser.userId,
  displayName: appUser.displayName,
  mustChangePassword: appUser.mustChangePassword,
  disabledAt: appUser.disabledAt,
  byDemoPassword: session.byDemoPassword,
} as const;

export const findSession = async (tx: TenantTx, tokenHash: string) => {
  const [row] = await tx.q
    .select(sessionColumns)
    .from(session)
    .innerJoin(
      appUser,
      and(eq(appUser.municipality, session.municipality), eq(appUser.userId, session.userId)),
    )
    .where(and(eq(session.municipality, tx.municipality), eq(session.tokenHash, tokenHash)));
  return row === undefined
    ? null
    : {
        ...row,
        lastSeenAt: isoInstant(row.lastSeenAt),
        expiresAt: isoInstant(row.expiresAt),
        revokedAt: isoInstantOrNull(row.revokedAt),
        disabledAt: isoInstantOrNull(row.disabledAt),
      };
};

export interface NewSession {
  readonly tokenHash: string;
  readonly userId: string;
  readonly csrfToken: string;
  readonly userAgent: string;
  readonly byDemoPassword: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export const insertSession = async (tx: TenantTx, made: NewSession): Promise<void> => {
  await tx.q
    .insert(session)
    .values({ municipality: tx.municipality, ...made, lastSeenAt: made.createdAt, revokedAt: null });
};

export const updateLastSeen = async (tx: TenantTx, tokenHash: string, at: string): Promise<void> => {
  await tx.q
    .update(session)
    .set({ lastSeenAt: at })
    .where(and(eq(session.municipality, tx.municipality), eq(session.tokenHash, tokenHash)));
};

/** The account has a password of its own now: the session goes on even where the demonstration ends. */
export const updateSessionToOwnPassword = async (tx: TenantTx, tokenHash: string): Promise<void> => {
  await tx.q
    .update(session)
    .set({ byDemoPassword: false })
    .where(and(eq(session.municipality, tx.municipality), eq(session.tokenHash, tokenHash)));
};

/** Live sessions of one user, the latest used first. */
export const listSessions = async (tx: TenantTx, userId: string, now: string) => {
  const rows = await tx.q
    .select({
      tokenHash: session.tokenHash,
      userAgent: session.userAgent,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
    })
    .from(session)
    .where(
      and(
        eq(session.municipality, tx.municipality),
        eq(session.userId, userId),
        isNull(session.revokedAt),
        gt(session.expiresAt, now),
      ),
    )
    .orderBy(desc(session.lastSeenAt));
  return rows.map((row) => ({
    ...row,
    createdAt: isoInstant(row.createdAt),
    lastSeenAt: isoInstant(row.lastSeenAt),
  }));
};

/** @returns how many sessions ended. */
export const revokeSession = async (
  tx: TenantTx,
  userId: string,
  tokenHash: string,
  at: string,
): Promise<number> =>
  (
    await tx.q
      .update(session)
      .set({ revokedAt: at })
      .where(
        and(
          eq(session.municipality, tx.municipality),
          eq(session.userId, userId),
          eq(session.tokenHash, tokenHash),
          isNull(session.revokedAt),
        ),
      )
      .returning({ tokenHash: session.tokenHash })
  ).length;

/** Ends all sessions of a user but `except`. @returns how many ended. */
export const revokeSessions = async (
  tx: TenantTx,
  userId: string,
  at: string,
  except: string | null,
): Promise<number> =>
  (
    await tx.q
      .update(session)
      .set({ revokedAt: at })
      .where(
        and(
          eq(session.municipality, tx.municipality),
          eq(session.userId, userId),
          isNull(session.revokedAt),
          except === null ? sql`true` : ne(session.tokenHash, except),
        ),
      )
      .returning({ tokenHash: session.tokenHash })
  ).length;

/** Sessions that ended before `before` are of no use to anyone. */
export const deleteSessionsEndedBefore = async (tx: TenantTx, before: string): Promise<void> => {
  await tx.q
    .delete(session)
    .where(and(eq(session.municipality, tx.municipality), lt(session.expiresAt, before)));
};
