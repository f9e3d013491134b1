import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  type Office,
  openOffice,
  shiojiri,
  wholeTown,
} from '../../../../test/factories/office.ts';

let office: Office;
let browser: Browser;
let token = '';
let userId = '';
beforeAll(async () => {
  office = await openOffice();
  userId = await office.addUser('kikaku', [wholeTown('planner')]);
  browser = office.browser();
  await browser.login('kikaku');
  token = /name="_csrf" value="([^"]*)"/.exec((await browser.get('/settings/areas')).html)?.[1] ?? '';
});
afterAll(() => office.db.close());

/** As an island sends it. */
const send = async (path: string, body: string) => {
  const response = await office.app.request(`http://rashin.test/m/${shiojiri}/office${path}`, {
    method: 'POST',
    headers: {
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      accept: 'application/json',
      'content-type': 'application/json',
      'x-csrf-token': token,
    },
    body,
  });
  return { status: response.status, text: await response.text() };
};

const keptTyping = () =>
  office.read(async (tx) => {
    await tx.q.execute(sql`SELECT set_config('rashin.actor', ${userId}, true)`);
    return (await tx.q.execute(sql`SELECT form_key FROM autosave ORDER BY form_key`)).length;
  });

const form = { formKey: 'plan/miraisenryaku/2/item/a', baseVersion: 1, fields: [['title', '題名']] };

describe('入力の控え', () => {
  it.each<[string, string, string]>([
    [
      'NUL',
      JSON.stringify({ ...form, fields: [['title', 'A\u0000B']] }),
      '「名称」に、画面に表示されない制御文字',
    ],
    [
      '組の半分の文字',
      '{"formKey":"plan/a/1/item/a","baseVersion":1,"fields":[["title","\\ud800"]]}',
      '「名称」に文字化け',
    ],
    ['NULのある鍵', JSON.stringify({ ...form, formKey: 'plan/a\u0000' }), '控えられませんでした'],
    ['画面の鍵でないもの', JSON.stringify({ ...form, formKey: '__proto__' }), '控えられませんでした'],
    ['読めない鍵', JSON.stringify({ ...form, formKey: 'indicator/%E0%A4%A' }), '控えられませんでした'],
    ['大きすぎる版', JSON.stringify({ ...form, baseVersion: 99_999_999_999 }), '控えられませんでした'],
    ['負の版', JSON.stringify({ ...form, baseVersion: -1 }), '控えられませんでした'],
    ['JSONでないもの', '{"formKey":', '控えられませんでした'],
    ['型の違うもの', '{"__proto__":{"formKey":"plan/a"},"fields":1}', '控えられませんでした'],
  ])('%s は文で断り、何も控えない', async (_, body, sentence) => {
    const answer = await send('/plans/autosave', body);
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.text).sentence).toContain(sentence);
    expect(await keptTyping()).toBe(0);
  });

  it('控えは「やること」に出る。壊れた鍵が残っていても画面は開く', async () => {
    expect((await send('/plans/autosave', JSON.stringify(form))).status).toBe(200);
    await office.read(async (tx) => {
      await tx.q.execute(sql`SELECT set_config('rashin.actor', ${userId}, true)`);
      await tx.q.execute(sql`UPDATE autosave SET form_key = 'indicator/%E0%A4%A'`);
    });
    const todo = await browser.get('');
    expect([todo.status, todo.html.includes('指標（%E0%A4%A）')]).toEqual([200, true]);
  });
});

it.each(['/settings/areas', '/settings/town/site', '/plans/new', '/account/password', '/login'])(
  'フォームの宛先 %s に JSON を送ると、読めないと断って何も変えない',
  async (path) => {
    const before = await office.written();
    const answer = await send(path, JSON.stringify({ open: 'no', name: 'x' }));
    expect([answer.status, answer.text.includes('送られた内容を読めませんでした')]).toEqual([400, true]);
    expect(await office.written()).toEqual(before);
  },
);
