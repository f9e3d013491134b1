import { sql } from 'drizzle-orm';
import type { TenantTx } from './tenant.ts';

/** What happened at the door, and other doings whose row does not tell. No secrets, no personal data but the user id. */
export type NotedEvent =
  | 'login'
  | 'login-failed'
  | 'login-locked'
  | 'login-barred'
  | 'password-check-failed'
  | 'logout'
  | 'session-revoked'
  | 'password-changed'
  | 'totp-enabled'
  | 'totp-disabled'
  | 'recovery-code-used'
  | 'account-unlocked';

/** Written into the trail with the actor and origin of the transaction. */
const insertNote = async (
  tx: TenantTx,
  event: string,
  key: Readonly<Record<string, string>>,
  content: Readonly<Record<string, string | number>>,
): Promise<void> => {
  await tx.q.execute(
    sql`select rashin.audit_note(${event}, ${JSON.stringify(key)}::jsonb, ${JSON.stringify(content)}::jsonb)`,
  );
};

/** About one user's account; null: no account of the town. */
export const insertAuditNote = (
  tx: TenantTx,
  event: NotedEvent,
  userId: string | null,
  content: Readonly<Record<string, string | number>> = {},
): Promise<void> => insertNote(tx, event, userId === null ? {} : { user_id: userId }, content);

/** 廃止: the row says when, only the trail says why. */
export const insertAbolitionNote = (tx: TenantTx, unitKey: string, reason: string): Promise<void> =>
  insertNote(tx, 'unit-abolished', { unit_key: unitKey }, { reason });

/** 決算を開き直した: the row that said it was settled is gone, only the trail says why. */
export const insertReopeningNote = (tx: TenantTx, fiscalYear: number, reason: string): Promise<void> =>
  insertNote(tx, 'settlement-reopened', { fiscal_year: String(fiscalYear) }, { reason });
