import { and, eq } from 'drizzle-orm';
import { generateSync } from 'otplib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Browser,
  type Office,
  openOffice,
  password,
  shiojiri,
  wholeTown,
} from '../../../../test/factories/office.ts';
import { logIn } from '../../../app/sign-in/login.ts';
import { secretBox } from '../../../app/sign-in/secret-box.ts';
import { appUser, session } from '../../../db/schema/access.ts';
import { secretKeyNotices } from '../../../secret-key-notices.ts';

let office: Office;
let browser: Browser;
beforeEach(async () => {
  office = await openOffice();
  await office.addUser('kikaku', [wholeTown('planner'), wholeTown('administrator')]);
  browser = office.browser();
  await browser.login('kikaku');
});
afterEach(() => office.db.close());

const stored = async () => {
  const [user] = await office.read((tx) =>
    tx.q
      .select({
        hash: appUser.passwordHash,
        mustChange: appUser.mustChangePassword,
        secret: appUser.totpSecret,
        failed: appUser.failedLogins,
      })
      .from(appUser)
      .where(and(eq(appUser.municipality, shiojiri), eq(appUser.login, 'kikaku'))),
  );
  if (user === undefined) throw new Error('kikaku is gone');
  return user;
};
const isIn = async (someone: Browser): Promise<boolean> => (await someone.get('')).status === 200;

