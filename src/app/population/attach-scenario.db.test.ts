import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../test/factories/drafts.ts';
import { shiojiriScenario, shiojiriSeries } from '../../../test/factories/shiojiri-population.ts';
import { someIndicator } from '../../../test/factories/town.ts';
import { loadIndicators } from '../../db/read-indicator.ts';
import type { PathShape } from '../../domain/indicator/indicator.ts';
import { createIndicator, type IndicatorEdit, saveIndicator } from '../indicator/save-indicator.ts';
import { setTarget } from '../indicator/set-target.ts';
import { newKey } from '../new-key.ts';
import { attachScenario, detachScenario, previewAttached } from './attach-scenario.ts';
import { setSeriesState } from './change-series.ts';
import { createSeries } from './create-series.ts';
import { publishScenario } from './publish-scenario.ts';
import { readScenario } from './read-population.ts';
import { createScenario, saveScenario } from './save-scenario.ts';

let desk: Desk;
let indicatorKey: string;
const scenarioKey = 'reach-65000';
const kikaku = () => desk.as('kikaku');
const {
  indicatorKey: _,
  breakdowns: __,
  position: ___,
  ...plain
} = someIndicator({ unitKey: 'kodomo', unit: '人', name: '総人口', decimals: 0 });

const indicator = async (change: Partial<IndicatorEdit['definition']> = {}): Promise<string> => {
  const key = newKey();
  const edit: IndicatorEdit = {
    definition: { ...plain, ...change },
    baseline: { fiscalYear: 2020, value: '67241', behaviour: null, note: '', source: null },
  };
  const made = await createIndicator(kikaku(), key, edit);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return key;
};

beforeAll(async () => {
  desk = await openDesk();
  const seriesKey = 'ipss-h30';
  await createSeries(kikaku(), shiojiriSeries(seriesKey));
  await setSeriesState(kikaku(), { seriesKey, state: 'published', seenVersion: 1 });
  await createScenario(kikaku(), shiojiriScenario(scenarioKey), scenarioKey);
  await createScenario(kikaku(), shiojiriScenario(scenarioKey), 'draft');
  const done = await publishScenario(kikaku(), { scenarioKey, reason: '', seenVersion: 1 });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
});
beforeEach(async () => {
  indicatorKey = await indicator();
  const target = { fiscalYear: 2032, figure: '65000', text: '', comparison: 'at-least', reason: '' } as const;
  await setTarget(kikaku(), indicatorKey, { ...target, sourceDocument: '計画書' }, 0);
});
afterAll(() => desk.office.db.close());

const stored = async () => {
  const [loaded] = await desk.office.read((tx) => loadIndicators(tx, [indicatorKey]));
  if (loaded === undefined) throw new Error('the indicator is gone');
  return loaded;
};

it('公開した版の毎年の総数が、基準値の次の年から目標までの道筋になり、目標と値は変わらない', async () => {
  const before = await stored();
  const shown = await previewAttached(kikaku(), { scenarioKey, indicatorKey, seenVersion: before.version });
  expect(await stored()).toEqual(before);
  const done = await attachScenario(kikaku(), { scenarioKey, indicatorKey, seenVersion: before.version });
  expect(done).toMatchObject({ ok: true, value: { edition: 1 } });
  const after = await stored();
  expect(after.indicator.path).toMatchObject({
    shape: 'given',
    scenario: { key: scenarioKey, edition: 1, name: '65,000人に届く組合せ（見本）' },
  });
  expect(shown).toMatchObject({ ok: true, value: { after: after.indicator.path } });
  const { points } = after.indicator.path;
  expect(points.map(({ fiscalYear }) => fiscalYear)).toEqual(
    Array.from({ length: 12 }, (_none, at) => 2021 + at),
  );
  expect(points.every(({ value }) => /^\d{5}$/u.test(value))).toBe(true);
  expect(points[0]).toEqual({ fiscalYear: 2021, value: expect.stringMatching(/^66\d{3}$/u) });
  expect(Number(points.at(-1)?.value)).toBeGreaterThanOrEqual(65_000);
  expect([after.targets, after.values, after.baseline]).toEqual([
    before.targets,
    before.values,
    before.baseline,
  ]);
  expect((await readScenario(kikaku(), scenarioKey))?.attached.map((each) => each.indicatorKey)).toContain(
    indicatorKey,
  );
});

it('外すと真っすぐな道筋に戻り、二度は外せない', async () => {
  const { version } = await stored();
  await attachScenario(kikaku(), { scenarioKey, indicatorKey, seenVersion: version });
  expect(await detachScenario(kikaku(), { indicatorKey, seenVersion: version + 1 })).toMatchObject({
    ok: true,
  });
  expect((await stored()).indicator.path).toEqual({ shape: 'linear', points: [], surveyYears: [] });
  expect(await detachScenario(kikaku(), { indicatorKey, seenVersion: version + 2 })).toMatchObject({
    error: [{ code: 'population-not-attached' }],
  });
});

