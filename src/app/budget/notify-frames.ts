import { randomUUID } from 'node:crypto';
import { loadFrames } from '../../db/read-budget.ts';
import { listReachable } from '../../db/read-mail.ts';
import { withTenant } from '../../db/tenant.ts';
import { updateBudgetYear } from '../../db/write-budget.ts';
import { insertMails } from '../../db/write-mail.ts';
import { may } from '../../domain/access/may.ts';
import type { Role } from '../../domain/access/role.ts';
import { digits } from '../../domain/budget/frame-cell.ts';
import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { openYear } from './budget-context.ts';

export interface Notified {
  readonly mailed: number;
  /** Told on the page やること only: no mail address. */
  readonly pageOnly: number;
  /** Divisions in which nobody is there to be told. */
  readonly unreached: readonly string[];
}

const heads: readonly Role[] = ['division-head', 'unit-head'];

export const budgetMailKey = (fiscalYear: number): string => `budget ${fiscalYear}`;

/** 配分枠通知: from here on the frames stand, and the heads of the divisions are told theirs. */
export const notifyFrames = (
  acting: Acting,
  fiscalYear: number,
  seen: number,
  place: {
    /** Name of the town, for the message. */
    readonly town: string;
    /** Full address of the budget's page. */
    readonly href: string;
  },
): Promise<Result<Notified, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.manage')) return refused('not-allowed');
    const open = await openYear(tx, fiscalYear, ['preparing'], seen);
    if (!open.ok) return open;
    const { unitName, className, frameUnitOf } = open.value;
    const frames = await loadFrames(tx, fiscalYear);
    if (frames.length === 0) return refused('budget-no-frames', ['fiscalYear'], { fiscalYear });
    const people = (await listReachable(tx, todayInJapan(acting))).filter(({ role }) => heads.includes(role));
    const year = formatFiscalYear(fiscalYear, 'wareki');
    const byUnit = Map.groupBy(frames, ({ unitKey }) => unitKey);
    const told = new Map<string, { readonly email: string; readonly lines: string[] }>();
    const unreached: string[] = [];
    for (const [unitKey, own] of byUnit) {
      // A head of the division itself; where it has none, those of its sections.
      const within = people.filter((person) => frameUnitOf(person.unitKey) === unitKey);
      const direct = within.filter((person) => person.unitKey === unitKey);
      const found = direct.length > 0 ? direct : within;
      if (found.length === 0) unreached.push(unitName(unitKey));
      const lines = own.map(
        (frame) =>
          `・${unitName(unitKey)} ${className(frame.expenseClass)}: ${digits(frame.computedThousandYen + frame.adjustmentThousandYen)}千円`,
      );
      for (const { userId, email } of new Map(found.map((each) => [each.userId, each])).values()) {
        const before = told.get(userId)?.lines ?? [];
        told.set(userId, { email: email ?? '', lines: [...before, ...lines] });
      }
    }
    const stamp = stampOf(acting);
    await insertMails(
      tx,
      [...told].map(([userId, { email, lines }]) => ({
        mailId: randomUUID(),
        userId,
        subjectKey: budgetMailKey(fiscalYear),
        address: email,
        subject: `【羅針】${year}予算の配分枠の通知`,
        body: [
          `${place.town} ${year}予算の配分枠をお知らせします。`,
          '',
          ...lines,
          '',
          '枠のなかでの提案と配分は、次の画面からできます。',
          place.href,
          '',
          'このメールは、羅針から自動で送っています。返信しても届きません。',
        ].join('\n'),
      })),
      stamp.now,
    );
    await updateBudgetYear(tx, fiscalYear, { state: 'notified', notifiedAt: stamp.now }, stamp);
    const mailed = [...told.values()].filter(({ email }) => email !== '').length;
    return ok({ mailed, pageOnly: told.size - mailed, unreached });
  });
