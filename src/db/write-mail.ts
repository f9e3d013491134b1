import { and, eq, isNull, sql } from 'drizzle-orm';
import { inChunks } from './in-chunks.ts';
import { mail } from './schema/collection.ts';
import type { TenantTx } from './tenant.ts';

export interface NewMail {
  readonly mailId: string;
  readonly userId: string;
  /** What it is about, so that the same reminder does not go out twice a day. */
  readonly subjectKey: string;
  /** '' where the person has no address: the page やること says it alone, and nothing is sent. */
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

/** Written with what they are about in one transaction; the outbox sends them after the commit. */
export const insertMails = (tx: TenantTx, mails: readonly NewMail[], now: string): Promise<void> =>
  inChunks(mails, 1000, (chunk) =>
    tx.q.insert(mail).values(
      chunk.map((each) => ({
        municipality: tx.municipality,
        ...each,
        sentAt: each.address === '' ? now : null,
        createdAt: now,
      })),
    ),
  );

const one = (tx: TenantTx, mailId: string) =>
  and(eq(mail.municipality, tx.municipality), eq(mail.mailId, mailId));

/**
 * Counts an attempt before it is made: another process finds the mail taken, and one that dies while sending
 * leaves it to be tried again. False: somebody else has it, or it is sent.
 */
export const claimMail = async (tx: TenantTx, mailId: string, attempts: number): Promise<boolean> => {
  const rows = await tx.q
    .update(mail)
    .set({ attempts: attempts + 1 })
    .where(and(one(tx, mailId), isNull(mail.sentAt), eq(mail.attempts, attempts)))
    .returning({ mailId: mail.mailId });
  return rows.length > 0;
};

export const updateMailSent = async (tx: TenantTx, mailId: string, now: string): Promise<void> => {
  await tx.q.update(mail).set({ sentAt: now, failure: '' }).where(one(tx, mailId));
};

export const updateMailFailed = async (tx: TenantTx, mailId: string, failure: string): Promise<void> => {
  await tx.q.update(mail).set({ failure }).where(one(tx, mailId));
};

/** Gives mails that were given up another round, counted from now. Returns how many. */
export const resetFailedMails = async (
  tx: TenantTx,
  subjectKey: string,
  mostAttempts: number,
  now: string,
): Promise<number> => {
  const rows = await tx.q
    .update(mail)
    .set({ attempts: 0, createdAt: now })
    .where(
      and(
        eq(mail.municipality, tx.municipality),
        eq(mail.subjectKey, subjectKey),
        isNull(mail.sentAt),
        sql`${mail.attempts} >= ${mostAttempts}`,
      ),
    )
    .returning({ mailId: mail.mailId });
  return rows.length;
};
