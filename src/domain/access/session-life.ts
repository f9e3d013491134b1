/** Minutes without a request after which a session ends. Typed text is kept, see web/office/resume. */
export const idleMinutes = 60;
/** Hours after login at which a session ends in any case: one long working day. */
export const absoluteHours = 12;

export interface SessionTimes {
  /** Epoch milliseconds */
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
}

export type SessionState = 'live' | 'idle' | 'expired' | 'revoked';

/** セッションの状態 at `now` (epoch milliseconds). */
export const sessionState = (times: SessionTimes, now: number): SessionState => {
  if (times.revokedAt !== null) return 'revoked';
  if (now >= times.expiresAt) return 'expired';
  return now - times.lastSeenAt >= idleMinutes * 60_000 ? 'idle' : 'live';
};

export const sessionEnd = (loginAt: number): number => loginAt + absoluteHours * 3_600_000;
