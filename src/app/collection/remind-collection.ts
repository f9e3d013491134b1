import { randomUUID } from 'node:crypto';
import { findCollection, listSheets } from '../../db/read-collection.ts';
import { listReachable, listReminded } from '../../db/read-mail.ts';
import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { insertMails, type NewMail, resetFailedMails } from '../../db/write-mail.ts';
import { may } from '../../domain/access/may.ts';
import { dueOf, isLate, type Waiting, waitingFor } from '../../domain/indicator/collection/lateness.ts';
import { recipientsOf } from '../../domain/indicator/collection/recipients.ts';
import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../domain/kernel/japanese-date.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { mostAttempts } from '../deliver-mail.ts';
import { startOfDayInJapan } from '../japan-date.ts';
import { type Refusal, refused } from '../refusal.ts';

export const reminderKey = (fiscalYear: number): string => `collection ${fiscalYear}`;

export interface Reminded {
  readonly mailed: number;
  /** Reminded on the page やること only: no mail address. */
  readonly pageOnly: number;
  /** Reminded today already. */
  readonly already: number;
  /** Units for which nobody is there to be reminded. */
  readonly unreached: readonly string[];
}

interface Reason {
  readonly unitName: string;
  readonly waiting: Waiting;
  readonly dueOn: string;
  readonly late: boolean;
  readonly reason: string;
}

const lineOf = ({ unitName, waiting, dueOn, late, reason }: Reason): string => {
  const day = formatJapaneseDate(dueOn);
  const what =
    waiting === 'head' ? '提出された入力表の承認をお待ちしています' : '入力表の提出をお待ちしています';
  return `・${unitName}: ${what}（期限 ${day}${late ? '、過ぎています' : ''}）${reason === '' ? '' : `\n  差し戻しの理由: ${reason}`}`;
};

/** Plain text, short: what, until when, and where to click. */
const bodyOf = (town: string, fiscalYear: number, reasons: readonly Reason[], note: string, href: string) =>
  [
    `${town} ${formatFiscalYear(fiscalYear, 'wareki')}の実績値について`,
    '',
    ...reasons.map(lineOf),
    '',
    ...(note === '' ? [] : [note, '']),
    '次の画面から入力・確認できます。',
    href,
    '',
    'このメールは、羅針から自動で送っています。返信しても届きません。',
  ].join('\n');

/**
 * 督促: everybody whose unit's sheet waits for them, once a day each, one message however many units. The messages
 * are written here and sent after the commit; who has no address finds it on やること.
 */
export const remindCollection = (
  acting: Acting,
  fiscalYear: number,
  place: {
    /** Name of the town, for the message. */
    readonly town: string;
    /** Full address of やること. */
    readonly href: string;
  },
): Promise<Result<Reminded, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'indicator.collect')) return refused('not-allowed');
    // Locked: two planners who press the button together remind once.
    const collection = await findCollection(tx, fiscalYear, 'update');
    if (collection === null) return refused('collection-unknown', ['fiscalYear']);
    if (collection.closedAt !== null) return refused('collection-closed', ['fiscalYear']);
    const today = todayInJapan(acting);
    const units = await listUnits(tx);
    const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
    const ancestors = ancestorsOf(units);
    const people = await listReachable(tx, today);
    const reasons = new Map<string, Reason[]>();
    const unreached: string[] = [];
    for (const sheet of await listSheets(tx, fiscalYear)) {
      const waiting = waitingFor(sheet.state, collection);
      if (waiting === 'nobody') continue;
      const unitName = names.get(sheet.unitKey) ?? sheet.unitKey;
      const found = recipientsOf(waiting, sheet.unitKey, ancestors.get(sheet.unitKey) ?? [], people);
      if (found.length === 0) unreached.push(unitName);
      const reason: Reason = {
        unitName,
        waiting,
        dueOn: dueOf(sheet, collection),
        late: isLate(sheet, collection, today),
        reason: sheet.reason,
      };
      for (const { userId } of found) reasons.set(userId, [...(reasons.get(userId) ?? []), reason]);
    }
    if (reasons.size === 0 && unreached.length === 0)
      return refused('collection-nobody-waits', ['fiscalYear']);
    const reminded = new Set(await listReminded(tx, reminderKey(fiscalYear), startOfDayInJapan(today)));
    const emails = new Map(people.map(({ userId, email }) => [userId, email]));
    const mails = [...reasons].flatMap(([userId, why]): readonly NewMail[] =>
      reminded.has(userId)
        ? []
        : [
            {
              mailId: randomUUID(),
              userId,
              subjectKey: reminderKey(fiscalYear),
              address: emails.get(userId) ?? '',
              subject: `【${place.town}】${formatFiscalYear(fiscalYear, 'wareki')}の実績値の入力のお願い`,
              body: bodyOf(place.town, fiscalYear, why, collection.note, place.href),
            },
          ],
    );
    await insertMails(tx, mails, acting.now.toISOString());
    const mailed = mails.filter(({ address }) => address !== '').length;
    return ok({
      mailed,
      pageOnly: mails.length - mailed,
      already: reasons.size - mails.length,
      unreached,
    });
  });

/** Tries once more what was given up. Returns how many. */
export const retryReminders = (
  acting: Acting,
  fiscalYear: number,
): Promise<Result<{ readonly again: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'indicator.collect')) return refused('not-allowed');
    const now = acting.now.toISOString();
    const again = await resetFailedMails(tx, reminderKey(fiscalYear), mostAttempts, now);
    return again === 0 ? refused('mail-none-failed', ['fiscalYear']) : ok({ again });
  });
