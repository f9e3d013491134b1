// `npm test` kills the writer ten times; this does it fifty times on one data folder, as the project promises.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'database', 'src/db/kill.db.test.ts'],
  { stdio: 'inherit', env: { ...process.env, RASHIN_KILL_ROUNDS: '50' } },
);
process.exitCode = status ?? 1;
