import { listSeriesWriters, loadScenarios, loadSeries, lockSeries } from '../../db/read-population.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import {
  deleteSeries,
  deleteTables,
  type NewTable,
  saveTables,
  unsettleScenarios,
  updateSeries,
} from '../../db/write-population.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkSeriesFacts, checkTables, type SeriesFacts } from '../../domain/population/check-series.ts';
import { isSameTable } from '../../domain/population/same-table.ts';
import type { PopulationSeries, SeriesState } from '../../domain/population/series.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

interface Named {
  readonly seriesKey: string;
  /** `version` the person read */
  readonly seenVersion: number;
}

/** The series, held, as the person read it; else who was there first, and when. */
const opened = async (
  tx: TenantTx,
  acting: Acting,
  { seriesKey, seenVersion }: Named,
): Promise<Result<PopulationSeries, Refusal>> => {
  if (!may(acting.actor, 'population.manage')) return refused('not-allowed');
  const series = await lockSeries(tx, seriesKey);
  if (series === null) return refused('population-series-unknown');
  if (series.version === seenVersion) return ok(series);
  const writer = (await listSeriesWriters(tx)).find(({ key }) => key === seriesKey);
  return refused('changed-meanwhile', ['series'], { by: writer?.by ?? '', at: writer?.at ?? '' });
};

const saved = (version: number | null): Result<{ readonly version: number }, Refusal> =>
  version === null ? refused('changed-meanwhile', ['series']) : ok({ version });

/** Name, publisher, source and the like; the figures stay as they are. */
export const saveSeriesFacts = (
  acting: Acting,
  { facts, ...named }: Named & { readonly facts: SeriesFacts },
): Promise<Result<{ readonly version: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const series = await opened(tx, acting, named);
    if (!series.ok) return series;
    const { seriesKey } = named;
    const [stored] = await loadSeries(tx, { seriesKeys: [seriesKey] });
    const wrong = refusalOf([
      ...checkSeriesFacts(facts),
      // Fractions are fine in a projection and wrong in a census.
      ...(facts.kind === series.value.kind ? [] : checkTables(stored?.tables ?? [], facts.kind)),
    ]);
    if (wrong !== null) return wrong;
    await unsettleScenarios(tx, seriesKey, stampOf(acting));
    return saved(await updateSeries(tx, seriesKey, facts, named.seenVersion, stampOf(acting)));
  });

const placeOf = ({ areaKey, date }: Pick<NewTable, 'areaKey' | 'date'>): string => `${areaKey} ${date}`;

/**
 * These tables and no others from here on. Only what differs is written, so that the audit trail shows what changed.
 * Published figures change at once. Published scenarios stay as they were computed, and may be published anew.
 */
export const replaceTables = (
  acting: Acting,
  {
    tables,
    terms,
    ...named
  }: Named & {
    readonly tables: readonly NewTable[];
    /** 利用条件 that come with these figures; left out: as they are */
    readonly terms?: string;
  },
): Promise<Result<{ readonly version: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const series = await opened(tx, acting, named);
    if (!series.ok) return series;
    const wrong = refusalOf(checkTables(tables, series.value.kind));
    if (wrong !== null) return wrong;
    const { seriesKey } = named;
    const [stored] = await loadSeries(tx, { seriesKeys: [seriesKey] });
    const before = new Map((stored?.tables ?? []).map((table) => [placeOf(table), table]));
    const kept = new Set(tables.map(placeOf));
    const gone = [...before.values()].filter((table) => !kept.has(placeOf(table)));
    const changed = tables.filter((table) => !isSameTable(table, before.get(placeOf(table))));
    await deleteTables(tx, seriesKey, gone);
    await saveTables(tx, seriesKey, changed);
    if (gone.length + changed.length > 0) await unsettleScenarios(tx, seriesKey, stampOf(acting));
    const change = terms === undefined ? {} : { terms };
    return saved(await updateSeries(tx, seriesKey, change, named.seenVersion, stampOf(acting)));
  });

/** 公開する・取り下げる. What was published of a scenario keeps the name and source of its series. */
export const setSeriesState = (
  acting: Acting,
  { state, ...named }: Named & { readonly state: SeriesState },
): Promise<Result<{ readonly version: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const series = await opened(tx, acting, named);
    if (!series.ok) return series;
    return saved(await updateSeries(tx, named.seriesKey, { state }, named.seenVersion, stampOf(acting)));
  });

/** Only a draft on which no scenario stands. */
export const removeSeries = (acting: Acting, named: Named): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const series = await opened(tx, acting, named);
    if (!series.ok) return series;
    const { name, state } = series.value;
    if (state === 'published') return refused('population-series-published', [], { name });
    const standing = (await loadScenarios(tx)).filter(
      ({ content }) => content.baseline.seriesKey === named.seriesKey,
    );
    if (standing.length > 0)
      return refused('population-series-used', [], { name, names: standing.map((each) => each.name) });
    const gone = await deleteSeries(tx, named.seriesKey, named.seenVersion);
    return gone ? ok(null) : refused('changed-meanwhile', ['series']);
  });
