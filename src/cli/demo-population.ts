import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Acting } from '../app/acting.ts';
import { setSeriesState } from '../app/population/change-series.ts';
import { createSeries } from '../app/population/create-series.ts';
import { publishScenario } from '../app/population/publish-scenario.ts';
import { createScenario } from '../app/population/save-scenario.ts';
import { type PopulationFile, populationFile } from '../documents/population-file/population-file-schema.ts';
import { readJsonFile } from '../documents/town-file/read-json-file.ts';
import { type Problem, placed } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';

type Loaded = Result<null, readonly Problem[]>;

const at = (path: Problem['path'], problems: readonly Problem[]): Loaded =>
  refuse(problems.map((problem) => placed(path, problem)));

const loadSeriesOf = async (acting: Acting, file: PopulationFile): Promise<Loaded> => {
  for (const [index, { seriesKey, state, tables, ...series }] of file.series.entries()) {
    const made = await createSeries(acting, { series, tables, seriesKey });
    if (!made.ok) return at(['series', index], made.error);
    if (state === 'draft') continue;
    const shown = await setSeriesState(acting, { seriesKey, state, seenVersion: 1 });
    if (!shown.ok) return at(['series', index], shown.error);
  }
  return ok(null);
};

const loadScenariosOf = async (acting: Acting, file: PopulationFile): Promise<Loaded> => {
  for (const [index, { scenarioKey, publish, ...edit }] of file.scenarios.entries()) {
    const made = await createScenario(acting, edit, scenarioKey);
    if (!made.ok) return at(['scenarios', index], made.error);
    if (!publish) continue;
    const shown = await publishScenario(acting, { scenarioKey, reason: '', seenVersion: 1 });
    if (!shown.ok) return at(['scenarios', index], shown.error);
  }
  return ok(null);
};

/** Population of a demonstration town: `population.json` in `folder`, by the commands a user has. None: nothing. */
export const loadDemoPopulation = async (acting: Acting, folder: string): Promise<Loaded> => {
  const name = 'population.json';
  const path = join(folder, name);
  if (!existsSync(path)) return ok(null);
  const read = readJsonFile(name, readFileSync(path), populationFile, {
    schemaName: 'population-file.schema.json',
  });
  if (!read.ok) return read;
  const { value, placed: inFile } = read.value;
  const series = await loadSeriesOf(acting, value);
  const done = series.ok ? await loadScenariosOf(acting, value) : series;
  return done.ok ? done : refuse(done.error.map(inFile));
};
