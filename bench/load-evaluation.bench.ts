// 200 people on sheets of their own and 20 on the same three, a minute long, on the embedded database and on a
// PostgreSQL server of this machine: nothing that was accepted may be lost, and nothing may end in a deadlock.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../src/db/connection.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { openRoundOffice } from '../test/factories/evaluation-round.ts';
import { clusterUrl, startCluster } from '../test/factories/postgres-cluster.ts';
import { findPostgresPrograms } from '../test/factories/postgres-programs.ts';
import { asSuperuser } from './as-superuser.ts';
import { type EvaluationLoad, loadEvaluation } from './load-evaluation.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 60);
/** Typing is kept when it rests; a save every five seconds is a quick writer's. */
const people = { apart: 200, together: 20, pauseMilliseconds: 5000 } as const;

const tell = (engine: string, load: EvaluationLoad): void => {
  const { p50, p95, p99, most } = load.milliseconds;
  console.log(
    `${engine}: ${people.apart} on their own sheets and ${people.together} on the same three for ${Math.round(load.seconds)} s: ` +
      `${load.saves} saves (${Math.round(load.saves / load.seconds)}/s), ${load.conflicts} told of a colleague's version, ` +
      `lost ${load.lost.length}, failed ${load.failures.length}; a save p50 ${p50}, p95 ${p95}, p99 ${p99}, most ${most} ms ` +
      `(${cpus().length} CPU, Node ${process.versions.node})`,
  );
  for (const line of [...load.lost, ...load.failures]) console.log(line);
  if (load.lost.length > 0 || load.failures.length > 0) process.exitCode = 1;
};

const run = async (engine: string, open: () => Promise<Database>): Promise<void> => {
  const desk = await openRoundOffice({ count: people.apart + 3, database: open });
  try {
    tell(engine, await loadEvaluation(desk, { ...people, seconds }));
  } finally {
    await desk.office.db.close();
  }
};

const folder = mkdtempSync(join(tmpdir(), 'rashin-bench-'));
try {
  await run('embedded', async () => {
    const db = await openDatabase(
      { databaseUrl: null, dataDir: join(folder, 'data') },
      { program: 'bench', shared: false },
    );
    await migrate(db);
    return db;
  });
  const programs = findPostgresPrograms();
  if (programs === null)
    console.log('PostgreSQL のサーバープログラムがこの機械にないため、組み込みだけを測りました。');
  else {
    const { cluster, stop } = await startCluster(programs);
    try {
      await asSuperuser(cluster, 'postgres', `CREATE DATABASE bench OWNER ${cluster.login}`);
      await run('PostgreSQL', async () => {
        const db = await openPostgres(clusterUrl(cluster, 'bench'));
        await migrate(db);
        return db;
      });
    } finally {
      await stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
