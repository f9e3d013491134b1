import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser, Page } from '../../../../test/factories/office.ts';
import { discardDraft } from '../../../app/plan/discard-draft.ts';
import { startDraft } from '../../../app/plan/start-draft.ts';

let desk: Desk;
let drafts: Drafts;
let first: Browser;
let second: Browser;
beforeAll(async () => {
  desk = await openDesk();
  first = desk.office.browser();
  second = desk.office.browser();
  await first.login('kodomo-tanto');
  await second.login('kikaku');
});
beforeEach(async () => {
  drafts = await desk.newDraft();
});
afterAll(() => desk.office.db.close());

/** The fields of the form as it stands on the page: what a browser would send. */
const fieldsOf = (html: string, action: string): Record<string, string> => {
  const start = html.indexOf(`action="${action}"`);
  const form = html.slice(start, html.indexOf('</form>', start));
  const decode = (text: string): string =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/gu)) {
    const name = /name="([^"]*)"/u.exec(tag)?.[1];
    const isChoice = /type="(?:checkbox|radio)"/u.test(tag);
    if (name !== undefined && (!isChoice || tag.includes('checked')))
      fields[name] = decode(/value="([^"]*)"/u.exec(tag)?.[1] ?? '');
  }
  for (const [, attributes = '', text = ''] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/gu))
    fields[/name="([^"]*)"/u.exec(attributes)?.[1] ?? ''] = decode(text).replace(/^\n/u, '');
  for (const [, attributes = '', options = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/gu))
    fields[/name="([^"]*)"/u.exec(attributes)?.[1] ?? ''] = decode(
      /<option[^>]*selected=""[^>]*value="([^"]*)"|<option[^>]*value="([^"]*)"[^>]*selected=""/u
        .exec(options)
        ?.slice(1)
        .find(Boolean) ?? '',
    );
  return fields;
};

const path = (itemKey: string) => `/m/202151/office/plans/${drafts.planKey}/revisions/2/items/${itemKey}`;

const open = async (browser: Browser, itemKey: string): Promise<Record<string, string>> => {
  const page = await browser.get(path(itemKey));
  expect(page.status).toBe(200);
  return fieldsOf(page.html, path(itemKey));
};

const send = (browser: Browser, itemKey: string, fields: Record<string, string>): Promise<Page> =>
  browser.post(path(itemKey), fields, { token: fields._csrf ?? null });

describe('同じ項目を二人が開いて保存する', () => {
  it('後の人に、だれがどの欄を変えたかを告げ、入力を一つも失わず、欄ごとに選んで保存できる', async () => {
    const mine = await open(second, 'a-1');
    const theirs = await open(first, 'a-1');
    const saved = await send(first, 'a-1', { ...theirs, issue: '相手の課題', currentState: '相手の現状' });
    expect(saved.status).toBe(303);

    const met = await send(second, 'a-1', { ...mine, issue: '自分の課題', approach: '自分の方針' });
    expect(met.status).toBe(409);
    expect(met.html).toContain('ほかの職員が先に保存しました');
    expect(met.html).toContain('職員 kodomo-tanto');
    expect(met.html).toContain('<b>両方が変えた欄</b>: 課題（ありたい姿との差）');
    expect(met.html).toContain('<b>相手だけが変えた欄</b>: 現状');
    expect(met.html).toContain('相手の課題');
    // 保存はまだされていない。
    expect(await drafts.item('a-1')).toMatchObject({ issue: '相手の課題', approach: '' });

    const again = fieldsOf(met.html, path('a-1'));
    expect([again.issue, again.approach, again.currentState]).toEqual([
      '自分の課題',
      '自分の方針',
      '相手の現状',
    ]);
    expect((await send(second, 'a-1', again)).status).toBe(303);
    expect(await drafts.item('a-1')).toMatchObject({
      issue: '自分の課題',
      approach: '自分の方針',
      currentState: '相手の現状',
    });
  });

  it('相手の版を選ぶと、その欄だけが相手の版になる', async () => {
    const mine = await open(second, 'a-1');
    await send(first, 'a-1', { ...(await open(first, 'a-1')), issue: '相手の課題' });
    const met = await send(second, 'a-1', { ...mine, issue: '自分の課題', approach: '自分の方針' });
    const again = { ...fieldsOf(met.html, path('a-1')), 'choose.issue': 'theirs' };
    expect((await send(second, 'a-1', again)).status).toBe(303);
    expect(await drafts.item('a-1')).toMatchObject({ issue: '相手の課題', approach: '自分の方針' });
  });

  it('選んでいる間に三人目が保存しても、また告げられる', async () => {
    const mine = await open(second, 'a-1');
    await send(first, 'a-1', { ...(await open(first, 'a-1')), issue: '一度目' });
    const met = await send(second, 'a-1', { ...mine, issue: '自分' });
    await send(first, 'a-1', { ...(await open(first, 'a-1')), issue: '二度目' });
    const again = await send(second, 'a-1', fieldsOf(met.html, path('a-1')));
    expect(again.status).toBe(409);
    expect(fieldsOf(again.html, path('a-1')).issue).toBe('自分');
    expect((await drafts.item('a-1')).issue).toBe('二度目');
  });

  it('破棄して始め直した下書きで版の番号が同じでも、相手の変更を告げ、上書きしない', async () => {
    await send(first, 'a-1', { ...(await open(first, 'a-1')), approach: '一度目の下書き' });
    const mine = await open(second, 'a-1');
    const planner = drafts.as('kikaku');
    expect((await discardDraft(planner, drafts.draft)).ok).toBe(true);
    expect((await startDraft(planner, drafts.planKey, '始め直し')).ok).toBe(true);
    await send(first, 'a-1', { ...(await open(first, 'a-1')), issue: '相手の課題' });
    expect(await drafts.versionOf('a-1')).toBe(Number(mine.version));
    const met = await send(second, 'a-1', { ...mine, issue: '自分の課題' });
    expect([met.status, fieldsOf(met.html, path('a-1')).issue]).toEqual([409, '自分の課題']);
    expect((await drafts.item('a-1')).issue).toBe('相手の課題');
  });

  it.each(['NaN', '-1', '1.5', '99999999999999', ''])(
    '版の番号が「%s」と偽られても、告げて何も変えない',
    async (version) => {
      const mine = await open(second, 'a-1');
      await send(first, 'a-1', { ...(await open(first, 'a-1')), issue: '相手の課題' });
      const met = await send(second, 'a-1', { ...mine, version, issue: '自分の課題' });
      expect([met.status, met.html.includes('職員 kodomo-tanto')]).toEqual([409, true]);
      const forged = await second.post(
        `/m/202151/office/plans/${drafts.planKey}/revisions/2/basics`,
        { version, marks: '', title: '偽の題' },
        { token: mine._csrf ?? null },
      );
      expect([409, 422]).toContain(forged.status);
      expect((await drafts.item('a-1')).issue).toBe('相手の課題');
    },
  );

  it('項目が取り除かれていても、入力した文は画面に残る', async () => {
    const mine = await open(first, 'a-2');
    const seen = `a-2~${await drafts.versionOf('a-2')}~a`;
    const arrange = `/m/202151/office/plans/${drafts.planKey}/revisions/2/arrange`;
    const removed = await second.post(
      arrange,
      { do: 'remove', item: seen, children: 'refuse', reason: '終了' },
      {
        from: `/m/202151/office/plans/${drafts.planKey}/revisions/2`,
      },
    );
    expect(removed.status).toBe(303);
    const late = await send(first, 'a-2', { ...mine, issue: '消えては困る文' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('消えては困る文');
  });

  it('書いている間に承認されたら、断られ、入力は残る', async () => {
    const mine = await open(first, 'a-1');
    const shicho = desk.office.browser();
    await shicho.login('shicho');
    const flow = `/m/202151/office/plans/${drafts.planKey}/revisions/2/flow`;
    const page = await shicho.get(flow);
    const stamp = /name="stamp" value="([^"]*)"/u.exec(page.html)?.[1] ?? '';
    expect((await shicho.post(flow, { step: 'approve', stamp })).status).toBe(303);
    const late = await send(first, 'a-1', { ...mine, issue: '遅れた文' });
    expect(late.status).toBe(422);
    expect(late.html).toContain('遅れた文');
    expect((await drafts.item('a-1')).issue).toBe('');
  });
});