describe('セッション', () => {
  it('60分操作がないと終わり、その前なら続く', async () => {
    office.clock.pass(59);
    expect(await isIn(browser)).toBe(true);
    office.clock.pass(59);
    expect(await isIn(browser)).toBe(true);
    office.clock.pass(60);
    const page = await browser.get('/account');
    expect(page.location).toContain('ended=1');
    expect((await browser.get(page.location)).html).toContain('ログアウトしました');
  });

  it('操作を続けていても12時間で終わる', async () => {
    for (let i = 0; i < 14; i++) {
      office.clock.pass(50);
      expect(await isIn(browser)).toBe(true);
    }
    office.clock.pass(20);
    expect(await isIn(browser)).toBe(false);
  });

  it('ログアウトすると、同じクッキーでは入れない', async () => {
    const kept = new Map(browser.cookies);
    const page = await browser.post('/logout', {}, { from: '/account' });
    expect(page.location).toBe(`/m/${shiojiri}/office/login?out=1`);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect(await isIn(browser)).toBe(false);
  });

  it('ほかの端末を一つ選んで、またはまとめて終わらせる', async () => {
    const [phone, tablet] = [office.browser(), office.browser()];
    await phone.login('kikaku');
    office.clock.pass(1);
    await tablet.login('kikaku');
    const page = await browser.get('/account');
    const names = [...page.html.matchAll(/name="session" value="([0-9a-f]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(names).toHaveLength(2);
    await browser.post('/account/sessions/end', { session: names[0] ?? '' }, { from: '/account' });
    expect([await isIn(browser), await isIn(phone), await isIn(tablet)].filter(Boolean)).toHaveLength(2);
    await browser.post('/account/sessions/end-others', {}, { from: '/account' });
    expect([await isIn(browser), await isIn(phone), await isIn(tablet)]).toEqual([true, false, false]);
  });

  it('ほかの人のセッションは終わらせられない', async () => {
    await office.addUser('zaisei', [wholeTown('finance')]);
    const other = office.browser();
    await other.login('zaisei');
    const hashes = await office.read((tx) => tx.q.select({ hash: session.tokenHash }).from(session));
    for (const { hash } of hashes) {
      await browser.post('/account/sessions/end', { session: hash.slice(0, 24) }, { from: '/account' });
    }
    expect(await isIn(other)).toBe(true);
  });
});

describe('パスワードの変更', () => {
  const change = (currentPassword: string, newPassword: string, newPasswordAgain = newPassword) =>
    browser.post('/account/password', { currentPassword, newPassword, newPasswordAgain });
  const chosen = '駅前の桜が咲いた朝の道';

  it('変えるとほかの端末のログインは終わり、新しいパスワードで入れる', async () => {
    const phone = office.browser();
    await phone.login('kikaku');
    expect((await change(password, chosen)).location).toContain('done=password-changed');
    expect([await isIn(browser), await isIn(phone)]).toEqual([true, false]);
    expect((await office.browser().login('kikaku')).status).toBe(401);
    expect((await office.browser().login('kikaku', chosen)).status).toBe(303);
  });

  it.each<[string, string, string, string | undefined, string]>([
    ['今のパスワードが違う', 'ちがうパスワード', chosen, undefined, '今のパスワードが違います'],
    ['短い', password, 'みじかい', undefined, '10文字以上'],
    ['長すぎる', password, 'あいうえおか'.repeat(40), undefined, '200文字まで'],
    ['同じ文字ばかり', password, 'ああああああああああああ', undefined, '同じ文字の繰り返し'],
    ['よくあるもの', password, 'Password12345', undefined, 'よく知られていて'],
    ['見本のもの', password, 'rashin-demo', undefined, 'よく知られていて'],
    ['全角の見本', password, 'ｒａｓｈｉｎ－ｄｅｍｏ', undefined, 'よく知られていて'],
    ['IDを含む', password, 'kikaku-no-himitsu', undefined, 'ログインIDや氏名を含む'],
    ['2回が違う', password, chosen, `${chosen}！`, '2回の入力が一致しません'],
    ['今と同じ', password, password, undefined, '今と同じパスワード'],
  ])('断って変えない: %s', async (_, current, next, again, sentence) => {
    const before = (await stored()).hash;
    const page = await change(current, next, again);
    expect(page.status).toBe(422);
    expect(page.html).toContain(sentence);
    expect(page.html).toContain('aria-invalid="true"');
    expect(page.html).not.toContain(next === chosen ? chosen : `value="${next}"`);
    expect((await stored()).hash).toBe(before);
  });

  it('今のパスワードを続けて間違えると、正しくても待たされ、ログインも止まる。開いている画面は続く', async () => {
    for (let i = 0; i < 4; i++) expect((await change('ちがうパスワード', chosen)).status).toBe(422);
    const locking = await change('ちがうパスワード', chosen);
    expect(locking.html).toContain('1分ほど待ってから');
    const before = (await stored()).hash;
    const right = await change(password, chosen);
    expect([right.status, right.html.includes('確認を止めています')]).toEqual([422, true]);
    expect((await stored()).hash).toBe(before);
    expect((await office.browser().login('kikaku')).status).toBe(401);
    expect(await isIn(browser)).toBe(true);
    office.clock.pass(1);
    expect((await change(password, chosen)).status).toBe(303);
    expect((await stored()).failed).toBe(0);
  });

  it('同時に試しても、数え漏らさない', async () => {
    const page = await browser.get('/account/password');
    const token = /name="_csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
    const wrong = { currentPassword: 'ちがうパスワード', newPassword: chosen, newPasswordAgain: chosen };
    const pages = await Promise.all(
      Array.from({ length: 8 }, () => browser.post('/account/password', wrong, { token })),
    );
    expect(pages.filter(({ html }) => html.includes('確認を止めています'))).toHaveLength(4);
    expect((await stored()).failed).toBe(5);
  });

  it('仮パスワードの人は、変えるまでほかの画面に進めない', async () => {
    await office.read((tx) => tx.q.update(appUser).set({ mustChangePassword: 'yes' }));
    const changePage = `/m/${shiojiri}/office/account/password`;
    for (const path of ['', '/plans', '/settings/users', '/account']) {
      expect((await browser.get(path)).location).toBe(changePage);
    }
    expect((await browser.get('/account/password')).html).toContain('ほかの操作の前に');
    await change(password, chosen);
    expect((await stored()).mustChange).toBe('no');
    expect(await isIn(browser)).toBe(true);
  });
});

describe('二段階認証', () => {
  const codeFor = (secret: string) =>
    generateSync({ secret, epoch: Math.floor(office.clock.now.getTime() / 1000) });
  const enrol = async () => {
    const page = await browser.get('/account/totp');
    const secret = /name="secret" value="([A-Z2-7]+)"/.exec(page.html)?.[1] ?? '';
    expect(page.html).toContain('<svg class="qr"');
    const done = await browser.post('/account/totp', { secret, code: codeFor(secret) });
    const recovery = [...done.html.matchAll(/<code class="secret">([0-9a-z-]+)<\/code>/g)].map(
      (m) => m[1] ?? '',
    );
    return { secret, recovery, done };
  };

  it('確かめた数字で有効になり、回復用コードが一度だけ示される', async () => {
    const { secret, recovery, done } = await enrol();
    expect([done.status, recovery.length, new Set(recovery).size]).toEqual([200, 10, 10]);
    const sealed = (await stored()).secret ?? '';
    expect(sealed).not.toContain(secret);
    expect(sealed).toMatch(/^v1\./);
    expect((await browser.get('/account')).html).toContain('使っていない回復用コードは 10 個');
    const kept = await office.read((tx) => tx.q.execute('select * from recovery_code'));
    for (const code of recovery) expect(JSON.stringify(kept)).not.toContain(code);
  });

  it('鍵のなかった頃の設定でも入れて、そのときに封じる', async () => {
    const { secret } = await enrol();
    await office.read((tx) => tx.q.update(appUser).set({ totpSecret: secret }));
    office.clock.pass(1);
    expect((await office.browser().login('kikaku', password, '000')).status).toBe(401);
    expect((await stored()).secret).toBe(secret);
    expect((await office.browser().login('kikaku', password, codeFor(secret))).status).toBe(303);
    const sealed = (await stored()).secret ?? '';
    expect(sealed).toMatch(/^v1\./);
    office.clock.pass(1);
    expect((await office.browser().login('kikaku', password, codeFor(secret))).status).toBe(303);
    expect((await stored()).secret).toBe(sealed);
  });

  it('鍵を失うと数字では入れず、回復用コードで入れる。失ったことは、始めるときに分かる', async () => {
    const { secret, recovery } = await enrol();
    const lost = secretBox(new Uint8Array(32).fill(9));
    const { sealed, userId } = await office.read(async (tx) => {
      const [user] = await tx.q.select({ userId: appUser.userId }).from(appUser);
      const place = `totp ${shiojiri} ${user?.userId}`;
      return { sealed: lost.seal(secret, place), userId: user?.userId };
    });
    expect(userId).toBeDefined();
    await office.read((tx) => tx.q.update(appUser).set({ totpSecret: sealed }));
    office.clock.pass(1);
    expect((await office.browser().login('kikaku', password, codeFor(secret))).status).toBe(401);
    expect((await office.browser().login('kikaku', password, recovery[0])).status).toBe(303);
    const { db, deps } = office;
    expect(await secretKeyNotices(db, deps.config, deps.secrets)).toEqual([
      expect.stringContaining('1 人分'),
    ]);
    expect(await secretKeyNotices(db, deps.config, lost)).toEqual([]);
    // Several machines on one server need the same key.
    const server = { ...deps.config, databaseUrl: 'postgresql://db/rashin' };
    expect(await secretKeyNotices(db, server, lost)).toEqual([
      expect.stringMatching(/secret\.key にあります.*RASHIN_SECRET_KEY/),
    ]);
    expect(await secretKeyNotices(db, { ...server, secretKey: 'given' }, lost)).toEqual([]);
  });

  it('鍵を替えても、前の鍵を渡せば入れて、そのときに新しい鍵で封じ直す', async () => {
    const { secret } = await enrol();
    const key = (byte: number) => new Uint8Array(32).fill(byte);
    const former = secretBox(key(9));
    const userId = (await office.read((tx) => tx.q.select({ userId: appUser.userId }).from(appUser)))[0]
      ?.userId;
    await office.read((tx) =>
      tx.q.update(appUser).set({ totpSecret: former.seal(secret, `totp ${shiojiri} ${userId}`) }),
    );
    const { db, deps } = office;
    const changed = secretBox(key(1), [key(9)]);
    expect(changed.keyId).toBe(deps.secrets.keyId);
    const waiting = await secretKeyNotices(db, deps.config, changed);
    expect(waiting).toEqual([expect.stringMatching(/1 人分は、まだ前の鍵/)]);
    const as = { municipality: shiojiri, origin: 'test' };
    const tokens = { csrfToken: 'c', userAgent: '' };
    const logInWith = (secrets: ReturnType<typeof secretBox>, tokenHash: string) => {
      office.clock.pass(1);
      const attempt = { login: 'kikaku', password, code: codeFor(secret) };
      return logIn({ db, as, now: deps.now(), demo: true, secrets }, attempt, { ...tokens, tokenHash });
    };
    expect((await logInWith(secretBox(key(1)), 'none')).ok).toBe(false);
    expect((await logInWith(changed, 'first')).ok).toBe(true);
    expect((await stored()).secret).toMatch(new RegExp(`^v1\\.${changed.keyId}\\.`));
    expect(await secretKeyNotices(db, deps.config, changed)).toEqual([expect.stringContaining('消せます')]);
    // Without the former key from now on.
    expect((await logInWith(secretBox(key(1)), 'second')).ok).toBe(true);
    expect(await secretKeyNotices(db, deps.config, secretBox(key(1)))).toEqual([]);
  });

  it('違う数字では有効にならず、同じ鍵でやり直せる', async () => {
    const page = await browser.get('/account/totp');
    const secret = /name="secret" value="([A-Z2-7]+)"/.exec(page.html)?.[1] ?? '';
    const wrong = codeFor(secret) === '000000' ? '111111' : '000000';
    const refused = await browser.post('/account/totp', { secret, code: wrong });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('確認コードが違います');
    expect(refused.html).toContain(`value="${secret}"`);
    expect((await stored()).secret).toBeNull();
  });

  it('パスワードだけでは入れず、数字があれば入れ、同じ数字は二度使えない', async () => {
    const { secret } = await enrol();
    // The code that enrolled is used already.
    expect((await office.browser().login('kikaku', password, codeFor(secret))).status).toBe(401);
    office.clock.pass(1);
    expect((await office.browser().login('kikaku')).status).toBe(401);
    const code = codeFor(secret);
    expect(
      (await office.browser().login('kikaku', password, ` ${code.slice(0, 3)} ${code.slice(3)} `)).status,
    ).toBe(303);
    expect((await office.browser().login('kikaku', password, code)).status).toBe(401);
    expect((await stored()).failed).toBe(1);
  });

  it('前後30秒のずれは許し、それより古い数字は断る', async () => {
    const { secret } = await enrol();
    office.clock.pass(2);
    const old = codeFor(secret);
    office.clock.pass(1);
    expect((await office.browser().login('kikaku', password, old)).status).toBe(401);
    const fresh = codeFor(secret);
    office.clock.pass(0.5);
    expect((await office.browser().login('kikaku', password, fresh)).status).toBe(303);
  });

  it('回復用コードは1回だけ使え、パスワードが違うときは減らない', async () => {
    const { recovery } = await enrol();
    const [code = ''] = recovery;
    expect((await office.browser().login('kikaku', 'ちがうパスワード', code)).status).toBe(401);
    const typed = code.replaceAll('-', '').toUpperCase();
    expect((await office.browser().login('kikaku', password, typed)).status).toBe(303);
    expect((await office.browser().login('kikaku', password, code)).status).toBe(401);
    expect((await browser.get('/account')).html).toContain('使っていない回復用コードは 9 個');
  });

  it('やめるにはパスワードが要る', async () => {
    await enrol();
    const refused = await browser.post(
      '/account/totp/remove',
      { currentPassword: 'ちがう' },
      { from: '/account/totp' },
    );
    expect([refused.status, (await stored()).secret === null]).toEqual([422, false]);
    expect((await stored()).failed).toBe(1);
    await browser.post('/account/totp/remove', { currentPassword: password }, { from: '/account/totp' });
    expect((await stored()).secret).toBeNull();
    expect((await office.browser().login('kikaku')).status).toBe(303);
  });
});
