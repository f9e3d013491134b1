import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../test/factories/drafts.ts';
import { maniwa, shiojiri } from '../../../test/factories/office.ts';
import { someIndicator } from '../../../test/factories/town.ts';
import { type LoadedIndicator, loadIndicators } from '../../db/read-indicator.ts';
import { listTargetAuthors } from '../../db/read-target-authors.ts';
import { withPublic } from '../../db/tenant.ts';
import type { TypedTarget } from '../../domain/indicator/decide-target.ts';
import type { Acting } from '../acting.ts';
import { newKey } from '../new-key.ts';
import { type EnteredValue, enterValues } from './enter-values.ts';
import { publishValues } from './publish-values.ts';
import { createIndicator, saveIndicator } from './save-indicator.ts';
import { draftsMark, seenMark } from './seen-values.ts';
import { setTarget } from './set-target.ts';

let desk: Desk;
let key: string;
beforeAll(async () => {
  desk = await openDesk();
});
const {
  indicatorKey: _,
  breakdowns: __,
  position: ___,
  ...definition
} = someIndicator({ unitKey: 'kodomo' });
beforeEach(async () => {
  key = newKey();
  const made = await createIndicator(desk.as('kikaku'), key, { definition, baseline: null });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
});
afterAll(() => desk.office.db.close());

const load = async (): Promise<LoadedIndicator> => {
  const [loaded] = await desk.office.read((tx) => loadIndicators(tx, [key]));
  if (loaded === undefined) throw new Error('the indicator is gone');
  return loaded;
};
const row = (change: Partial<EnteredValue> = {}): EnteredValue => ({
  fiscalYear: 2024,
  figure: '6.77',
  text: '',
  missing: '',
  standardError: '',
  asOf: '',
  status: 'final',
  sourceDocument: '市民アンケート',
  sourcePlace: '',
  note: '',
  seen: '',
  ...change,
});
const seenByCitizens = () =>
  withPublic(desk.office.db, { municipality: shiojiri }, (tx) => loadIndicators(tx, [key]));

const mark = async () => seenMark((await load()).values[0] ?? null);
const publish = async (acting: Acting) => publishValues(acting, key, draftsMark((await load()).values));

describe('実績値の入力と公開', () => {
  it('公開を押す前に値が変わっていたら断り、見ていない値は公開しない', async () => {
    await enterValues(desk.as('kodomo-tanto'), key, [row({ figure: '6.5' })]);
    const seen = draftsMark((await load()).values);
    await enterValues(desk.as('kodomo-tanto'), key, [row({ figure: '65', seen: await mark() })]);
    expect(await publishValues(desk.as('kikaku'), key, seen)).toMatchObject({
      ok: false,
      error: [{ code: 'changed-since-seen' }],
    });
    expect(await seenByCitizens()).toEqual([]);
    expect((await publish(desk.as('kikaku'))).ok).toBe(true);
  });

  it('公開されて入力し直された下書きは、版の番号が同じでも、前の下書きを見た人に上書きされない', async () => {
    await enterValues(desk.as('kikaku'), key, [row({ figure: '6.5' })]);
    const stale = await mark();
    await publish(desk.as('kikaku'));
    await enterValues(desk.as('kodomo-tanto'), key, [row({ figure: '7', seen: await mark() })]);
    const late = await enterValues(desk.as('kikaku'), key, [row({ figure: '6.5', seen: stale })]);
    expect(late).toMatchObject({ ok: false, error: [{ code: 'changed-meanwhile', path: [2024] }] });
    expect((await load()).values.find(({ stage }) => stage === 'draft')).toMatchObject({ value: '7' });
  });

  it('下書きは職員にだけ見え、公開すると市民に見える', async () => {
    expect(await enterValues(desk.as('kodomo-tanto'), key, [row()])).toEqual({
      ok: true,
      value: { changedYears: [2024] },
    });
    expect((await load()).values).toMatchObject([{ fiscalYear: 2024, value: '6.77', stage: 'draft' }]);
    expect(await seenByCitizens()).toEqual([]);
    expect(await publish(desk.as('kikaku'))).toEqual({ ok: true, value: { published: 1 } });
    const [seen] = await seenByCitizens();
    expect(seen?.values).toMatchObject([{ fiscalYear: 2024, value: '6.77', stage: 'published' }]);
    expect((await load()).values.map((value) => value.stage)).toEqual(['published']);
  });

  it('公開した値の訂正は、公開するまで前の値のまま見え、同じ値に戻すと下書きが消える', async () => {
    await enterValues(desk.as('kikaku'), key, [row()]);
    await publish(desk.as('kikaku'));
    await enterValues(desk.as('kikaku'), key, [row({ figure: '7', seen: await mark() })]);
    expect((await seenByCitizens())[0]?.values.map((value) => value.value)).toEqual(['6.77']);
    expect((await load()).values.map(({ stage, value }) => [stage, value])).toEqual([
      ['draft', '7'],
      ['published', '6.77'],
    ]);
    await enterValues(desk.as('kikaku'), key, [row({ seen: await mark() })]);
    expect((await load()).values.map((value) => value.stage)).toEqual(['published']);
  });

  it.each([
    ['数でない値', { figure: '約120' }, 'not-a-number', [2024, 'figure']],
    ['出典のない値', { sourceDocument: '' }, 'source-required', [2024, 'sourceDocument']],
    ['ない日', { asOf: '2024-02-30' }, 'date-impossible', [2024, 'asOf']],
  ] as const)('%sがあれば、ほかの行も含めて何も変えない', async (_title, change, code, path) => {
    const done = await enterValues(desk.as('kikaku'), key, [row({ fiscalYear: 2023 }), row(change)]);
    expect(done).toMatchObject({ ok: false, error: [{ code, path }] });
    expect((await load()).values).toEqual([]);
  });

  it('後から入力した人には、先に変わった年度を告げ、上書きしない', async () => {
    await enterValues(desk.as('kodomo-tanto'), key, [row({ figure: '6.5' })]);
    const late = await enterValues(desk.as('kikaku'), key, [row({ figure: '6.9' })]);
    expect(late).toMatchObject({ ok: false, error: [{ code: 'changed-meanwhile', path: [2024] }] });
    expect((await load()).values.map((value) => value.value)).toEqual(['6.5']);
  });

  it.each([
    ['監査の入力', 'kansa', 'not-allowed'],
    ['首長の入力', 'shicho', 'not-allowed'],
  ] as const)('%sは断る', async (_title, who, code) => {
    expect(await enterValues(desk.as(who), key, [row()])).toMatchObject({ ok: false, error: [{ code }] });
    expect((await load()).values).toEqual([]);
  });

  it('課の担当者は公開までは決められない', async () => {
    await enterValues(desk.as('kodomo-tanto'), key, [row()]);
    expect(await publish(desk.as('kodomo-tanto'))).toMatchObject({
      ok: false,
      error: [{ code: 'not-allowed' }],
    });
    expect(await seenByCitizens()).toEqual([]);
  });

  it('公開するものがなければ断る', async () => {
    await publish(desk.as('kikaku'));
    expect(await publish(desk.as('kikaku'))).toMatchObject({
      ok: false,
      error: [{ code: 'nothing-to-publish' }],
    });
  });

  it('ほかの町の指標には入力できない', async () => {
    const done = await enterValues(desk.as('kikaku', maniwa), key, [row()]);
    expect(done).toMatchObject({ ok: false, error: [{ code: 'indicator-not-found' }] });
    expect((await load()).values).toEqual([]);
  });
});

