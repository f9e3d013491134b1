import { assumptionsOf } from '../../src/domain/population/assumptions-of.ts';
import { runScenario } from '../../src/domain/population/run-scenario.ts';
import type { PublishedScenario } from '../../src/domain/population/scenario.ts';
import type { SeriesWithTables } from '../../src/domain/population/series.ts';
import { shiojiriScenario, shiojiriSeries } from './shiojiri-population.ts';

export const shiojiriKeys = [
  'census',
  'ipss-h30',
  'ipss-r5',
  'own-baseline',
  'own-outlook',
  'own-target',
] as const;

/** Series of the demonstration as they are read from the database. */
export const shiojiriWithTables = (keys: readonly string[] = shiojiriKeys): readonly SeriesWithTables[] =>
  keys.map((key) => {
    const { seriesKey, series, tables } = shiojiriSeries(key);
    return {
      series: { ...series, seriesKey, state: 'published', version: 1 },
      tables: tables.map((table) => ({ ...table, seriesKey })),
    };
  });

/** The scenario that reaches 65,000, as it is published. */
export const shiojiriPublished = (): PublishedScenario => {
  const { description, content } = shiojiriScenario('reach-65000');
  const assumptions = assumptionsOf(content.baseline, shiojiriWithTables());
  if (!assumptions.ok) throw new Error('the baseline of the demonstration cannot be read');
  const result = runScenario(content, assumptions.value);
  if (!result.ok) throw new Error('the scenario of the demonstration cannot be run');
  const { male: _, female: __, ...rest } = result.value;
  return { scenarioKey: 'reach-65000', description, content, sources: [], result: rest };
};