describe('見たあとに変わった下書きは承認できない', () => {
  it('新しい内容を確かめるよう告げ、下書きのままにする', async () => {
    const shicho = desk.office.browser();
    await shicho.login('shicho');
    const flow = `/m/202151/office/plans/${drafts.planKey}/revisions/2/flow`;
    const page = await shicho.get(flow);
    const stamp = /name="stamp" value="([^"]*)"/u.exec(page.html)?.[1] ?? '';
    await send(first, 'a-1', { ...(await open(first, 'a-1')), issue: '直前の書き換え' });
    const late = await shicho.post(flow, { step: 'approve', stamp });
    expect(late.status).toBe(409);
    expect(late.html).toContain('この画面を開いたあとに内容が変わりました');
    const list = await shicho.get(`/plans/${drafts.planKey}`);
    expect(list.html).toContain('status-tag--draft');
  });
});

describe('計画の全体を二人が保存する', () => {
  const basics = () => `/m/202151/office/plans/${drafts.planKey}/revisions/2/basics`;

  it('違うページの変更とはぶつからない', async () => {
    const mine = fieldsOf((await second.get(basics())).html, basics());
    const identity = `/m/202151/office/plans/${drafts.planKey}/revisions/2/identity`;
    const theirs = await anotherPlanner();
    await theirs.post(identity, {
      ...fieldsOf((await theirs.get(identity)).html, identity),
      'identity.0.kind': 'vision',
      'identity.0.label': '都市像',
      'identity.0.text': '多彩な暮らし',
    });
    const saved = await second.post(
      basics(),
      { ...mine, summary: '新しい前文' },
      { token: mine._csrf ?? null },
    );
    expect(saved.status).toBe(303);
    const { header } = (await drafts.load()).content;
    expect([header.summary, header.identity.map((entry) => entry.text)]).toEqual([
      '新しい前文',
      ['多彩な暮らし'],
    ]);
  });

  it('同じ欄の変更は、両方の版を見て選ぶ', async () => {
    const mine = fieldsOf((await second.get(basics())).html, basics());
    const theirs = await anotherPlanner();
    await theirs.post(basics(), {
      ...fieldsOf((await theirs.get(basics())).html, basics()),
      summary: '相手の前文',
    });
    const met = await second.post(
      basics(),
      { ...mine, summary: '自分の前文' },
      { token: mine._csrf ?? null },
    );
    expect(met.status).toBe(409);
    expect(met.html).toContain('相手の前文');
    expect(fieldsOf(met.html, basics()).summary).toBe('自分の前文');
    expect((await drafts.load()).content.header.summary).toBe('相手の前文');
  });
});

/** A second session of the planning office. */
async function anotherPlanner(): Promise<Browser> {
  const browser = desk.office.browser();
  await browser.login('kikaku');
  return browser;
}