describe('目標', () => {
  const target = (change: Partial<TypedTarget> = {}): TypedTarget => ({
    fiscalYear: 2032,
    figure: '6.77',
    text: '',
    comparison: 'at-least',
    reason: '',
    sourceDocument: '計画書',
    ...change,
  });

  it('変えた目標は、だれが・いつ・なぜとともに前の目標も残る', async () => {
    expect((await setTarget(desk.as('kikaku'), key, target(), 0)).ok).toBe(true);
    const changed = target({ figure: '7.0', reason: '前倒しで届いた' });
    expect(await setTarget(desk.as('kikaku'), key, changed, 1)).toEqual({ ok: true, value: { seq: 2 } });
    const { targets, formerTargets } = await load();
    expect(targets).toMatchObject([{ value: '7.0', reason: '前倒しで届いた', setOn: '2026-11-21', seq: 2 }]);
    expect(formerTargets).toMatchObject([{ value: '6.77', seq: 1 }]);
    const authors = await desk.office.read((tx) => listTargetAuthors(tx, key));
    expect(authors.map(({ seq, by }) => [seq, by])).toEqual([
      [2, '職員 kikaku'],
      [1, '職員 kikaku'],
    ]);
  });

  it.each([
    ['理由のない変更', { figure: '7' }, 1, 'reason-required'],
    ['同じ目標', { reason: '同じ' }, 1, 'nothing-changed'],
    ['数でない目標', { figure: '七', reason: '直し' }, 1, 'not-a-number'],
    ['見ていない目標の変更', { figure: '7', reason: '直し' }, 0, 'changed-meanwhile'],
  ] as const)('%sは断り、何も変えない', async (_title, change, seen, code) => {
    await setTarget(desk.as('kikaku'), key, target(), 0);
    expect(await setTarget(desk.as('kikaku'), key, target(change), seen)).toMatchObject({
      ok: false,
      error: [{ code }],
    });
    const { targets, formerTargets } = await load();
    expect([targets.length, formerTargets.length]).toEqual([1, 0]);
  });

  it('課の職員には定められない', async () => {
    expect(await setTarget(desk.as('kodomo-tanto'), key, target(), 0)).toMatchObject({
      ok: false,
      error: [{ code: 'not-allowed' }],
    });
  });
});

describe('定義', () => {
  it('変えると版の番号が進み、古い番号からの保存は断る', async () => {
    const edit = { definition: { ...definition, name: '市民の幸福度' }, baseline: null };
    expect(await saveIndicator(desk.as('kikaku'), key, edit, 1)).toEqual({ ok: true, value: { version: 2 } });
    const late = await saveIndicator(
      desk.as('kikaku'),
      key,
      { ...edit, definition: { ...definition, name: '別名' } },
      1,
    );
    expect(late).toMatchObject({ ok: false, error: [{ code: 'changed-meanwhile' }] });
    expect((await load()).indicator.name).toBe('市民の幸福度');
  });

  it.each([
    ['空の名前', { name: ' ' }],
    ['ほかの町の組織', { unitKey: 'maniwa-ka' }],
  ] as const)('%sは断り、何も変えない', async (_title, change) => {
    const before = await load();
    const done = await saveIndicator(
      desk.as('kikaku'),
      key,
      { definition: { ...definition, ...change }, baseline: null },
      1,
    );
    expect(done.ok).toBe(false);
    expect(await load()).toEqual(before);
  });
});
