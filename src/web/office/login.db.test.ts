import { and, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Browser,
  maniwa,
  type Office,
  openOffice,
  password,
  shiojiri,
  wholeTown,
} from '../../../test/factories/office.ts';
import { testConfig } from '../../../test/factories/web.ts';
import { appUser, session } from '../../db/schema/access.ts';
import { auditEvent } from '../../db/schema/audit.ts';
import { createApp } from '../app.tsx';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.addUser('kikaku', [wholeTown('planner')]);
});
afterEach(() => office.db.close());

const refusalSentence = 'ログインできませんでした。';

const stored = () =>
  office.read(async (tx) => {
    const [user] = await tx.q
      .select({
        failedLogins: appUser.failedLogins,
        lockedUntil: appUser.lockedUntil,
        hash: appUser.passwordHash,
      })
      .from(appUser)
      .where(and(eq(appUser.municipality, shiojiri), eq(appUser.login, 'kikaku')));
    return user;
  });

const notes = () =>
  office.read(async (tx) =>
    (
      await tx.q
        .select({ entity: auditEvent.entity })
        .from(auditEvent)
        .where(and(eq(auditEvent.municipality, shiojiri), eq(auditEvent.action, 'note')))
        .orderBy(auditEvent.seq)
    ).map(({ entity }) => entity),
  );

const countSessions = (town = shiojiri) =>
  office.read(async (tx) => (await tx.q.select({ userId: session.userId }).from(session)).length, town);

