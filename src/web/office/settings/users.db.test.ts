import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  maniwa,
  type Office,
  openOffice,
  password,
  shiojiri,
  wholeTown,
} from '../../../../test/factories/office.ts';
import { listAuditEvents } from '../../../db/read-audit.ts';
import { listGrants } from '../../../db/role-grant.ts';
import { listUsers } from '../../../db/user.ts';

let office: Office;
let administrator: Browser;
let administratorId: string;
beforeAll(async () => {
  office = await openOffice();
  administratorId = await office.addUser('kanri', [wholeTown('administrator')]);
  administrator = office.browser();
  await administrator.login('kanri');
});
afterAll(() => office.db.close());

const userNamed = async (login: string) => {
  const user = (await office.read(listUsers)).find((each) => each.login === login);
  if (user === undefined) throw new Error(`no user ${login}`);
  return user;
};
const grantsOf = (userId: string) => office.read((tx) => listGrants(tx, userId));
const post = (path: string, fields: Readonly<Record<string, string>> = {}) =>
  administrator.post(`/settings/users${path}`, fields, { from: '/account' });
const secretIn = (html: string) => /<code class="secret">([^<]+)<\/code>/.exec(html)?.[1] ?? '';

describe('職員を加える', () => {
  const fields = {
    displayName: '企画一',
    login: 'Kikaku1',
    role: 'planner',
    unitKey: '',
    validFrom: '',
    validTo: '',
  };

  it('仮パスワードが一度だけ示され、本人が変えると使える', async () => {
    const page = await post('/add', fields);
    const temporary = secretIn(page.html);
    expect([page.status, temporary.length]).toEqual([200, 19]);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const browser = office.browser();
    expect((await browser.login('kikaku1', temporary)).status).toBe(303);
    expect((await browser.get('')).location).toContain('/account/password');
    await browser.post('/account/password', {
      currentPassword: temporary,
      newPassword: password,
      newPasswordAgain: password,
    });
    expect((await browser.get('')).status).toBe(200);
    const trail = JSON.stringify(await office.read((tx) => listAuditEvents(tx, {}, 100)));
    expect([trail.includes(temporary), trail.includes('argon2')]).toEqual([false, false]);
  });

  it.each<[string, Partial<typeof fields>, string]>([
    ['同じID', {}, '「Kikaku1」は、もう使われています'],
    ['全角の同じID', { login: 'ＫＩＫＡＫＵ１' }, 'もう使われています'],
    ['使えない文字', { login: '企画' }, '半角の英数字'],
    ['名前がない', { login: 'k2', displayName: ' ' }, '空です'],
    ['長い名前', { login: 'k2', displayName: 'あ'.repeat(101) }, '101字あります'],
    ['役割がない', { login: 'k2', role: '' }, '役割を一つ以上'],
    ['ない役割', { login: 'k2', role: 'king' }, '役割を一つ以上'],
    ['組織がない', { login: 'k2', role: 'unit-head' }, '受け持つ組織を選んでください'],
    ['ない組織', { login: 'k2', role: 'unit-head', unitKey: 'nai' }, '組織「nai」は'],
    ['団体全体の役割に組織', { login: 'k2', role: 'auditor', unitKey: 'kodomo' }, '組織は選ばないでください'],
    ['ありえない日', { login: 'k2', validFrom: '2026-02-30' }, '「2026-02-30」という日はありません'],
    ['逆の期間', { login: 'k2', validFrom: '2026-04-02', validTo: '2026-04-01' }, '始まりの日'],
  ])('断って何も変えない: %s', async (_, change, sentence) => {
    const before = await office.written();
    const page = await post('/add', { ...fields, ...change });
    expect(page.status).toBe(422);
    expect(page.html).toContain(sentence);
    expect(await office.written()).toEqual(before);
  });
});

describe('役割', () => {
  it('期間のある役割は、その間だけ効く', async () => {
    const userId = await office.addUser('kansa', []).catch(() => '');
    expect(userId).toBe('');
    await office.addUser('kansa', [wholeTown('finance')]);
    const { userId: kansa } = await userNamed('kansa');
    const page = await post(`/${kansa}/grants`, {
      role: 'auditor',
      unitKey: '',
      validFrom: '2026-12-01',
      validTo: '2026-12-31',
    });
    expect(page.location).toContain('done=grant-added');
    const open = async () => {
      const browser = office.browser();
      await browser.login('kansa');
      return (await browser.get('/settings/audit')).status;
    };
    const start = office.clock.now;
    expect(await open()).toBe(403);
    office.clock.now = new Date('2026-12-01T00:00:00+09:00');
    expect(await open()).toBe(200);
    office.clock.now = new Date('2026-12-31T23:59:00+09:00');
    expect(await open()).toBe(200);
    office.clock.now = new Date('2027-01-01T00:00:00+09:00');
    expect(await open()).toBe(403);
    office.clock.now = start;
    // Sessions that ended long ago were swept away meanwhile, the administrator's among them.
    await administrator.login('kanri');
  });

  it('外すと昨日で終わって残り、まだ始まっていないものは消える', async () => {
    const { userId } = await userNamed('kansa');
    for (const grant of await grantsOf(userId)) await post(`/${userId}/grants/end`, { grant: grant.grantId });
    expect(await grantsOf(userId)).toMatchObject([{ role: 'finance', validTo: '2026-11-20' }]);
    const [ended] = await grantsOf(userId);
    const again = await post(`/${userId}/grants/end`, { grant: ended?.grantId ?? '' });
    expect([again.status, again.html.includes('もう外されています')]).toEqual([422, true]);
  });

  it('ただ一人のシステム管理者は、外すことも止めることもできない', async () => {
    const [grant] = await grantsOf(administratorId);
    const before = await office.written();
    const page = await post(`/${administratorId}/grants/end`, { grant: grant?.grantId ?? '' });
    expect([page.status, page.html.includes('ただ一人のシステム管理者')]).toEqual([422, true]);
    expect(await office.written()).toEqual(before);
    const self = await post(`/${administratorId}/disable`);
    expect([self.status, self.html.includes('自分自身には')]).toEqual([422, true]);
  });
});

