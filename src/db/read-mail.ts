import { and, asc, desc, eq, gte, isNull, like, lt, sql } from 'drizzle-orm';
import type { Role } from '../domain/access/role.ts';
import type { Database } from './connection.ts';
import { isoInstant, isoInstantOrNull } from './instant.ts';
import { appUser, roleGrant } from './schema/access.ts';
import { mail } from './schema/collection.ts';
import type { TenantTx } from './tenant.ts';

/** Reminders about one thing, the latest first. */
export const listMails = async (tx: TenantTx, subjectKey: string) =>
  (
    await tx.q
      .select({
        mailId: mail.mailId,
        userId: mail.userId,
        displayName: appUser.displayName,
        address: mail.address,
        sentAt: mail.sentAt,
        attempts: mail.attempts,
        failure: mail.failure,
        createdAt: mail.createdAt,
      })
      .from(mail)
      .innerJoin(appUser, and(eq(appUser.municipality, mail.municipality), eq(appUser.userId, mail.userId)))
      .where(and(eq(mail.municipality, tx.municipality), eq(mail.subjectKey, subjectKey)))
      .orderBy(desc(mail.createdAt), asc(appUser.displayName))
  ).map((row) => ({
    ...row,
    sentAt: isoInstantOrNull(row.sentAt),
    createdAt: isoInstant(row.createdAt),
  }));
export type MailRow = Awaited<ReturnType<typeof listMails>>[number];

/** When this person was last reminded of something of a kind: subjects begin with it ('collection 2024'). */
export const findLastReminder = async (
  tx: TenantTx,
  userId: string,
  kind: 'collection' | 'evaluation',
): Promise<string | null> => {
  const [row] = await tx.q
    .select({ createdAt: mail.createdAt })
    .from(mail)
    .where(
      and(eq(mail.municipality, tx.municipality), eq(mail.userId, userId), like(mail.subjectKey, `${kind}%`)),
    )
    .orderBy(desc(mail.createdAt))
    .limit(1);
  return row === undefined ? null : isoInstant(row.createdAt);
};

/** Who was reminded of this since `from` (ISO instant). */
export const listReminded = async (
  tx: TenantTx,
  subjectKey: string,
  from: string,
): Promise<readonly string[]> =>
  (
    await tx.q
      .selectDistinct({ userId: mail.userId })
      .from(mail)
      .where(
        and(
          eq(mail.municipality, tx.municipality),
          eq(mail.subjectKey, subjectKey),
          gte(mail.createdAt, from),
        ),
      )
  ).map(({ userId }) => userId);

/** Mails not sent yet that have been tried fewer than `mostAttempts` times, the oldest first. */
export const listWaitingMails = async (tx: TenantTx, mostAttempts: number) =>
  (
    await tx.q
      .select({
        mailId: mail.mailId,
        address: mail.address,
        subject: mail.subject,
        body: mail.body,
        attempts: mail.attempts,
        createdAt: mail.createdAt,
      })
      .from(mail)
      .where(
        and(eq(mail.municipality, tx.municipality), isNull(mail.sentAt), lt(mail.attempts, mostAttempts)),
      )
      .orderBy(asc(mail.createdAt))
      .limit(100)
  ).map((row) => ({ ...row, createdAt: isoInstant(row.createdAt) }));

/** Everybody who may be reminded: users in use with their roles for units on the day `on`. */
export const listReachable = async (tx: TenantTx, on: string) => {
  const rows = await tx.q
    .select({
      userId: appUser.userId,
      displayName: appUser.displayName,
      email: appUser.email,
      role: roleGrant.role,
      unitKey: roleGrant.unitKey,
    })
    .from(roleGrant)
    .innerJoin(
      appUser,
      and(eq(appUser.municipality, roleGrant.municipality), eq(appUser.userId, roleGrant.userId)),
    )
    .where(
      and(
        eq(roleGrant.municipality, tx.municipality),
        isNull(appUser.disabledAt),
        sql`coalesce(${roleGrant.validFrom}, '-infinity'::date) <= ${on}::date`,
        sql`coalesce(${roleGrant.validTo}, 'infinity'::date) >= ${on}::date`,
      ),
    )
    .orderBy(asc(appUser.login));
  return rows.flatMap(({ unitKey, ...row }) =>
    unitKey === null ? [] : [{ ...row, unitKey, role: row.role as Role }],
  );
};

/** Codes of the towns with mail to send: asked without a town, by a function of the database that tells no more. */
export const listTownsWithMail = (db: Database, mostAttempts: number): Promise<readonly string[]> =>
  db.transaction({ readOnly: true, setup: 'SET LOCAL ROLE rashin_app' }, async ({ query }) =>
    (await query('SELECT rashin.towns_with_mail($1)', [mostAttempts])).rows.map(([code]) => String(code)),
  );
