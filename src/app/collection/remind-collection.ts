import { findCollection, listSheets } from '../../db/read-collection.ts';
import { listReachable } from '../../db/read-mail.ts';
import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { resetFailedMails } from '../../db/write-mail.ts';
import { may } from '../../domain/access/may.ts';
import { dueOf, isLate, type Waiting, waitingFor } from '../../domain/indicator/collection/lateness.ts';
import { recipientsOf } from '../../domain/indicator/collection/recipients.ts';
import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../domain/kernel/japanese-date.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { mostAttempts } from '../deliver-mail.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type Reminded, reminderBody, remindOnce } from '../remind-once.ts';

export const reminderKey = (fiscalYear: number): string => `collection ${fiscalYear}`;

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
    const emails = new Map(people.map(({ userId, email }) => [userId, email]));
    const year = formatFiscalYear(fiscalYear, 'wareki');
    const reminders = [...reasons].map(([userId, why]) => ({
      userId,
      address: emails.get(userId) ?? '',
      body: reminderBody(`${place.town} ${year}の実績値`, why.map(lineOf), collection.note, {
        words: '次の画面から入力・確認できます。',
        href: place.href,
      }),
    }));
    const done = await remindOnce(tx, acting, reminders, {
      subjectKey: reminderKey(fiscalYear),
      subject: `【${place.town}】${year}の実績値の入力のお願い`,
      today,
    });
    return ok({ ...done, unreached });
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
