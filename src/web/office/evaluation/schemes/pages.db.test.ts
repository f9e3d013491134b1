import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedScheme } from '../../../../../test/evaluation-cases/shipped-schemes.ts';
import { type Desk, openDesk } from '../../../../../test/factories/drafts.ts';
import type { Browser, Page } from '../../../../../test/factories/office.ts';
import { formOf } from '../../../../../test/factories/page-form.ts';
import { loadEvaluationSchemes } from '../../../../db/read-evaluation-scheme.ts';

let desk: Desk;
let kikaku: Browser;
let other: Browser;

/** From a template to its draft; its address. 甲府市's has one answer to each question of several. */
const begin = async (template = 'kofu'): Promise<string> => {
  const made = await kikaku.post('/evaluation/schemes/new', { from: `template ${template}` });
  expect([made.status, made.location]).toEqual([303, expect.stringContaining('?done=created')]);
  return made.location.replace(/^.*\/office/u, '').replace(/\?.*$/u, '');
};
const fields = async (browser: Browser, draft: string): Promise<Record<string, string>> => ({
  ...formOf((await browser.get(draft)).html, draft),
});
const send = (browser: Browser, address: string, form: Record<string, string>): Promise<Page> =>
  browser.post(address, form, { token: form._csrf ?? null });
const stored = async (draft: string) => {
  const [, , , key, version] = draft.split('/');
  return (await desk.office.read(loadEvaluationSchemes)).find(
    (each) => each.schemeKey === key && String(each.schemeVersion) === version,
  );
};

beforeAll(async () => {
  desk = await openDesk();
  [kikaku, other] = [desk.office.browser(), desk.office.browser()];
  await desk.office.addUser('kikaku-2', [{ role: 'planner', unitKey: null, validFrom: null, validTo: null }]);
  await kikaku.login('kikaku');
  await other.login('kikaku-2');
});
afterAll(() => desk.office.db.close());

describe('評価の様式の下書き', () => {
  it('ひな形から作った下書きを、そのまま保存しても中身は変わらない', async () => {
    const draft = await begin();
    const saved = await send(kikaku, draft, await fields(kikaku, draft));
    expect(saved.location).toContain('?done=saved');
    const key = draft.split('/')[3];
    expect(await stored(draft)).toMatchObject({
      state: 'draft',
      version: 2,
      content: { ...shippedScheme('kofu'), key },
    });
  });

  it('直すところは、場所とすることを述べ、欄のそばにも出て、何も保存されない', async () => {
    const draft = await begin();
    const form = await fields(kikaku, draft);
    const before = await desk.office.written();
    const refused = await send(kikaku, draft, { ...form, 'stages.0.direction': 'required' });
    expect([refused.status, await desk.office.written()]).toEqual([422, before]);
    expect(refused.html).toContain('段階1 › 方向性');
    expect(refused.html).toContain('方向性のことばが一つもないため、選べません。');
    expect(refused.html).toContain('href="#f-stages-0-direction"');
    expect(refused.html).toContain('id="f-stages-0-direction-problem"');
  });

  it('行を加えても、保存するまで何も変わらない', async () => {
    const draft = await begin();
    const before = await desk.office.written();
    const form = await fields(kikaku, draft);
    const pressed = Object.fromEntries([...Object.entries(form), ['then', 'add directions']]);
    const added = await send(kikaku, draft, pressed);
    expect([added.status, await desk.office.written()]).toEqual([200, before]);
    const next = { ...formOf(added.html, draft) };
    expect(next['directions.0.key']).toBe('direction-1');
    const saved = await send(kikaku, draft, { ...next, 'directions.0.label': '継続' });
    expect(saved.location).toContain('?done=saved');
    expect(await stored(draft)).toMatchObject({
      content: { directions: [{ key: 'direction-1', label: '継続', common: 'continue' }] },
    });
  });

  it('職員の見るシートが、段階と種類ごとに出る', async () => {
    const { html } = await kikaku.get(`${await begin('yachiyo')}?previewType=entrusted`);
    expect(html).toContain('［5］有効性・効率性');
    // The question is among the editor's own fields; on the sheet of this type it is not.
    expect(html).not.toContain('id="trial-criterion-purpose-1"');
    expect(html).toContain('id="trial-criterion-effect-5"');
  });

  it('打っている間の見え方は、変えたことばで、試した答えのまま出る', async () => {
    const draft = await begin('naruto');
    const page = await kikaku.get(draft);
    const form = { ...formOf(page.html, draft) };
    const preview = await kikaku.post(
      `${draft}/preview`,
      { ...form, 'directions.0.label': '大きく拡充', 'criterion.result': 'b' },
      { token: form._csrf ?? null },
    );
    expect(preview.status).toBe(200);
    expect(preview.html).toContain('大きく拡充');
    expect(preview.html).toMatch(/checked=""[^>]*value="b"|value="b"[^>]*checked=""/u);
  });

  it('二人が別のところを直せば、どちらも残る', async () => {
    const draft = await begin();
    const [mine, theirs] = [await fields(kikaku, draft), await fields(other, draft)];
    const label = '意見のまとめ';
    expect((await send(other, draft, { ...theirs, 'texts.1.label': label })).location).toContain(
      '?done=saved',
    );
    const met = await send(kikaku, draft, { ...mine, name: '新しい名前' });
    expect([met.status, met.html.includes('ほかの職員が先に保存しました')]).toEqual([409, true]);
    const again = { ...formOf(met.html, draft) };
    expect((await send(kikaku, draft, again)).location).toContain('?done=saved');
    expect(await stored(draft)).toMatchObject({
      name: '新しい名前',
      content: { texts: [{}, { label }] },
    });
  });

  it('採用すると書けなくなり、次の版を写して作れる', async () => {
    const draft = await begin();
    const { version, _csrf = '' } = await fields(kikaku, draft);
    const adopted = await send(kikaku, `${draft}/adopt`, { version: version ?? '', _csrf });
    expect(adopted.location).toContain('?done=adopted');
    const page = await kikaku.get(draft);
    expect(page.html).toContain('採用済みのため、変えられません。');
    expect(page.html).toContain('<fieldset class="plain" disabled="">');
    // Looking at its sheet is an address; no secret of the session stands in it.
    expect(formOf(page.html, draft)).not.toHaveProperty('_csrf');
    const before = await desk.office.written();
    const refused = await send(kikaku, draft, { ...formOf(page.html, draft), _csrf });
    expect([refused.status, await desk.office.written()]).toEqual([422, before]);
    const next = await send(kikaku, `${draft}/next`, { _csrf });
    expect(next.location).toMatch(/\/2\?done=created$/u);
  });

  it('書き出したファイルは、そのまま読み込める', async () => {
    const draft = await begin();
    const file = await kikaku.get(`${draft}/scheme.json`);
    expect(JSON.parse(file.html)).toMatchObject({ name: shippedScheme('kofu').name });
  });

  it('担当者には見えるが、作れない', async () => {
    const staff = desk.office.browser();
    await staff.login('kodomo-tanto');
    expect((await staff.get('/evaluation/schemes')).status).toBe(200);
    expect((await staff.get('/evaluation/schemes/new')).status).toBe(403);
    const draft = await begin();
    const before = await desk.office.written();
    const refused = await staff.post(draft, { name: 'x' }, { from: '/evaluation/schemes' });
    expect([refused.status, await desk.office.written()]).toEqual([403, before]);
  });
});
