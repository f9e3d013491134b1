import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { populationFile } from '../../src/documents/population-file/population-file-schema.ts';
import { installationFolder } from '../../src/installation.ts';

const file = populationFile.parse(
  JSON.parse(readFileSync(join(installationFolder, 'demo', 'shiojiri', 'population.json'), 'utf8')),
);

/** A series of the demonstration as `createSeries` takes it. */
export const shiojiriSeries = (seriesKey: string) => {
  const found = file.series.find((each) => each.seriesKey === seriesKey);
  if (found === undefined) throw new Error(`demo/shiojiri has no series ${seriesKey}`);
  const { tables, state: _, seriesKey: __, ...series } = found;
  return { seriesKey, series, tables };
};

/** A scenario of the demonstration as `createScenario` takes it. */
export const shiojiriScenario = (scenarioKey: string) => {
  const found = file.scenarios.find((each) => each.scenarioKey === scenarioKey);
  if (found === undefined) throw new Error(`demo/shiojiri has no scenario ${scenarioKey}`);
  const { name, description, content } = found;
  return { name, description, content };
};