describe('アカウントの操作', () => {
  it('止めるとすぐに締め出され、再開すると入れる', async () => {
    const userId = await office.addUser('tomeru', [wholeTown('finance')]);
    const browser = office.browser();
    await browser.login('tomeru');
    await post(`/${userId}/disable`);
    expect((await browser.get('')).status).toBe(303);
    expect((await browser.login('tomeru')).status).toBe(401);
    await post(`/${userId}/enable`);
    expect((await browser.login('tomeru')).status).toBe(303);
  });

  it('ロックした人は「やること」に出て、解除すると入れる', async () => {
    const userId = await office.addUser('lock', [wholeTown('finance')]);
    for (let i = 0; i < 5; i++) await office.browser().login('lock', 'ちがうパスワード');
    expect((await office.browser().login('lock')).status).toBe(401);
    const todo = await administrator.get('');
    expect(todo.html).toContain(`/settings/users/${userId}`);
    expect((await administrator.get('/settings/users')).html).toContain('ロック中');
    await post(`/${userId}/unlock`);
    expect((await office.browser().login('lock')).status).toBe(303);
    expect((await administrator.get('')).html).not.toContain(`/settings/users/${userId}`);
  });

  it('仮パスワードを作ると、元のパスワードもログイン中の端末も使えない', async () => {
    const userId = await office.addUser('wasure', [wholeTown('finance')]);
    const browser = office.browser();
    await browser.login('wasure');
    const temporary = secretIn((await post(`/${userId}/reset-password`)).html);
    expect((await browser.get('')).status).toBe(303);
    expect((await office.browser().login('wasure')).status).toBe(401);
    expect((await office.browser().login('wasure', temporary)).status).toBe(303);
  });

  it('別の団体の職員も、形の違う番号も、ない', async () => {
    const elsewhere = await office.addUser('yoso', [wholeTown('finance')], maniwa);
    for (const userId of [elsewhere, 'abc', '00000000-0000-0000-0000-000000000000']) {
      expect((await administrator.get(`/settings/users/${userId}`)).status).toBe(404);
      expect((await post(`/${userId}/disable`)).status).toBe(404);
    }
    const browser = office.browser(maniwa);
    expect((await browser.login('yoso')).status).toBe(303);
  });
});

describe('CSVでまとめて加える', () => {
  const upload = async (csv: string) => {
    const path = '/settings/users/import';
    const token = /name="_csrf" value="([^"]*)"/.exec((await administrator.get(path)).html)?.[1] ?? '';
    const body = new FormData();
    body.set('_csrf', token);
    body.set('users', new File([csv], 'users.csv', { type: 'text/csv' }));
    const response = await office.app.request(`http://rashin.test/m/${shiojiri}/office${path}`, {
      method: 'POST',
      body,
      headers: { cookie: [...administrator.cookies].map((pair) => pair.join('=')).join('; ') },
    });
    return { status: response.status, html: await response.text() };
  };
  const header = 'ログインID,氏名,役割,組織,開始日,終了日';

  it('ひな形はExcelで開ける', async () => {
    const page = await administrator.get('/settings/users/import/template.csv');
    expect([page.headers.get('content-type'), page.html.includes(header)]).toEqual([
      'text/csv; charset=utf-8',
      true,
    ]);
  });

  it('全員が加わり、示された仮パスワードで入れる', async () => {
    const page = await upload(
      `${header}\nc1,職員一,課の担当,こども未来課,,\nc1,職員一,財政担当,,,\nc2,職員二,監査,,,\n`,
    );
    expect(page.html).toContain('2人の職員を加えました');
    const passwords = [...page.html.matchAll(/<code class="secret">([^<]+)<\/code>/g)].map(
      (match) => match[1] ?? '',
    );
    expect((await office.browser().login('c2', passwords[1])).status).toBe(303);
    expect((await grantsOf((await userNamed('c1')).userId)).map(({ role }) => role).sort()).toEqual([
      'finance',
      'unit-staff',
    ]);
  });

  it('一か所でも誤りがあれば、行と列を言って、だれも加えない', async () => {
    const before = await office.written();
    const page = await upload(
      `${header}\nd1,職員,課の担当,こども未来課,,\nkanri,管理,監査,,,\nd2,,課長,,,\nd3,職員,係長,ない課,,\n`,
    );
    expect(page.status).toBe(422);
    expect(page.html).toContain('5行目『役割』: 「係長」という役割はありません');
    expect(page.html).toContain('5行目『組織』: 組織「ない課」');
    // ファイルだけで分かる誤りと、登録と照らして分かる誤りを、一度に行の順で言う。
    const told = [
      '3行目『ログインID』: ログインID「kanri」は、もう使われています',
      '4行目『氏名』: 空です',
      '5行目『役割』',
    ];
    const places = told.map((sentence) => page.html.indexOf(sentence));
    expect(places.includes(-1)).toBe(false);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(page.html).toContain('4行目『組織』: 課の担当・課長・部長には');
    expect(page.html).not.toContain('役割を一つ以上');
    expect(await office.written()).toEqual(before);
  });
});
