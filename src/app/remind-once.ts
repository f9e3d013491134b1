import { randomUUID } from 'node:crypto';
import { listReminded } from '../db/read-mail.ts';
import type { TenantTx } from '../db/tenant.ts';
import { insertMails } from '../db/write-mail.ts';
import type { Acting } from './acting.ts';
import { startOfDayInJapan } from './japan-date.ts';

export interface Reminded {
  readonly mailed: number;
  /** Reminded on the page やること only: no mail address. */
  readonly pageOnly: number;
  /** Reminded today already. */
  readonly already: number;
  /** Units (and stages) for which nobody is there to be reminded. */
  readonly unreached: readonly string[];
}

export interface Reminder {
  readonly userId: string;
  /** '' for who has none. */
  readonly address: string;
  readonly body: string;
}

/** Plain text, short: what, until when, and where to click. */
export const reminderBody = (
  about: string,
  reasons: readonly string[],
  note: string,
  goOn: { readonly words: string; readonly href: string },
): string =>
  [
    `${about}について`,
    '',
    ...reasons,
    '',
    ...(note === '' ? [] : [note, '']),
    goOn.words,
    goOn.href,
    '',
    'このメールは、羅針から自動で送っています。返信しても届きません。',
  ].join('\n');

/**
 * 督促: one message a person and day about a subject, however many reasons. Written here and sent after the commit; the
 * caller holds a lock on the subject, so that two who press the button together remind once.
 */
export const remindOnce = async (
  tx: TenantTx,
  acting: Acting,
  reminders: readonly Reminder[],
  about: { readonly subjectKey: string; readonly subject: string; readonly today: string },
): Promise<Omit<Reminded, 'unreached'>> => {
  const { subjectKey, subject, today } = about;
  const reminded = new Set(await listReminded(tx, subjectKey, startOfDayInJapan(today)));
  const mails = reminders
    .filter(({ userId }) => !reminded.has(userId))
    .map((reminder) => ({ ...reminder, mailId: randomUUID(), subjectKey, subject }));
  await insertMails(tx, mails, acting.now.toISOString());
  const mailed = mails.filter(({ address }) => address !== '').length;
  return { mailed, pageOnly: mails.length - mailed, already: reminders.length - mails.length };
};