const path: PathShape = {
  shape: 'given',
  points: [
    { fiscalYear: 2024, value: '66600' },
    { fiscalYear: 2032, value: '65000' },
  ],
  surveyYears: [2028],
};
const own: IndicatorEdit['definition']['path'][] = [
  path,
  { ...path, shape: 'step' },
  { ...path, shape: 'linear' },
];

const attach = async (): Promise<void> => {
  const { version } = await stored();
  const done = await attachScenario(kikaku(), { scenarioKey, indicatorKey, seenVersion: version });
  expect(done).toMatchObject({ ok: true });
};
const detach = async () => {
  const { version } = await stored();
  return detachScenario(kikaku(), { indicatorKey, seenVersion: version });
};
const define = async (change: Partial<IndicatorEdit['definition']>): Promise<void> => {
  const { version, indicator: now, baseline } = await stored();
  const { indicatorKey: key, breakdowns: __, position: ___, ...definition } = now;
  const done = await saveIndicator(
    kikaku(),
    key,
    { definition: { ...definition, ...change }, baseline },
    version,
  );
  expect(done).toMatchObject({ ok: true });
};

it.each(own)('新しい版に替えた後でも、外すと付ける前の道筋に一字も違わず戻る: $shape', async (before) => {
  await define({ path: before });
  await attach();
  const first = (await stored()).indicator.path.scenario;
  expect(first?.before).toEqual(before);
  const seen = (await readScenario(kikaku(), scenarioKey))?.scenario;
  const description = `${before.shape}の指標に付ける前に見直した`;
  const edit = { ...shiojiriScenario(scenarioKey), description };
  const saved = await saveScenario(kikaku(), { scenarioKey, ...edit, seenVersion: seen?.version ?? 0 });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  const seenVersion = saved.value.version;
  const newer = await publishScenario(kikaku(), { scenarioKey, reason: '見直し', seenVersion });
  expect(newer).toMatchObject({ ok: true });
  await attach();
  const { scenario } = (await stored()).indicator.path;
  expect(scenario?.edition).toBe((first?.edition ?? 0) + 1);
  expect(scenario?.before).toEqual(before);
  expect(await detach()).toMatchObject({ ok: true, value: { restored: true } });
  expect((await stored()).indicator.path).toEqual(before);
});

it('途中で手で変えた道筋が残り、外すものはなく、付け直して外すとその道筋に戻る', async () => {
  await define({ path });
  await attach();
  // A form that was read and saved without touching the path loses nothing.
  const { scenario: _none, ...shown } = (await stored()).indicator.path;
  await define({ path: shown, name: '人口' });
  expect((await stored()).indicator.path.scenario?.before).toEqual(path);
  const byHand: PathShape = {
    ...shown,
    points: [...shown.points.slice(0, -1), { fiscalYear: 2032, value: '1' }],
  };
  await define({ path: byHand });
  expect((await stored()).indicator.path).toEqual(byHand);
  expect(await detach()).toMatchObject({ error: [{ code: 'population-not-attached' }] });
  await attach();
  expect(await detach()).toMatchObject({ ok: true });
  expect((await stored()).indicator.path).toEqual(byHand);
});

it('前の道筋を取ってない昔のものは、付け直しても作り出さず、外すとまっすぐになる', async () => {
  const old = { key: scenarioKey, edition: 1, name: '昔に付けたもの' };
  indicatorKey = await indicator({ path: { ...path, scenario: old } });
  await attach();
  expect((await stored()).indicator.path.scenario).not.toHaveProperty('before');
  expect(await detach()).toMatchObject({ ok: true, value: { restored: false } });
  expect((await stored()).indicator.path).toEqual({ shape: 'linear', points: [], surveyYears: [] });
});

it.each([
  ['公開していないシナリオ', { scenarioKey: 'draft' }, 'population-scenario-not-published'],
  ['ほかの人が変えた指標', { seenVersion: 0 }, 'changed-meanwhile'],
  ['ない指標', { indicatorKey: 'nowhere' }, 'indicator-not-found'],
])('%sは断り、何も変えない', async (_title, change, code) => {
  const { version } = await stored();
  const before = await desk.office.written();
  const done = await attachScenario(kikaku(), { scenarioKey, indicatorKey, seenVersion: version, ...change });
  expect(done).toMatchObject({ error: [{ code }] });
  expect(await desk.office.written()).toEqual(before);
});

it('人でない単位の指標と、計算する指標には付けられない', async () => {
  const percent = await indicator({ unit: '%' });
  const computed = await indicator({
    computed: { operation: 'sum', operands: [indicatorKey, await indicator()], factor: '1' },
  });
  const attach = (key: string) =>
    attachScenario(kikaku(), { scenarioKey, indicatorKey: key, seenVersion: 1 });
  expect(await attach(percent)).toMatchObject({ error: [{ code: 'population-attach-unit' }] });
  expect(await attach(computed)).toMatchObject({ error: [{ code: 'population-attach-computed' }] });
});

it.each(['kodomo-tanto', 'shicho'] as const)('%s には付けられない', async (who) => {
  const { version } = await stored();
  const done = await attachScenario(desk.as(who), { scenarioKey, indicatorKey, seenVersion: version });
  expect(done).toMatchObject({ error: [{ code: 'not-allowed' }] });
});
