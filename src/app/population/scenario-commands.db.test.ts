import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../test/factories/drafts.ts';
import { shiojiri } from '../../../test/factories/office.ts';
import { shiojiriScenario, shiojiriSeries } from '../../../test/factories/shiojiri-population.ts';
import { findScenario, loadSeries } from '../../db/read-population.ts';
import { loadEditions, loadEntries, loadPublications } from '../../db/read-publication.ts';
import { withPublic } from '../../db/tenant.ts';
import { replaceTables, setSeriesState } from './change-series.ts';
import { createSeries } from './create-series.ts';
import { publishScenario } from './publish-scenario.ts';
import { readScenario } from './read-population.ts';
import { createScenario, removeScenario, saveScenario } from './save-scenario.ts';

let desk: Desk;
let scenarioKey: string;
const baseline = 'ipss-h30';
const reach = shiojiriScenario('reach-65000');
const kikaku = () => desk.as('kikaku');

beforeAll(async () => {
  desk = await openDesk();
  const made = await createSeries(kikaku(), shiojiriSeries(baseline));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
});
beforeEach(async () => {
  const made = await createScenario(kikaku(), reach);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  ({ scenarioKey } = made.value);
});
afterAll(() => desk.office.db.close());

const stored = async () => {
  const found = await desk.office.read((tx) => findScenario(tx, scenarioKey));
  if (found === null) throw new Error('the scenario is gone');
  return found;
};
const seriesVersion = async (): Promise<number> =>
  (await desk.office.read((tx) => loadSeries(tx)))[0]?.series.version ?? 0;
const makePublic = async (state: 'draft' | 'published') =>
  setSeriesState(kikaku(), { seriesKey: baseline, state, seenVersion: await seriesVersion() });
const publish = async (reason = '') =>
  publishScenario(kikaku(), { scenarioKey, reason, seenVersion: (await stored()).version });
const citizen = () =>
  withPublic(desk.office.db, { municipality: shiojiri }, async (tx) => {
    const newest = (await loadPublications(tx, 'population-scenario')).find(({ key }) => key === scenarioKey);
    return newest === undefined
      ? null
      : {
          newest,
          years: await loadEntries(tx, newest),
          editions: await loadEditions(tx, { kind: 'population-scenario', key: scenarioKey }),
        };
  });

