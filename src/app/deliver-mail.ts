import type { Database } from '../db/connection.ts';
import { listTownsWithMail, listWaitingMails } from '../db/read-mail.ts';
import { type ActingAs, withTenant } from '../db/tenant.ts';
import { claimMail, updateMailFailed, updateMailSent } from '../db/write-mail.ts';
import { parseMunicipalityCode } from '../domain/kernel/municipality-code.ts';

export interface Message {
  /** Stays the same when it is tried again. */
  readonly mailId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Gives a message away. @throws with a sentence for the planner when it cannot. */
export type SendMessage = (message: Message) => Promise<void>;

/** Minutes after it was written at which a mail is tried: at once, then ever more rarely. */
const minutes = [0, 1, 5, 30, 120, 720] as const;
export const mostAttempts = minutes.length;

const isDue = (createdAt: string, attempts: number, now: Date): boolean =>
  now.getTime() >= Date.parse(createdAt) + (minutes[attempts] ?? Number.POSITIVE_INFINITY) * 60_000;

const whyFailed = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/gu, ' ').slice(0, 300);

/**
 * Sends what waits and is due. No transaction is open while a mail server is spoken to: a mail is claimed, sent,
 * and then marked. Returns how many went out and how many failed.
 */
export const deliverMail = async (
  db: Database,
  send: SendMessage,
  now: () => Date,
): Promise<{ readonly sent: number; readonly failed: number }> => {
  const done = { sent: 0, failed: 0 };
  for (const town of await listTownsWithMail(db, mostAttempts)) {
    const code = parseMunicipalityCode(town);
    if (!code.ok) throw new Error(`mail of no municipality: ${town}`);
    const as: ActingAs = { municipality: code.value, actor: 'system', origin: 'mail' };
    const waiting = await withTenant(db, as, (tx) => listWaitingMails(tx, mostAttempts));
    for (const { mailId, address, subject, body, attempts, createdAt } of waiting) {
      if (!isDue(createdAt, attempts, now())) continue;
      if (!(await withTenant(db, as, (tx) => claimMail(tx, mailId, attempts)))) continue;
      try {
        await send({ mailId, to: address, subject, text: body });
        await withTenant(db, as, (tx) => updateMailSent(tx, mailId, now().toISOString()));
        done.sent += 1;
      } catch (error) {
        await withTenant(db, as, (tx) => updateMailFailed(tx, mailId, whyFailed(error)));
        done.failed += 1;
      }
    }
  }
  return done;
};
