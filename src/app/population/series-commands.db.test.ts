import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../test/factories/drafts.ts';
import { shiojiri } from '../../../test/factories/office.ts';
import { shiojiriScenario, shiojiriSeries } from '../../../test/factories/shiojiri-population.ts';
import { loadSeries } from '../../db/read-population.ts';
import { auditEvent } from '../../db/schema/audit.ts';
import { withPublic } from '../../db/tenant.ts';
import type { NewTable } from '../../db/write-population.ts';
import type { SeriesFacts } from '../../domain/population/check-series.ts';
import { newKey } from '../new-key.ts';
import { removeSeries, replaceTables, saveSeriesFacts, setSeriesState } from './change-series.ts';
import { createSeries } from './create-series.ts';
import { createScenario } from './save-scenario.ts';

let desk: Desk;
let seriesKey: string;
const census = shiojiriSeries('census');
const kikaku = () => desk.as('kikaku');

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  seriesKey = newKey();
  const made = await createSeries(kikaku(), { ...census, seriesKey });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
});
afterAll(() => desk.office.db.close());

const stored = async () => {
  const [found] = await desk.office.read((tx) => loadSeries(tx, { seriesKeys: [seriesKey] }));
  if (found === undefined) throw new Error('the series is gone');
  return found;
};
const publicly = () =>
  withPublic(desk.office.db, { municipality: shiojiri }, (tx) => loadSeries(tx, { seriesKeys: [seriesKey] }));
const events = () => desk.office.read((tx) => tx.q.select().from(auditEvent).orderBy(asc(auditEvent.seq)));
const tables = (change: (table: NewTable) => NewTable): readonly NewTable[] =>
  census.tables.map((table) => (table.date === '2015-10-01' ? change(table) : table));
const counts = (change: Partial<NewTable['counts']>) =>
  tables((table) => ({ ...table, counts: { ...table.counts, ...change } }));

describe('系列', () => {
  it('取り込んだままでは公開されず、公開すると出典と表ごと住民に見え、やめると消える', async () => {
    expect(await publicly()).toEqual([]);
    const shown = await setSeriesState(kikaku(), { seriesKey, state: 'published', seenVersion: 1 });
    expect(shown).toEqual({ ok: true, value: { version: 2 } });
    const [seen] = await publicly();
    expect(seen?.series).toMatchObject({ ...census.series, seriesKey, state: 'published' });
    expect(seen?.tables.map(({ seriesKey: _, ...table }) => table)).toEqual(census.tables);
    await setSeriesState(kikaku(), { seriesKey, state: 'draft', seenVersion: 2 });
    expect(await publicly()).toEqual([]);
  });

  const facts = (change: Partial<SeriesFacts>) => ({ series: { ...census.series, ...change } });
  it.each([
    ['負の人数', { tables: counts({ total: -1 }) }, 'population-negative'],
    ['国勢調査の端数', { tables: counts({ households: 0.5 }) }, 'population-not-whole'],
    ['総数と合わない年齢別', { tables: counts({ total: 67134 }) }, 'population-total-differs'],
    ['男の総数と合わない年齢別', { tables: counts({ totalMale: 33346 }) }, 'population-total-differs'],
    ['年齢階級より少ない人数', { tables: counts({ male: [1, 2] }) }, 'population-length'],
    ['男だけの表', { tables: counts({ female: null }) }, 'population-one-sex'],
    ['数でない人数', { tables: counts({ households: Number.NaN }) }, 'population-not-a-number'],
    ['抜けた年齢', { tables: counts({ ages: ['0-4', '10+'] }) }, 'population-ages-unreadable'],
    ['ない日', { tables: tables((table) => ({ ...table, date: '2015-02-30' })) }, 'population-day'],
    ['同じ日の表', { tables: [...census.tables, ...census.tables.slice(0, 1)] }, 'population-table-twice'],
    ['表のない系列', { tables: [] }, 'population-tables-missing'],
    ['出典のない系列', facts({ source: ' ' }), 'population-series-text-missing'],
    ['読めない公表日', facts({ publishedOn: '2018-13' }), 'population-published-on'],
    ['長すぎる注', facts({ note: 'あ'.repeat(2001) }), 'text-too-long'],
  ])('%sは、場所を言って断り、何も変えない', async (_title, change, code) => {
    const before = await desk.office.written();
    const done = await createSeries(kikaku(), { ...census, seriesKey: newKey(), ...change });
    expect(done).toMatchObject({
      ok: false,
      error: expect.arrayContaining([expect.objectContaining({ code })]),
    });
    expect(await desk.office.written()).toEqual(before);
  });

  it('場所は、日・欄・年齢の順に言う', async () => {
    const wrong = counts({
      male: census.tables[7]?.counts.male?.map((each, at) => (at === 3 ? -each : each)) ?? [],
    });
    expect(await replaceTables(kikaku(), { seriesKey, tables: wrong, seenVersion: 1 })).toMatchObject({
      error: [{ code: 'population-negative', path: ['2015-10-01', 'male', '15-19'] }],
    });
  });

  it('推計の端数は、階級ごとに丸めた分の差まで受け入れる', async () => {
    const { series, tables: years } = shiojiriSeries('ipss-r5');
    const rounded = years.map((table) => ({
      ...table,
      counts: { ...table.counts, total: table.counts.total + 2 },
    }));
    expect((await createSeries(kikaku(), { series, tables: rounded })).ok).toBe(true);
    const off = years.map((table) => ({
      ...table,
      counts: { ...table.counts, total: table.counts.total + 5 },
    }));
    expect(await createSeries(kikaku(), { series, tables: off })).toMatchObject({
      error: expect.arrayContaining([expect.objectContaining({ code: 'population-total-differs' })]),
    });
  });
});

