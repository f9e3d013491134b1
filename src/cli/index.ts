import { type Config, describeConfigProblems, parseConfig } from '../config.ts';
import { DatabaseRefusal } from '../db/database-refusal.ts';
import { installationFolder } from '../installation.ts';
import { command as auditVerify } from './audit.ts';
import { command as backup } from './backup.ts';
import { command as checkPlan } from './check-plan.ts';
import type { CliCommand, CliIo } from './command.ts';
import { databaseRefusalText } from './database-refusal-text.ts';
import { command as demo } from './demo.ts';
import { dispatch } from './dispatch.ts';
import { command as importTown } from './import.ts';
import { command as importIndicators } from './import-indicators.ts';
import { command as importPopulation } from './import-population.ts';
import { command as importProgrammes } from './import-programmes.ts';
import { command as judge } from './judge.ts';
import { command as migrate } from './migrate.ts';
import { command as populationAreas } from './population-areas.ts';
import { command as populationBackcast } from './population-backcast.ts';
import { command as populationDistricts } from './population-districts.ts';
import { command as populationProject } from './population-project.ts';
import { command as populationSimulate } from './population-simulate.ts';
import { command as restore } from './restore.ts';
import { command as serve } from './serve.ts';
import { askAtTerminal } from './terminal.ts';
import { command as userAdd } from './user.ts';

/** In the order of the list a person sees. */
const commands: readonly CliCommand[] = [
  serve,
  migrate,
  demo,
  importTown,
  importIndicators,
  importProgrammes,
  importPopulation,
  checkPlan,
  judge,
  populationProject,
  populationBackcast,
  populationSimulate,
  populationDistricts,
  populationAreas,
  userAdd,
  auditVerify,
  backup,
  restore,
];

const write = (stream: NodeJS.WriteStream) => (line: string) => void stream.write(`${line}\n`);

/** Thrown by `config()`: no command can go on, and none has to look at it. */
class ConfigRefusal extends Error {}

const io: CliIo = {
  out: write(process.stdout),
  err: write(process.stderr),
  ask: askAtTerminal,
  config: (): Config => {
    const config = parseConfig(process.env, { home: installationFolder, directory: process.cwd() });
    if (!config.ok) throw new ConfigRefusal(describeConfigProblems(config.error));
    return config.value;
  },
  now: () => new Date(),
};

try {
  process.exitCode = await dispatch(commands, process.argv.slice(2), io);
} catch (error) {
  if (!(error instanceof ConfigRefusal) && !(error instanceof DatabaseRefusal)) throw error;
  io.err(error instanceof DatabaseRefusal ? databaseRefusalText(error.reason) : error.message);
  process.exitCode = 1;
}
// A connection left open must not keep a finished command alive.
process.exit();
