import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser } from '../../../../test/factories/office.ts';

let desk: Desk;
let drafts: Drafts;
let planner: Browser;
beforeAll(async () => {
  desk = await openDesk();
  planner = desk.office.browser();
  await planner.login('kikaku');
});
beforeEach(async () => {
  drafts = await desk.newDraft();
});
afterAll(() => desk.office.db.close());

type Row = Readonly<Record<string, string>>;
const level = (name: string, parents: string, entryKey = ''): Row => ({
  ...{ entryKey, name, parents, numbering: 'none', numberingScope: 'parent', titleStyle: 'free' },
});
const identity = (label: string): Row => ({ kind: 'vision', label, text: '文', explanation: '' });
const risk = (text: string, theme = '人口'): Row => ({ kind: 'risk', scope: '', theme, text });
const review = (label: string, yearly: string): Row => ({ group: 'evaluation', label, periods: '', yearly });
const blank: Row = {};

/** Fields marked as refused, by the ids of their sentences. */
const marked = (html: string): readonly string[] =>
  [...html.matchAll(/class="field__problem" id="f-([^"]*)-problem"/gu)].map((match) => match[1] ?? '');

/** Rows are sent with the order turned round, a blank one between them. */
const send = async (section: string, part: string, rows: readonly Row[]) => {
  const address = `/plans/${drafts.planKey}/revisions/2/${section}`;
  const { html } = await planner.get(address);
  const hidden = (name: string): string =>
    (new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? '').replaceAll('&quot;', '"');
  const fields: Record<string, string> = { version: hidden('version'), marks: hidden('marks') };
  rows.forEach((row, index) => {
    fields[`${part}.${index}.order`] = String(rows.length - index);
    for (const [field, value] of Object.entries(row)) fields[`${part}.${index}.${field}`] = value;
  });
  return planner.post(address, fields);
};

describe('並べ替えて送った一覧の断りは、その行に立つ', () => {
  it.each<[string, string, string, readonly Row[], string]>([
    ['理念の見出しがない', 'identity', 'identity', [identity(''), blank, identity('柱')], 'identity-0-label'],
    ['状況の本文がない', 'situation', 'situation', [risk('多い'), blank, risk('')], 'situation-2-text'],
    [
      '見直し周期の名前がない',
      'calendar',
      'reviewCalendar',
      [review('', 'R6'), blank, review('評価', 'R6')],
      'reviewCalendar-0-label',
    ],
    [
      '見直し周期の印が期間の外',
      'calendar',
      'reviewCalendar',
      [review('評価', 'R30'), blank, review('見直し', 'R6')],
      'reviewCalendar-0-yearly',
    ],
    [
      '階層の名前がない',
      'levels',
      'levels',
      [level('施策', 'strategy', 'measure'), blank, { ...level('', 'root', 'strategy'), track: '柱1' }],
      'levels-2-name',
    ],
    [
      '階層の英語名が長すぎる',
      'levels',
      'levels',
      [{ ...level('施策', 'root', 'measure'), nameEn: 'a'.repeat(5_000) }, level('戦略', 'root', 'strategy')],
      'levels-0-nameEn',
    ],
    [
      '理念の出典の場所が長すぎる',
      'identity',
      'identity',
      [identity('柱'), { ...identity('姿'), document: '資料', place: 'あ'.repeat(5_000) }],
      'identity-1-place',
    ],
    [
      '見直し周期の名前が長すぎる',
      'calendar',
      'reviewCalendar',
      [review('評価', 'R6'), review('長'.repeat(5_000), 'R6')],
      'reviewCalendar-1-label',
    ],
    [
      '新しい階層に置ける場所がない',
      'levels',
      'levels',
      [level('施策', 'strategy', 'measure'), level('新しい段', 'nai'), level('戦略', 'root', 'strategy')],
      'levels-1-parents',
    ],
    [
      '階層の番号の選び方がない',
      'levels',
      'levels',
      [{ ...level('施策', 'strategy', 'measure'), numbering: 'x' }, level('戦略', 'root', 'strategy')],
      'levels-0-numbering',
    ],
  ])('%s', async (_, section, part, rows, field) => {
    const before = await drafts.snapshot();
    const page = await send(section, part, rows);
    expect([page.status, [...new Set(marked(page.html))]]).toEqual([422, [field]]);
    // Its row stands open.
    const row = field.split('-')[1];
    expect(page.html).toMatch(
      new RegExp(
        `<details class="entry-row" open="">(?:(?!</summary>)[^])*</summary><input type="hidden" name="${part}.${row}\\.`,
        'u',
      ),
    );
    expect(await drafts.snapshot()).toEqual(before);
  });
});
