import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CollectionOffice,
  collectionYear,
  openCollectionOffice,
} from '../../../test/factories/collections.ts';
import { ofUnit } from '../../../test/factories/office.ts';
import { listMails } from '../../db/read-mail.ts';
import { deliverMail, type Message, mostAttempts } from '../deliver-mail.ts';
import { setEmail } from '../people/user-email.ts';
import { moveSheet } from './move-sheet.ts';
import { remindCollection, reminderKey, retryReminders } from './remind-collection.ts';
import { saveSheetRows } from './save-sheet-rows.ts';

let desk: CollectionOffice;
beforeAll(async () => {
  desk = await openCollectionOffice();
});
afterAll(() => desk.office.db.close());

const place = { town: '塩尻市', href: 'https://plan.example.lg.jp/m/202151/office' };
const remind = (who: 'kikaku' | 'kacho' = 'kikaku') => remindCollection(desk.as(who), collectionYear, place);
const mails = () => desk.office.read((tx) => listMails(tx, reminderKey(collectionYear)));
const sent: Message[] = [];
const works = async (message: Message): Promise<void> => {
  sent.push(message);
};
const breaks = (): Promise<void> => Promise.reject(new Error('535 認証に失敗しました'));
const deliver = (send: (message: Message) => Promise<void>) =>
  deliverMail(desk.office.db, send, () => desk.office.clock.now);

describe('メールアドレス', () => {
  it.each([
    ['改行を入れて宛先を増やす', 'a@example.lg.jp\nBcc: b@example.com'],
    ['名前つき', '担当 <a@example.lg.jp>'],
    ['@がない', 'tanto.example.lg.jp'],
    ['二つ', 'a@example.lg.jp, b@example.lg.jp'],
  ])('断る: %s', async (_, email) => {
    const before = await desk.office.written();
    const set = await setEmail(desk.as('tanto'), desk.userId('tanto'), email);
    expect([set.ok ? null : set.error[0].code, await desk.office.written()]).toEqual([
      'email-format',
      before,
    ]);
  });

  it('自分のものは自分で決め、人のものは管理者だけが決める', async () => {
    expect((await setEmail(desk.as('tanto'), desk.userId('tanto'), ' ｔanto@example.lg.jp ')).ok).toBe(true);
    const other = await setEmail(desk.as('kikaku'), desk.userId('tanto'), 'x@example.lg.jp');
    expect(other.ok ? null : other.error[0].code).toBe('not-allowed');
  });
});

describe('督促', () => {
  it('企画担当でなければ断る', async () => {
    const before = await desk.office.written();
    const refused = await remind('kacho');
    expect([refused.ok ? null : refused.error[0].code, await desk.office.written()]).toEqual([
      'not-allowed',
      before,
    ]);
  });

  it('待っている課の人に一通ずつ。アドレスのない人は画面だけ', async () => {
    expect(await remind()).toEqual({
      ok: true,
      value: { mailed: 1, pageOnly: 2, already: 0, unreached: [] },
    });
    expect(
      (await mails()).map(({ displayName, address, sentAt }) => [displayName, address, sentAt !== null]),
    ).toEqual([
      ['職員 doboku', '', true],
      ['職員 kacho', '', true],
      ['職員 tanto', 'tanto@example.lg.jp', false],
    ]);
  });

  it('一日に一人一通まで。同時に押しても同じ', async () => {
    const again = await Promise.all([remind(), remind()]);
    expect(again.map((each) => each.ok && each.value.already)).toEqual([3, 3]);
    expect(await mails()).toHaveLength(3);
  });

  it('確定してから送り、二度は送らない', async () => {
    expect(await deliver(works)).toEqual({ sent: 1, failed: 0 });
    expect(await deliver(works)).toEqual({ sent: 0, failed: 0 });
    const [message] = sent;
    expect(message?.to).toBe('tanto@example.lg.jp');
    expect(message?.subject).toBe('【塩尻市】令和7年度の実績値の入力のお願い');
    expect(message?.text).toContain('・こども未来課: 入力表の提出をお待ちしています（期限 令和8年12月18日）');
    expect(message?.text).toContain('令和8年3月末の値です。');
    expect(message?.text).toContain(place.href);
  });

  it('次の日には、また督促できる。日付は日本の日付', async () => {
    // 2026-11-21 09:00 in Japan; fifteen hours later it is the 22nd there and still the 21st in UTC.
    desk.office.clock.pass(15 * 60 + 30);
    expect(await remind()).toMatchObject({ value: { mailed: 1, pageOnly: 2, already: 0 } });
  });

  it('送れなければ、間をあけて何度か試し、あきらめると企画担当に理由が見える', async () => {
    expect(await deliver(breaks)).toEqual({ sent: 0, failed: 1 });
    // Not before its time.
    expect(await deliver(works)).toEqual({ sent: 0, failed: 0 });
    for (let attempt = 1; attempt < mostAttempts; attempt++) {
      desk.office.clock.pass(24 * 60);
      expect(await deliver(breaks)).toEqual({ sent: 0, failed: 1 });
    }
    desk.office.clock.pass(24 * 60);
    expect(await deliver(works)).toEqual({ sent: 0, failed: 0 });
    const failed = (await mails()).find(({ sentAt }) => sentAt === null);
    expect(failed).toMatchObject({ attempts: mostAttempts, failure: '535 認証に失敗しました' });
  });

  it('もう一度送るように言うと、送る', async () => {
    expect(await retryReminders(desk.as('kikaku'), collectionYear)).toEqual({
      ok: true,
      value: { again: 1 },
    });
    expect(await deliver(works)).toEqual({ sent: 1, failed: 0 });
    expect((await mails()).every(({ sentAt, failure }) => sentAt !== null && failure === '')).toBe(true);
    const none = await retryReminders(desk.as('kikaku'), collectionYear);
    expect(none.ok ? null : none.error[0].code).toBe('mail-none-failed');
  });

  it('二つの仕組みが同時に送っても、一通だけ', async () => {
    desk.office.clock.pass(24 * 60);
    await remind();
    const before = sent.length;
    const rounds = await Promise.all([deliver(works), deliver(works)]);
    expect([rounds.reduce((sum, round) => sum + round.sent, 0), sent.length - before]).toEqual([1, 1]);
  });

  it('提出した課は、課長（いなければ上の部長）に承認を頼む', async () => {
    await desk.office.addUser('bucho', [ofUnit('division-head', 'kodomo-bu')]);
    const at = { fiscalYear: collectionYear, unitKey: 'doboku' };
    await saveSheetRows(desk.as('doboku'), at, [
      { indicatorKey: 'd', figure: '3', missing: '', status: '', sourceDocument: '台帳', note: '', seen: '' },
    ]);
    await moveSheet(desk.as('doboku'), at, { kind: 'submit', confirmed: [] });
    desk.office.clock.pass(24 * 60);
    const reminded = await remind();
    // 土木課 has no head, and nobody above.
    expect(reminded).toMatchObject({ value: { mailed: 1, pageOnly: 1, unreached: ['土木課'] } });
  });
});