describe('系列を変える', () => {
  it('表を入れ替えると、違うところだけが書かれ、監査証跡に残る', async () => {
    const changed = counts({ households: 25_000 }).filter(({ date }) => date !== '1980-10-01');
    const before = (await events()).length;
    expect(await replaceTables(kikaku(), { seriesKey, tables: changed, seenVersion: 1 })).toMatchObject({
      ok: true,
    });
    expect((await stored()).tables.map(({ seriesKey: _, ...table }) => table)).toEqual(changed);
    const written = (await events()).slice(before);
    expect(
      written.map(({ entity, action, entityKey }) => [entity, action, (entityKey as { date?: string }).date]),
    ).toEqual([
      ['population_table', 'delete', '1980-10-01'],
      ['population_table', 'update', '2015-10-01'],
      ['population_series', 'update', undefined],
    ]);
  });

  it.each([
    [
      '名前と出典の保存',
      () => saveSeriesFacts(kikaku(), { seriesKey, facts: census.series, seenVersion: 0 }),
    ],
    ['表の入れ替え', () => replaceTables(kikaku(), { seriesKey, tables: census.tables, seenVersion: 0 })],
    ['公開', () => setSeriesState(kikaku(), { seriesKey, state: 'published', seenVersion: 0 })],
    ['消すこと', () => removeSeries(kikaku(), { seriesKey, seenVersion: 0 })],
  ])('見ていない版への%sは断り、何も変えない', async (_title, act) => {
    const before = await desk.office.written();
    expect(await act()).toMatchObject({ error: [{ code: 'changed-meanwhile' }] });
    expect(await desk.office.written()).toEqual(before);
  });

  it('端数のある推計を国勢調査にはできない', async () => {
    const { series, tables: years } = shiojiriSeries('ipss-r5');
    const withFractions = years.map((table) => ({
      ...table,
      counts: { ...table.counts, total: table.counts.total + 0.5 },
    }));
    const made = await createSeries(kikaku(), { series, tables: withFractions });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const facts: SeriesFacts = { ...series, kind: 'census' };
    const done = await saveSeriesFacts(kikaku(), { ...made.value, facts, seenVersion: 1 });
    expect(done).toMatchObject({
      ok: false,
      error: [{ code: 'population-not-whole' }, ...Array(6).fill({})],
    });
  });

  it('公開中の系列とシナリオの基準は消せず、名前を言う', async () => {
    await setSeriesState(kikaku(), { seriesKey, state: 'published', seenVersion: 1 });
    const published = await removeSeries(kikaku(), { seriesKey, seenVersion: 2 });
    expect(published).toMatchObject({
      error: [{ code: 'population-series-published', params: { name: '国勢調査' } }],
    });
    await setSeriesState(kikaku(), { seriesKey, state: 'draft', seenVersion: 2 });
    const edit = shiojiriScenario('recent-change');
    const content = { ...edit.content, baseline: { ...edit.content.baseline, seriesKey } };
    await createScenario(kikaku(), { ...edit, content });
    const used = await removeSeries(kikaku(), { seriesKey, seenVersion: 3 });
    expect(used).toMatchObject({
      error: [{ code: 'population-series-used', params: { names: [edit.name] } }],
    });
    expect((await stored()).tables).toHaveLength(census.tables.length);
  });

  it('使われていない下書きは、表ごと消える', async () => {
    expect(await removeSeries(kikaku(), { seriesKey, seenVersion: 1 })).toEqual({ ok: true, value: null });
    await expect(stored()).rejects.toThrow('gone');
  });

  it.each(['kodomo-tanto', 'shicho', 'kansa'] as const)('%s には変えられない', async (who) => {
    const acting = desk.as(who);
    const before = await desk.office.written();
    for (const done of [
      await createSeries(acting, census),
      await saveSeriesFacts(acting, { seriesKey, facts: census.series, seenVersion: 1 }),
      await replaceTables(acting, { seriesKey, tables: census.tables, seenVersion: 1 }),
      await setSeriesState(acting, { seriesKey, state: 'published', seenVersion: 1 }),
      await removeSeries(acting, { seriesKey, seenVersion: 1 }),
    ])
      expect(done).toMatchObject({ error: [{ code: 'not-allowed' }] });
    expect(await desk.office.written()).toEqual(before);
  });
});