describe('ログイン', () => {
  it('正しいIDとパスワードで「やること」に入れる', async () => {
    const browser = office.browser();
    const page = await browser.login('kikaku');
    expect([page.status, page.location]).toEqual([303, `/m/${shiojiri}/office`]);
    const todo = await browser.get('');
    expect(todo.status).toBe(200);
    expect(todo.html).toContain('<h1>やること</h1>');
    expect(todo.html).toContain('職員 kikaku');
    expect(todo.headers.get('cache-control')).toBe('no-store');
    expect(await notes()).toEqual(['login']);
  });

  it('全角で打ったIDも同じ人', async () => {
    expect((await office.browser().login('ＫＩＫＡＫＵ')).status).toBe(303);
  });

  it('クッキーは HttpOnly・SameSite=Lax で、https では __Host- と Secure が付く', async () => {
    const plain = await office.browser().login('kikaku');
    expect(plain.headers.get('set-cookie')).toMatch(
      /^rashin-202151=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    await office.db.close();
    office = await openOffice({ baseUrl: 'https://rashin.test' });
    await office.addUser('kikaku', [wholeTown('planner')]);
    const secure = await office.browser().login('kikaku');
    expect(secure.headers.get('set-cookie')).toMatch(
      /^__Host-rashin-202151=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('データベースにあるのはトークンの SHA-256 だけ', async () => {
    const browser = office.browser();
    await browser.login('kikaku');
    const token = browser.cookies.get('rashin-202151') ?? '';
    const text = await office.read(async (tx) =>
      JSON.stringify(await tx.q.execute(sql`select * from session`)),
    );
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(text).not.toContain(token);
  });

  it.each([
    ['パスワードが違う', 'kikaku', 'ちがうパスワード'],
    ['いない人', 'dareka', password],
    ['SQLの断片', "' OR 1=1 --", password],
  ])('%s ときは同じ文で断り、セッションはできない', async (_, login, word) => {
    const browser = office.browser();
    const page = await browser.login(login, word);
    expect(page.status).toBe(401);
    expect(page.html).toContain(refusalSentence);
    expect(await countSessions()).toBe(0);
    expect((await browser.get('')).location).toContain('/office/login');
  });

  it.each([
    ['空のID', '', password],
    ['空のパスワード', 'kikaku', ''],
    ['長すぎるID', 'k'.repeat(201), password],
  ])('%s は 422 で断り、失敗に数えない', async (_, login, word) => {
    const page = await office.browser().login(login, word);
    expect(page.status).toBe(422);
    expect(page.html).toContain('ログインIDとパスワードを');
    expect((await stored())?.failedLogins).toBe(0);
  });

  it('無効にした人は、正しいパスワードでも同じ文で断る', async () => {
    await office.read((tx) => tx.q.update(appUser).set({ disabledAt: office.clock.now.toISOString() }));
    const page = await office.browser().login('kikaku');
    expect([page.status, page.html.includes(refusalSentence), await countSessions()]).toEqual([401, true, 0]);
  });

  it('ログインの後は元の画面へ。ただしこの団体の庁内画面に限る', async () => {
    const target = `/m/${shiojiri}/office/account`;
    const asked = await office.browser().get('/account');
    expect(asked.location).toBe(`/m/${shiojiri}/office/login?next=${encodeURIComponent(target)}`);
    const back = await office.browser().post('/login', { login: 'kikaku', password, next: target });
    expect(back.location).toBe(target);
    for (const next of [
      'https://evil.example/',
      '//evil.example/',
      `/m/${maniwa}/office`,
      '/m/202151/office/../..',
    ]) {
      const page = await office.browser().post('/login', { login: 'kikaku', password, next });
      expect(page.location).toBe(`/m/${shiojiri}/office`);
    }
  });
});

describe('アカウントロック', () => {
  const fail = async (times: number) => {
    for (let i = 0; i < times; i++) await office.browser().login('kikaku', 'ちがうパスワード');
  };

  it('5回続けて失敗すると1分止まり、正しいパスワードでも入れない', async () => {
    await fail(4);
    expect(await stored()).toMatchObject({ failedLogins: 4, lockedUntil: null });
    await fail(1);
    expect(Date.parse((await stored())?.lockedUntil ?? '') - office.clock.now.getTime()).toBe(60_000);
    const page = await office.browser().login('kikaku');
    expect([page.status, page.html.includes(refusalSentence), await countSessions()]).toEqual([401, true, 0]);
    expect((await stored())?.failedLogins).toBe(5);
    expect(await notes()).toEqual([...Array(4).fill('login-failed'), 'login-locked', 'login-barred']);
  });

  it('待ち時間は倍になり、時間がたてば入れて、数え直しになる', async () => {
    await fail(5);
    office.clock.pass(1);
    await fail(1);
    expect(Date.parse((await stored())?.lockedUntil ?? '') - office.clock.now.getTime()).toBe(120_000);
    office.clock.pass(1);
    expect((await office.browser().login('kikaku')).status).toBe(401);
    office.clock.pass(1);
    expect((await office.browser().login('kikaku')).status).toBe(303);
    expect(await stored()).toMatchObject({ failedLogins: 0, lockedUntil: null });
  });

  it('同時に来た失敗も一つずつ数える', async () => {
    await Promise.all(Array.from({ length: 4 }, () => office.browser().login('kikaku', 'ちがうパスワード')));
    expect((await stored())?.failedLogins).toBe(4);
  });
});

it('別の団体のログインでは、この団体に入れない', async () => {
  await office.addUser('bucho', [wholeTown('planner')], maniwa);
  const browser = office.browser(maniwa);
  expect((await browser.login('bucho')).status).toBe(303);
  const token = browser.cookies.get(`rashin-${maniwa}`) ?? '';
  // As the other town's cookie, which only a forger would send.
  browser.cookies.set(`rashin-${shiojiri}`, token);
  const page = await browser.get(`/m/${shiojiri}/office`);
  expect([page.status, page.location.startsWith(`/m/${shiojiri}/office/login`)]).toEqual([303, true]);
  expect((await browser.get(`/m/${maniwa}/office`)).status).toBe(200);
});

it('古い条件で作ったパスワードのハッシュは、ログインのときに作り直す', async () => {
  const { hash } = await import('@node-rs/argon2');
  const weak = await hash(password.normalize('NFKC'), { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await office.read((tx) => tx.q.update(appUser).set({ passwordHash: weak }));
  expect((await office.browser().login('kikaku')).status).toBe(303);
  const now = (await stored())?.hash ?? '';
  expect(now).toContain('m=19456,t=2,p=1');
  expect((await office.browser().login('kikaku')).status).toBe(303);
});

// Passwords are compared as NFKC, so each of these opens an account that has the published one.
it.each(['rashin-demo', 'ｒａｓｈｉｎ－ｄｅｍｏ', 'rashin-dem\u24de', 'raſhin-demo'])(
  '見本のパスワードは、見本を使わない設定では %s と打っても通らない',
  async (typed) => {
    const { hashPassword } = await import('../../app/sign-in/password.ts');
    const hash = await hashPassword('rashin-demo');
    await office.read((tx) => tx.q.update(appUser).set({ passwordHash: hash }));
    const page = await office.browser().login('kikaku', typed);
    expect([page.status, await countSessions()]).toEqual([401, 0]);
  },
);

describe('見本の設定で入ったまま、見本を使わない設定で始め直すと', () => {
  const chosen = '駅前の桜が咲いた朝の道';
  /** The same database under a server started with RASHIN_DEMO=0. */
  const seenWithoutDemo = (browser: Browser, demoOffice: Office) =>
    createApp({ ...demoOffice.deps, config: testConfig({ RASHIN_DEMO: '0' }) }).request(
      `http://rashin.test/m/${shiojiri}/office`,
      { headers: { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } },
    );
  let demoOffice: Office;
  let browser: Browser;
  beforeEach(async () => {
    demoOffice = await openOffice({ demo: true });
    await demoOffice.addUser('kikaku', [wholeTown('planner')]);
    const { hashPassword } = await import('../../app/sign-in/password.ts');
    const passwordHash = await hashPassword('rashin-demo');
    await demoOffice.read((tx) => tx.q.update(appUser).set({ passwordHash }));
    browser = demoOffice.browser();
    expect((await browser.login('kikaku', 'rashin-demo')).status).toBe(303);
    expect((await browser.get('')).status).toBe(200);
  });
  afterEach(() => demoOffice.db.close());

  it('見本のパスワードで入った人は、ログインの画面に戻る', async () => {
    const page = await seenWithoutDemo(browser, demoOffice);
    expect([page.status, page.headers.get('location')?.includes('/office/login')]).toEqual([303, true]);
  });

  it('自分のパスワードに変えた人は、そのまま続けられる', async () => {
    const change = { currentPassword: 'rashin-demo', newPassword: chosen, newPasswordAgain: chosen };
    expect((await browser.post('/account/password', change)).status).toBe(303);
    expect((await seenWithoutDemo(browser, demoOffice)).status).toBe(200);
  });
});
