import {
  type AttachedIndicator,
  findScenario,
  type LastWritten,
  listAttachedIndicators,
  listScenarioWriters,
  listSeriesWriters,
  loadScenarios,
  loadSeries,
} from '../../db/read-population.ts';
import { loadEditions, loadEntries, loadPublications, type Publication } from '../../db/read-publication.ts';
import { withTenant } from '../../db/tenant.ts';
import { may } from '../../domain/access/may.ts';
import type { PopulationScenario, PublishedYear } from '../../domain/population/scenario.ts';
import type { SeriesWithTables } from '../../domain/population/series.ts';
import type { Acting } from '../acting.ts';

/** The population of a town as its staff see it. */
export interface PopulationDesk {
  readonly series: readonly SeriesWithTables[];
  readonly scenarios: readonly PopulationScenario[];
  readonly seriesWriters: readonly LastWritten[];
  readonly scenarioWriters: readonly LastWritten[];
  /** Newest editions */
  readonly published: readonly Publication<'population-scenario'>[];
  readonly attached: readonly AttachedIndicator[];
}

/** All series with their tables, all scenarios, what is published and where it is used. Null: the person may not. */
export const readPopulation = (acting: Acting): Promise<PopulationDesk | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'population.view')) return null;
    return {
      series: await loadSeries(tx),
      scenarios: await loadScenarios(tx),
      seriesWriters: await listSeriesWriters(tx),
      scenarioWriters: await listScenarioWriters(tx),
      published: await loadPublications(tx, 'population-scenario'),
      attached: await listAttachedIndicators(tx),
    };
  });

/** One scenario with what it can stand on. */
export interface ScenarioDesk {
  readonly scenario: PopulationScenario;
  readonly writer: LastWritten | null;
  /** Every series of the town: the baseline may be changed */
  readonly series: readonly SeriesWithTables[];
  /** Newest edition with its populations by year; null: never published */
  readonly published: {
    readonly publication: Publication<'population-scenario'>;
    readonly years: readonly PublishedYear[];
  } | null;
  /** Newest first */
  readonly editions: Awaited<ReturnType<typeof loadEditions>>;
  readonly attached: readonly AttachedIndicator[];
}

/** Null: there is none, or the person may not. */
export const readScenario = (acting: Acting, scenarioKey: string): Promise<ScenarioDesk | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'population.view')) return null;
    const scenario = await findScenario(tx, scenarioKey);
    if (scenario === null) return null;
    const publication = (await loadPublications(tx, 'population-scenario')).find(
      ({ key }) => key === scenarioKey,
    );
    return {
      scenario,
      writer: (await listScenarioWriters(tx)).find(({ key }) => key === scenarioKey) ?? null,
      series: await loadSeries(tx),
      published:
        publication === undefined ? null : { publication, years: await loadEntries(tx, publication) },
      editions: await loadEditions(tx, { kind: 'population-scenario', key: scenarioKey }),
      attached: (await listAttachedIndicators(tx)).filter(({ scenario: { key } }) => key === scenarioKey),
    };
  });
