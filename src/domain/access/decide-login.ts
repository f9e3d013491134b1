import { lockMinutes } from './lockout.ts';

export interface Account {
  readonly disabled: boolean;
  readonly failedLogins: number;
  /** Epoch milliseconds; null: not locked. */
  readonly lockedUntil: number | null;
}

export type LoginDecision =
  | { readonly kind: 'accepted' }
  /** Not even looked at: locked or disabled. Nothing is counted, so that nobody can lock another out for ever. */
  | { readonly kind: 'barred' }
  | { readonly kind: 'failed'; readonly failedLogins: number; readonly lockedUntil: number | null };

export const isLocked = (account: Pick<Account, 'lockedUntil'>, now: number): boolean =>
  account.lockedUntil !== null && now < account.lockedUntil;

/** ログインの可否 at `now` (epoch milliseconds). `proven`: password and, where set, second factor are right. */
export const decideLogin = (account: Account, proven: boolean, now: number): LoginDecision => {
  if (account.disabled || isLocked(account, now)) return { kind: 'barred' };
  if (proven) return { kind: 'accepted' };
  const failedLogins = account.failedLogins + 1;
  const minutes = lockMinutes(failedLogins);
  return { kind: 'failed', failedLogins, lockedUntil: minutes === 0 ? null : now + minutes * 60_000 };
};