describe('シナリオの保存', () => {
  it('書いたとおりに残り、二人目には先に保存した人を言い、二人目の版も保存し直せる', async () => {
    expect(await stored()).toMatchObject({
      ...reach,
      version: 1,
      publishedEdition: null,
      isAsPublished: false,
    });
    const both = await Promise.all([
      saveScenario(kikaku(), { scenarioKey, ...reach, name: '一人目', seenVersion: 1 }),
      saveScenario(kikaku(), { scenarioKey, ...reach, name: '二人目', seenVersion: 1 }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const late = both.find(({ ok }) => !ok);
    expect(late).toMatchObject({ error: [{ code: 'changed-meanwhile', params: { by: '職員 kikaku' } }] });
    const first = await stored();
    expect(['一人目', '二人目']).toContain(first.name);
    const again = await saveScenario(kikaku(), {
      scenarioKey,
      ...reach,
      name: '二人目の案',
      seenVersion: first.version,
    });
    expect(again).toEqual({ ok: true, value: { version: 3 } });
    expect((await readScenario(kikaku(), scenarioKey))?.writer?.by).toBe('職員 kikaku');
  });

  const lever = { ...reach.content.levers[0], value: Number.NaN };
  it.each([
    ['名前のない', { name: ' ' }, 'population-scenario-name-missing'],
    ['長すぎる説明の', { description: 'あ'.repeat(4001) }, 'text-too-long'],
    [
      'ない系列を基準とする',
      { content: { ...reach.content, baseline: { kind: 'projection', seriesKey: 'nowhere' } } },
      'population-series-unknown',
    ],
    ['数でない前提の', { content: { ...reach.content, levers: [lever] } }, null],
  ])('%sシナリオは断り、何も変えない', async (_title, change, code) => {
    const before = await desk.office.written();
    const edit = { ...reach, ...change } as typeof reach;
    for (const done of [
      await createScenario(kikaku(), edit),
      await saveScenario(kikaku(), { scenarioKey, ...edit, seenVersion: 1 }),
    ]) {
      expect(done.ok).toBe(false);
      if (code !== null) expect(done).toMatchObject({ error: [{ code }] });
    }
    expect(await desk.office.written()).toEqual(before);
  });
});

describe('シナリオの公開', () => {
  it('基準となる推計が公開されていなければ断り、何も変えない', async () => {
    await makePublic('draft');
    const before = await desk.office.written();
    expect(await publish()).toMatchObject({ error: [{ code: 'population-baseline-not-public' }] });
    expect(await desk.office.written()).toEqual(before);
    expect(await citizen()).toBeNull();
  });

  it('推計し直した版になり、前提・出典・毎年の総数・年齢別が住民に見える', async () => {
    await makePublic('published');
    expect(await publish()).toMatchObject({ ok: true, value: { edition: 1 } });
    const seen = await citizen();
    expect(seen?.newest).toMatchObject({
      title: reach.name,
      content: {
        scenarioKey,
        content: reach.content,
        sources: [
          { seriesKey: baseline, name: '社人研 平成30年推計' },
          { name: '全国の生残率' },
          { name: '過去の推計の誤差（社人研の推計）' },
        ],
        result: { years: [2015, 2020, 2025, 2030, 2035, 2040, 2045] },
      },
    });
    const result = seen?.newest.content.result;
    expect(result?.aim?.total).toBeGreaterThanOrEqual(65_000);
    expect(result?.aim?.total).toBeLessThan(65_500);
    expect(result?.baselineAnnual.total[17]).toBeCloseTo(62_841.2, 6);
    expect(seen?.years.map(({ year }) => year)).toEqual(result?.years);
    for (const [at, { male, female }] of (seen?.years ?? []).entries())
      expect([...male, ...female].reduce((a, b) => a + b, 0)).toBeCloseTo(
        result?.annual.total[at * 5] ?? 0,
        6,
      );
  });

  it('変わっていなければ版を重ねず、変えたときの次の版には理由がいり、前の版は残る', async () => {
    await makePublic('published');
    await publish();
    expect(await publish('もう一度')).toMatchObject({
      error: [{ code: 'population-scenario-as-published' }],
    });
    const { version } = await stored();
    await saveScenario(kikaku(), { scenarioKey, ...reach, seenVersion: version });
    expect(await stored()).toMatchObject({ isAsPublished: true });
    const seenVersion = version + 1;
    await saveScenario(kikaku(), { scenarioKey, ...reach, description: '直した', seenVersion });
    expect(await stored()).toMatchObject({ publishedEdition: 1, isAsPublished: false });
    expect((await citizen())?.newest.content.description).toBe(reach.description);
    const before = await desk.office.written();
    expect(await publish(' ')).toMatchObject({ error: [{ code: 'reason-required' }] });
    expect(await desk.office.written()).toEqual(before);
    expect(await publish('説明を直した')).toMatchObject({ ok: true, value: { edition: 2 } });
    const seen = await citizen();
    expect(seen?.editions.map(({ edition, reason }) => [edition, reason])).toEqual([
      [2, '説明を直した'],
      [1, ''],
    ]);
    expect(seen?.newest.content.description).toBe('直した');
    expect(await stored()).toMatchObject({ publishedEdition: 2, isAsPublished: true });
  });

  it('公開した後に系列の数値が変わっても、版はそのまま', async () => {
    await makePublic('published');
    await publish();
    const before = await citizen();
    const { tables } = shiojiriSeries(baseline);
    const shorter = tables.filter(({ date }) => date < '2040');
    await replaceTables(kikaku(), {
      seriesKey: baseline,
      tables: shorter,
      seenVersion: await seriesVersion(),
    });
    expect(await stored()).toMatchObject({ isAsPublished: false });
    expect(await citizen()).toEqual(before);
    // With the corrected figures it is published anew, and only then does the page change.
    expect(await publish('推計の数値が変わった')).toMatchObject({ ok: true, value: { edition: 2 } });
    expect((await citizen())?.newest.content.result.years).toEqual([2015, 2020, 2025, 2030, 2035]);
    await makePublic('draft');
    expect((await citizen())?.newest.edition).toBe(2);
    await replaceTables(kikaku(), { seriesKey: baseline, tables, seenVersion: await seriesVersion() });
  });

  it('公開したものは消せず、していないものは消せる', async () => {
    await makePublic('published');
    expect(await removeScenario(kikaku(), { scenarioKey, seenVersion: 1 })).toEqual({
      ok: true,
      value: null,
    });
    const made = await createScenario(kikaku(), reach);
    if (made.ok) ({ scenarioKey } = made.value);
    await publish();
    expect(await removeScenario(kikaku(), { scenarioKey, seenVersion: 2 })).toMatchObject({
      error: [{ code: 'population-scenario-published' }],
    });
    expect((await stored()).name).toBe(reach.name);
  });

  it.each(['kodomo-tanto', 'shicho', 'kansa'] as const)('%s には作れず、公開できない', async (who) => {
    const acting = desk.as(who);
    const before = await desk.office.written();
    for (const done of [
      await createScenario(acting, reach),
      await saveScenario(acting, { scenarioKey, ...reach, seenVersion: 1 }),
      await publishScenario(acting, { scenarioKey, reason: '', seenVersion: 1 }),
      await removeScenario(acting, { scenarioKey, seenVersion: 1 }),
    ])
      expect(done).toMatchObject({ error: [{ code: 'not-allowed' }] });
    expect(await desk.office.written()).toEqual(before);
  });
});
